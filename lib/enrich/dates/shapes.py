"""What the grammar finds, before it is known which days are meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lib.text.calendars import Calendar

Turn = Literal["", "last", "next", "this"]
AMBIGUOUS = "ambiguous"  # two days fit, the first is given
Unit = Literal["day", "week", "month", "year", "century"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A place in a calendar: pieces first to last, year, month and day where they are said.

    `year_shift`: a year counted from the present one («پارسال» is -1); `until_day`, `until_year`: the end of a range;
    `months`: how many months from the first on; `turn`: past, coming or present; `end`: to the last day of the month,
    and a day below 0 is then counted from there; `weekday` 1 is Monday; `assumed`: the year is lent by a date beside
    it; `flags`: what the words add («اوایل»).
    """

    first: int
    last: int
    calendar: Calendar
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until_day: int | None = None
    until_year: int | None = None
    weekday: int | None = None
    turn: Turn = ""
    year_shift: int | None = None
    months: int = 1
    end: bool = False
    assumed: bool = False
    flags: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Moving:
    """A place counted from the day of the article: so many units back or on, or the nearest weekday.

    `weekday` with weeks is a day of that week.
    """

    first: int
    last: int
    unit: Unit
    shift: int = 0
    weekday: int | None = None
    turn: Turn = ""
    calendar: Calendar | None = None
    day: int | None = None
    flags: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday by its key, in a year of `calendar` (the one that the year is written in) or told from the article."""

    first: int
    last: int
    holiday: str
    calendar: Calendar
    year: int | None = None
    year_shift: int | None = None
    turn: Turn = ""
    flags: tuple[str, ...] = ()
    rule: str = ""


Shape = Fixed | Moving | Feast
