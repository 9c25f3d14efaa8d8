from __future__ import annotations

import math
from collections import Counter
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings

from lib.query import actors
from lib.query.filters import Filters
from lib.query.view import View
from lib.store.corpus import Corpus
from tests.query import rows as by_hand
from tests.query.rows import Rows


def matching(corpus: Rows, asked: Filters) -> list[int]:
    """Articles that match, by hand."""
    found = []
    for rid, row in enumerate(corpus.rows):
        dated = by_hand.intervals(row, asked, corpus)
        inside = not asked.has_period or any(by_hand.wholly(each, asked) for each in dated)
        if inside and by_hand.passes(corpus, rid, asked) and (asked.duplicates or not row.repeat):
            found.append(rid)
    return found


@settings(max_examples=8, deadline=None, phases=by_hand.PHASES)
@given(by_hand.corpora(), by_hand.filters())
def test_counts_are_those_of_a_plain_count(corpus: Rows, asked: Filters) -> None:
    articles, mentions, cited, pairs = Counter[str](), Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for rid in matching(corpus, asked):
        for actor, role, n in corpus.rows[rid].actors:
            if role == "actor":
                articles[actor] += 1
                mentions[actor] += n
            else:
                cited[actor] += 1
        pairs.update(combinations(sorted({a for a, role, _ in corpus.rows[rid].actors if role == "actor"}), 2))
    ranked = actors.ranking(corpus, asked)  # type: ignore[arg-type]
    order = sorted(articles | cited, key=lambda key: (-articles[key], -mentions[key], -cited[key], key))
    assert [tuple(row) for row in ranked[["actor", "articles", "mentions", "cited"]].itertuples(index=False)] == [
        (key, articles[key], mentions[key], cited[key]) for key in order
    ]
    found = actors.together(corpus, asked)  # type: ignore[arg-type]
    assert {(row.a, row.b): row.articles for row in found.itertuples()} == dict(pairs)
    for row in found.itertuples():
        assert row.jaccard == pytest.approx(row.articles / (articles[row.a] + articles[row.b] - row.articles))
        assert -1 <= row.npmi <= 1 + 1e-9


def test_ranking(tiny: Corpus) -> None:
    found = actors.ranking(tiny, Filters(), limit=3)
    assert list(found.columns) == ["actor", "kind", "name_en", "name_fa", "name_ar", "articles", "mentions", "cited"]
    assert list(found["actor"]) == ["iran", "maryam-rajavi", "donald-trump"]
    assert found.loc[1, ["kind", "name_fa", "articles", "mentions"]].tolist() == ["person", "مریم رجوی", 4, 6]


def test_who_is_only_quoted_comes_last_and_is_counted_apart(tiny: Corpus) -> None:
    last = actors.ranking(tiny, Filters()).iloc[-1]
    assert (last["actor"], last["articles"], last["mentions"], last["cited"]) == ("irna", 0, 0, 2)


def test_kinds_and_filters_narrow_the_ranking(tiny: Corpus) -> None:
    people = actors.ranking(tiny, Filters(languages=("ar",)), kinds=("person",))
    assert list(people["actor"]) == ["maryam-rajavi", "badr-albusaidi", "donald-trump"]
    assert actors.ranking(tiny, Filters(languages=("xx",))).empty


def test_by_language_has_noughts_and_denominators(tiny: Corpus) -> None:
    found = actors.by_language(tiny, Filters(), ("tehran", "nobody"))
    assert len(found) == 10
    assert found["language"].tolist()[:5] == ["fa", "ar", "en", "he", "ur"]
    row = found.set_index(["actor", "language"])
    assert row.loc[("tehran", "fa"), ["articles", "total"]].tolist() == [1, 3]
    assert row.loc[("tehran", "fa"), "share"] == pytest.approx(1 / 3)
    assert row.loc[("tehran", "he"), ["articles", "mentions", "total"]].tolist() == [0, 0, 1]
    assert row.loc["nobody", "articles"].sum() == 0


def test_over_time_is_a_timeline_of_these_actors(tiny: Corpus) -> None:
    found = actors.over_time(tiny, Filters(), ("donald-trump", "tehran"), View(granularity="month"))
    assert found.series == ("donald-trump", "tehran")
    july = found.frame[found.frame["since"] == date(2020, 7, 1)]
    assert dict(zip(july["series"], july["articles"], strict=True)) == {"donald-trump": 1, "tehran": 1}


def test_together_measures_closeness(tiny: Corpus) -> None:
    found = actors.together(tiny, Filters()).set_index(["a", "b"])
    pair = found.loc[("iran", "maryam-rajavi")]
    assert (pair["articles"], pair["a_articles"], pair["b_articles"]) == (4, 7, 4)
    assert pair["jaccard"] == pytest.approx(4 / 7)
    assert pair["npmi"] == pytest.approx(math.log(4 * 9 / 28) / -math.log(4 / 9))
    assert all(a < b for a, b in found.index)
    assert len(actors.together(tiny, Filters(), limit=3)) == 3
    assert actors.together(tiny, Filters(languages=("ur",))).empty


def test_two_actors_in_every_article_are_never_apart(tiny: Corpus) -> None:
    found = actors.together(tiny, Filters(search="United Nations"))
    assert found[["a", "b", "npmi"]].values.tolist() == [["iran", "united-nations", 1.0]]


def test_surfaces(tiny: Corpus) -> None:
    found = actors.surfaces(tiny, Filters(captions=True), "maryam-rajavi")
    assert found.values.tolist() == [
        ["fa", "مریم رجوی", 3, 1],
        ["ar", "مريم رجوي", 2, 1],
        ["en", "Maryam Rajavi", 1, 1],
        ["fa", "رجوی", 1, 1],
    ]
    assert actors.surfaces(tiny, Filters(), "maryam-rajavi")["n"].sum() == found["n"].sum() - 1
    assert actors.surfaces(tiny, Filters(languages=("he",)), "maryam-rajavi").empty
    assert actors.surfaces(tiny, Filters(), "nobody").empty
