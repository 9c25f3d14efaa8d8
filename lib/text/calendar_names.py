"""Days and bins in words of the calendar that the reader chose, where Babel knows the Gregorian one only.

The names of months are those of newspapers (lib/data/dates/display.csv). A day that a calendar cannot count is written
in the Gregorian one, with its own names of months, so that it cannot be taken for another.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from lib.i18n import N_, Catalogue
from lib.settings import ROOT
from lib.text.calendars import Calendar, from_gregorian

Form = Literal["d MMMM y", "d MMM y", "d MMM", "MMMM y", "MMMM", "MMM", "y", "y/MM/dd"]
CALENDARS: dict[Calendar, str] = {"gregorian": N_("Gregorian"), "jalali": N_("Solar Hijri"), "hijri": N_("Islamic")}
_NAMES = ROOT / "lib" / "data" / "dates" / "display.csv"


@cache
def _names() -> dict[tuple[str, str, int], tuple[str, str]]:
    """(calendar, language, month) to the name of the month and its short form."""
    with _NAMES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {(row["calendar"], row["language"], int(row["month"])): (row["name"], row["short"]) for row in rows}


def month_name(calendar: Calendar, month: int, t: Catalogue) -> str:
    """The name of a month (from 1) in the interface language."""
    if calendar == "gregorian":
        return t.date(date(2000, month, 1), "LLLL")
    return _names()[calendar, t.language, month][0]


@dataclass(frozen=True)
class DayWords:
    """How days are written: in the interface language, its digits, and a calendar."""

    t: Catalogue
    calendar: Calendar = "gregorian"

    def day(self, day: date, form: Form = "d MMMM y") -> str:
        """A day, or its month or year, in words; `form` as Babel writes patterns."""
        if self.calendar == "gregorian":
            return self.t.date(day, form)
        try:
            year, month, number = from_gregorian(self.calendar, day)
        except ValueError:
            return self.t.date(day, form)
        if form == "y/MM/dd":
            return self.t.digits(f"{year}/{month:02}/{number:02}")
        name, short = _names()[self.calendar, self.t.language, month]
        parts = {"d": self.t.digits(str(number)), "MMMM": name, "MMM": short, "y": self.t.digits(str(year))}
        return " ".join(parts[each] for each in form.split())

    def span(self, since: date, until: date, form: Form = "d MMMM y") -> str:
        """From one day to another, or the one day that both are."""
        if since == until:
            return self.day(since, form)
        return self.t("{since} to {until}", since=self.day(since, form), until=self.day(until, form))

    def bin(self, since: date, until: date, granularity: str) -> str:
        """A bin in words: a day, a month, a year, or the two days that bound it."""
        if granularity in ("month", "year") and self._whole(since, until):
            return self.day(since, "MMMM y" if granularity == "month" else "y")
        return self.span(since, until)

    def _whole(self, since: date, until: date) -> bool:
        """Whether the two days lie in one month or year that the calendar knows, not in the stretch before it."""
        return (until - since).days <= 366
