"""Rules for forms that are longer or in another order: lists of days, months in numbers, the year before the month."""

from __future__ import annotations

import re
from itertools import pairwise

from lib.enrich.dates import guards
from lib.enrich.dates.grammar import MONTH, TAIL, YEAR, Rule, place, rule
from lib.enrich.dates.months import month_and_year, month_of
from lib.enrich.dates.shapes import Fixed, Shape
from lib.enrich.dates.words import Words
from lib.enrich.dates.years import calendar_of, full_year

_POSTPOSITIONS = ("ur",)  # languages that say «2014 میں», the small word after the year
_MARK = "\u0621"  # the sign of a Christian year in Urdu


def _days_in_a_list(words: Words, match: re.Match[str]) -> list[Shape]:
    """«۲۴، ۲۵ و ۲۶ آبان ۹۸», "14, 15 and 16 November 2019", "November 15, 16 and 17, 2019": every day by itself."""
    if match.group()[0] in "Mmqz" and not words.text[match.start()].isascii():
        return []
    found = month_and_year(words, match)
    if found is None or guards.named_after(words, match.start()) or guards.counted(words, match.end()):
        return []
    calendar, month, tail = found
    days = [at for at in range(*match.span("days")) if words.codes[at] in "Dd"]
    if any(words.values[one] >= words.values[other] for one, other in pairwise(days)):
        return []
    shapes: list[Shape] = [Fixed(at, at, calendar, month=month, day=words.values[at], **tail) for at in days]
    first, last = shapes[0], shapes[-1]
    shapes[0] = Fixed(match.start(), first.last, calendar, month=month, day=words.values[days[0]], **tail)
    shapes[-1] = Fixed(last.first, match.end() - 1, calendar, month=month, day=words.values[days[-1]], **tail)
    return shapes


def _month_in_numbers(words: Words, match: re.Match[str]) -> list[Shape]:
    """«در تاریخ ۱۳۹۸/۰۸», "في 11/2019": only after a preposition or a word for date or month."""
    at, number = match.start("year"), match.start("number")
    calendar = calendar_of(int(words.text[at]), words.language)
    last = match.end() - 1
    if calendar is None or words.values[number] > 12 or not (words.glued(last) and words.glued(last - 1)):
        return []
    return [Fixed(match.start(), last, calendar, int(words.text[at]), words.values[number])]


def _year_before_month(words: Words, match: re.Match[str]) -> list[Shape]:
    """«۱۴۰۰ کال د زمري ۲۴مه»: the order of Pashto."""
    month = month_of(words, match)
    if month is None or words.language != "ps":
        return []
    _, calendar, number = month
    year = full_year(words.text[match.start("year")], calendar, "ps")
    day = place(match, "day")
    if year is None:
        return []
    return [Fixed(match.start(), match.end() - 1, calendar, year, number, None if day is None else words.values[day])]


def _year_before_postposition(words: Words, match: re.Match[str]) -> list[Shape]:
    """«2014 میں», «۲۰۱۴ء»: Urdu."""
    at = match.start("year")
    marked = words.source[words.span(at, at)[1] - 1] == _MARK
    if words.language not in _POSTPOSITIONS or not (marked or place(match, "after") is not None):
        return []
    year = int(words.text[at])
    return [Fixed(at, at, "gregorian", year)] if marked or 1850 <= year <= 2060 else []


def _year_of_one_word(words: Words, match: re.Match[str]) -> list[Shape]:
    """«سی‌ام خرداد شصت»: the tens of a solar year."""
    month, at = month_of(words, match), match.start("year")
    if month is None or month[1] != "jalali" or guards.counted(words, match.end()):
        return []
    if words.language not in ("fa", "prs", "und") or words.values[at] not in range(40, 100, 10):
        return []
    day, year = words.values[match.start("day")], 1300 + words.values[at]
    return [Fixed(match.start(), match.end() - 1, "jalali", year, month[2], day)]


def _date_before_weekday(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "15 Temmuz 2016 Cuma", «۲۴ آبان ۱۳۹۸ (جمعه)»: the weekday last, marked as such everywhere but in Turkish."""
    found = month_and_year(words, match)
    at = match.start("weekday")
    marked = place(match, "mark") is not None or words.codes[at - 1] == "u"
    if found is None or not (marked or words.language == "tr") or words.code(match.end()) in "LNCk":
        return []
    calendar, month, tail = found
    open_, closed = place(match, "mark"), words.code(match.end()) == ")"
    bracket = open_ is not None and words.codes[open_] == "("
    if bracket and not closed:
        return []
    day, weekday = words.values[match.start("day")], words.values[at]
    last = match.end() - (not bracket)
    return [Fixed(match.start(), last, calendar, month=month, day=day, weekday=weekday, **tail)]


_LIST = r"(?P<days> [Dd] s? (?: (?: ,&? | & ) [Dd] s? )+ (?: ,& | & ) [Dd] s? )"
_SHORT_LIST = r"(?P<days> [Dd] s? (?: , [Dd] s? )+ ,? & [Dd] s? )"

RULES: tuple[Rule, ...] = (
    rule("Dd", rf"{_LIST} [f;]? P? {MONTH} P? {TAIL}", _days_in_a_list),
    rule("Mmqz", rf"{MONTH} ;? {_SHORT_LIST} {TAIL}", _days_in_a_list),
    rule("Y", r"(?<=[pfIP]) (?P<year>Y) / (?P<number>D) (?! / )", _month_in_numbers),
    rule("D", r"(?<=[pfIP]) (?P<number>D) / (?P<year>Y) (?! / )", _month_in_numbers),
    rule("Y", rf"(?P<year>Y) T f? {MONTH} P? [pf]? (?P<day>D) s?", _year_before_month),
    rule("Y", rf"(?P<year>Y) T f? {MONTH} P?", _year_before_month),
    rule("Dd", rf"(?P<day>[Dd]) {MONTH} P? T? (?P<year>j) (?! [jkuPT] )", _year_of_one_word),
    rule("Y", r"(?P<year>Y) (?P<after> (?= [y-] ) )?", _year_before_postposition),
    rule(
        "Dd",
        rf"(?P<day>[Dd]) s? [f;]? P? {MONTH} P? {YEAR} (?P<mark>[,(])? u? (?P<weekday>[Wwv])",
        _date_before_weekday,
    ),
)
