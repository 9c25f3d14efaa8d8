"""Random small corpora as plain rows: the engine reads them from tables, the test counts them by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import duckdb
import ibis
from hypothesis import strategies as st

from lib.query.filters import Filters
from lib.store import schema

Interval = tuple[date, date] | None
LANGUAGES, OUTLETS, ACTORS = ["fa", "ar", None], ["Ham", None], ["a", "b", "c"]
FIRST = date(2019, 11, 20)


@dataclass(frozen=True)
class Row:
    """One article: what the filters ask of it, when it appeared, the dates and the actors that it names."""

    language: str | None
    outlet: str | None
    published: Interval
    repeat: bool
    spoken: tuple[Interval, ...]
    actors: tuple[tuple[str, str, int], ...]


@dataclass
class Rows:
    """What queries ask of a corpus, over rows in memory."""

    rows: list[Row]
    found: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._database = duckdb.connect()
        for table in ("articles", "mentions", "dates", "actors"):
            self._database.execute(schema.create(table))
        for rid, row in enumerate(self.rows):
            since, until = row.published or (None, None)
            repeat = "0" if row.repeat else None
            columns = "rid, id, language, outlet, since, until, duplicate_of, words"
            self._insert("articles", columns, [(rid, str(rid), row.language, row.outlet, since, until, repeat, rid)])
            self._insert("dates", "rid, since, until", [(rid, *(each or (None, None))) for each in row.spoken])
            naming = [(rid, *each, row.language) for each in row.actors]
            self._insert("mentions", "rid, actor, role, n, language", naming)
        self._insert("actors", "actor, kind", [(actor, "person") for actor in ACTORS])

    def _insert(self, table: str, columns: str, values: list[tuple[Any, ...]]) -> None:
        if values:
            places = ", ".join("?" * len(values[0]))
            self._database.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", values)

    @property
    def ibis(self) -> Any:
        return ibis.duckdb.from_connection(self._database.cursor())

    @property
    def has_published(self) -> bool:
        return any(row.published for row in self.rows)

    def search_ids(self, query: str) -> list[int]:
        assert query
        return self.found


def _intervals() -> st.SearchStrategy[Interval]:
    def interval(start: int, length: int) -> Interval:
        since = FIRST + timedelta(days=start)
        return since, since + timedelta(days=length)

    lengths = st.sampled_from([0, 0, 0, 1, 6, 30, 60])
    return st.none() | st.builds(interval, st.integers(0, 90), lengths)


def _row() -> st.SearchStrategy[Row]:
    naming = st.tuples(st.sampled_from(ACTORS), st.sampled_from(["actor", "cited source"]), st.integers(1, 3))
    return st.builds(
        Row,
        language=st.sampled_from(LANGUAGES),
        outlet=st.sampled_from(OUTLETS),
        published=_intervals(),
        repeat=st.booleans(),
        spoken=st.lists(_intervals(), max_size=3).map(tuple),
        actors=st.lists(naming, max_size=3, unique_by=lambda each: each[:2]).map(tuple),
    )


@st.composite
def corpora(draw: st.DrawFn) -> Rows:
    """Up to thirty articles around the turn of the years 2019 and 2020."""
    rows = draw(st.lists(_row(), max_size=30))
    found = draw(st.lists(st.integers(0, 30), unique=True))
    return Rows(rows, sorted(found))


@st.composite
def filters(draw: st.DrawFn) -> Filters:
    """Filters that often match some of the rows."""
    days = st.none() | st.integers(0, 150).map(lambda day: FIRST + timedelta(days=day))
    return Filters(
        languages=draw(st.sampled_from([(), (), ("fa",), ("ar", "und"), ("xx",)])),
        actors=draw(st.sampled_from([(), (), ("a",), ("a", "b")])),
        match=draw(st.sampled_from(["any", "all"])),
        outlets=draw(st.sampled_from([(), (), ("Ham",), ("-",)])),
        since=draw(days),
        until=draw(days),
        which=draw(st.sampled_from(["published", "spoken", ""])),
        search=draw(st.sampled_from(["", "", "word"])),
        duplicates=draw(st.booleans()),
    )


def passes(corpus: Rows, rid: int, asked: Filters) -> bool:
    """The filters but the period and the hiding of repeats, by hand."""
    row = corpus.rows[rid]
    named = {actor for actor, role, _ in row.actors if role == "actor"}
    wanted = set(asked.actors)
    return (
        (not asked.languages or (row.language or "und") in asked.languages)
        and (not asked.outlets or (row.outlet or "-") in asked.outlets)
        and (not wanted or (wanted <= named if asked.match == "all" else bool(wanted & named)))
        and (not asked.search or rid in corpus.found)
    )


def intervals(row: Row, asked: Filters, corpus: Rows) -> list[tuple[date, date]]:
    """The known dates of an article of the kind that the filters are about."""
    given = (row.published,) if asked.which_for(corpus) == "published" else row.spoken  # type: ignore[arg-type]
    return [interval for interval in given if interval]


def wholly(interval: tuple[date, date], asked: Filters) -> bool:
    """The interval lies in the period."""
    return interval[0] >= (asked.since or date.min) and interval[1] <= (asked.until or date.max)


def touches(interval: tuple[date, date], asked: Filters) -> bool:
    """The interval has a day in the period."""
    return interval[0] <= (asked.until or date.max) and interval[1] >= (asked.since or date.min)
