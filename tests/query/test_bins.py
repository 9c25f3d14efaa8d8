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
from lib.text.calendars import Calendar, from_gregorian, month_bounds, year_bounds

D = date.fromisoformat
CALENDARS: tuple[Calendar, ...] = ("gregorian", "jalali", "hijri")


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


@settings(deadline=None)
@given(st.dates(), st.integers(0, 4000), st.sampled_from(bins.GRANULARITIES), st.sampled_from(CALENDARS))
@example(date.max, 0, "century", "gregorian")
@example(date.min, 0, "week", "gregorian")
@example(date.min, 0, "week", "jalali")
@example(date.min, 0, "month", "hijri")
@example(date.max, 0, "year", "jalali")
@example(date.max, 0, "month", "hijri")
@example(D("0622-07-01"), 700, "quarter", "hijri")
@example(D("1924-07-20"), 60, "month", "hijri")
@example(D("9999-03-01"), 300, "month", "jalali")
def test_bins_follow_each_other_without_gap(
    since: date, days: int, granularity: Granularity, calendar: Calendar
) -> None:
    until = since + timedelta(days=min(days, (date.max - since).days))
    found = bins.bins(since, until, granularity, calendar)
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


@settings(deadline=None, max_examples=60)
@given(st.dates(D("1900-01-01"), D("2070-12-31")), st.sampled_from(CALENDARS))
@example(D("2019-11-15"), "jalali")
@example(D("1924-08-01"), "hijri")
def test_months_quarters_and_years_are_those_of_the_calendar(day: date, calendar: Calendar) -> None:
    year, month, _ = from_gregorian(calendar, day)
    wanted = {"month": (month, month), "quarter": ((month - 1) // 3 * 3 + 1, (month - 1) // 3 * 3 + 3), "year": (1, 12)}
    for granularity, (first, last) in wanted.items():
        since = bins.first_day(day, granularity, calendar)
        assert since == month_bounds(calendar, year, first)[0]
        overlap = timedelta(days=(calendar, year, last) == ("hijri", 1342, 12))
        assert bins.last_day(since, granularity, calendar) == month_bounds(calendar, year, last)[1] - overlap


@pytest.mark.parametrize("calendar", CALENDARS)
def test_every_month_of_a_century_is_one_bin(calendar: Calendar) -> None:
    first = {"gregorian": 1950, "jalali": 1330, "hijri": 1370}[calendar]
    span = year_bounds(calendar, first)[0], year_bounds(calendar, first + 99)[1]
    months = [month_bounds(calendar, year, month) for year in range(first, first + 100) for month in range(1, 13)]
    assert bins.bins(*span, "month", calendar) == months
    years = [year_bounds(calendar, year) for year in range(first, first + 100)]
    assert bins.bins(*span, "year", calendar) == years


@pytest.mark.parametrize(
    ("calendar", "since", "until"),
    [
        ("gregorian", "2019-11-11", "2019-11-17"),
        ("jalali", "2019-11-09", "2019-11-15"),
        ("hijri", "2019-11-10", "2019-11-16"),
    ],
)
def test_weeks_begin_where_the_calendar_s_readers_begin_them(calendar: Calendar, since: str, until: str) -> None:
    assert bins.bins(D("2019-11-15"), D("2019-11-15"), "week", calendar) == [(D(since), D(until))]


@pytest.mark.parametrize("granularity", bins.GRANULARITIES)
@pytest.mark.parametrize("calendar", CALENDARS)
@settings(max_examples=5, deadline=None)
@given(spans=st.lists(st.tuples(st.dates(), st.integers(0, 40)), min_size=1, max_size=30))
@example(spans=[(date.min, 0), (date.max, 0), (D("2019-10-23"), 29), (D("2019-10-23"), 30), (D("2019-10-29"), 6)])
def test_the_engine_bins_intervals_as_we_do(
    granularity: Granularity, calendar: Calendar, spans: list[tuple[date, int]]
) -> None:
    ends = [(since, since + timedelta(days=min(days, (date.max - since).days))) for since, days in spans]
    rows = pd.DataFrame([(n, *each) for n, each in enumerate([*ends, (None, None)])], columns=["rid", "since", "until"])
    schema = ibis.schema({"rid": "int32", "since": "date", "until": "date"})
    found = bins.binned(ibis.memtable(rows.astype(object), schema=schema), granularity, calendar)
    assert found.columns == ("rid", "since", "until", "bin")
    for row in found.order_by("rid").execute().itertuples():
        if pd.isna(row.since):
            assert pd.isna(row.bin)
            continue
        first = bins.first_day(row.since.date(), granularity, calendar)
        whole = first == bins.first_day(row.until.date(), granularity, calendar)
        assert row.bin.date() == first if whole else pd.isna(row.bin)
