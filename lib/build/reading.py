"""Walks through a source file by file: what changed is read, what did not is taken over from the generation before."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from lib import ingest
from lib.build.earlier import Earlier, Known
from lib.i18n import sentence
from lib.ingest.columns import Asked, answer
from lib.ingest.corrections import set_aside
from lib.ingest.report import SetAside
from lib.ingest.structure import Arrangement
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


class Renumbered(Exception):
    """Files that came or went gave another id to an article about which the user says something: all is read again."""


class Numbered(NamedTuple):
    """An article with its number in the corpus, the number of its file, the id that the file gave it, and a digest of
    all that is known before it is enriched."""

    rid: int
    file: int
    own: str
    article: Article
    whole: bytes


class _Found(NamedTuple):
    """A file that is being read: where, under which name, what is said of its columns, and the ids that it gave."""

    surveyed: ingest.Survey
    name: str
    says: Asked
    owns: dict[str, str]


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
        said = surveyed.by_user
        self.arranged = Arrangement(said, self._unique)
        self._anew = earlier.said_anew(said.meanings) if earlier and earlier.usable else frozenset()
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
        first, special = self.count, self._special
        usable = self._earlier is not None and self._earlier.usable
        articles = self._earlier.articles(known) if self._earlier and known and usable else []
        if known and same and digest and usable and self._still(known):
            asked = known.asked
            self._take_over(number, known, articles)
        else:
            says = Asked(self._surveyed.said)
            yield from self._read(number, name, articles, says)
            asked = json.dumps(says.answers) if says.answers else None
        for problem in self._unique.report(ingest.shown(name)):
            self._notes.append(Note(problem, number, "ids"))
        again = self._special > special
        self._files.append(FileRow(number, key, size, changed, digest, first, self.count - first, again, asked))
        if asked or (self._earlier and state != "unchanged"):
            self._tell_of(name, self.count - first, state if self._earlier else None, asked)
        if len(self._files) + len(self._notes) >= _FLUSH:
            self._flush()

    @property
    def _special(self) -> int:
        """How many articles the user took out, split or joined so far: the tables do not know what they were."""
        return len(self.refused) + self.arranged.touched

    def _still(self, known: FileRow) -> bool:
        """Whether the user says the same of a file, its columns and its articles, as when it was read."""
        if known.again or known.file in self._anew:
            return False
        return known.asked is None or all(
            answer(self._surveyed.said.of(name)) == before for name, before in json.loads(known.asked).items()
        )

    def _tell_of(self, name: str, articles: int, state: str | None, asked: str | None) -> None:
        """Notes the file, and each table in it where that lies in an archive."""
        own, tables = ingest.shown(name), list(json.loads(asked)) if asked else []
        if own in tables or not asked or (state and state != "unchanged"):
            self._told.append(Told(own, articles, state, own in tables))
        self._told += [Told(table, 0, None, True) for table in tables if table != own]

    def _read(self, number: int, name: str, articles: list[Known], says: Asked) -> Iterator[Numbered]:
        """The articles of a file that must be enriched; those that are as they were are taken over."""
        before: dict[bytes, list[Known]] = defaultdict(list)
        for each in reversed(articles):
            if each.whole:
                before[each.whole].append(each)
        found = _Found(self._surveyed, name, says, {})
        for article in self.arranged(self._found(number, found)):
            own = found.owns.pop(article.id, article.id)
            wanted = self._surveyed.by_user.apply(article)
            if wanted is None:
                self.refused[article.id] = set_aside(article)
                continue
            whole = digest_of(wanted)
            if same := before.get(whole):
                self._take_one(same.pop(), wanted.id)
            else:
                yield Numbered(self.count, number, own, wanted, whole)
            self.count += 1

    def _found(self, number: int, found: _Found) -> Iterator[Article]:
        """The articles that a file gives, under ids of their own; `found.owns` gets the ids that it gave them."""
        for turn, record in enumerate(ingest.read_one(found.surveyed, found.name, found.says)):
            if isinstance(record, Problem):
                self._notes.append(Note(_valid(record), number, turn=min(turn, AFTER)))
                continue
            article = _valid(record)
            id = self._unique(article.id)
            found.owns[id] = article.id
            yield dataclasses.replace(article, id=id)

    def _take_one(self, known: Known, id: str) -> None:
        if id != known.id:
            self.moves.renamed.append((self.count, id))
        self.moves.add(Run(known.rid, self.count, 1))

    def _take_over(self, number: int, known: FileRow, articles: list[Known]) -> None:
        for rid, each in enumerate(articles, self.count):
            if (id := self._unique(each.own)) != each.id:
                if self._surveyed.by_user.speaks_of({id, each.id}):
                    raise Renumbered(id)
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


def digest_of(article: Article) -> bytes:
    """A digest of all that is known of an article before it is enriched, but for its id."""
    said = repr([getattr(article, each.name) for each in dataclasses.fields(article) if each.name != "id"])
    return hashlib.blake2b(said.encode(), digest_size=16).digest()


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
