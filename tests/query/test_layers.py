from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.i18n import catalogue
from lib.query.bins import first_day
from lib.query.filters import Filters
from lib.query.layers import WHICH, Fates, layers
from lib.query.view import Asked, View
from lib.store.corpus import Corpus
from lib.text.calendars import Calendar
from tests.query import rows as by_hand
from tests.query.rows import Rows


def matches(corpus: Rows, rid: int, asked: Filters) -> bool:
    row = corpus.rows[rid]
    if (row.repeat and not asked.duplicates) or not by_hand.passes(corpus, rid, asked):
        return False
    inside = any(by_hand.wholly(each, asked) for each in by_hand.intervals(row, asked, corpus))
    return inside or not asked.has_period


@settings(max_examples=12, deadline=None, phases=by_hand.PHASES)
@given(
    by_hand.corpora(),
    by_hand.filters(),
    st.sampled_from(["", "day", "week", "month"]),
    st.sampled_from(["gregorian", "jalali", "hijri"]),
)
def test_both_layers_are_those_of_a_plain_count(corpus: Rows, asked: Filters, by: Asked, calendar: Calendar) -> None:
    found, fates = layers(corpus, asked, View(granularity=by, calendar=calendar))  # type: ignore[arg-type]
    step = found.granularity, calendar
    matching = [rid for rid in range(len(corpus.rows)) if matches(corpus, rid, asked)]
    assert found.behind == len(matching)
    axis = (found.frame["since"].min(), found.frame["until"].max()) if len(found.frame) else None
    for which in WHICH:
        counted: Counter[date] = Counter()
        expected: Counter[str] = Counter()
        for rid in matching:
            row = corpus.rows[rid]
            dated = [each for each in ((row.published,) if which == "published" else row.spoken) if each]
            if which == asked.which_for(corpus) and asked.has_period:  # type: ignore[arg-type]
                dated = [each for each in dated if by_hand.wholly(each, asked)]
            touching = [each for each in dated if axis and each[0] <= axis[1] and each[1] >= axis[0]]
            bins = {first_day(a, *step) for a, b in touching if first_day(a, *step) == first_day(b, *step)}
            counted.update(bins)
            expected["shown" if bins else "imprecise" if touching else "outside" if dated else "undated"] += 1
        assert fates[which] == Fates(**expected)
        mine = found.frame[(found.frame["series"] == which) & (found.frame["articles"] > 0)]
        assert dict(zip(mine["since"], mine["articles"], strict=True)) == dict(counted)


def test_the_axis_is_that_of_the_dates_the_filters_go_by(tiny: Corpus) -> None:
    published, fates = layers(tiny, Filters(since=date(2020, 7, 1)), View(granularity="month"))
    assert (published.which, published.series, published.split) == ("published", WHICH, "layer")
    assert published.frame["since"].unique().tolist() == [date(2020, 7, 1)]
    assert fates == {"published": Fates(3), "spoken": Fates(2, 1)}
    spoken, fates = layers(tiny, Filters(which="spoken", until=date(2020, 1, 31)), View(granularity="month"))
    assert spoken.which == "spoken"
    assert fates == {"published": Fates(1), "spoken": Fates(1)}


def test_the_sum_of_a_layer_in_words() -> None:
    said = Fates(1234, 1, 2, 1).sentence("Spoken of", catalogue("en"))
    assert said == "Spoken of: 1,234 articles, 1 without a date, 2 only outside this span, 1 with a date too imprecise"


@pytest.mark.parametrize("name", ["empty", "undated"])
def test_nothing_published(name: str, request: pytest.FixtureRequest) -> None:
    found, fates = layers(request.getfixturevalue(name), Filters(), View())
    assert found.frame.empty is (name == "empty")
    assert fates["published"].shown == 0


def test_without_an_axis_an_article_that_speaks_of_days_is_not_undated() -> None:
    spoken_only = Rows([by_hand.Row("ar", "Ham", None, False, ((date(2020, 1, 2), date(2020, 1, 2)),), ())])
    found, fates = layers(spoken_only, Filters(which="published"), View())  # type: ignore[arg-type]
    assert found.frame.empty
    assert fates == {"published": Fates(undated=1), "spoken": Fates(outside=1)}
