"""Bodies and the word index: immutable SQLite files, where one body costs a fiftieth of a millisecond to fetch."""

from __future__ import annotations

import json
import sqlite3
import threading
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import numpy as np
from numpy.typing import NDArray

from lib.store.schema import SEGMENT
from lib.store.search import index_text, match_expression

_LEVEL = 3
_CHUNK = 500


class Body(NamedTuple):
    """What a segment keeps of an article under a number of its own; `marks` is any JSON value."""

    number: int
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
                (b.number, _pack(b.text), None if b.raw is None else _pack(b.raw), _pack(json.dumps(b.marks)))
                for b in bodies
            ],
        )
        self._connection.executemany(
            "INSERT INTO words(rowid, title, text) VALUES (?, ?, ?)",
            [(b.number, index_text(b.title), index_text(b.text)) for b in bodies],
        )

    def close(self) -> None:
        """Merges the index into one tree, which makes it smaller and faster, and closes the file."""
        self._connection.execute("INSERT INTO words(words) VALUES ('optimize')")
        self._connection.execute("COMMIT")
        self._connection.close()

    def abandon(self) -> None:
        """Closes the file as it is."""
        self._connection.close()


def places(connection: duckdb.DuckDBPyConnection, table: str) -> NDArray[np.integer[Any]]:
    """The number of the body of each article, in corpus order."""
    return np.asarray(connection.execute(f"SELECT body FROM {table} ORDER BY rid").fetchnumpy()["body"], np.int64)


class Segments:
    """The segments of a generation, read-only, with one connection per thread and file.

    `places` gives the number of the body of each article; a body that no article points to is as if it were not there.
    """

    def __init__(self, paths: Sequence[Path], places: NDArray[np.integer[Any]]) -> None:
        self._paths = tuple(paths)
        self._places = np.asarray(places, np.int64)
        self._rids = np.argsort(self._places)
        self._sorted = self._places[self._rids]
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

    def _articles(self, bodies: Sequence[int]) -> list[int]:
        """The articles that these bodies belong to, ascending; unused bodies have none."""
        wanted = np.asarray(bodies, np.int64)
        at = np.searchsorted(self._sorted, wanted).clip(max=max(len(self._sorted) - 1, 0))
        found = self._rids[at[self._sorted[at] == wanted]] if len(self._sorted) else self._rids
        return sorted(found.tolist())

    def _column(self, rid: int, column: str) -> bytes | None:
        if not 0 <= rid < len(self._places):
            return None
        place = int(self._places[rid])
        for connection in self._connections():
            row = connection.execute(f"SELECT {column} FROM body WHERE body = ?", (place,)).fetchone()
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
        wanted = sorted(rid for rid in set(rids) if 0 <= rid < len(self._places))
        for first in range(0, len(wanted), _CHUNK):
            some = wanted[first : first + _CHUNK]
            places = self._places[some].tolist()
            query = f"SELECT body, text FROM body WHERE body IN ({','.join('?' * len(some))})"
            found: dict[int, bytes] = {}
            for connection in self._connections():
                found.update(connection.execute(query, places).fetchall())
            for rid, place in zip(some, places, strict=True):
                if place in found:
                    yield rid, _unpack(found[place])

    def search(self, query: str) -> list[int]:
        """Numbers of the articles that hold what was asked, ascending; see `match_expression`."""
        expression = match_expression(query)
        if expression is None:
            return []
        found: list[int] = []
        for connection in self._connections():
            rows = connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (expression,))
            found.extend(row[0] for row in rows)
        return self._articles(found)

    def close(self) -> None:
        """Closes the files in every thread."""
        with self._lock:
            for connection in self._opened:
                connection.close()
            self._opened.clear()
        self._local = threading.local()
