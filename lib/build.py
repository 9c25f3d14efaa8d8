"""From files to a generation: the one way that the app, the command line and the tests take.

Articles are read, enriched and written batch by batch, so that memory does not grow with the corpus.
"""

from __future__ import annotations

import contextlib
import csv
import functools
import hashlib
import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from lib import ingest
from lib.enrich import declared, enrich
from lib.enrich.actors import Gazetteer, load_gazetteer
from lib.enrich.cast import Cast
from lib.enrich.duplicates import repeats
from lib.ingest import SetAside, SourceError
from lib.ingest.walk import walk
from lib.model import Article, Problem
from lib.store.generation import StoreError, current, place, publish, read_manifest, sweep, temporary, write_lock
from lib.store.progress import Progress
from lib.store.writer import Enriched, Writer

BATCH = 500
# A batch of long articles is cut short: some sources hold books.
BATCH_CHARACTERS = 4_000_000

Watch = Callable[[Progress], None]
_LIB = Path(__file__).resolve().parent
_SURROGATE = re.compile("[\ud800-\udfff]")
# What a generation depends on besides its source.
_MAKERS = ("ingest", "enrich", "text", "store", "data", "model.py", "build.py")


def ensure(source: Path, home: Path, progress: Watch | None = None, actors: Path | None = None) -> Path:
    """The generation of a source below `home`, written first unless a live one is as new as its source and this code.

    `actors`: a list of the user's own. Another process that builds the same corpus is waited for and its work used.
    Raises SourceError where nothing can be read at all, StoreError where `home` cannot be used.
    """
    try:
        source = source.expanduser()
        folder = place(source, home, actors)
        if not source.exists():
            next(ingest.read(source), None)  # the reader says why, before a folder is made for what is not there
        stamp = source_stamp(source, actors)
    except (OSError, ValueError, RuntimeError) as error:
        raise SourceError(f"{source} cannot be opened: {error}.") from error
    if found := _fresh(folder, stamp):
        return found
    with write_lock(folder):
        if found := _fresh(folder, stamp):
            return found
        sweep(folder)
        return _Build(source, actors, progress).write(folder, stamp)


