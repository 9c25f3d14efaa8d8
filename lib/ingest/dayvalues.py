"""A cell that holds a date, in whatever way programs and people write one there: never guessed between two readings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_tz
from typing import Any, Literal

from lib.ingest.daylines import day_of
from lib.model import Precision
from lib.text.bidi import CONTROLS
from lib.text.calendars import Calendar, month_bounds, to_gregorian, year_bounds
from lib.text.numerals import to_ascii

Interval = tuple[date, date, Precision]
Order = Literal["dmy", "mdy", ""]

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2})(?!\d)(?:[T\s,،_].*)?)?$", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[T_ ]?\d{4,6}(?:Z|[+-]\d{2}:?\d{2})?)?$")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)(?:[T\s,،].*)?$", re.DOTALL)
_NUMBER = re.compile(r"(\d{9,10}|\d{12,13}|\d{15,16}|\d{18,19})(?:\.\d*)?$")
_INVISIBLE = re.compile(f"[\u200b-\u200d{CONTROLS}\ufeff]")
# Years as they are written in each calendar for days of printed and digital news.
_JALALI = range(1300, 1411)
_HIJRI = range(1411, 1501)
_GREGORIAN = range(1800, 2101)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a column writes dates where that is not plain: what comes first in 02/03/2020, and in which calendar."""

    order: Order = ""
    calendar: Calendar | None = None


PLAIN = Manner()


def interval(value: Any, manner: Manner = PLAIN) -> Interval | None:
    """The days a cell names, first and last in the Gregorian calendar, and how precise that is; None when in doubt."""
    if isinstance(value, datetime):
        return _day(value.date())
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    text = to_ascii(_INVISIBLE.sub("", str(value)[:200])).strip()
    if match := _NUMBER.match(text):
        return _epoch(int(match[1]))
    if isinstance(value, float):
        text = text.removesuffix(".0")
    try:
        return _written(text, manner)
    except (ValueError, OverflowError):
        return None


def _written(text: str, manner: Manner) -> Interval | None:
    if text.isdigit() and len(text) == 4:
        calendar = _calendar(int(text), manner)
        return (*year_bounds(calendar, int(text)), "year") if calendar else None
    if match := _ISO.match(text):
        year, month = int(match[1]), int(match[3])
        calendar = _calendar(year, manner)
        if calendar is None:
            return None
        if match[4] is None:
            return (*month_bounds(calendar, year, month), "month")
        return _day(to_gregorian(calendar, year, month, int(match[4])))
    if match := _COMPACT.match(text):
        calendar = _calendar(int(match[1]), manner)
        return _day(to_gregorian(calendar, int(match[1]), int(match[2]), int(match[3]))) if calendar else None
    if match := _YEAR_LAST.match(text):
        return _year_last((int(match[1]), int(match[3]), int(match[4])), manner)
    if (parsed := parsedate_tz(text)) and _GREGORIAN.start <= parsed[0] < _GREGORIAN.stop and parsed[2]:
        return _day(date(*parsed[:3]))
    day = day_of(text)
    return _day(day) if day else None


def _year_last(numbers: tuple[int, int, int], manner: Manner) -> Interval | None:
    first, second, year = numbers
    calendar = _calendar(year, manner)
    if calendar is None:
        return None
    order = "dmy" if first > 12 or first == second else "mdy" if second > 12 else manner.order
    if not order and calendar != "gregorian":
        order = "dmy"  # month first is an American custom, which no other calendar knows
    if not order:
        return None
    day, month = (first, second) if order == "dmy" else (second, first)
    return _day(to_gregorian(calendar, year, month, day))


def _calendar(year: int, manner: Manner) -> Calendar | None:
    if year in _GREGORIAN:
        return "gregorian"
    if manner.calendar and manner.calendar != "gregorian" and 1200 <= year < 1600:
        return manner.calendar
    return "jalali" if year in _JALALI else "hijri" if year in _HIJRI else None


def _epoch(number: int) -> Interval | None:
    """Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their length; days are UTC."""
    while number >= 10**11:
        number //= 1000
    if number < 10**8:
        return None
    return _day((datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=number)).date())


def _day(day: date) -> Interval | None:
    return (day, day, "day") if day.year in _GREGORIAN else None


def order_of(values: Iterable[Any]) -> Order:
    """What comes first in the numeric dates of a column, where some of them prove it and none speaks against it."""
    first = second = False
    for value in values:
        match = _YEAR_LAST.match(to_ascii(_INVISIBLE.sub("", value[:60])).strip()) if isinstance(value, str) else None
        if match:
            first |= int(match[1]) > 12
            second |= int(match[3]) > 12
    return "dmy" if first and not second else "mdy" if second and not first else ""
