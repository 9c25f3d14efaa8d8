"""Bodies and the word index: immutable SQLite files, where one body costs a fiftieth of a millisecond to fetch."""

from __future__ import annotations

import json
import sqlite3
import threading
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lib.store.schema import SEGMENT
from lib.store.search import index_text, match_expression

_LEVEL = 3
_CHUNK = 500


class Body(NamedTuple):
    """What a segment keeps of an article; `marks` is any JSON value."""

    rid: int
    title: str
    text: str
    raw: str | None
    marks: Any


def _pack(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def _unpack(data: bytes) -> str:
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


class SegmentWriter:
    """Writes one segment; complete only after `close`."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript(SEGMENT)
        self._connection.execute("BEGIN")

    def add(self, bodies: Sequence[Body]) -> None:
        """Adds a batch."""
        self._connection.executemany(
            "INSERT INTO body VALUES (?, ?, ?, ?)",
            [
                (b.rid, _pack(b.text), None if b.raw is None else _pack(b.raw), _pack(json.dumps(b.marks)))
                for b in bodies
            ],
        )
        self._connection.executemany(
            "INSERT INTO words(rowid, title, text) VALUES (?, ?, ?)",
            [(b.rid, index_text(b.title), index_text(b.text)) for b in bodies],
        )

    def close(self) -> None:
        """Merges the index into one tree, which makes it smaller and faster, and closes the file."""
        self._connection.execute("INSERT INTO words(words) VALUES ('optimize')")
        self._connection.execute("COMMIT")
        self._connection.close()

    def abandon(self) -> None:
        """Closes the file as it is."""
        self._connection.close()


class Segments:
    """The segments of a generation, read-only, with one connection per thread and file."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = tuple(paths)
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._lock = threading.Lock()

    def _connections(self) -> list[sqlite3.Connection]:
        mine: list[sqlite3.Connection] | None = getattr(self._local, "connections", None)
        if mine is None:
            mine = []
            for path in self._paths:
                uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
                mine.append(sqlite3.connect(uri, uri=True, check_same_thread=False))
            with self._lock:
                self._opened.extend(mine)
            self._local.connections = mine
        return mine

    def _column(self, rid: int, column: str) -> bytes | None:
        for connection in self._connections():
            row = connection.execute(f"SELECT {column} FROM body WHERE rid = ?", (rid,)).fetchone()
            if row is not None:
                return row[0]  # type: ignore[no-any-return]
        return None

    def text(self, rid: int) -> str:
        """The body of an article; empty where the number is not known."""
        data = self._column(rid, "text")
        return "" if data is None else _unpack(data)

    def raw(self, rid: int) -> str | None:
        """The article's part of the source untouched, where there is a page to show."""
        data = self._column(rid, "raw")
        return None if data is None else _unpack(data)

    def marks(self, rid: int) -> Any:
        """What was kept beside the body, None where the number is not known."""
        data = self._column(rid, "marks")
        return None if data is None else json.loads(_unpack(data))

    def texts(self, rids: Iterable[int]) -> Iterator[tuple[int, str]]:
        """(rid, body) of many articles, in the order of their numbers."""
        wanted = sorted(set(rids))
        for first in range(0, len(wanted), _CHUNK):
            some = wanted[first : first + _CHUNK]
            query = f"SELECT rid, text FROM body WHERE rid IN ({','.join('?' * len(some))}) ORDER BY rid"
            for connection in self._connections():
                for rid, data in connection.execute(query, some).fetchall():
                    yield rid, _unpack(data)

    def search(self, query: str) -> list[int]:
        """Numbers of the articles that hold what was asked, ascending; see `match_expression`."""
        expression = match_expression(query)
        if expression is None:
            return []
        found: list[int] = []
        for connection in self._connections():
            rows = connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (expression,))
            found.extend(row[0] for row in rows)
        return sorted(found)

    def close(self) -> None:
        """Closes the files in every thread."""
        with self._lock:
            for connection in self._opened:
                connection.close()
            self._opened.clear()
        self._local = threading.local()
