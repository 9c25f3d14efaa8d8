"""From files to a generation: the one way that the app, the command line and the tests take.

Articles are read, enriched and written batch by batch, so that memory does not grow with the corpus. What the
generation before knows of files that did not change is taken over.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from lib import ingest
from lib.build.earlier import Earlier
from lib.build.enriching import Found, enriched_batches
from lib.build.reading import Numbered, Reading, Renumbered
from lib.build.stamps import code_stamp, makers_stamp, source_stamp
from lib.enrich.actors import Gazetteer, load_gazetteer
from lib.enrich.actors.identity import Heard
from lib.enrich.cast import Cast
from lib.enrich.duplicates import Comparison, repeats
from lib.enrich.estimate import between_neighbours
from lib.enrich.identity import curated
from lib.enrich.identity.candidates import candidates, with_joined
from lib.i18n import sentence
from lib.ingest import SourceError
from lib.ingest.corrections import Corrections, load
from lib.model import Article
from lib.store.carry import carry, link_segments, news
from lib.store.generation import StoreError, current, place, publish, read_manifest, sweep, temporary, write_lock
from lib.store.kept import actors_file, columns_file, corrections_file
from lib.store.progress import Progress
from lib.store.rows import AFTER, Note
from lib.store.shared import Shared
from lib.store.writer import Writer

__all__ = ["code_stamp", "ensure", "source_stamp"]

Watch = Callable[[Progress], None]


def ensure(source: Path, home: Path, progress: Watch | None = None, actors: Path | None = None) -> Path:
    """The generation of a source below `home`, written first unless a live one is as new as its source and this code.

    `actors`: a list of the user's own in place of the one kept with the source. Another tab or process that builds the
    same corpus is waited for, its progress told, and its work used. Raises SourceError where nothing can be read at
    all, StoreError where `home` cannot be used, Stopped where somebody stopped the reading.
    """
    try:
        source = source.expanduser()
        folder = place(source, home, actors)
        if not source.exists():
            ingest.survey(source)  # says why, before a folder is made for what is not there
        said = load(corrections_file(source, home))
        told, listed = columns_file(source, home), actors or actors_file(source, home)
        makers = makers_stamp(listed)
        stamp = source_stamp(source, makers, said.stamp, told)
    except (OSError, ValueError, RuntimeError) as error:
        raise SourceError(sentence("{source} cannot be opened: {why}.", source=source, why=error)) from error
    if found := _fresh(folder, stamp):
        return found
    shared = Shared(folder, progress or (lambda _: None))
    with write_lock(folder, shared.wait), contextlib.ExitStack() as after:
        if found := _fresh(folder, stamp):
            return found
        sweep(folder)
        _check(actors)
        shared.clear()
        after.callback(shared.clear)
        kept = Kept(said, told)
        return _Build(source, listed, shared.tell, {"stamp": stamp, "makers": makers}, kept).write(folder)


def _fresh(folder: Path, stamp: str) -> Path | None:
    live = current(folder)
    return live if live and read_manifest(live).get("stamp") == stamp else None


class Kept(NamedTuple):
    """The user's word on a corpus: on its articles, and the file with that on its columns."""

    articles: Corrections
    columns: Path


