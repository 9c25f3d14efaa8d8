"""Days in the three calendars of Persian and Arabic news, exactly: a date that does not exist is an error, not a guess.

Solar Hijri (`jalali`) comes from jdatetime. Lunar Hijri (`hijri`) is Umm al-Qura of 1343 to 1500 from hijridate, and
outside these years, for which no such table exists, the tabular civil calendar. The last tabular day, 29 of the last
month of 1342, is the same day as 1 of the first month of 1343: the two calendars meet with one day in common.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import hijridate
import jdatetime

Calendar = Literal["gregorian", "jalali", "hijri"]

_TABLE_YEARS = range(1343, 1501)
_TABLE_DAYS = (date(1924, 8, 1), date(2077, 11, 16))
_CIVIL_EPOCH = 227_014  # the ordinal of the day before 1 Muharram of the year 1: 18 July 622, proleptic Gregorian
_CYCLE_DAYS = 10_631  # of 30 years


def to_gregorian(calendar: Calendar, year: int, month: int, day: int) -> date:
    """The Gregorian day of a date; ValueError when the calendar has no such date or Python cannot hold it."""
    if calendar == "gregorian":
        return date(year, month, day)
    if calendar == "jalali":
        found: date = jdatetime.date(year, month, day).togregorian()
        return found
    if year in _TABLE_YEARS:
        return date(*hijridate.Hijri(year, month, day).to_gregorian().datetuple())
    return _civil(year, month, day)


def from_gregorian(calendar: Calendar, day: date) -> tuple[int, int, int]:
    """Year, month and day of a Gregorian day; ValueError before the calendar's first day."""
    if calendar == "gregorian":
        return day.year, day.month, day.day
    if calendar == "jalali":
        found = jdatetime.date.fromgregorian(date=day)
        return found.year, found.month, found.day
    if _TABLE_DAYS[0] <= day <= _TABLE_DAYS[1]:
        year, month, number = hijridate.Gregorian.fromdate(day).to_hijri().datetuple()
        return year, month, number
    return _from_civil(day)


def is_civil(day: date) -> bool:
    """Whether a day lies outside the table of Umm al-Qura, so that its Islamic date is a computed one."""
    return not _TABLE_DAYS[0] <= day <= _TABLE_DAYS[1]


def month_bounds(calendar: Calendar, year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month; ValueError when there is no such month."""
    first = to_gregorian(calendar, year, month, 1)
    for length in (31, 30, 29):
        try:
            return first, to_gregorian(calendar, year, month, length)
        except ValueError:
            continue
    return first, first + timedelta(days=27)  # a February, or one of five early months of Umm al-Qura


def year_bounds(calendar: Calendar, year: int) -> tuple[date, date]:
    """The first and the last day of a year."""
    return to_gregorian(calendar, year, 1, 1), month_bounds(calendar, year, 12)[1]


def _civil_leap(year: int) -> bool:
    return (11 * year + 14) % 30 < 11


def _civil(year: int, month: int, day: int) -> date:
    if year < 1 or not 1 <= month <= 12:
        raise ValueError(f"no such month: {year}-{month}")
    long = month % 2 == 1 or (month == 12 and _civil_leap(year))
    if not 1 <= day <= 29 + long:
        raise ValueError(f"no such day: {year}-{month}-{day}")
    days = 354 * (year - 1) + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2 + day
    try:
        return date.fromordinal(_CIVIL_EPOCH + days)
    except OverflowError as error:
        raise ValueError(f"out of range: {year}-{month}-{day}") from error


def _from_civil(day: date) -> tuple[int, int, int]:
    days = day.toordinal() - _CIVIL_EPOCH - 1
    if days < 0:
        raise ValueError(f"before the calendar's first day: {day}")
    year = (30 * days + 10_646) // _CYCLE_DAYS
    rest = (day - _civil(year, 1, 1)).days
    month = min((11 * rest + 330) // 325, 12)
    return year, month, (day - _civil(year, month, 1)).days + 1
