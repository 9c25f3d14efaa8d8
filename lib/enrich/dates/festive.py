"""Rules for holidays: with the year that is named, or told from the day of the article."""

from __future__ import annotations

import re

from lib.enrich.dates.grammar import SOME_YEAR, Rule, place, rule, turn_of
from lib.enrich.dates.shapes import Feast, Shape
from lib.enrich.dates.stated import stated
from lib.enrich.dates.words import Words
from lib.enrich.dates.years import own_calendar

_AT = frozenset(("at", "on", "until", "till"))


def _holiday(words: Words, match: re.Match[str]) -> list[Shape]:
    """«عید فطر ۱۳۹۸», "Christmas 2019", «عاشورای ۸۸», «نوروز امسال»."""
    year = stated(words, match)
    at = match.start("feast")
    if year is None or not _named(words, at):
        return []
    return [Feast(match.start(), match.end() - 1, words.of[at], year.calendar, year.year, year.year_shift)]


def _near_holiday(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "last Christmas", «عيد الأضحى المقبل»."""
    at = match.start("feast")
    turn = turn_of(words.codes[match.start("turn")])
    if not _named(words, at):
        return []
    return [Feast(match.start(), match.end() - 1, words.of[at], own_calendar(words.language), turn=turn)]


def _bare_holiday(words: Words, match: re.Match[str]) -> list[Shape]:
    """«در نوروز», "on Christmas Day": only where the words say when; else it is spoken of as such."""
    at, before = match.start("feast"), match.start() - 1
    said = words.code(before) in "pb" or words.word(before) in _AT
    if not said or not _named(words, at) or place(match, "turn") is not None:
        return []
    return [Feast(match.start(), match.end() - 1, words.of[at], own_calendar(words.language))]


def _named(words: Words, at: int) -> bool:
    """English holidays have a capital letter."""
    return not words.text[at].isascii() or words.capital(at)


RULES: tuple[Rule, ...] = (
    rule("F", rf"(?P<feast>F) {SOME_YEAR}", _holiday),
    rule("F", r"(?P<feast>F) f? (?P<turn>[LNC])", _near_holiday),
    rule("LNc", r"(?P<turn>[LNc]) (?P<feast>F)", _near_holiday),
    rule("F", r"(?P<feast>F) (?! [YSTrDd] )", _bare_holiday),
)
