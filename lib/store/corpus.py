"""A corpus opened for reading: tables as pandas or Ibis, texts by id, words by index. Nothing here can write."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

import duckdb
import ibis
import pandas as pd

from lib.model import Actor
from lib.store.document import Document, unpack, with_joined
from lib.store.generation import Lease, read_manifest
from lib.store.segment import Segments, places

# No extension is ever fetched: nothing leaves the machine.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


class Corpus:
    """One generation, open read-only. Safe to share between threads: each use takes its own cursor."""

    def __init__(self, generation: Path, lease: Lease | None = None) -> None:
        self._lease = lease
        self.generation = generation
        self.meta: dict[str, Any] = read_manifest(generation)
        self._database = duckdb.connect(str(generation / "corpus.duckdb"), read_only=True, config=_CONFIG)
        segments = [generation / name for name in self.meta["segments"]]
        self._segments = Segments(segments, places(self._database, "bodies"))
        self._lock = threading.Lock()
        self._known: dict[str, Any] = {}

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the files; the corpus cannot be used afterwards."""
        self._segments.close()
        self._database.close()
        if self._lease:
            self._lease.release()

    @property
    def name(self) -> str:
        """The name of the folder or file, without its path."""
        return str(self.meta["name"])

    @property
    def fingerprint(self) -> str:
        """Short hex digest of the articles' ids, titles and texts: the same content has the same fingerprint."""
        return str(self.meta["fingerprint"])

    def connection(self) -> duckdb.DuckDBPyConnection:
        """A cursor of its own for one use in one thread."""
        return self._database.cursor()

    @property
    def ibis(self) -> Any:
        """An Ibis backend on a cursor of its own."""
        return ibis.duckdb.from_connection(self.connection())

    def _frame(self, query: str) -> pd.DataFrame:
        return self.connection().execute(query).df()

    def articles(self) -> pd.DataFrame:
        """Every article without its body, in corpus order."""
        return self._frame("FROM articles ORDER BY rid")

    def mentions(self) -> pd.DataFrame:
        """One row per (article, actor, role, part) with the number of mentions."""
        return self._frame("FROM mentions ORDER BY rid, actor, role, part")

    def dates(self) -> pd.DataFrame:
        """Every date that a text speaks of, in reading order."""
        return self._frame("FROM dates ORDER BY rid, part DESC, span_start")

    def actors(self) -> pd.DataFrame:
        """Every actor that occurs, those in most articles first."""
        return self._frame("FROM actors ORDER BY articles DESC, mentions DESC, actor")

    def problems(self) -> pd.DataFrame:
        """What could not be read: source, place, what, kept."""
        return self._frame("FROM problems")

    def removed(self) -> pd.DataFrame:
        """What cleaning took out, by reason: why, pieces, characters, articles."""
        return self._frame("FROM removed")

    def set_aside(self) -> pd.DataFrame:
        """Files that are no part of the corpus: source, why."""
        return self._frame("FROM set_aside")

    def _one(self, query: str, value: str) -> dict[str, Any] | None:
        try:
            value.encode()
        except UnicodeEncodeError:  # half a character, as a link may bring: no database has it
            return None
        cursor = self.connection().execute(query, (value,))
        row = cursor.fetchone()
        return None if row is None else dict(zip([c[0] for c in cursor.description or ()], row, strict=True))

    def text(self, id: str) -> str:
        """The body of the article with this id. KeyError where there is none."""
        row = self._one("SELECT rid FROM articles WHERE id = ?", id)
        if row is None:
            raise KeyError(id)
        return self._segments.text(row["rid"])

    def texts(self, rids: Iterable[int]) -> Iterator[tuple[int, str]]:
        """(rid, body) of many articles in corpus order, a few hundred in memory at a time."""
        return self._segments.texts(rids)

    def document(self, id: str) -> Document | None:
        """The article with this id and all that is known of it, None where there is none."""
        row = self._one("FROM articles WHERE id = ?", id)
        return None if row is None else self._document(row)

    def documents(self) -> Iterator[Document]:
        """Every article in corpus order, one in memory at a time."""
        cursor = self.connection().execute("FROM articles ORDER BY rid")
        names = [column[0] for column in cursor.description or ()]
        while rows := cursor.fetchmany(500):
            for row in rows:
                yield self._document(dict(zip(names, row, strict=True)))

    def _document(self, row: dict[str, Any]) -> Document:
        rid = row["rid"]
        document = unpack(row, self._segments.text(rid), self._segments.raw(rid), self._segments.marks(rid))
        return with_joined(document, dict(self._once("joined", "FROM joined")))

    def search_ids(self, query: str) -> list[int]:
        """`rid` of the articles with all these words, ascending; "quoted words" are a phrase, word* a beginning."""
        return self._segments.search(query)

    def actor(self, key: str) -> Actor | None:
        """The actor with this key, None where it does not occur in this corpus."""
        row = self._one("FROM actors WHERE actor = ?", key)
        if row is None:
            return None
        names, aliases = json.loads(row["names"]), tuple(row["aliases"] or ())
        return Actor(row["actor"], row["kind"], names, aliases, row["wikidata"], row["origin"])

    def _once(self, name: str, query: str) -> list[tuple[Any, ...]]:
        """Rows of a question whose answer cannot change while a generation lives."""
        with self._lock:
            if name not in self._known:
                self._known[name] = self.connection().execute(query).fetchall()
            return self._known[name]  # type: ignore[no-any-return]

    def languages(self) -> list[str]:
        """Languages of the corpus, the most frequent first."""
        rows = self._once("languages", "SELECT language, count(*) AS n FROM articles GROUP BY 1 ORDER BY n DESC, 1")
        return [row[0] for row in rows]

    def outlets(self) -> list[str]:
        """Outlets of the corpus, the most frequent first."""
        query = "SELECT outlet, count(*) AS n FROM articles WHERE outlet IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1"
        return [row[0] for row in self._once("outlets", query)]

    def span(self, which: Literal["published", "spoken"]) -> tuple[date, date] | None:
        """First and last day that articles appeared, or that they speak of; None where no date is known."""
        table = {"published": "articles", "spoken": "dates"}[which]
        first, last = self._once(which, f"SELECT min(since), max(until) FROM {table}")[0]
        return None if first is None or last is None else (first, last)

    @property
    def has_published(self) -> bool:
        """Whether any article has a date of publication."""
        return self.span("published") is not None
