"""The three lists of an edge of the period: where it goes when one of them is chosen."""

from __future__ import annotations

from datetime import date

import pytest

from lib.text.calendars import Calendar, to_gregorian
from lib.views.period import Edge, Unit, moved, parts_of, years_of


@pytest.mark.parametrize(
    ("name", "calendar", "now", "to", "then"),
    [
        ("since", "jalali", None, ("year", 1398), (1398, 1, 1)),
        ("until", "jalali", None, ("year", 1398), (1398, 12, 29)),
        ("until", "jalali", None, ("year", 1399), (1399, 12, 30)),
        ("until", "hijri", None, ("year", 1441), (1441, 12, 29)),
        ("since", "jalali", (1398, 1, 1), ("month", 8), (1398, 8, 1)),
        ("until", "jalali", (1398, 12, 29), ("month", 8), (1398, 8, 30)),
        ("until", "jalali", (1398, 8, 24), ("month", 9), (1398, 9, 24)),
        ("since", "jalali", (1398, 1, 31), ("month", 8), (1398, 8, 30)),
        ("since", "jalali", (1399, 12, 30), ("year", 1398), (1398, 12, 29)),
        ("until", "jalali", (1398, 12, 29), ("year", 1399), (1399, 12, 30)),
        ("until", "jalali", (1398, 8, 30), ("day", 24), (1398, 8, 24)),
        ("since", "hijri", (1441, 3, 18), ("day", 1), (1441, 3, 1)),
    ],
)
def test_an_edge_moves_in_its_own_calendar(
    name: Edge, calendar: Calendar, now: tuple[int, int, int] | None, to: tuple[Unit, int], then: tuple[int, int, int]
) -> None:
    day = to_gregorian(calendar, *now) if now else None
    assert parts_of(moved(name, calendar, day, to), calendar) == then


def test_an_edge_without_a_year_is_open() -> None:
    assert moved("since", "jalali", date(2019, 11, 15), ("year", 0)) is None
    assert parts_of(None, "jalali") == parts_of(date(600, 1, 1), "hijri") == (0, 0, 0)


def test_years_are_those_of_the_articles_the_latest_first() -> None:
    assert list(years_of((date(2019, 3, 20), date(2020, 3, 20)), "jalali")) == [1399, 1398, 1397]
    assert list(years_of((date(500, 1, 1), date(624, 1, 1)), "hijri")) == [2, 1]
