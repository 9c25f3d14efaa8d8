from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import ibis
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lib.query import bins
from lib.query.view import Granularity

D = date.fromisoformat


@pytest.mark.parametrize(
    ("since", "until", "granularity"),
    [
        ("2020-01-01", "2020-01-01", "day"),
        ("2020-01-01", "2020-02-14", "day"),
        ("2020-01-01", "2020-02-15", "week"),
        ("2020-01-01", "2020-07-18", "week"),
        ("2020-01-01", "2020-07-19", "month"),
        ("2020-01-01", "2023-12-31", "month"),
        ("2018-01-01", "2023-12-31", "quarter"),
        ("2000-01-01", "2020-12-31", "year"),
        ("0622-01-01", "2020-12-31", "year"),
        ("0001-01-01", "9999-12-31", "century"),
    ],
)
def test_bins_suit_the_span(since: str, until: str, granularity: str) -> None:
    assert bins.granularity_for(D(since), D(until)) == granularity


@pytest.mark.parametrize(
    ("day", "granularity", "first", "last"),
    [
        ("2020-02-29", "day", "2020-02-29", "2020-02-29"),
        ("2020-03-01", "week", "2020-02-24", "2020-03-01"),
        ("2020-02-10", "month", "2020-02-01", "2020-02-29"),
        ("2020-05-31", "quarter", "2020-04-01", "2020-06-30"),
        ("2020-12-31", "year", "2020-01-01", "2020-12-31"),
        ("2000-12-31", "century", "1901-01-01", "2000-12-31"),
        ("2001-01-01", "century", "2001-01-01", "2100-12-31"),
        ("0001-01-01", "week", "0001-01-01", "0001-01-07"),
        ("9999-12-31", "week", "9999-12-27", "9999-12-31"),
        ("9999-12-31", "year", "9999-01-01", "9999-12-31"),
    ],
)
def test_bins_of_days(day: str, granularity: Granularity, first: str, last: str) -> None:
    assert bins.first_day(D(day), granularity) == D(first)
    assert bins.last_day(D(first), granularity) == D(last)


@pytest.mark.parametrize(
    ("asked", "until", "granularity"),
    [
        ("day", "2025-06-22", "day"),
        ("day", "2025-06-23", "week"),
        ("week", "2070-01-01", "month"),
        ("day", "9999-12-31", "century"),
    ],
)
def test_too_many_bins_become_coarser(asked: Granularity, until: str, granularity: str) -> None:
    assert bins.bounded(asked, D("2020-01-01"), D(until)) == granularity


@given(st.dates(), st.integers(0, 4000), st.sampled_from(bins.GRANULARITIES))
@example(date.max, 0, "century")
@example(date.min, 0, "week")
def test_bins_follow_each_other_without_gap(since: date, days: int, granularity: Granularity) -> None:
    until = since + timedelta(days=min(days, (date.max - since).days))
    found = bins.bins(since, until, granularity)
    assert found[0][0] <= since <= found[0][1]
    assert found[-1][0] <= until <= found[-1][1]
    assert all(after[0] - before[1] == timedelta(days=1) for before, after in pairwise(found))


@pytest.mark.parametrize("granularity", bins.GRANULARITIES)
@settings(max_examples=10, deadline=None)
@given(days=st.lists(st.dates(), min_size=1, max_size=50))
@example(days=[date.min, date.max, D("2000-12-31"), D("2001-01-01"), D("1900-03-01")])
def test_the_engine_cuts_days_as_we_do(granularity: Granularity, days: list[date]) -> None:
    table = ibis.memtable(pd.DataFrame({"day": pd.Series(days, dtype=object)}), schema=ibis.schema({"day": "date"}))
    found = table.select("day", first=bins.truncated(table.day, granularity)).execute()
    for day, first in zip(found["day"], found["first"], strict=True):
        assert first.date() == bins.first_day(day.date(), granularity)
