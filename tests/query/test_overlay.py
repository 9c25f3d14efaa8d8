"""Whatever is merged, split and hidden, every count is that of a plain distinct count over the mentions."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations
from typing import Any

from hypothesis import given, settings

from lib.enrich.identity.overlay import NOTHING
from lib.model import Mention
from lib.query import actor as of_one
from lib.query import actors, articles, behind, change, network, overview, ranking
from lib.query.behind import Tie
from lib.query.filters import Filters
from lib.query.selection import Selection
from lib.query.view import Unit, View
from lib.store import overlaid, schema
from tests.query.places import (
    ASKED,
    DAYS,
    KEYS,
    LANGUAGES,
    NEW,
    Places,
    corpora,
    ends,
    lists,
    plainly,
    said_in,
    under,
)

# Each one asks for every number of the pages; more of them, and others, in `make test-all`.
EXAMPLES = 10 if os.environ.get("RAWI_EXAMPLES") == "new" else 3


@settings(max_examples=EXAMPLES, deadline=None)
@given(corpora(), lists(), ASKED)
def test_every_count_is_a_plain_distinct_count(corpus: Places, said: list[dict[str, str]], asked: Filters) -> None:
    under(corpus, said)
    listed = list(plainly(said, corpus.places))
    counted = [
        (rid, actor, surface)
        for rid, actor, role, part, surface in listed
        if (asked.cited or role == "actor") and (asked.captions or part != "caption")
    ]
    naming: dict[int, set[str]] = defaultdict(set)
    for rid, actor, _ in counted:
        naming[rid].add(actor)
    wanted = set(ends(corpus, asked.actors))
    here = {
        rid
        for rid in range(corpus.size)
        if (asked.duplicates or corpus.repeat(rid) is None)
        and (not asked.languages or LANGUAGES[rid % 2] in asked.languages)
        and (not wanted or (wanted <= naming[rid] if asked.match == "all" else wanted & naming[rid]))
    }
    mentions = Counter(actor for rid, actor, _ in counted if rid in here)
    by_article = Counter(actor for rid in here for actor in naming[rid])
    quoted = {(rid, actor) for rid, actor, role, *_ in listed if rid in here and role == "cited source"}
    cited = Counter(actor for _, actor in quoted)
    fake: Any = corpus
    assert articles.count(fake, asked) == len(here)
    ranked = ranking.ranking(fake, asked, 99)
    assert {row.actor: (row.articles, row.mentions, row.cited) for row in ranked.itertuples()} == {
        key: (by_article[key], mentions[key], cited[key]) for key in by_article | cited
    }
    told = overview.overview(fake, asked)
    assert (told.actors_named, told.mentions) == (len(by_article), sum(mentions.values()))
    pairs = Counter(pair for rid in here for pair in combinations(sorted(naming[rid]), 2))
    found = actors.together(fake, asked, 99)
    assert {(row.a, row.b): row.articles for row in found.itertuples()} == dict(pairs)
    keys = tuple(KEYS + NEW)
    for row in actors.by_language(fake, asked, keys).itertuples():
        both = [rid for rid in here if row.actor in naming[rid] and LANGUAGES[rid % 2] == row.language]
        assert row.articles == len(both)
    line = actors.over_time(fake, asked, keys, View(granularity="month")).frame
    dated = Counter((key, DAYS[rid % 3]) for rid in here for key in naming[rid] if DAYS[rid % 3])
    assert sum(line["articles"]) == sum(dated.values()) if len(line) else not dated
    listed_here = articles.articles(fake, asked, limit=None)
    assert {row.rid: set(row.actors) for row in listed_here.itertuples()} == {rid: naming[rid] for rid in here}
    for key in keys:
        written = actors.surfaces(fake, asked, key)
        spelt = Counter(surface for rid, actor, surface in counted if rid in here and actor == ends(corpus, [key])[0])
        assert Counter({s: int(n) for s, n in written.groupby("surface")["n"].sum().items()}) == spelt
    pages_count_plainly(corpus, asked, {rid: naming[rid] for rid in here}, mentions)


def pages_count_plainly(corpus: Any, asked: Filters, naming: dict[int, set[str]], mentions: Counter[str]) -> None:
    """The numbers of the actor pages, from who is named in which of the matching articles."""
    keys = KEYS + NEW
    for row in actors.by_outlet(corpus, asked, tuple(keys)).itertuples():
        assert (row.outlet, row.articles, row.total) == ("-", sum(row.actor in n for n in naming.values()), len(naming))
    early, late = ([rid for rid in naming if DAYS[rid % 3] == day] for day in DAYS[:2])
    changed = change.change(corpus, asked, keys)
    fresh = change.newcomers(corpus, asked, 99)
    if early and late:
        assert changed.totals == (len(early), len(late))
        for row in changed.frame.itertuples():
            assert row.before == sum(row.actor in naming[rid] for rid in early)
            assert row.now == sum(row.actor in naming[rid] for rid in late)
        new = {key for rid in late for key in naming[rid]} - {key for rid in early for key in naming[rid]}
        found = {row.actor: (row.articles, row.undated) for row in fresh.frame.itertuples()}
        without = [rid for rid in naming if DAYS[rid % 3] is None]
        assert found == {key: tuple(sum(key in naming[r] for r in rids) for rids in (late, without)) for key in new}
    else:
        assert changed.windows is None and fresh.frame.empty
    for key in keys:
        one = corpus.overlay.resolve(key)
        mine = {rid: names for rid, names in naming.items() if one in names}
        told = of_one.profile(corpus, asked, key)
        assert (told.articles, told.mentions, told.matching) == (len(mine), mentions[one], len(naming))
        beside = Counter(name for names in mine.values() for name in names - {one})
        found = of_one.companions(corpus, asked, key, 99)
        assert {row.actor: row.articles for row in found.itertuples()} == dict(beside)
        for row in of_one.firsts(corpus, asked, key).itertuples():
            there = [rid for rid in mine if LANGUAGES[rid % 2] == row.language]
            days = sorted(day for rid in there if (day := DAYS[rid % 3]))
            assert (row.articles, row.dated) == (len(there), len(days))
            assert (row.first.isoformat() if row.first else None) == next(iter(days), None)


def holds(counts: Counter[tuple[str, str]], sizes: Counter[str], total: int) -> dict[tuple[str, str], int]:
    """The pairs that are together more often than chance, in whole numbers."""
    return {(a, b): n for (a, b), n in counts.items() if n * total > sizes[a] * sizes[b] or n == total}


@settings(max_examples=10, deadline=None)
@given(corpora(), lists(), ASKED)
def test_every_tie_of_the_network_is_a_plain_count(corpus: Places, said: list[dict[str, str]], asked: Filters) -> None:
    under(corpus, said)
    fake: Any = corpus

    def naming(filters: Filters) -> tuple[dict[Unit, dict[tuple[object, ...], set[str]]], int]:
        """Who is named in each unit of what matches, and the number of articles."""
        here = set(articles.articles(fake, filters, limit=None)["rid"])
        units: dict[Unit, dict[tuple[object, ...], set[str]]] = {
            "article": defaultdict(set),
            "sentence": defaultdict(set),
        }
        for rid, actor, role, part, surface in plainly(said, corpus.places):
            if rid in here and (asked.cited or role == "actor") and (asked.captions or part != "caption"):
                units["article"][(rid,)].add(actor)
                for sentence in said_in(rid, surface):
                    units["sentence"][(rid, part, sentence)].add(actor)
        return units, len(here)

    def sized(filters: Filters, unit: Unit) -> tuple[Counter[str], int]:
        units, matching = naming(filters)
        sizes = Counter(actor for actors_ in units[unit].values() for actor in actors_)
        return sizes, matching if unit == "article" else len(units[unit])

    for unit, named in naming(asked)[0].items():
        sizes, total = sized(asked, unit)
        pairs = Counter(pair for actors_ in named.values() for pair in combinations(sorted(actors_), 2))
        fixed = {one for one in ends(corpus, asked.actors) if total and sizes[one] == total}
        held: dict[tuple[str, str], int] = {}
        for who in {frozenset(fixed & set(pair)) for pair in pairs}:
            mine = Counter({pair: n for pair, n in pairs.items() if fixed & set(pair) == who})
            others = tuple(key for key in asked.actors if not who & set(ends(corpus, (key,))))
            wide = replace(asked, actors=others if asked.match == "all" else ()) if who else asked
            held |= holds(mine, *sized(wide, unit))
        found = network.network(fake, asked, View(unit=unit, least=1, top=100))
        kept = {(row.a, row.b): getattr(row, f"{unit}s") for row in found.edges.itertuples()}
        assert found.total == total
        assert kept == held and found.wider == bool(fixed & {key for pair in kept for key in pair})
        assert found.seldom == 0 and found.chance == len(pairs) - len(kept)
        assert dict(zip(found.nodes["actor"], found.nodes[f"{unit}s"], strict=True)) == {
            key: sizes[key] for key in {key for pair in kept for key in pair}
        }
        for pair, n in list(pairs.items())[:3]:
            told = behind.behind(fake, asked, Tie(*pair, unit))
            both = {place for place, actors_ in named.items() if set(pair) <= actors_}
            assert told.units == len(both) == n
            assert told.rids == sorted({place[0] for place in both})


@settings(max_examples=8, deadline=None)
@given(corpora(), lists())
def test_the_tables_keep_their_form(corpus: Places, said: list[dict[str, str]]) -> None:
    under(corpus, said)
    listed = list(plainly(said, corpus.places))
    selection = Selection.of(corpus, Filters())  # type: ignore[arg-type]
    frame = selection.table("mentions").execute()
    assert list(frame.columns) == list(schema.TABLES["mentions"])
    assert not frame.duplicated(["rid", "actor", "role", "part"]).any()
    assert frame["n"].sum() == len(listed)
    everybody = selection.table("actors").execute()
    assert list(everybody.columns) == list(schema.TABLES["actors"])
    per_actor: dict[str, set[int]] = defaultdict(set)
    for rid, actor, *_ in listed:
        per_actor[actor].add(rid)
    numbers = dict(zip(everybody["actor"], everybody["articles"], strict=True))
    assert numbers == {key: len(rids) for key, rids in per_actor.items()}
    assert everybody["mentions"].sum() == len(listed)
    by_hand = Counter(actor for _, actor, *_ in listed)
    one_by_one = [
        corpus.overlay.mention(Mention("text", 0, 0, surface, actor, "person", "actor", "list"))
        for _, actor, _, _, surface in corpus.places
    ]
    assert Counter(mention.actor for mention in one_by_one if mention) == by_hand
    kinds = dict(zip(frame["actor"], frame["kind"], strict=True))
    assert all(kinds[key] == actor.kind for key, actor in corpus.overlay.actors.items() if key in kinds)
    assert overlaid.mentions(selection.backend.table, NOTHING).count().execute() == len(
        {each[:4] for each in corpus.places}
    )
