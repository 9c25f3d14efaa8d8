from __future__ import annotations

from datetime import date

import pytest

from lib.query import articles, compare, marks
from lib.query.filters import Filters
from lib.query.timeline import timeline
from lib.query.view import View
from lib.store.corpus import Corpus

ITEMS = ("actor:iran", "q:تهران", "actor:nobody", "q:no such words", 'q:"met in"')


SEARCHED = Filters(search="ایران", actors=("iran",))


@pytest.mark.parametrize("asked", [Filters(), Filters(languages=("fa", "en")), SEARCHED])
def test_each_item_is_asked_within_the_filters(tiny: Corpus, asked: Filters) -> None:
    found = timeline(tiny, asked, View(compare=ITEMS, granularity="month", measure="share"))
    assert (found.split, found.series) == ("compare", ITEMS)
    for row in found.frame.itertuples():
        behind = compare.narrowed(marks.period(asked, found.which, row.since, row.until), row.series)
        assert articles.count(tiny, behind) == row.articles
        everything = marks.period(Filters(), found.which, row.since, row.until)
        assert articles.count(tiny, everything) == row.total


def test_an_article_may_be_in_several(tiny: Corpus) -> None:
    found = timeline(tiny, Filters(), View(compare=("actor:iran", "actor:maryam-rajavi"), granularity="year"))
    assert found.frame["articles"].tolist() == [7, 4]
    assert found.pairs == found.behind == 8


def test_unknown_actors_are_told_and_typed_words_are_searches(tiny: Corpus) -> None:
    assert compare.unknown(tiny, ITEMS) == ["nobody"]
    typed = compare.typed(["actor:iran", " human rights ", "q:old", "actor:typed", " "], ["actor:iran", "q:old"])
    assert typed == ("actor:iran", "q:human rights", "q:old", "q:actor:typed")
    assert compare.parted("q:a:b") == ("q", "a:b")


def test_at_most_six_are_taken_from_a_link_and_the_others_told() -> None:
    items = [f"q:{n}" for n in range(8)]
    view, unread = View.read({"compare": [*items, "colour:red"], "hide": ["peaks", "all"]})
    assert view.compare == tuple(items[:6])
    assert view.hidden == ("peaks",)
    assert unread == [("compare", "q:6"), ("compare", "q:7"), ("compare", "colour:red"), ("hide", "all")]


def test_the_share_within_a_series_has_its_own_denominator(tiny: Corpus) -> None:
    asked = Filters(actors=("donald-trump",))
    found = timeline(tiny, asked, View(granularity="year", split="language", measure="within")).frame
    told = {row.series: (row.articles, row.total) for row in found.itertuples()}
    assert told == {"fa": (1, 2), "ar": (1, 2), "en": (1, 2)}
    outlets = timeline(tiny, asked, View(granularity="month", split="outlet", measure="within")).frame
    july = {row.series: (row.articles, row.total) for row in outlets.itertuples() if row.since == date(2020, 7, 1)}
    assert july["Ham"] == (1, 2)
    for row in outlets.itertuples():
        everything = marks.series(marks.period(Filters(), "published", row.since, row.until), "outlet", row.series)
        assert articles.count(tiny, everything) == row.total
