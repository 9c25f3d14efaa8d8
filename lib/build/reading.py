"""Walks through a source file by file: what changed is read, what did not is taken over from the generation before."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from lib import ingest
from lib.build.earlier import Earlier
from lib.i18n import sentence
from lib.ingest.columns import Asked, answer
from lib.ingest.corrections import set_aside
from lib.ingest.report import SetAside
from lib.model import Article, Problem
from lib.store.carry import Moves, Run
from lib.store.rows import AFTER, FileRow, Note, Told

BATCH = 500
# A batch of long articles is cut short: some sources hold books.
BATCH_CHARACTERS = 4_000_000
_FLUSH = 2_000
_SURROGATE = re.compile("[\ud800-\udfff]")

_Record = TypeVar("_Record", Article, Problem)

# Takes files, notes and what a person may want to know of files, as soon as there are many.
Keep = Callable[[list[FileRow], list[Note], list[Told]], None]
# Takes the number of files done and the name of the last.
Tell = Callable[[int, str], None]


class Numbered(NamedTuple):
    """An article with its number in the corpus, the number of its file, and the id that the file gave it."""

    rid: int
    file: int
    own: str
    article: Article


class Reading:
    """One pass through a source. `batches` gives the articles that must be enriched; `moves` is known after it."""

    def __init__(self, surveyed: ingest.Survey, earlier: Earlier | None, keep: Keep, tell: Tell) -> None:
        self.moves = Moves()
        self.count = 0
        self.since: Counter[str] = Counter(new=0, changed=0, unchanged=0, vanished=0)
        self._surveyed = surveyed
        self._base = str(surveyed.base)
        self._earlier = earlier
        self._keep = keep
        self._tell = tell
        self._unique = ingest.Unique()
        self.refused: dict[str, SetAside] = {}
        self._files: list[FileRow] = []
        self._notes: list[Note] = []
        self._told: list[Told] = []

    def batches(self) -> Iterator[list[Numbered]]:
        """New and changed articles, a few hundred at a time."""
        batch: list[Numbered] = []
        characters = 0
        for number, name in enumerate(self._surveyed.files):
            for each in self._file(number, name):
                batch.append(each)
                characters += len(each.article.text) + len(each.article.raw or "")
                if len(batch) >= BATCH or characters >= BATCH_CHARACTERS:
                    yield batch
                    batch, characters = [], 0
            self._tell(number + 1, ingest.shown(name))
        if batch:
            yield batch
        self._finish()

    def _file(self, number: int, name: str) -> Iterator[Numbered]:
        """The articles of one file, none where it is as it was."""
        key = name.encode("utf-8", "surrogateescape")
        known = self._earlier.file(key) if self._earlier else None
        size, changed, digest = look(os.path.join(self._base, name), known)  # noqa: PTH118 (asked for every file)
        same = known is not None and known.digest == digest
        state = "new" if known is None else "unchanged" if same else "changed"
        self.since[state] += 1
        first, refused = self.count, len(self.refused)
        if self._earlier and known and same and digest and self._earlier.usable and self._still(known.asked):
            asked = known.asked
            self._take_over(number, known, self._earlier.ids(known))
        else:
            says = Asked(self._surveyed.said)
            yield from self._read(number, name, says)
            asked = json.dumps(says.answers) if says.answers else None
        for problem in self._unique.report(ingest.shown(name)):
            self._notes.append(Note(problem, number, "ids"))
        if len(self.refused) > refused:
            digest = b""  # read again every time: the tables know nothing of articles that are none
        self._files.append(FileRow(number, key, size, changed, digest, first, self.count - first, asked))
        if asked or (self._earlier and state != "unchanged"):
            self._tell_of(name, self.count - first, state if self._earlier else None, asked)
        if len(self._files) + len(self._notes) >= _FLUSH:
            self._flush()

    def _still(self, asked: str | None) -> bool:
        """Whether the user says the same of the columns of a file as when it was read."""
        return asked is None or all(
            answer(self._surveyed.said.of(name)) == before for name, before in json.loads(asked).items()
        )

    def _tell_of(self, name: str, articles: int, state: str | None, asked: str | None) -> None:
        """Notes the file, and each table in it where that lies in an archive."""
        own, tables = ingest.shown(name), list(json.loads(asked)) if asked else []
        if own in tables or not asked or (state and state != "unchanged"):
            self._told.append(Told(own, articles, state, own in tables))
        self._told += [Told(table, 0, None, True) for table in tables if table != own]

    def _read(self, number: int, name: str, says: Asked) -> Iterator[Numbered]:
        for turn, record in enumerate(ingest.read_one(self._surveyed, name, says)):
            if isinstance(record, Problem):
                self._notes.append(Note(_valid(record), number, turn=min(turn, AFTER)))
                continue
            article = _valid(record)
            own, article = article.id, dataclasses.replace(article, id=self._unique(article.id))
            if wanted := self._surveyed.by_user.apply(article):
                yield Numbered(self.count, number, own, wanted)
                self.count += 1
            else:
                self.refused[article.id] = set_aside(article)

    def _take_over(self, number: int, known: FileRow, ids: list[tuple[str, str]]) -> None:
        for rid, (own, old) in enumerate(ids, self.count):
            if (id := self._unique(own)) != old:
                self.moves.renamed.append((rid, id))
        self.moves.add(Run(known.first, self.count, known.articles))
        self.moves.files.append((known.file, number))
        self.count += known.articles

    def _finish(self) -> None:
        if self._earlier:
            self._earlier.rest()
            self.since["vanished"] = len(self._earlier.vanished)
            for turn, file in enumerate(self._earlier.vanished):
                name = ingest.shown(file.name.decode("utf-8", "surrogateescape"))
                self._told.append(Told(name, file.articles, "vanished", False))
                what = sentence("This file was there last time and is gone; {n} article went with it.",
                                "This file was there last time and is gone; {n} articles went with it.",
                                n=file.articles)  # fmt: skip
                self._notes.append(Note(Problem(name, "file", what, False), AFTER, turn=turn))
        self._flush()

    def _flush(self) -> None:
        self._keep(self._files, self._notes, self._told)
        self._files, self._notes, self._told = [], [], []


def look(path: str, known: FileRow | None) -> tuple[int, int, bytes]:
    """Size, time of change in nanoseconds and digest of a file, read only where the first two differ from `known`.

    The digest is empty where the file cannot be opened.
    """
    try:
        state = os.stat(path)  # noqa: PTH116
        size, changed = state.st_size, state.st_mtime_ns
        if known and (known.size, known.changed) == (size, changed):
            return size, changed, known.digest
        with Path(path).open("rb") as file:
            return size, changed, hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).digest()
    except OSError:
        return -1, -1, b""


def _valid(record: _Record) -> _Record:
    """The record without lone surrogates, which no file and no database can hold; U+FFFD stands in their place."""
    changed: dict[str, Any] = {}
    for name in (field.name for field in dataclasses.fields(record)):
        value = getattr(record, name)
        if isinstance(value, str) and not value.isascii() and _SURROGATE.search(value):
            changed[name] = _SURROGATE.sub("\ufffd", value)
    if isinstance(record, Article) and any(map(_SURROGATE.search, record.captions)):
        changed["captions"] = tuple(_SURROGATE.sub("\ufffd", caption) for caption in record.captions)
    return dataclasses.replace(record, **changed) if changed else record
