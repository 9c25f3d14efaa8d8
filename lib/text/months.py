"""Months counted through in each of the three calendars, so that bins and ticks can step over months, quarters, years.

Month 0 is the first of the calendar's year 1. What lies before it is one stretch of days without months, and so is what
lies after the last year that the calendar's own library knows: neither is given months that nobody has defined.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from lib.text.calendars import Calendar, from_gregorian, month_bounds, to_gregorian

_LAST_JALALI = 9377  # the last whole year that fits before Python's last day
_AFTER = {"jalali": _LAST_JALALI * 12}


def month_number(calendar: Calendar, day: date) -> int:
    """The number of the month that holds a day; -1 before the calendar's year 1."""
    if calendar == "jalali" and day >= month_start(calendar, _AFTER[calendar]):
        return _AFTER[calendar]
    try:
        year, month, _ = from_gregorian(calendar, day)
    except ValueError:
        return -1
    return (year - 1) * 12 + month - 1


@lru_cache(maxsize=20_000)
def month_start(calendar: Calendar, number: int) -> date:
    """The first day of a month by its number, Python's first day for all below 0; ValueError after its last."""
    if number < 0:
        return date.min
    if number == _AFTER.get(calendar):
        return month_bounds(calendar, _LAST_JALALI, 12)[1] + timedelta(days=1)
    return to_gregorian(calendar, number // 12 + 1, number % 12 + 1, 1)
