"""Rules for decades and centuries. A decade is its ten years by number; a century ends with the year of its hundred."""

from __future__ import annotations

import re
from dataclasses import replace

from lib.enrich.dates.grammar import Rule, place, rule
from lib.enrich.dates.shapes import Fixed, Moving, Shape
from lib.enrich.dates.tables import word_set
from lib.enrich.dates.words import Words
from lib.enrich.dates.years import fits, own_calendar, year_at
from lib.text.calendars import Calendar

_SHARES = word_set("نیم نصف ربع half quarter چند")
# Beside "the 90s": degrees, or the age of somebody.
_MEASURED = word_set("degrees degree temperature temperatures mph fahrenheit humidity his her their aged highs lows")


def _decade(words: Words, match: re.Match[str]) -> list[Shape]:
    """«دهه ۶۰», «دهه ۱۹۸۰ میلادی», «שנות ה-80»."""
    at, era = match.start("year"), _era(words, match)
    if words.values[at] % 10:
        return []
    if len(words.text[at]) == 2 and words.values[at] < 10:
        return []
    if len(words.text[at]) == 2:
        return _of_tens(words, match, _calendar(words, era))
    calendar, year = year_at(words.text[at], words.language, era)
    if calendar is None or year is None:
        return []
    return [Fixed(match.start(), match.end() - 1, calendar, year, until_year=year + 9)]


def _decade_in_words(words: Words, match: re.Match[str]) -> list[Shape]:
    """«دهه هشتاد» is solar, «الثمانينات» of the last century, «ثمانينيات القرن التاسع عشر» of that one."""
    at, nth = match.start("year"), place(match, "nth")
    if words.values[at] % 10 or not 20 <= words.values[at] <= 90 or _of_a_life(words, match.end()):
        return []
    if nth is not None and words.codes[nth - 1] == "o" and words.text[nth - 1] != "ال":
        return []
    if nth is not None:
        year = (words.values[nth] - 1) * 100 + words.values[at]
        return [Fixed(match.start(), match.end() - 1, "gregorian", year, until_year=year + 9)] if _fit(year) else []
    if (turn := place(match, "turn")) is not None:
        year = (1900 if words.codes[turn] == "L" else 2000) + words.values[at]
        return [Fixed(match.start(), match.end() - 1, "gregorian", year, until_year=year + 9)]
    if words.codes[at] == "9" and words.values[at] < 50:
        return []  # of this century or of the last?
    return _of_tens(words, match, _calendar(words, _era(words, match), words.codes[at] == "9"))


def _of_a_life(words: Words, after: int) -> bool:
    """«في الخمسينات من عمره» is an age."""
    return any("عمر" in words.word(at) for at in (after, after + 1))


def _fit(year: int) -> bool:
    return fits("gregorian", year)


def _of_tens(words: Words, match: re.Match[str], calendar: Calendar) -> list[Shape]:
    hundreds = {"jalali": 1300, "gregorian": 1900, "hijri": 1400}[calendar]
    year = hundreds + words.values[match.start("year")]
    if not fits(calendar, year + 9):
        return []
    return [Fixed(match.start(), match.end() - 1, calendar, year, until_year=year + 9)]


def _calendar(words: Words, era: str, foreign: bool = False) -> Calendar:
    """The calendar of a decade of two digits: the era's, else the language's own."""
    if era in ("gregorian", "jalali", "hijri"):
        return era  # type: ignore[return-value]
    return "gregorian" if foreign or words.language == "ps" else own_calendar(words.language)


def _era(words: Words, match: re.Match[str]) -> str:
    at = place(match, "era")
    return "" if at is None else words.of[at]


def _decade_s(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "1980s", "1980's", "1990'larda"."""
    end = match.end() - 1
    ending = "".join(words.text[match.start() + 1 : end + 1])
    known = ending in ("s", "'s") or (words.language == "tr" and ending.startswith(("'lar", "'ler")))
    return _decade(words, match) if known and words.glued(match.start() + 1) else []


def _short_decade(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "the '90s", "the 80s": not the nineties of a thermometer."""
    at, end = match.start("year"), match.end() - 1
    if words.text[end] != "s" or not words.glued(end) or words.values[at] < 20 or words.language not in ("en", "und"):
        return []
    before = words.word(at - 1)
    part = words.code(at - 1) == "I" or (words.code(at - 1) == "~" and words.code(at - 2) == "I")
    measured = any(word in _MEASURED for word in words.text[max(0, at - 8) : at + 6])
    if before != "'" and (measured or not (part or before == "the")):
        return []
    quoted = before == "'"
    return [replace(each, first=at - quoted) for each in _decade(words, match)]


def _century(words: Words, match: re.Match[str]) -> list[Shape]:
    """«قرن نوزدهم», «القرن العشرين», "19th century": without an era only those that no other calendar has."""
    nth, era = words.values[match.start("nth")], _era(words, match)
    if match.start("nth") - match.start("unit") == 2 and words.text[match.start("unit") + 1] != "ال":
        return []
    calendar: Calendar = era if era in ("gregorian", "jalali", "hijri") else "gregorian"  # type: ignore[assignment]
    first = (nth - 1) * 100 + 1
    if not fits(calendar, first) or (calendar != "gregorian" and not fits(calendar, first + 99)):
        return []
    return [Fixed(match.start(), match.end() - 1, calendar, first, until_year=first + 99)]


def _century_after_number(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "19th century", "twentieth century": an English order."""
    nth = match.start("nth")
    ordinal = words.codes[nth] == "d" or words.codes[nth + 1] == "s"
    return _century(words, match) if ordinal and words.text[match.start("unit")].isascii() else []


def _near_century(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "last century", «القرن الماضي», «قرن گذشته»."""
    before = match.start() - 1
    if words.code(before) in "jD#S2dH" or words.word(before) in _SHARES:
        return []  # «نیم قرن گذشته» is a stretch of time
    return [Moving(match.start(), match.end() - 1, "century", -1, calendar="gregorian")]


_ERA = r"(?P<era>[Ee])?"

RULES: tuple[Rule, ...] = (
    rule("x", rf"x ~? (?P<year>[YSD]) {_ERA}", _decade),
    rule(
        "x9",
        rf"(?: x (?=[j9]) | (?=9) ) (?P<year>[j9]) {_ERA} (?: f? X o? (?: (?P<turn>[LC]) | (?P<nth>[dD]) ) )?",
        _decade_in_words,
    ),
    rule("Y", r"(?P<year>Y) o{1,2}", _decade_s),
    rule("Y", r"(?P<year>Y) o", _decade_s),
    rule("SD", r"(?P<year>[SD]) [os]", _short_decade),
    rule("X", rf"(?P<unit>X) (?P<nth>[dDj]) {_ERA}", _century),
    rule("X", rf"(?P<unit>X) o (?P<nth>D) {_ERA}", _century),
    rule("dD", rf"(?P<nth>[dD]) s? ~? (?P<unit>X) {_ERA}", _century_after_number),
    rule("X", r"X L", _near_century),
    rule("L", r"L X", _near_century),
)
