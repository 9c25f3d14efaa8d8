"""Holidays: when they fall. Read once from lib/data/dates/holidays.csv; the words for them are in words.csv."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple, cast

from lib.text.calendars import Calendar, from_gregorian, month_bounds, to_gregorian

_FILE = Path(__file__).resolve().parents[2] / "data" / "dates" / "holidays.csv"
_FRIDAY, _WEDNESDAY = 5, 3


class Holiday(NamedTuple):
    """A place in a calendar's year: `day` None where a weekday decides, then `rule` says how; `days` is its length."""

    calendar: Calendar
    month: int
    day: int | None
    days: int
    rule: str

    def on(self, year: int) -> tuple[date, date]:
        """First and last day in a year of its own calendar."""
        if self.day is None:
            last = month_bounds(self.calendar, year, self.month)[1]
            weekday = _FRIDAY if self.rule == "last friday" else _WEDNESDAY
            day = last - timedelta(days=(last.isoweekday() - weekday) % 7)
            day -= timedelta(days=weekday == _WEDNESDAY)  # the eve of that Wednesday
            return day, day
        first = to_gregorian(self.calendar, year, self.month, self.day)
        return first, first + timedelta(days=self.days - 1)


@functools.cache
def holidays() -> dict[str, Holiday]:
    """All holidays by their keys."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {
            row["holiday"]: Holiday(
                cast("Calendar", row["calendar"]),
                int(row["month"]),
                int(row["day"]) if row["day"] else None,
                int(row["days"]),
                row["rule"],
            )
            for row in csv.DictReader(file)
        }


def occurrences(key: str, since: date, until: date) -> Iterator[tuple[date, date]]:
    """The days of a holiday that begin between two days, in order."""
    holiday = holidays()[key]
    first, last = (from_gregorian(holiday.calendar, day)[0] for day in (since, until))
    for year in range(first, last + 1):
        days = holiday.on(year)
        if since <= days[0] <= until:
            yield days
