"""The month that a rule matched, and the year that follows it."""

from __future__ import annotations

import re
from typing import Any

from lib.enrich.dates import guards
from lib.enrich.dates.grammar import place, turn_of
from lib.enrich.dates.words import Words
from lib.enrich.dates.years import full_year, year_of_another
from lib.text.calendars import Calendar

_SMALL_MONTHS = frozenset(("fr", "es", "it", "ru", "tr", "az", "pt"))  # languages that write months without a capital


def month_of(words: Words, match: re.Match[str]) -> tuple[int, Calendar, int] | None:
    """Piece, calendar and number of the month; None if it is named twice and the names differ, or is a common word."""
    at = match.start("month")
    calendar: Any = words.of[at]
    number = words.values[at]
    for name in ("slash", "bracket", "beside"):
        twin = place(match, name)
        if twin is not None and (words.of[twin], words.values[twin]) != (calendar, number):
            return None
    if words.text[at].isascii() and words.language not in _SMALL_MONTHS and not words.capital(at):
        return None
    if guards.banned(words, match.start(), match.end() - 1, at):
        return None
    return at, calendar, number


def tail_of(words: Words, match: re.Match[str], calendar: Calendar) -> dict[str, Any] | None:
    """Year, year shift or turn that follows a month; None if a year is written that this calendar cannot have."""
    year = place(match, "year")
    if year is not None:
        number = full_year(words.text[year], calendar, words.language)
        if number is None and words.codes[year] == "Y":
            number = year_of_another(
                int(words.text[year]), words.language, calendar, words.values[match.start("month")]
            )
        if number is None or (words.codes[year] == "S" and guards.counted(words, match.end())):
            return None
        return {"year": number}
    shift = place(match, "shift")
    if shift is not None:
        return {"year_shift": words.values[shift]}
    for name in ("year_turn", "turn_year"):
        if (at := place(match, name)) is not None:
            return {"year_shift": {"last": -1, "next": 1}.get(turn_of(words.codes[at]), 0)}
    turn = place(match, "turn")
    return {"turn": turn_of(words.codes[turn])} if turn is not None else {}


def month_and_year(words: Words, match: re.Match[str]) -> tuple[Calendar, int, dict[str, Any]] | None:
    """Calendar and month of a pattern, with its year or turn; None where the name is no month here."""
    month = month_of(words, match)
    if month is None:
        return None
    at, calendar, number = month
    tail = tail_of(words, match, calendar)
    if tail is None or (words.codes[at] == "z" and "year" not in tail):
        return None
    return calendar, number, tail
