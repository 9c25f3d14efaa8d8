"""Rules for stretches of a year or a month: seasons, quarters, halves, so many months, weeks of a month, school years.

A season of the Gregorian year is three whole months, as meteorologists count: winter begins in December and is named
after the year of that month. Seasons and quarters of the solar year are its own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lib.enrich.dates.grammar import MONTH, SOME_YEAR, TAIL, YEAR, Rule, place, rule, turn_of
from lib.enrich.dates.months import month_and_year
from lib.enrich.dates.shapes import Fixed, Shape
from lib.enrich.dates.stated import stated
from lib.enrich.dates.tables import word_set
from lib.enrich.dates.words import Words
from lib.enrich.dates.years import own_calendar, year_at
from lib.text.calendars import Calendar

_SEASON = {"jalali": (1, 4, 7, 10), "gregorian": (3, 6, 9, 12)}
_SCHOOL: dict[Calendar, int] = {"jalali": 7, "gregorian": 9}
_BEFORE_FALL = word_set("the in since of during by until last this next every")


def _months(words: Words, match: re.Match[str], month: int, count: int) -> list[Shape]:
    """So many months of the year that the pattern's tail states."""
    year = stated(words, match)
    pair = words.code(match.end()) in "~/" and words.code(match.end() + 1) in "YS"
    if year is None or year.calendar == "hijri" or not 0 < count < 12 or pair:
        return []
    place_ = Fixed(match.start(), match.end() - 1, year.calendar, year.year, month, year_shift=year.year_shift)
    return [replace(place_, months=count)]


def _season(words: Words, match: re.Match[str]) -> list[Shape]:
    """«بهار ۱۳۹۹», "summer of 2015", «صيف العام الماضي»."""
    year = stated(words, match)
    at = match.start("season")
    if year is None or year.calendar not in _SEASON or not _is_season(words, at):
        return []
    return _months(words, match, _SEASON[year.calendar][words.values[at] - 1], 3)


