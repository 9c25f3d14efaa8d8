"""The year that follows a season, a quarter, a holiday: written out or told from the article."""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from lib.enrich.dates import guards
from lib.enrich.dates.grammar import place, turn_of
from lib.enrich.dates.words import Words
from lib.enrich.dates.years import own_calendar, year_at
from lib.text.calendars import Calendar

_SHIFTS = {"last": -1, "next": 1, "this": 0}


class Stated(NamedTuple):
    """A year of a calendar, or how far it is from the year of the article."""

    calendar: Calendar
    year: int | None = None
    year_shift: int | None = None


def stated(words: Words, match: re.Match[str]) -> Stated | None:
    """The year that SOME_YEAR of a pattern matched; None where the number is no year."""
    at, era = place(match, "year"), place(match, "tail_era")
    if at is not None:
        calendar, year = year_at(words.text[at], words.language, words.of[era] if era is not None else "")
        if calendar is None or year is None or (words.codes[at] == "S" and guards.counted(words, match.end())):
            return None
        return Stated(calendar, year)
    own = own_calendar(words.language)
    if (shift := place(match, "shift")) is not None:
        return Stated(own, None, words.values[shift])
    for name in ("year_turn", "turn_year"):
        if (turn := place(match, name)) is not None:
            near = place(match, "near_era")
            calendar_ = cast("Calendar", words.of[near]) if near is not None else own
            return Stated(calendar_, None, _SHIFTS[turn_of(words.codes[turn])])
    return None
