"""The generation before: which files it was made of, so that only what changed since is read again."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import duckdb

from lib.ingest.corrections import matches
from lib.store.generation import read_manifest
from lib.store.rows import FileRow
from lib.store.writer import attach


class Known(NamedTuple):
    """An article of the generation before: the id that its file gave, the one that stood for it, digest, number."""

    own: str
    id: str
    whole: bytes | None
    rid: int


class Earlier:
    """An earlier generation of the same source, read from its beginning to its end, side by side with the source.

    `usable`: the same code would read its files the same way, so what it knows of them holds.
    """

    def __init__(self, generation: Path, makers: str) -> None:
        self.path = generation
        self.usable = read_manifest(generation).get("makers") == makers
        self._database = duckdb.connect(str(generation / "reading.duckdb"), read_only=True)
        self._files = self._rows("SELECT * FROM files ORDER BY file")
        self._next = next(self._files, None)
        attach(self._database, generation / "corpus.duckdb", "corpus", "(READ_ONLY)")
        self._ids = self._rows("SELECT own, id, whole, rid FROM keys JOIN corpus.articles USING (rid) ORDER BY rid")
        self._passed = 0
        self.vanished: list[FileRow] = []

    def _rows(self, query: str) -> Iterator[tuple[object, ...]]:
        cursor = self._database.cursor().execute(query)
        while rows := cursor.fetchmany(5_000):
            yield from rows

    def file(self, name: bytes) -> FileRow | None:
        """What is known of a file, None where nothing is. Names must be asked for in corpus order."""
        while self._next is not None:
            known = FileRow(*self._next)  # type: ignore[arg-type]
            if known.name != name and _order(known.name) > _order(name):
                return None
            self._next = next(self._files, None)
            if known.name == name:
                return known
            self.vanished.append(known)
        return None

    def rest(self) -> None:
        """Says that there are no more files: those not asked for have vanished."""
        while self._next is not None:
            self.vanished.append(FileRow(*self._next))  # type: ignore[arg-type]
            self._next = next(self._files, None)

    def articles(self, file: FileRow) -> list[Known]:
        """What is known of the articles of a file. Files must be asked for in corpus order."""
        rows = itertools.islice(self._ids, file.first - self._passed, file.first - self._passed + file.articles)
        self._passed = file.first + file.articles
        return [Known(*row) for row in rows]  # type: ignore[arg-type]

    def said_anew(self, meanings: Mapping[tuple[str, str], str]) -> frozenset[int]:
        """The files, by their numbers of then, of which the user says something else now than then."""
        rows = self._database.cursor().execute("SELECT article, pattern, meaning FROM said").fetchall()
        before = {(article, pattern): meaning for article, pattern, meaning in rows}
        anew = [key for key in before.keys() | meanings.keys() if before.get(key) != meanings.get(key)]
        ids, patterns = (
            [article for article, _ in anew if article],
            [pattern for article, pattern in anew if not article],
        )
        if not anew:
            return frozenset()
        cursor = self._database.cursor()
        cursor.execute(
            "SELECT file, list(DISTINCT source), bool_or(id IN (SELECT unnest(?::VARCHAR[]))) FROM corpus.articles"
            " ASOF JOIN (FROM files WHERE articles > 0) AS files ON rid >= files.first GROUP BY file",
            [ids],
        )
        return frozenset(
            file
            for file, sources, named in cursor.fetchall()
            if named or any(matches(pattern, source) for pattern in patterns for source in sources)
        )

    def close(self) -> None:
        """Lets go of the files."""
        self._database.close()


def _order(name: bytes) -> list[str]:
    return name.decode("utf-8", "surrogateescape").split("/")