def _winter_of_two_years(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "winter of 2018-19"."""
    if words.values[match.start()] != 4:
        return []
    year = int(words.text[match.start("year")])
    if (year + 1) % 100 != words.values[match.start("until")] % 100:
        return []
    return [Fixed(match.start(), match.end() - 1, "gregorian", year, 12, months=3)]


def _near_season(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "last winter", «الشتاء الماضي», «پاییز آینده»."""
    at, calendar = match.start("season"), own_calendar(words.language)
    month = _SEASON[calendar][words.values[at] - 1]
    turn = turn_of(words.codes[match.start("turn")])
    return [Fixed(match.start(), match.end() - 1, calendar, month=month, months=3, turn=turn)]


def _is_season(words: Words, at: int) -> bool:
    return words.text[at] != "fall" or words.word(at - 1) in _BEFORE_FALL or words.capital(at)


def _season_after_year(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "2019 yazında": the year comes first in Turkish."""
    return _season(words, match) if words.language == "tr" else []


def _quarter(words: Words, match: re.Match[str]) -> list[Shape]:
    """«سه‌ماهه نخست ۹۸», "first quarter of 2018", «الربع الأول من العام الجاري», "Q3 2019"."""
    nth, unit = match.start("nth"), match.start("unit")
    count = words.values[unit]
    if words.codes[nth] == "D" and not _numbered(words, unit, nth):
        return []
    first = (words.values[nth] - 1) * count + 1
    return _months(words, match, first, count) if count and first + count <= 13 else []


def _numbered(words: Words, unit: int, nth: int) -> bool:
    """Whether the number belongs to the word: "Q3" in one, "3rd quarter" with its ending."""
    if nth > unit:
        return words.text[unit] in ("q", "h") and words.glued(nth)
    return words.codes[nth + 1] == "s"


def _counted_months(words: Words, match: re.Match[str]) -> list[Shape]:
    """«سه ماه اول سال ۱۳۹۹», «الأشهر الستة الأولى من 2019», "first nine months of 2019"."""
    unit = place(match, "unit")
    if unit is not None and words.codes[unit] == "Q" and words.values[unit]:
        return []
    count, nth = (words.values[match.start(name)] for name in ("count", "nth"))
    first = (nth - 1) * count + 1
    return _months(words, match, first, count) if first + count <= 13 else []


def _half_of_year(words: Words, match: re.Match[str]) -> list[Shape]:
    """«نیمه دوم سال ۱۳۹۸», "second half of 2019", "H1 2020"."""
    nth = match.start("nth")
    if words.values[nth] > 2 or (words.codes[nth] == "D" and not _numbered(words, match.start("unit"), nth)):
        return []
    return _months(words, match, 6 * words.values[nth] - 5, 6)


def _part_of_month(words: Words, match: re.Match[str], length: int) -> list[Shape]:
    """The nth stretch of so many days of a month; what is left over belongs to the last."""
    found = month_and_year(words, match)
    at = place(match, "nth")
    unit = match.start("unit")
    nth = words.values[unit] if at is None else words.values[at]
    if found is None or nth < 1 or nth * length > 35:
        return []
    calendar, month, tail = found
    day = (nth - 1) * length + 1
    common: dict[str, Any] = {"calendar": calendar, "month": month, "day": day, **tail}
    last = day + 2 * length > 31 if length != 7 else nth > 4
    ends: dict[str, Any] = {"end": True} if last else {"until_day": day + length - 1}
    return [Fixed(match.start(), match.end() - 1, **common, **ends)]


def _half_of_month(words: Words, match: re.Match[str]) -> list[Shape]:
    """«نیمه نخست مهر ۱۳۹۸», «النصف الثاني من مايو»."""
    return _part_of_month(words, match, 15) if words.values[match.start("nth")] < 3 else []


def _week_of_month(words: Words, match: re.Match[str]) -> list[Shape]:
    """«هفته سوم اردیبهشت», "first week of May 2018": the first is days 1 to 7."""
    return _part_of_month(words, match, 7)


def _last_week_of_month(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "last week of May"."""
    found = month_and_year(words, match)
    if found is None:
        return []
    calendar, month, tail = found
    return [Fixed(match.start(), match.end() - 1, calendar, month=month, day=-7, end=True, **tail)]


def _third_of_month(words: Words, match: re.Match[str]) -> list[Shape]:
    """«دهه اول محرم», «العشر الأواخر من رمضان»."""
    if place(match, "nth") is None and not words.values[match.start("unit")]:
        return []
    nth = place(match, "nth")
    return _part_of_month(words, match, 10) if nth is None or words.values[nth] < 4 else []


def _school_year(words: Words, match: re.Match[str]) -> list[Shape]:
    """«سال تحصیلی ۹۸-۹۹», «العام الدراسي 2015/2016», "2015-16 academic year"; of other kinds of year, both whole."""
    pair = place(match, "pair")
    if pair is not None:
        first, second = words.text[pair].split("/")
    else:
        first, second = (words.text[match.start(name)] for name in ("year", "until"))
    if int(second) % 100 == (int(first) - 1) % 100:
        first, second = second, first  # typed from right to left
    calendar, year = year_at(first, words.language)
    if calendar is None or year is None or (year + 1) % 100 != int(second) % 100:
        return []
    if words.codes[match.start()] == "A" and not words.text[match.start()].isascii():
        return []
    place_ = Fixed(match.start(), match.end() - 1, calendar, year)
    if words.values[match.start("kind")] == 1 and calendar in _SCHOOL:
        return [replace(place_, month=_SCHOOL[calendar], months=12)]
    return [replace(place_, until_year=year + 1)]


def _near_school_year(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "this academic year", «سال تحصیلی جاری», «العام الدراسي المقبل»."""
    if words.values[match.start("kind")] != 1:
        return []
    calendar, turn = own_calendar(words.language), turn_of(words.codes[match.start("turn")])
    return [Fixed(match.start(), match.end() - 1, calendar, month=_SCHOOL[calendar], months=12, turn=turn)]


def _kind_of_year(words: Words, match: re.Match[str]) -> list[Shape]:
    """«سال مالی ۱۳۹۸», "fiscal year 2019": the year by its number."""
    if words.codes[match.start()] == "A" and not words.text[match.start()].isascii():
        return []  # «بحران مالی سال ۲۰۰۸»
    year = stated(words, match)
    return [] if year is None else [Fixed(match.start(), match.end() - 1, year.calendar, year.year)]


_SPLIT = r"(?P<year>[YS]) [/~] (?P<until>[YSD]) E?"
_OF_MONTH = rf"f? P? {MONTH} P? {TAIL}"


def _either(opening: str, pattern: str, build: Any) -> tuple[Rule, ...]:
    """A rule in both orders: «نیمه دوم» and "second half", «سال تحصیلی» and "academic year"."""
    first, second, rest = pattern.split("|", 2)
    return rule(opening, first + rest, build), rule(opening, second + rest, build)


RULES: tuple[Rule, ...] = (
    rule("B", r"B f? (?P<year>Y) [/~] (?P<until>[SD])", _winter_of_two_years),
    rule("B", rf"(?P<season>B) P? {SOME_YEAR}", _season),
    rule("B", r"(?P<season>B) f? (?P<turn>[LNC])", _near_season),
    rule("LNc", r"(?P<turn>[LNc]) (?P<season>B)", _near_season),
    rule("Y", r"(?P<year>Y) (?P<season>B)", _season_after_year),
    *_either("QdD", rf"(?P<unit>Q) (?P<nth>[dD])|(?P<nth>[dD]) s? (?P<unit>Q)|f? {SOME_YEAR}", _quarter),
    rule("jD", rf"(?P<count>[jD]) (?P<unit>[PQ]) (?P<nth>d) f? {SOME_YEAR}", _counted_months),
    *_either("Pd", rf"P (?P<count>[jD]) (?P<nth>d)|(?P<nth>d) (?P<count>[jD]) P|f? {SOME_YEAR}", _counted_months),
    *_either("HdD", rf"(?P<unit>H) (?P<nth>[dD])|(?P<nth>[dD]) s? (?P<unit>H)|f? {SOME_YEAR}", _half_of_year),
    *_either("Hd", rf"(?P<unit>H) (?P<nth>d)|(?P<nth>d) (?P<unit>H)|{_OF_MONTH}", _half_of_month),
    *_either("kd", rf"(?P<unit>k) (?P<nth>d)|(?P<nth>d) (?P<unit>k)|{_OF_MONTH}", _week_of_month),
    rule("L", rf"L k f {MONTH} {TAIL}", _last_week_of_month),
    rule("x3", rf"(?P<unit>[x3]) (?P<nth>d)? {_OF_MONTH}", _third_of_month),
    *_either("TA", rf"T (?P<kind>A)|(?P<kind>A) T|f? {_SPLIT}", _school_year),
    rule("T", r"T (?P<kind>A) (?P<pair>h)", _school_year),
    rule("Y", rf"{_SPLIT} (?P<kind>A) T", _school_year),
    rule("T", r"T (?P<kind>A) (?P<turn>[LNC])", _near_school_year),
    rule("LNc", r"(?P<turn>[LNc]) (?P<kind>A) T", _near_school_year),
    *_either("TA", rf"T A|A T|f? {YEAR}", _kind_of_year),
)
