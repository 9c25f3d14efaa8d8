"""Random small corpora as plain rows: the engine reads them from tables, the test counts them by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

import duckdb
import ibis
from hypothesis import Phase
from hypothesis import strategies as st

from lib.enrich.identity.overlay import NOTHING, Overlay
from lib.query.filters import Filters
from lib.store import schema

Interval = tuple[date, date] | None
LANGUAGES, OUTLETS, ACTORS = ["fa", "ar", None], ["Ham", None], ["a", "b", "c"]
FIRST = date(2019, 11, 20)
# Rows come from a seed, which cannot be made smaller.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


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
    overlay: Overlay = NOTHING

    def __post_init__(self) -> None:
        self._database = duckdb.connect()
        for table in ("articles", "mentions", "dates", "actors"):
            self._database.execute(schema.create(table))
        numbered = list(enumerate(self.rows))
        self._insert(
            "articles (rid, id, language, outlet, since, until, duplicate_of, words)",
            [
                (
                    rid,
                    str(rid),
                    row.language,
                    row.outlet,
                    *(row.published or (None, None)),
                    "0" if row.repeat else None,
                    9,
                )
                for rid, row in numbered
            ],
        )
        spoken = [(rid, *(interval or (None, None))) for rid, row in numbered for interval in row.spoken]
        self._insert("dates (rid, since, until)", spoken)
        naming = [(rid, *each, row.language, "text") for rid, row in numbered for each in row.actors]
        self._insert("mentions (rid, actor, role, n, language, part)", naming)
        self._insert("actors (actor, kind)", [(actor, "person") for actor in ACTORS])

    def _insert(self, table: str, values: list[tuple[Any, ...]]) -> None:
        if values:
            row = f"({', '.join('?' * len(values[0]))})"
            everything = [value for each in values for value in each]
            self._database.execute(f"INSERT INTO {table} VALUES {', '.join([row] * len(values))}", everything)

    @property
    def ibis(self) -> Any:
        return ibis.duckdb.from_connection(self._database.cursor())

    @property
    def has_published(self) -> bool:
        return any(row.published for row in self.rows)

    def search_ids(self, query: str) -> list[int]:
        assert query
        return self.found


def _interval(chance: Random) -> Interval:
    """A day, a few, or a month or two within a hundred days; sometimes not known."""
    if chance.random() < 0.2:
        return None
    since = FIRST + timedelta(days=chance.randrange(100))
    return since, since + timedelta(days=chance.choice([0, 0, 0, 0, 1, 6, 30, 60]))


def _row(chance: Random) -> Row:
    naming = {(chance.choice(ACTORS), chance.choice(["actor", "actor", "cited source"])) for _ in range(3)}
    return Row(
        language=chance.choice(LANGUAGES),
        outlet=chance.choice(OUTLETS),
        published=_interval(chance),
        repeat=chance.random() < 0.2,
        spoken=tuple(_interval(chance) for _ in range(chance.randrange(5))),
        actors=tuple((*each, chance.randint(1, 3)) for each in sorted(naming)),
    )


@st.composite
def corpora(draw: st.DrawFn) -> Rows:
    """Up to 120 crowded articles around the turn of the years 2019 and 2020: most conditions meet in some of them."""
    chance, size = Random(draw(st.integers(0, 2**32))), draw(st.sampled_from([0, 1, 60, 120, 120]))
    found = [rid for rid in range(size) if chance.random() < 0.6]
    return Rows([_row(chance) for _ in range(size)], found)


@st.composite
def filters(draw: st.DrawFn) -> Filters:
    """Filters that often match some of the rows."""
    days = st.none() | st.integers(10, 70).map(lambda day: FIRST + timedelta(days=day))
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
