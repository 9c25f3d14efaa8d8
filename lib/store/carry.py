"""Takes over into a new generation what the one before it knows of files that did not change.

Rows are copied under their new numbers. Texts and their index are not copied at all: the new generation holds the same
immutable files by a second name, until too much of them is out of use and they are written anew.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from lib.store.generation import read_manifest
from lib.store.segment import Body, Segments, places
from lib.store.writer import Writer, attach

_SEGMENTS = 16
_UNUSED = 0.3
_CHUNK = 500
_TABLES = {
    "old": ("articles", "scripts", "mentions", "surfaces", "dates"),
    "before": ("keys", "written", "cuts"),
}


class Run(NamedTuple):
    """`n` articles in a row: those from `old` on have the numbers from `new` on."""

    old: int
    new: int
    n: int


@dataclass
class Moves:
    """What is taken over: articles, files (old number, new number), and new ids for some of the articles (rid, id)."""

    runs: list[Run] = field(default_factory=list)
    files: list[tuple[int, int]] = field(default_factory=list)
    renamed: list[tuple[int, str]] = field(default_factory=list)

    def add(self, run: Run) -> None:
        """Adds articles, in corpus order."""
        last = self.runs[-1] if self.runs else Run(0, 0, 0)
        if (last.old + last.n, last.new + last.n) == (run.old, run.new):
            self.runs[-1:] = [Run(last.old, last.new, last.n + run.n)]
        elif run.n:
            self.runs.append(run)


def link_segments(writer: Writer, earlier: Path) -> bool:
    """Makes the texts of an earlier generation part of the new one; False where they had better be written anew.

    Raises sqlite3.Error where one of them is damaged.
    """
    manifest = read_manifest(earlier)
    bodies, names = manifest["bodies"], manifest["segments"]
    if len(names) >= _SEGMENTS or bodies["held"] - manifest["articles"] > _UNUSED * bodies["held"]:
        return False
    for name in names:
        with contextlib.closing(sqlite3.connect(f"{(earlier / name).resolve().as_uri()}?mode=ro", uri=True)) as segment:
            segment.execute("SELECT body FROM body LIMIT 1").fetchall()
        try:
            os.link(earlier / name, writer.folder / name)
        except OSError:  # not every file system knows second names
            shutil.copyfile(earlier / name, writer.folder / name)
    writer.segments.extend(names)
    writer.next_body, writer.held = bodies["next"], bodies["held"]
    return True


def carry(writer: Writer, earlier: Path, moves: Moves, linked: bool) -> None:
    """Copies the rows, after all new articles were added; `linked` is what `link_segments` said."""
    staged = writer.staged
    attach(staged, earlier / "corpus.duckdb", "old", "(READ_ONLY)")
    attach(staged, earlier / "reading.duckdb", "before", "(READ_ONLY)")
    _table(writer, "moved", ("old", "new"), _numbers(moves.runs))
    _table(writer, "moved_files", ("old", "new"), _arrays(moves.files, pa.int32()))
    _table(writer, "renamed", ("rid", "id"), _arrays(moves.renamed, pa.string()))
    same = "SELECT t.* REPLACE (m.new AS rid) FROM {}.{} t JOIN moved m ON t.rid = m.old"
    wanted = [f"INSERT INTO {t} BY NAME {same.format(where, t)}" for where, tables in _TABLES.items() for t in tables]
    staged.execute(
        f"""BEGIN;{";".join(wanted)};
        INSERT INTO notes BY NAME SELECT n.* REPLACE (m.new AS file) FROM before.notes n
            JOIN moved_files m ON n.file = m.old WHERE n.kind < 2;
        INSERT INTO compared BY NAME SELECT a.new AS earlier, b.new AS later, c.similarity FROM before.compared c
            JOIN moved a ON c.earlier = a.old JOIN moved b ON c.later = b.old;
        INSERT INTO heard FROM before.heard; INSERT INTO alike FROM before.alike;
        UPDATE articles SET id = r.id FROM renamed r WHERE articles.rid = r.rid;
        COMMIT"""
    )
    if linked:
        staged.execute(f"INSERT INTO bodies BY NAME {same.format('old', 'bodies')}")
    else:
        _rewrite(writer, earlier)
    writer.count += sum(run.n for run in moves.runs)
    staged.execute("DETACH old; DETACH before; DROP TABLE moved; DROP TABLE moved_files; DROP TABLE renamed")


def news(writer: Writer, earlier: Path) -> dict[str, int]:
    """How many articles were not in the earlier generation, and how many of its articles are no more, by content."""
    attach(writer.staged, earlier / "reading.duckdb", "before", "(READ_ONLY)")
    count = "SELECT count(*) FROM {} a ANTI JOIN {} b ON a.content = b.content"
    pairs = {"articles_new": ("keys", "before.keys"), "articles_gone": ("before.keys", "keys")}
    found = {name: writer.staged.execute(count.format(*pair)).fetchall()[0][0] for name, pair in pairs.items()}
    writer.staged.execute("DETACH before")
    return found


def _rewrite(writer: Writer, earlier: Path) -> None:
    """Writes the texts that are still in use to segments of the new generation."""
    before = places(writer.staged, "old.bodies")
    cursor = writer.staged.cursor()
    cursor.execute("SELECT m.old, m.new, a.title FROM moved m JOIN articles a ON a.rid = m.new ORDER BY m.new")
    names = read_manifest(earlier)["segments"]
    with contextlib.closing(Segments([earlier / name for name in names], before)) as segments:
        while rows := cursor.fetchmany(_CHUNK):
            bodies = [
                Body(body, title or "", segments.text(old), segments.raw(old), segments.marks(old))
                for body, (old, _, title) in enumerate(rows, writer.next_body)
            ]
            writer.write_bodies(bodies)
            numbers = [[new for _, new, _ in rows], [body.number for body in bodies]]
            _table(writer, "some", ("rid", "body"), [pa.array(each, pa.int32()) for each in numbers])
            writer.staged.execute("INSERT INTO bodies FROM some; DROP TABLE some")
            writer.next_body += len(rows)


def _table(writer: Writer, name: str, columns: Sequence[str], arrays: Sequence[pa.Array]) -> None:
    writer.staged.register("given", pa.table(list(arrays), names=list(columns)))
    writer.staged.execute(f"CREATE TABLE {name} AS FROM given")
    writer.staged.unregister("given")


def _arrays(pairs: Sequence[tuple[int, object]], kind: pa.DataType) -> list[pa.Array]:
    """Two columns, the first of numbers."""
    return [pa.array([first for first, _ in pairs], pa.int32()), pa.array([second for _, second in pairs], kind)]


def _numbers(runs: Sequence[Run]) -> list[pa.Array]:
    """Old and new numbers of all articles of the runs."""
    if not runs:
        return [pa.array([], pa.int32())] * 2
    return [
        pa.array(np.concatenate([np.arange(start, start + run.n, dtype=np.int32) for run, start in starts]))
        for starts in ([(run, run.old) for run in runs], [(run, run.new) for run in runs])
    ]
