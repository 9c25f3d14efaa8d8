from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.query.bins import bins
from lib.query.filters import Filters
from lib.query.imprecise import intervals, reach, spread
from lib.store.corpus import Corpus

YEAR = bins(date(2019, 1, 1), date(2019, 12, 31), "month")


def rows(*found: tuple[date, date, int]) -> pd.DataFrame:
    return pd.DataFrame(found, columns=["since", "until", "n"])


def test_a_year_is_spread_over_its_days() -> None:
    found = spread(rows((date(2019, 1, 1), date(2019, 12, 31), 365)), YEAR)
    assert found.frame["imprecise"].tolist() == pytest.approx([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    assert (found.inside, found.beyond) == (365, 0)


@given(st.lists(st.tuples(st.integers(-40, 400), st.integers(0, 200), st.integers(1, 5)), max_size=20))
def test_what_is_drawn_and_what_is_beyond_add_up(given_: list[tuple[int, int, int]]) -> None:
    days = [(date(2019, 1, 1) + timedelta(days=at), length, n) for at, length, n in given_]
    found = spread(rows(*((day, day + timedelta(days=length), n) for day, length, n in days)), YEAR)
    assert found.inside + found.beyond == sum(n for _, _, n in days)
    assert float(found.frame["imprecise"].sum()) == pytest.approx(found.inside)
    assert set(found.frame["since"]) <= {since for since, _ in YEAR}


def test_the_axis_reaches_out_for_years_and_not_for_centuries() -> None:
    found = rows(
        (date(2018, 3, 1), date(2019, 2, 28), 1),
        (date(1900, 1, 1), date(1999, 12, 31), 1),
        (date(1900, 1, 1), date(2050, 12, 31), 1),
        (date(2021, 1, 1), date(2021, 12, 31), 1),
    )
    assert reach(found, YEAR) == (date(2018, 3, 1), date(2019, 12, 31))
    assert reach(rows(), YEAR) == (date(2019, 1, 1), date(2019, 12, 31))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Filters(), [(date(2020, 1, 1), date(2020, 12, 31), 1), (date(2020, 6, 1), date(2020, 6, 30), 1)]),
        (Filters(languages=("ar",)), [(date(2020, 6, 1), date(2020, 6, 30), 1)]),
        (Filters(until=date(2020, 7, 1)), [(date(2020, 6, 1), date(2020, 6, 30), 1)]),
        (Filters(which="spoken"), [(date(2020, 5, 1), date(2020, 5, 31), 1)]),
    ],
)
def test_the_dates_that_are_in_no_bin(tiny: Corpus, asked: Filters, found: list[tuple[date, date, int]]) -> None:
    told = intervals(tiny, asked, ("day", "gregorian")).sort_values("since")
    assert list(told.itertuples(index=False, name=None)) == found
