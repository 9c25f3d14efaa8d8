"""Writes the files of a generation batch by batch, so that memory does not grow with the corpus."""

from __future__ import annotations

import hashlib
import itertools
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from lib.enrich.actors.identity import Heard
from lib.enrich.duplicates import Repeat
from lib.enrich.estimate import Neighbour
from lib.enrich.identity.candidates import Pair
from lib.model import Actor, Estimate, Mention, Problem
from lib.store import hearing
from lib.store.document import pack_marks
from lib.store.rows import Enriched, FileRow, Note, Rows, Told, actor_row, collect, estimate_row, note_row
from lib.store.schema import BODIES, KEPT, TABLES, create
from lib.store.segment import Body, Segments, SegmentWriter, places

_SEGMENT_SIZE = 100_000
_AT_ONCE = 10_000  # rows made of what is in memory already
_ARROW = {
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "VARCHAR": pa.string(),
    "BLOB": pa.binary(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "VARCHAR[]": pa.list_(pa.string()),
    "INTEGER[]": pa.list_(pa.int32()),
}
_STAGED: dict[str, dict[str, str]] = {
    **TABLES,
    **KEPT,
    "told": TABLES["files"],
    "bodies": BODIES,
    "duplicates": {"rid": "INTEGER", "original": "INTEGER", "similarity": "DOUBLE"},
}
# What is known only when all articles are read is joined on at the end: repeats, and the counts of each actor.
_FINISH = """
INSERT INTO final.articles BY NAME
    SELECT a.* EXCLUDE (duplicate_of, similarity, story), o.id AS duplicate_of, d.similarity,
    coalesce(o.id, a.id) AS story
    FROM articles a LEFT JOIN duplicates d USING (rid) LEFT JOIN articles o ON o.rid = d.original ORDER BY a.rid;
INSERT INTO final.scripts FROM scripts ORDER BY rid, n DESC;
INSERT INTO final.mentions BY NAME
    SELECT m.* EXCLUDE (duplicate), d.rid IS NOT NULL AS duplicate FROM mentions m LEFT JOIN duplicates d USING (rid)
    ORDER BY rid, actor, role, part;
INSERT INTO final.surfaces FROM surfaces ORDER BY rid, actor, n DESC, surface, role, part;
INSERT INTO final.dates BY NAME
    SELECT e.* EXCLUDE (duplicate), d.rid IS NOT NULL AS duplicate FROM dates e LEFT JOIN duplicates d USING (rid)
    ORDER BY rid, part DESC, span_start;
INSERT INTO final.actors BY NAME
    SELECT a.* EXCLUDE (articles, mentions), coalesce(m.articles, 0) AS articles, coalesce(m.mentions, 0) AS mentions
    FROM actors a
    LEFT JOIN (SELECT actor, count(DISTINCT rid) AS articles, sum(n) AS mentions FROM mentions GROUP BY 1) m
    USING (actor) WHERE m.articles > 0 OR a.actor IN (SELECT unnest([a, b]) FROM pairs WHERE sure)
    ORDER BY articles DESC, mentions DESC, actor;
INSERT INTO final.pairs FROM pairs ORDER BY similarity DESC, a, b;
INSERT INTO final.removed
    SELECT why, sum(pieces), sum(characters), count(*) FROM cuts GROUP BY 1 ORDER BY 3 DESC, 1;
INSERT INTO final.problems SELECT source, place, what, kept, said FROM notes ORDER BY file, kind, turn;
INSERT INTO final.set_aside FROM set_aside;
INSERT INTO final.files FROM told;
INSERT INTO final.bodies FROM bodies ORDER BY rid;
INSERT INTO kept.files FROM files ORDER BY file;
INSERT INTO kept.keys FROM keys ORDER BY rid;
INSERT INTO kept.written FROM written ORDER BY rid, place;
INSERT INTO kept.cuts FROM cuts ORDER BY rid, why;
INSERT INTO kept.notes FROM notes ORDER BY file, kind, turn;
INSERT INTO kept.said FROM said;
INSERT INTO kept.compared FROM compared ORDER BY later, earlier;
INSERT INTO kept.heard FROM heard ORDER BY name;
INSERT INTO kept.alike FROM alike ORDER BY name, other, words;
"""


class Writer:
    """The files of one generation in `folder`. `add` batches, then `finish` once, or `abandon`."""

    def __init__(self, folder: Path, segment_size: int = _SEGMENT_SIZE) -> None:
        self.folder = folder
        self.segments: list[str] = []
        self.next_body = 0
        self.held = 0  # bodies in the segments, those that no article points to any more among them
        self._segment_size = segment_size
        self._segment: SegmentWriter | None = None
        self._filled = 0
        # A sort of millions of rows spills to disk instead of filling the memory.
        self.staged = duckdb.connect(str(folder / "staged.duckdb"))
        self.staged.execute("SET memory_limit = '256MB'; SET temp_directory = '" + _quoted(folder / "spill") + "'")
        self.staged.execute("BEGIN;" + ";".join(create(*each) for each in _STAGED.items()) + ";COMMIT")
        self.count = 0

    def add(self, batch: Sequence[Enriched], rids: Sequence[int] | None = None) -> None:
        """Adds articles under these numbers, in any order, or with numbers that go on from the last batch."""
        rows: Rows = {name: [] for name in _STAGED}
        bodies: list[Body] = []
        for rid, each in zip(rids or range(self.count, self.count + len(batch)), batch, strict=True):
            article = each.article
            marks = pack_marks(article, each.mentions, each.dates)
            bodies.append(Body(self.next_body, article.title or "", article.text, article.raw, marks))
            rows["bodies"].append({"rid": rid, "body": self.next_body})
            self.next_body += 1
            collect(rows, rid, each)
        self.write_bodies(bodies)
        self._insert(rows)
        self.count += len(batch)

    def write_bodies(self, bodies: Sequence[Body]) -> None:
        """Adds bodies to the segments."""
        if self._segment is None or (bodies and self._filled >= self._segment_size):
            if self._segment:
                self._segment.close()
            number = 1 + max((int(name[5:-7]) for name in self.segments), default=0)
            name = f"text-{number:03d}.sqlite"
            self._segment, self._filled = SegmentWriter(self.folder / name), 0
            self.segments.append(name)
        self._segment.add(bodies)
        self._filled += len(bodies)
        self.held += len(bodies)

    def _insert(self, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        """Adds rows to several tables in one transaction: each one waits for the disk."""
        self.staged.execute("BEGIN")
        for table, some in rows.items():
            if some:
                kinds = _STAGED[table]
                arrays = [pa.array([row.get(name) for row in some], _ARROW[kind]) for name, kind in kinds.items()]
                self.staged.register("batch", pa.table(arrays, names=list(kinds)))
                self.staged.execute(f"INSERT INTO {table} FROM batch")
                self.staged.unregister("batch")
        self.staged.execute("COMMIT")

    def keys(self) -> tuple[list[str | None], list[bytes | None]]:
        """Digests and signatures of all articles, by number."""
        found = self.staged.execute("SELECT digest, signature FROM keys ORDER BY rid").fetchall()
        return [digest for digest, _ in found], [signature for _, signature in found]

    def bodies(self) -> Segments:
        """What was written, for reading; nothing can be added afterwards."""
        self._close_segment()
        return Segments([self.folder / name for name in self.segments], places(self.staged, "bodies"))

    def set_repeats(self, repeats: Iterable[Repeat]) -> None:
        """Says which articles repeat which."""
        rows = [{"rid": each.number, "original": each.of, "similarity": each.similarity} for each in repeats]
        self._insert({"duplicates": rows})

    def compared(self) -> dict[tuple[int, int], float | None]:
        """Pairs (earlier, later) of articles taken over that were held against each other before."""
        rows = self.staged.execute("SELECT earlier, later, similarity FROM compared").fetchall()
        return {(earlier, later): similarity for earlier, later, similarity in rows}

    def set_compared(self, pairs: Mapping[tuple[int, int], float | None]) -> None:
        """Keeps what was found of pairs, in place of what was known."""
        self.staged.execute("TRUNCATE compared")
        rows = [{"earlier": a, "later": b, "similarity": found} for (a, b), found in pairs.items()]
        self._insert({"compared": rows})

    def heard(self) -> Heard:
        """What was heard of names in the generation before."""
        return hearing.read(self.staged)

    def set_heard(self, heard: Heard) -> None:
        """Keeps what is known of names, in place of what was known."""
        self.staged.execute("TRUNCATE heard; TRUNCATE alike")
        for some in hearing.rows(heard, _AT_ONCE):
            self._insert(some)

    def undated_files(self) -> Iterator[list[Neighbour]]:
        """The articles of each file added so far that holds dated and undated ones, in corpus order."""
        cursor = self.staged.execute(
            "SELECT source, rid, since, until, inferred_since, inferred_until, inferred_confidence, inferred_why"
            " FROM articles WHERE source IN (SELECT source FROM articles GROUP BY 1 HAVING count(*) > 1"
            " AND bool_or(since IS NULL)) ORDER BY source, rid"
        )
        for _, rows in itertools.groupby(iter(cursor.fetchone, None), key=lambda row: row[0]):
            yield [_neighbour(*row[1:]) for row in rows]

    def set_estimates(self, estimates: Mapping[int, Estimate]) -> None:
        """Replaces when these articles are thought to have appeared."""
        if not estimates:
            return
        rows = [{"rid": rid, **estimate_row(each)} for rid, each in estimates.items()]
        names = ("rid", *(name for name in TABLES["articles"] if name.startswith("inferred")))
        arrays = [pa.array([row[name] for row in rows], _ARROW[TABLES["articles"][name]]) for name in names]
        self.staged.register("estimates", pa.table(arrays, names=list(names)))
        said = ", ".join(f"{name} = e.{name}" for name in names[1:])
        self.staged.execute(f"UPDATE articles SET {said} FROM estimates e WHERE articles.rid = e.rid")
        self.staged.unregister("estimates")

    def written(self) -> Iterator[tuple[str, int, Mention]]:
        """(language, times, mention) of what the list did not find, in the order of first sight; without offsets."""
        cursor = self.staged.execute(
            "SELECT language, sum(n)::INTEGER, surface, actor, kind, found_by FROM written JOIN articles USING (rid)"
            " GROUP BY ALL ORDER BY min(rid::BIGINT * 1000000 + place)"
        )
        while rows := cursor.fetchmany(10_000):
            for language, n, surface, actor, kind, by in rows:
                yield language, n, Mention("text", 0, len(surface), surface, actor, kind, "actor", by)

    def mentioned(self) -> list[str]:
        """Keys of all actors."""
        return [row[0] for row in self.staged.execute("SELECT DISTINCT actor FROM mentions ORDER BY 1").fetchall()]

    def add_actors(self, actors: Sequence[Actor]) -> None:
        """Says who the keys of the mentions are; others than those, and those surely one with them, go."""
        for start in range(0, len(actors), _AT_ONCE):
            self._insert({"actors": [actor_row(actor) for actor in actors[start : start + _AT_ONCE]]})

    def add_pairs(self, pairs: Sequence[Pair]) -> None:
        """Says which actors may be one."""
        self._insert({"pairs": [pair._asdict() for pair in pairs]})

    def add_files(self, files: Sequence[FileRow], notes: Sequence[Note], told: Sequence[Told] = ()) -> None:
        """Says which files were read, what could not be, and what a person may want to know of some of the files."""
        files_, notes_ = [file._asdict() for file in files], [note_row(note) for note in notes]
        self._insert({"files": files_, "notes": notes_, "told": [each._asdict() for each in told]})

    def add_said(self, meanings: Mapping[tuple[str, str], str]) -> None:
        """Keeps what the user's corrections say, by article and by pattern."""
        self._insert({"said": [{"article": a, "pattern": p, "meaning": m} for (a, p), m in meanings.items()]})

    def add_problems(self, problems: Sequence[Problem], set_aside: Sequence[tuple[str, str]]) -> None:
        """Says what could not be read at all, and which files (source, why) are no part of the corpus."""
        self.add_files([], [Note(problem, turn=turn) for turn, problem in enumerate(problems)])
        self._insert({"set_aside": [{"source": source, "why": why} for source, why in set_aside]})

    def finish(self) -> dict[str, Any]:
        """Closes the files and returns what the manifest says of them: segments, fingerprint, numbers of rows."""
        self._close_segment()
        for name, file in (("final", "corpus.duckdb"), ("kept", "reading.duckdb")):
            attach(self.staged, self.folder / file, name)
        # A transaction can write to one file only.
        for name, tables in (("final", TABLES | {"bodies": BODIES}), ("kept", KEPT)):
            made = ";".join(create(f"{name}.{table}", columns) for table, columns in tables.items())
            filled = ";".join(part for part in _FINISH.split(";") if f"INSERT INTO {name}." in part)
            self.staged.execute(f"BEGIN;{made};{filled};COMMIT")
        counts = {t: self.staged.execute(f"SELECT count(*) FROM final.{t}").fetchall()[0][0] for t in TABLES}
        fingerprint = self._fingerprint()
        self.staged.execute("DETACH final; DETACH kept")
        self.staged.close()
        (self.folder / "staged.duckdb").unlink()
        shutil.rmtree(self.folder / "spill", ignore_errors=True)
        bodies = {"next": self.next_body, "held": self.held}
        return {"segments": self.segments, "bodies": bodies, "fingerprint": fingerprint, "counts": counts}

    def _fingerprint(self) -> str:
        digest = hashlib.blake2b(digest_size=6)
        cursor = self.staged.execute("SELECT id, content FROM articles JOIN keys USING (rid) ORDER BY rid")
        while rows := cursor.fetchmany(10_000):
            for id, content in rows:
                digest.update(json.dumps(id).encode() + content)
        return digest.hexdigest()

    def _close_segment(self) -> None:
        if not self.segments:
            self.write_bodies([])
        if self._segment:
            self._segment.close()
        self._segment = None

    def abandon(self) -> None:
        """Closes the files of a generation that will not be."""
        if self._segment:
            self._segment.abandon()
        self.staged.close()


def _neighbour(rid: int, since: date | None, until: date | None, *estimate: Any) -> Neighbour:
    """An article as its row tells it; one that is dated to a month or a year only is no day to go by."""
    found = Estimate(*estimate) if estimate[0] is not None else None
    return Neighbour(rid, since if since == until else None, found, since is not None)


def attach(connection: duckdb.DuckDBPyConnection, path: Path, name: str, options: str = "") -> None:
    """Opens another file in the same connection."""
    connection.execute(f"ATTACH '{_quoted(path)}' AS {name} {options}")


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