def source_stamp(source: Path, actors: Path | None = None) -> str:
    """Hex digest of names, sizes and times of change of all files, and of the code and data that read them."""
    digest = hashlib.blake2b(code_stamp().encode(), digest_size=16)
    files = [("", source)]
    if source.is_dir():
        found = walk(source)
        files = [(name, source / name) for name in found.files]
        digest.update(repr((found.aside, found.problems)).encode("utf-8", "surrogateescape"))
    if actors:
        files.append(("actors", actors))
    for name, path in files:
        try:
            state = path.stat()
            known = (name, state.st_size, state.st_mtime_ns)
        except OSError as error:
            known = (name, -1, error.errno or 0)
        digest.update(repr(known).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


@functools.cache
def code_stamp() -> str:
    """Hex digest of the code and data that decide what a generation holds."""
    digest = hashlib.blake2b(digest_size=16)
    for name in _MAKERS:
        path = _LIB / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.relative_to(_LIB).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _fresh(folder: Path, stamp: str) -> Path | None:
    live = current(folder)
    return live if live and read_manifest(live).get("stamp") == stamp else None


@dataclass
class _Build:
    """The writing of one generation: what has been seen so far, and who wants to know."""

    source: Path
    actors: Path | None
    watch: Watch | None
    started: float = field(default_factory=time.monotonic)
    problems: list[Problem] = field(default_factory=list)
    set_aside: list[tuple[str, str]] = field(default_factory=list)
    at: Progress = field(default_factory=lambda: Progress(0, 0, 0, 0.0))

    def write(self, folder: Path, stamp: str) -> Path:
        """Reads the source to its end and publishes the generation; leaves nothing behind where that fails."""
        written = temporary(folder)
        writer: Writer | None = None
        try:
            writer = Writer(written)
            manifest = self._fill(writer)
            return publish(folder, written, {**manifest, "stamp": stamp})
        except (OSError, duckdb.Error, sqlite3.Error) as error:
            raise StoreError(f"The corpus could not be written to {folder}: {error}") from error
        finally:
            if writer:
                writer.abandon()
            shutil.rmtree(written, ignore_errors=True)

    def _fill(self, writer: Writer) -> dict[str, Any]:
        cast = Cast(_gazetteer(self.actors))
        for articles in self._batches():
            batch = self._enriched([_valid(article) for article in articles])
            for each in batch:
                cast.add(each.article.language or "und", each.mentions)
            writer.add(batch)
            self._tell(articles=writer.count)
        self._tell(stage="finishing")
        with contextlib.closing(writer.bodies()) as bodies:
            writer.set_repeats(repeats(*writer.keys(), bodies.text))
        writer.add_actors(cast.actors())
        writer.add_problems(self.problems, self.set_aside)
        return {
            "name": self.source.expanduser().resolve().name,
            "kind": "folder" if self.source.is_dir() else "file",
            "built": datetime.now(UTC).isoformat(timespec="seconds"),
            "articles": writer.count,
            **writer.finish(),
        }

    def _batches(self) -> Iterator[list[Article]]:
        """Articles in batches; what else the reader says is kept aside."""
        batch: list[Article] = []
        characters = 0
        for record in ingest.read(self.source):
            if isinstance(record, Article):
                batch.append(record)
                characters += len(record.text) + len(record.raw or "")
                if len(batch) >= BATCH or characters >= BATCH_CHARACTERS:
                    yield batch
                    batch, characters = [], 0
            elif isinstance(record, Problem):
                self.problems.append(record)
            elif isinstance(record, SetAside):
                self.set_aside.append((record.source, record.why))
            else:
                self._tell(done=record.done, total=record.total, name=record.name)
        if batch:
            yield batch

    def _tell(self, **news: Any) -> None:
        self.at = replace(self.at, seconds=time.monotonic() - self.started, **news)
        if self.watch:
            self.watch(self.at)

    def _enriched(self, articles: Sequence[Article]) -> list[Enriched]:
        try:
            return _enrich(articles, self.actors)
        except Exception:
            return [self._one(article) for article in articles]

    def _one(self, article: Article) -> Enriched:
        """One article alone. What breaks on it is reported and costs its marks: hours of reading are not lost to it."""
        try:
            return _enrich([article], self.actors)[0]
        except Exception as error:
            what = f"Names and dates could not be looked for in this article ({type(error).__name__}: {error})."
            self.problems.append(Problem(article.source, article.id, what, True))
            language = declared(article.language) or "und"
            return Enriched(replace(article, language=language), (), (), {"characters": len(article.text)}, {})


def _enrich(articles: Sequence[Article], actors: Path | None) -> list[Enriched]:
    """The articles with what was found in them."""
    frame = pd.DataFrame([_row(article) for article in articles]).astype(object)
    found = enrich(frame, actors)
    return [
        _joined(replace(article, language=row["language"]), row)
        for article, row in zip(articles, found.to_dict("records"), strict=True)
    ]


def _row(article: Article) -> dict[str, Any]:
    period = {"since": article.published.since, "until": article.published.until}
    names = ("id", "title", "text", "captions", "language")
    return {**{name: getattr(article, name) for name in names}, **period}


def _joined(article: Article, row: Mapping[Any, Any]) -> Enriched:
    statistics = asdict(row["statistics"])
    scripts = statistics.pop("scripts")
    statistics["captions"] = len(article.captions)
    statistics["removed_characters"] = sum(each.end - each.start for each in article.removed)
    keys = {"digest": row["digest"], "signature": row["signature"]}
    return Enriched(article, row["mentions"], row["dates"], statistics, scripts, **keys)


def _valid(article: Article) -> Article:
    """The article without lone surrogates, which no file and no database can hold; U+FFFD stands in their place."""
    changed: dict[str, Any] = {}
    for name in ("id", "source", "title", "text", "outlet", "author", "url", "section", "raw"):
        value = getattr(article, name)
        if value and not value.isascii() and _SURROGATE.search(value):
            changed[name] = _SURROGATE.sub("\ufffd", value)
    if any(map(_SURROGATE.search, article.captions)):
        changed["captions"] = tuple(_SURROGATE.sub("\ufffd", caption) for caption in article.captions)
    return replace(article, **changed) if changed else article


def _gazetteer(actors: Path | None) -> Gazetteer:
    """The list of actors, the user's own read afresh. Raises SourceError where that cannot be read."""
    if actors is None:
        return load_gazetteer()
    load_gazetteer.cache_clear()
    try:
        return load_gazetteer(actors)
    except OSError as error:
        raise SourceError(f"The actor list {actors} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, csv.Error) as error:
        raise SourceError(f"The actor list {actors} cannot be used: {error}.") from error
