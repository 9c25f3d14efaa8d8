"""Corpora of single mentions and user's lists over them, for properties that hold whatever is merged and split."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

import duckdb
import ibis
from hypothesis import strategies as st

from lib.enrich.identity.curated import Curated
from lib.enrich.identity.overlay import NOTHING, Found, Overlay, overlay
from lib.model import KINDS, Actor
from lib.query.filters import Filters
from lib.store import schema

KEYS, NEW = ["a", "b", "c", "d", "e"], ["x", "y"]
SPELLINGS = ["رجوی", "رجوي", "Rajavi", "Zarif"]
# rid, actor, role, part, surface
Place = tuple[int, str, str, str, str]


@dataclass
class Places:
    """What queries ask of a corpus, over mentions one by one."""

    size: int
    places: list[Place]
    overlay: Overlay = NOTHING
    has_published: bool = True
    rows: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._database = duckdb.connect()
        for table in schema.TABLES:
            self._database.execute(schema.create(table))
        for rid in range(self.size):
            row = (rid, str(rid), f"t{rid}", LANGUAGES[rid % 2], DAYS[rid % 3], DAYS[rid % 3], self.repeat(rid), 5)
            names = "rid, id, title, language, since, until, duplicate_of, words"
            self._database.execute(f"INSERT INTO articles ({names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        grouped = Counter((rid, actor, role, part) for rid, actor, role, part, _ in self.places)
        for (rid, actor, role, part), n in grouped.items():
            values = (rid, actor, KIND[actor], role, part, n, LANGUAGES[rid % 2], DAYS[rid % 3], DAYS[rid % 3])
            names = "rid, actor, kind, role, part, n, language, since, until, duplicate"
            question = f"INSERT INTO mentions ({names}) VALUES ({', '.join('?' * 10)})"
            self._database.execute(question, (*values, self.repeat(rid) is not None))
        for (rid, actor, role, part, surface), n in Counter(self.places).items():
            self._database.execute(
                "INSERT INTO surfaces VALUES (?, ?, ?, ?, ?, ?, ?)",
                (rid, actor, surface, role, part, n, said_in(rid, surface)),
            )
        for actor in {each[1] for each in self.places}:
            mine = [each for each in self.places if each[1] == actor]
            row = (actor, KIND[actor], actor.upper(), len({each[0] for each in mine}), len(mine), "{}", "found")
            names = "actor, kind, name_en, articles, mentions, names, origin"
            self._database.execute(f"INSERT INTO actors ({names}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def repeat(self, rid: int) -> str | None:
        return "0" if rid % 5 == 4 else None

    @property
    def ibis(self) -> Any:
        return ibis.duckdb.from_connection(self._database.cursor())

    def found(self) -> Found:
        def surfaces(keys: Sequence[str]) -> set[tuple[str, str]]:
            return {(actor, surface) for _, actor, _, _, surface in self.places if actor in keys}

        known = {key: Actor(key, KIND[key], {"en": key.upper()}, (), None, "found") for _, key, *_ in self.places}  # type: ignore[arg-type]
        return Found(known, dict.fromkeys(known, 1), (), surfaces)


def said_in(rid: int, surface: str) -> list[int]:
    """The sentences that a spelling stands in."""
    return sorted({(rid + SPELLINGS.index(surface)) % 3, rid % 2})


LANGUAGES, DAYS = ["fa", "ar"], ["2020-01-05", "2020-02-05", None]
KIND = dict(zip(KEYS, KINDS, strict=True))


@st.composite
def corpora(draw: st.DrawFn) -> Places:
    chance, size = Random(draw(st.integers(0, 2**32))), draw(st.sampled_from([0, 1, 12, 25]))
    roles, parts = ["actor", "actor", "cited source"], ["title", "text", "text", "caption"]
    places = [
        (rid, chance.choice(KEYS), chance.choice(roles), chance.choice(parts), chance.choice(SPELLINGS))
        for rid in range(size)
        for _ in range(chance.randrange(6))
    ]
    return Places(size, places)


@st.composite
def lists(draw: st.DrawFn) -> list[dict[str, str]]:
    """A random list: merges in chains and circles, splits, hiding and the taking back of each."""
    keys = st.sampled_from(KEYS + NEW)
    row = st.one_of(
        st.builds(lambda key, into: {"key": key, "merged_into": into}, keys, st.sampled_from([*KEYS, *NEW, "-"])),
        st.builds(
            lambda key, source, surface: {"key": key, "split_from": source, "aliases": surface},
            st.sampled_from([*NEW, "a"]),
            st.sampled_from([*KEYS, "x", "-"]),
            st.sampled_from([*SPELLINGS, "رجوی|Zarif"]),
        ),
        st.builds(lambda key, said: {"key": key, "hidden": said}, keys, st.sampled_from(["yes", "yes", "no"])),
        st.builds(lambda key, kind: {"key": key, "kind": kind}, keys, st.sampled_from(KINDS)),
    )
    return draw(st.lists(row, max_size=7))


def plainly(rows: Sequence[dict[str, str]], places: Sequence[Place]) -> Iterator[Place]:
    """The mentions under a list, worked out row by row in the plainest way."""
    parent: dict[str, str] = {}
    splits: list[tuple[str, str, str]] = []
    hidden: set[str] = set()

    def end(key: str) -> str:
        while key in parent:
            key = parent[key]
        return key

    for row in rows:
        key = row["key"]
        if into := row.get("merged_into"):
            seen = [into]
            while seen[-1] in parent:
                seen.append(parent[seen[-1]])
            if into == "-":
                parent.pop(key, None)
            elif key not in seen:
                parent[key] = into
        if (source := row.get("split_from")) and source != key:
            splits = [each for each in splits if source != "-" or each[0] != key]
            splits += [(key, source, each) for each in row["aliases"].split("|")] if source != "-" else []
        if row.get("hidden"):
            (hidden.add if row["hidden"] == "yes" else hidden.discard)(key)
    letters = str.maketrans("ي", "ی")
    for rid, actor, role, part, surface in places:
        target = end(actor)
        for new, source, each in splits:
            if end(source) == end(actor) and each.translate(letters).lower() == surface.translate(letters).lower():
                target = end(new)
        if target not in hidden:
            yield rid, target, role, part, surface


ASKED = st.builds(
    Filters,
    languages=st.sampled_from([(), ("fa",)]),
    actors=st.sampled_from([(), (), ("a",), ("a", "x"), ("b", "c")]),
    match=st.sampled_from(["any", "all"]),
    duplicates=st.booleans(),
    cited=st.booleans(),
    captions=st.booleans(),
)


def under(places: Places, rows: Sequence[dict[str, str]]) -> Places:
    curated = Curated().with_rows(rows, "now")
    places.overlay = overlay(curated, places.found())
    return places


def ends(places: Places, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(places.overlay.resolve, keys)))
