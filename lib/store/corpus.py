"""A corpus opened for reading: tables as pandas or Ibis, texts by id, words by index. Nothing here can write."""

from __future__ import annotations

import copy
import json
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

import duckdb
import pandas as pd

from lib.enrich.identity.overlay import NOTHING, Overlay
from lib.ingest.labels import Labels
from lib.ingest.labels import load as load_labels
from lib.model import Actor
from lib.store.document import Document, unpack
from lib.store.generation import Lease, read_manifest
from lib.store.segment import Segments, places

# No extension is ever fetched: nothing leaves the machine.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


class Corpus:
    """One generation, open read-only. Safe to share between threads: each use takes its own cursor."""

    def __init__(self, generation: Path, lease: Lease | None = None, said: Path | None = None) -> None:
        """`said`: the file in which the user says what is put on articles."""
        self._lease = lease
        self._said = said
        self.generation = generation
        self.meta: dict[str, Any] = read_manifest(generation)
        self._database = duckdb.connect(str(generation / "corpus.duckdb"), read_only=True, config=_CONFIG)
        segments = [generation / name for name in self.meta["segments"]]
        self._segments = Segments(segments, places(self._database, "bodies"))
        self._lock = threading.Lock()
        self._known: dict[str, Any] = {}
        self.overlay: Overlay = NOTHING
        self.memory: dict[str, Any] = {}  # what others keep as long as this generation is open

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
        import ibis  # reading a corpus needs no query engine, and is quicker to start without

        return ibis.duckdb.from_connection(self.connection())

    @property
    def labels(self) -> Labels:
        """Stars, tags, sets and notes as they stand now: no part of the generation, so that a change shows at once."""
        return load_labels(self._said) if self._said else Labels()

    def under(self, overlay: Overlay) -> Corpus:
        """The same corpus with its actors as a reader's list has them; it is open as long as this one is."""
        twin = copy.copy(self)
        twin.overlay = overlay
        return twin

    def _actors_as_listed(self, name: Literal["mentions", "actors"], order: list[str]) -> pd.DataFrame:
        from lib.store import overlaid

        table = getattr(overlaid, name)(self.ibis.table, self.overlay)
        by = [table[each.removeprefix("-")].desc() if each.startswith("-") else table[each] for each in order]
        found: pd.DataFrame = table.order_by(by).execute()
        return found

    def _frame(self, query: str) -> pd.DataFrame:
        return self.connection().execute(query).df()

    def articles(self) -> pd.DataFrame:
        """Every article without its body, in corpus order."""
        return self._frame("FROM articles ORDER BY rid")

    def mentions(self) -> pd.DataFrame:
        """One row per (article, actor, role, part) with the number of mentions."""
        if self.overlay.touched:
            return self._actors_as_listed("mentions", ["rid", "actor", "role", "part"])
        return self._frame("FROM mentions ORDER BY rid, actor, role, part")

    def dates(self) -> pd.DataFrame:
        """Every date that a text speaks of, in reading order."""
        return self._frame("FROM dates ORDER BY rid, part DESC, span_start")

    def actors(self) -> pd.DataFrame:
        """Every actor that occurs, those in most articles first."""
        if self.overlay.touched:
            return self._actors_as_listed("actors", ["-articles", "-mentions", "actor"])
        return self._frame("FROM actors ORDER BY articles DESC, mentions DESC, actor")

    def problems(self) -> pd.DataFrame:
        """What could not be read: source, place, what, kept, said (`what` for `lib.i18n.unpacked`, or None).

        Rows of the user's actor list come last.
        """
        found = self._frame("FROM problems")
        rows = [(each.source, each.where, each.what, each.kept, None) for each in self.overlay.problems]
        return pd.concat([found, pd.DataFrame(rows, columns=found.columns)], ignore_index=True) if rows else found

    def removed(self) -> pd.DataFrame:
        """What cleaning took out, by reason: why, pieces, characters, articles."""
        return self._frame("FROM removed")

    def set_aside(self) -> pd.DataFrame:
        """Files that are no part of the corpus: source, why."""
        return self._frame("FROM set_aside")

    def files(self) -> pd.DataFrame:
        """Files that are new, changed or vanished, or tables: source, articles, state, columns."""
        return self._frame("FROM files ORDER BY source")

    def _one(self, query: str, value: str) -> dict[str, Any] | None:
        if not _encodable(value):
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

    def documents(self, rids: Iterable[int] | None = None) -> Iterator[Document]:
        """Every article, or those of these numbers, in corpus order, one in memory at a time."""
        if rids is None:
            cursor = self.connection().execute("FROM articles ORDER BY rid")
        else:
            query = "FROM articles WHERE rid IN (SELECT unnest(?::INTEGER[])) ORDER BY rid"
            cursor = self.connection().execute(query, (list(rids),))
        names = [column[0] for column in cursor.description or ()]
        while rows := cursor.fetchmany(500):
            for row in rows:
                yield self._document(dict(zip(names, row, strict=True)))

    def _document(self, row: dict[str, Any]) -> Document:
        rid = row["rid"]
        document = unpack(row, self._segments.text(rid), self._segments.raw(rid), self._segments.marks(rid))
        if not self.overlay.touched:
            return document
        mentions = map(self.overlay.mention, document.mentions)
        return replace(document, mentions=tuple(each for each in mentions if each))

    def search_ids(self, query: str) -> list[int]:
        """`rid` of the articles with all these words, ascending; "quoted words" are a phrase, word* a beginning."""
        return self._segments.search(query)

    def actor(self, key: str) -> Actor | None:
        """The actor with this key, or that it was merged into; None where it does not occur in this corpus."""
        return self.known_actors((key,)).get(key)

    def known_actors(self, keys: Iterable[str]) -> dict[str, Actor]:
        """The same for many keys at once; those that do not occur are left out."""
        kept = {key: self.overlay.resolve(key) for key in dict.fromkeys(keys)}
        wanted, listed = set(kept.values()), self.overlay.actors
        found = {key: listed[key] for key in wanted & listed.keys()}
        if asked := list(filter(_encodable, wanted - found.keys())):
            found |= {actor.key: actor for actor in self._cast("actor IN (SELECT unnest(?::VARCHAR[]))", asked)}
        return {key: found[other] for key, other in kept.items() if other in found}

    def unknown_actors(self, keys: Iterable[str]) -> list[str]:
        """Those of the keys that do not occur in this corpus."""
        keys = list(keys)
        known = self.known_actors(keys)
        return [key for key in keys if key not in known]

    def found_actor(self, key: str) -> Actor | None:
        """The actor that was found under this very key, whatever a list says of it."""
        return self.under(NOTHING).actor(key)

    def cast(self) -> Iterator[Actor]:
        """Everybody who was found, whatever a list says of them."""
        return self._cast("true")

    def _cast(self, which: str, *values: Any) -> Iterator[Actor]:
        cursor = self.connection().execute(f"FROM actors WHERE {which}", values)
        columns = [column[0] for column in cursor.description or ()]
        while rows := cursor.fetchmany(5_000):
            for row in rows:
                yield _actor(dict(zip(columns, row, strict=True)))

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

    def span(self, which: Literal["published", "spoken", "estimated"]) -> tuple[date, date] | None:
        """First and last day that articles appeared, that they speak of, or that is estimated; None where none is."""
        table = {"published": "articles", "spoken": "dates", "estimated": "articles"}[which]
        prefix = "inferred_" if which == "estimated" else ""
        first, last = self._once(which, f"SELECT min({prefix}since), max({prefix}until) FROM {table}")[0]
        return None if first is None or last is None else (first, last)

    @property
    def repeats(self) -> int:
        """How many articles tell again what an earlier one told."""
        return int(self._once("repeats", "SELECT count(duplicate_of) FROM articles")[0][0])

    @property
    def has_estimates(self) -> bool:
        """Whether a day of publication is estimated for any article that does not say it."""
        return self.span("estimated") is not None

    @property
    def has_published(self) -> bool:
        """Whether any article has a date of publication."""
        return self.span("published") is not None


def _encodable(value: str) -> bool:
    """Whether a database may have it: half a character, as a link may bring, is in none."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _actor(row: dict[str, Any]) -> Actor:
    names, aliases = json.loads(row["names"]), tuple(row["aliases"] or ())
    return Actor(row["actor"], row["kind"], names, aliases, row["wikidata"], row["origin"])
