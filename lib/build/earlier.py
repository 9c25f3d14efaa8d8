"""The generation before: which files it was made of, so that only what changed since is read again."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import duckdb

from lib.store.generation import read_manifest
from lib.store.rows import FileRow
from lib.store.writer import attach


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
        self._ids = self._rows("SELECT own, id FROM keys JOIN corpus.articles USING (rid) ORDER BY rid")
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

    def ids(self, file: FileRow) -> list[tuple[str, str]]:
        """(id that the file gave, id that stood for it) of its articles. Files must be asked for in corpus order."""
        rows = itertools.islice(self._ids, file.first - self._passed, file.first - self._passed + file.articles)
        self._passed = file.first + file.articles
        return [(str(own), str(id)) for own, id in rows]

    def close(self) -> None:
        """Lets go of the files."""
        self._database.close()


def _order(name: bytes) -> list[str]:
    return name.decode("utf-8", "surrogateescape").split("/")