@dataclass
class _Build:
    """The writing of one generation, and who wants to know of it."""

    source: Path
    actors: Path | None
    watch: Watch
    stamps: dict[str, str]
    kept: Kept
    started: float = field(default_factory=time.monotonic)
    at: Progress = field(default_factory=lambda: Progress(0, 0, 0, 0.0))

    def write(self, folder: Path) -> Path:
        """Reads the source to its end and publishes the generation; leaves nothing behind where that fails."""
        try:
            if live := current(folder):
                # Damage inside a file of the generation before must not be the end: everything is read again then.
                with contextlib.suppress(duckdb.Error, sqlite3.Error, zlib.error, Renumbered):
                    return self._write(folder, live)
            return self._write(folder, None)
        except (OSError, duckdb.Error, sqlite3.Error) as error:
            raise StoreError(
                sentence("The corpus could not be written to {folder}: {why}", folder=folder, why=error)
            ) from error

    def _write(self, folder: Path, live: Path | None) -> Path:
        with contextlib.ExitStack() as stack:
            written = temporary(folder)
            stack.callback(shutil.rmtree, written, ignore_errors=True)
            earlier = stack.enter_context(contextlib.closing(Earlier(live, self.stamps["makers"]))) if live else None
            writer = Writer(written)
            stack.callback(writer.abandon)
            return publish(folder, written, {**self._fill(writer, earlier), **self.stamps})

    def _fill(self, writer: Writer, earlier: Earlier | None) -> dict[str, Any]:
        gazetteer = load_gazetteer(self.actors)
        surveyed = replace(ingest.survey(self.source, self.kept.columns), by_user=self.kept.articles)
        self._tell(done=0, total=len(surveyed.files))
        problems = [*surveyed.problems, *self.kept.articles.problems]
        writer.add_problems(problems, [(each.source, each.why) for each in surveyed.aside])
        known = earlier.path if earlier and earlier.usable else None
        linked = known is not None and link_segments(writer, known)
        reading = Reading(surveyed, earlier, writer.add_files, lambda done, name: self._tell(done=done, name=name))
        batches = enriched_batches(reading.batches(), _articles, self.actors)
        with contextlib.closing(batches):  # workers end at once where something else fails
            for batch, found in batches:
                _add(writer, batch, found)
                self._tell(articles=reading.count)
        self._tell(stage="finishing", articles=reading.count)
        for file in list(writer.undated_files()):  # before unchanged files are taken over: those are settled
            writer.set_estimates(between_neighbours(file))
        if known:
            carry(writer, known, reading.moves, linked)
        self._settle(writer, reading)
        writer.add_said(self.kept.articles.meanings)
        _compare(writer)
        _introduce(writer, gazetteer)
        return {
            "name": self.source.expanduser().resolve().name,
            "kind": "folder" if self.source.is_dir() else "file",
            "built": datetime.now(UTC).isoformat(timespec="seconds"),
            "articles": writer.count,
            "since_last": {**reading.since, **news(writer, earlier.path)} if earlier else None,
            **writer.finish(),
        }

    def _settle(self, writer: Writer, reading: Reading) -> None:
        """Lists the articles that the user says are none, and what the user says of articles that are not there."""
        writer.add_problems([], [(each.source, each.why) for each in reading.refused.values()])
        if not self.source.is_dir():
            return  # a file that lies beside others shares its corrections with them
        rows = writer.staged.execute("SELECT id, source FROM articles").fetchall()
        files = {source for _, source in rows} | {each.source.rpartition(" · ")[0] for each in reading.refused.values()}
        arranged = reading.arranged
        ids = {id for id, _ in rows} | set(reading.refused) | arranged.absorbed
        idle = self.kept.articles.idle(ids, files, arranged.followed)
        writer.add_files([], [Note(problem, AFTER, "ids", turn) for turn, problem in enumerate(idle)])

    def _tell(self, **news: Any) -> None:
        self.at = replace(self.at, seconds=time.monotonic() - self.started, **news)
        self.watch(self.at)


def _articles(batch: Sequence[Numbered]) -> list[Article]:
    return [each.article for each in batch]


def _add(writer: Writer, batch: Sequence[Numbered], found: Found) -> None:
    rows, notes = [], []
    for each, one in zip(batch, found, strict=True):
        row, problem = one if isinstance(one, tuple) else (one, None)
        if problem:
            notes.append(Note(problem, each.file, "enriching", each.rid))
        rows.append(replace(row, own=each.own, whole=None if problem else each.whole))
    writer.add(rows, [each.rid for each in batch])
    writer.add_files([], notes)


def _compare(writer: Writer) -> None:
    """Finds the articles that repeat others."""
    with contextlib.closing(writer.bodies()) as bodies:
        comparison = Comparison(bodies.text, writer.compared())
        writer.set_repeats(repeats(*writer.keys(), comparison))
    writer.set_compared(comparison.made)


def _introduce(writer: Writer, gazetteer: Gazetteer) -> None:
    """Says who the actors are."""
    cast = Cast(gazetteer)
    for language, times, mention in writer.written():
        cast.add(language, [mention], times)
    for key in writer.mentioned():
        cast.meet(key)
    heard = Heard()
    joined = cast.joined(writer.heard(), heard)
    writer.set_heard(heard)
    del heard
    for target in joined.values():
        cast.meet(target)
    everybody = cast.actors()
    del cast  # of a large corpus that is a good part of the memory
    writer.add_actors(everybody)
    named = {*writer.mentioned(), *joined.values()}
    writer.add_pairs(with_joined(candidates(actor for actor in everybody if actor.key in named), joined))


def _check(actors: Path | None) -> None:
    """A list that was asked for by name must be one. Raises SourceError."""
    if actors is None:
        return
    if not actors.exists():
        raise SourceError(sentence("The actor list {actors} cannot be read: there is no such file.", actors=actors))
    if (sheet := curated.load(actors).sheet).broken:
        why = sheet.problems[0].what
        raise SourceError(sentence("The actor list {actors} cannot be used: {why}", actors=actors, why=why))
