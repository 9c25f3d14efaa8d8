"""All overlays on a corpus made to have them: found where they were put, hidden where that is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from lib.ingest.events import Event
from lib.query import articles
from lib.query.filters import Filters
from lib.query.laying import overlaid
from lib.query.reasons import keyness, reasons
from lib.query.timeline import Timeline, timeline
from lib.query.unplaced import unplaced
from lib.query.view import Asked, View
from lib.store.corpus import Corpus
from lib.text.calendars import Calendar
from tests.bursts import BURSTS, FIRST, GAP
from tests.bursts import bursts as make

EVENTS = (Event(date(2019, 5, 1), date(2019, 5, 1), "May"), Event(date(1990, 1, 1), date(1990, 1, 2), "long ago"))


@pytest.fixture(scope="module")
def bursts(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make(tmp_path_factory.mktemp("bursts"))


def laid(corpus: Corpus, view: View, asked: Filters | None = None) -> Timeline:
    asked = asked or Filters()
    return overlaid(corpus, asked, view, timeline(corpus, asked, view), EVENTS)


def days(at: int, length: int = 1) -> tuple[date, date]:
    return FIRST + timedelta(days=at), FIRST + timedelta(days=at + length - 1)


@pytest.mark.parametrize("by", ["", "day", "month", "year"])
@pytest.mark.parametrize("calendar", ["gregorian", "jalali"])
def test_bursts_and_the_gap_are_found_whatever_the_bins(bursts: Corpus, by: Asked, calendar: Calendar) -> None:
    over = laid(bursts, View(granularity=by, calendar=calendar)).over
    assert sorted((peak.since, peak.until) for peak in over.peaks) == [days(start, 3) for start in sorted(BURSTS)]
    assert [(gap.series, gap.since, gap.until) for gap in over.gaps] == [("", *days(GAP.start, len(GAP)))]
    assert [event.text for event in over.events] == ["May"]


@pytest.mark.parametrize("by", ["day", "month"])
def test_imprecise_dates_are_all_drawn_on_an_axis_that_holds_them(bursts: Corpus, by: Asked) -> None:
    found = laid(bursts, View(granularity=by, split="none"))
    assert found.over.spread.inside == found.conservation.imprecise > 20
    assert found.over.spread.beyond == 0
    assert (found.bins[0][0], found.bins[-1][1]) == (date(2019, 1, 1), date(2020, 12, 31))
    assert len(found.frame) == len(found.bins) == len(found.whole)
    assert found.frame["articles"].sum() == found.pairs
    assert float(found.over.spread.frame["imprecise"].sum()) == pytest.approx(found.over.spread.inside)


def test_what_is_hidden_is_not_there(bursts: Corpus) -> None:
    hidden = laid(bursts, View(hidden=("imprecise", "gaps", "peaks", "events"))).over
    assert (hidden.spread.inside, hidden.gaps, hidden.peaks, hidden.events) == (0, (), (), ())
    assert laid(bursts, View(measure="share")).over.spread.inside == 0
    assert not laid(bursts, View(), Filters(which="spoken")).over.gaps, "silence of collection is about publication"


def test_smoothing_adds_a_column_and_no_more_than_there_are_bins(bursts: Corpus) -> None:
    found = laid(bursts, View(granularity="week", smooth=5))
    assert found.over.window == 5 and "smoothed" in found.frame
    assert laid(bursts, View(granularity="year", smooth=5)).over.window == 1


def test_an_outlet_that_stops_is_told_by_name(bursts: Corpus) -> None:
    asked = Filters(outlets=("Paper 0", "Paper 1"))
    view = View(split="outlet")
    found = timeline(bursts, asked, view)
    silent = found.totals["series"] == "Paper 1"
    silent &= (found.totals["since"] > date(2019, 6, 1)) & (found.totals["since"] < date(2019, 9, 1))
    assert found.totals.loc[silent, "total"].sum() > 0
    assert {gap.series for gap in overlaid(bursts, asked, view, found).over.gaps} == {""}


def test_a_peak_is_explained_by_what_is_new_in_it(bursts: Corpus) -> None:
    for start, word in BURSTS.items():
        why = reasons(bursts, Filters(), "published", days(start, 3))
        assert why.words["word"].iloc[0] == word
        assert why.actors["actor"].tolist() == ["united-nations"]
        assert len(why.leads) == 3 and all(word in title for title in why.leads["title"])
        assert why.articles == articles.count(bursts, Filters(since=days(start)[0], until=days(start, 3)[1]))
        asked = Filters(languages=("fa",), since=date(2019, 1, 1))
        assert set(reasons(bursts, asked, "published", days(start, 3)).leads["language"]) == {"fa"}


def test_nothing_is_new_where_nothing_happened(bursts: Corpus) -> None:
    why = reasons(bursts, Filters(), "published", days(40, 3))
    assert why.articles and not len(why.words) and not len(why.actors)
    assert reasons(bursts, Filters(), "published", (date(1990, 1, 1), date(1990, 1, 2))).articles == 0


def test_keyness_is_more_the_more_is_known_and_the_less_is_outside() -> None:
    assert keyness((1, 0), (2, 1000)) < keyness((10, 0), (20, 1000))
    assert keyness((10, 60), (20, 1000)) < keyness((10, 0), (20, 1000))
    assert keyness((10, 100), (100, 1000)) == 0
    assert keyness((0, 50), (20, 100)) < 0
    assert keyness((3, 0), (3, 0)) == 0


def test_what_no_bar_stands_for_can_be_opened(bursts: Corpus, tiny: Corpus) -> None:
    found = timeline(bursts, Filters(), View(granularity="month"))
    rows = unplaced(bursts, Filters(), ("month", "gregorian"), 1000)
    assert rows["fate"].value_counts().to_dict() == {
        "imprecise": found.conservation.imprecise,
        "undated": found.conservation.undated,
    }
    few = unplaced(tiny, Filters(), ("day", "gregorian"), 2)
    assert few[["id", "fate"]].values.tolist() == [["a3", "undated"], ["a7", "imprecise"]]


@pytest.mark.parametrize("which", ["published", "spoken"])
@pytest.mark.parametrize("name", ["empty", "undated", "tiny", "hostile"])
def test_small_corpora_have_no_peaks_and_break_nothing(name: str, which: str, request: pytest.FixtureRequest) -> None:
    asked = replace(Filters(), which=which)  # type: ignore[arg-type]
    for split in ("language", "actor", "none"):
        over = laid(request.getfixturevalue(name), View(split=split, smooth=3), asked).over  # type: ignore[arg-type]
        assert over.peaks == over.gaps == ()


def test_months_alone_are_judged_by_the_bins(tmp_path: Path) -> None:
    from tests.corpora import Article, corpus, enriched
    from tests.corpora import _published as published

    months = [f"{2018 + at // 12}-{at % 12 + 1:02}" for at in range(24) if not 9 <= at < 15]
    rows = [Article(f"m{n}", "f", "Text.", None, None, "en", published=published(m)) for n, m in enumerate(months)]
    opened = corpus(tmp_path, [enriched(each) for each in rows])
    (gap,) = laid(opened, View(granularity="month")).over.gaps
    assert (gap.since, gap.until) == (date(2018, 10, 1), date(2019, 3, 31))
