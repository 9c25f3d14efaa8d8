"""Estimated days of publication: never counted unless asked for, and never without saying so."""

from __future__ import annotations

from datetime import date

from lib.i18n import catalogue
from lib.query.articles import articles
from lib.query.conservation import conservation
from lib.query.filters import Filters
from lib.query.timeline import timeline
from lib.query.view import View
from lib.store.corpus import Corpus

ASKED = Filters(estimated=True)


def test_they_are_left_alone_unless_asked_for(estimated: Corpus) -> None:
    assert not estimated.has_published and estimated.has_estimates
    assert estimated.span("published") is None
    assert estimated.span("estimated") == (date(2020, 7, 5), date(2020, 8, 3))
    assert Filters().which_for(estimated) == "spoken"
    shown = articles(estimated, Filters())
    assert shown["since"].isna().all() and set(shown["basis"]) == {"none"}


def test_asked_for_they_are_days_that_say_what_they_are(estimated: Corpus) -> None:
    assert ASKED.which_for(estimated) == "published"
    shown = articles(estimated, ASKED, "oldest")
    assert list(shown["since"])[:2] == [date(2020, 7, 5), date(2020, 7, 28)]
    assert list(shown["basis"]) == ["inferred", "inferred", "none"]
    assert list(shown["precision"])[:2] == ["day", "range"]
    assert "Estimated days" in ASKED.describe(catalogue("en"), estimated)
    assert ASKED.active == ("estimated",) and ASKED.without("estimated") == Filters()


def test_the_sum_holds_with_them(estimated: Corpus) -> None:
    found = conservation(estimated, ASKED, "month")
    assert (found.total, found.shown, found.imprecise, found.undated) == (3, 1, 1, 1)
    drawn = timeline(estimated, ASKED, View(granularity="month")).frame
    assert list(drawn["articles"]) == [1] and drawn["since"].iloc[0] == date(2020, 7, 1)


def test_a_period_holds_only_whole_intervals(estimated: Corpus) -> None:
    july = Filters(estimated=True, since=date(2020, 7, 1), until=date(2020, 7, 31))
    assert len(articles(estimated, july)) == 1


def test_stated_days_stay_as_they_are(tiny: Corpus) -> None:
    assert not tiny.has_estimates
    asked, not_asked = articles(tiny, ASKED), articles(tiny, Filters())
    assert asked.equals(not_asked)
