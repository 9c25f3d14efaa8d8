"""Rules for dates told from the day of the article: yesterday, last week, three days ago, on Saturday."""

from __future__ import annotations

import re
from typing import Any

from lib.enrich.dates import guards
from lib.enrich.dates.grammar import Rule, place, rule, turn_of
from lib.enrich.dates.shapes import Moving, Shape, Unit
from lib.enrich.dates.words import Words
from lib.text.calendars import Calendar

_UNITS: dict[str, Unit] = {"u": "day", "k": "week", "P": "month", "T": "year"}
_TWO: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
_STEPS = {"last": -1, "next": 1, "this": 0}
_FARTHEST: dict[Unit, int] = {"day": 99, "week": 30, "month": 24, "year": 20}


def _own_calendar(words: Words, unit: Unit, match: re.Match[str]) -> Calendar | None:
    """Months and years of Persian news are solar ones unless it says otherwise; days and weeks have no calendar."""
    era = place(match, "era") or place(match, "era_after")
    if era:
        named: Any = words.of[era]
        return named  # type: ignore[no-any-return]
    if unit in ("day", "week"):
        return None
    return "jalali" if words.language in ("fa", "prs", "ps") else "gregorian"


def _day(words: Words, match: re.Match[str]) -> list[Shape]:
    """«دیروز», «أمس الأول», "today"; with a weekday beside it, that weekday: «اليوم الجمعة»."""
    at = match.start("day")
    shift = words.values[at]
    if (shift == 0 and guards.no_today(words, at)) or (words.code(at - 1) in "jDdS#2" and " " in words.word(at)):
        return []
    beside = place(match, "weekday") or place(match, "bracket")
    return [Moving(at, match.end() - 1, "day", shift, weekday=words.values[beside] if beside else None)]


def _year(words: Words, match: re.Match[str]) -> list[Shape]:
    return [Moving(match.start(), match.end() - 1, "year", words.values[match.start()], calendar=_solar(words))]


def _solar(words: Words) -> Calendar:
    return "jalali" if words.language in ("fa", "prs", "ps", "und") else "gregorian"


def _unit(words: Words, match: re.Match[str]) -> list[Shape]:
    """«هفته گذشته», «الشهر المقبل», "last year"; not «دو هفته گذشته», which is a stretch of time."""
    first, last = match.start(), match.end() - 1
    turn = turn_of(words.codes[match.start("turn")])
    if words.code(first - 1) in "jD#S2Y" or words.word(first - 1) in ("چند", "چندین", "نیم", "few", "several"):
        return []
    if words.codes[match.start("turn")] == "a" and words.word(last + 1) == "از":
        return []
    near, of = words.word(match.start("turn")), words.word(match.start("unit"))
    if (near in ("این", "همین") and words.codes[match.start("unit")] == "T") or (of.isascii() and of.endswith("s")):
        return []
    unit = _UNITS[words.codes[match.start("unit")]]
    return [Moving(first, last, unit, _STEPS[turn], calendar=_own_calendar(words, unit, match))]


def _ago(words: Words, match: re.Match[str]) -> list[Shape]:
    """«دو روز پیش», «قبل ثلاثة أيام», "three weeks ago", «قبل عامين»."""
    first, last = match.start(), match.end() - 1
    if words.codes[last] == "a" and words.word(last + 1) == "از":
        return []
    if words.code(first - 1) == "&" and words.code(first - 2) in "uTPk":
        return []  # «۲ سال و ۳ ماه پیش»
    two, number = place(match, "two"), place(match, "count")
    if two is not None:
        unit, count = _TWO[words.of[two]], 2
    else:
        unit = _UNITS[words.codes[match.start("unit")]]
        count = 1 if number is None else words.values[number]
    if not 0 < count <= _FARTHEST[unit]:
        return []
    sign = 1 if words.codes[last] == "i" else -1
    calendar = _solar(words) if unit == "year" else None
    return [Moving(first, last, unit, sign * count, calendar=calendar)]


def _day_of_near_month(words: Words, match: re.Match[str]) -> list[Shape]:
    """«الخامس من الشهر الجاري», «۱۵ ماه جاری»."""
    turn = turn_of(words.codes[match.start("turn")])
    day = words.values[match.start("day")]
    if turn != "this" and words.codes[match.start("day")] == "D" and words.codes[match.start("day") + 1] == "P":
        return []  # «۱۸ ماه گذشته» is a stretch of time
    calendar = _own_calendar(words, "month", match)
    return [Moving(match.start(), match.end() - 1, "month", _STEPS[turn], calendar=calendar, day=day)]


def _day_of_week(words: Words, match: re.Match[str]) -> list[Shape]:
    """«یکشنبه هفته گذشته», «الأحد من الأسبوع المقبل», "Tuesday next week"."""
    at = match.start("weekday")
    if words.text[at].isascii() and not words.capital(at):
        return []
    shift = _STEPS[turn_of(words.codes[match.start("turn")])]
    return [Moving(at, match.end() - 1, "week", shift, weekday=words.values[at])]


def _weekday(words: Words, match: re.Match[str]) -> list[Shape]:
    """A weekday, alone or with an adjective: «السبت», «شنبه گذشته», "next Friday"."""
    at = match.start("weekday")
    first, last = match.start(), match.end() - 1
    if words.text[at].isascii() and not words.capital(at) and words.language not in ("fr", "es", "it", "ru"):
        return []
    if guards.banned(words, first, last, at):
        return []
    turn = place(match, "turn")
    word = "" if turn is None else turn_of(words.codes[turn])
    start = first + 1 if words.codes[first] == "u" else first
    return [Moving(start, last, "day", weekday=words.values[at], turn=word)]


RULES: tuple[Rule, ...] = (
    rule("jDd", r"(?P<count>[jDd]) (?P<unit>[uTPk]) [ai]", _ago),
    rule("b", r"b (?P<count>[jD]) (?P<unit>[uTPk])", _ago),
    rule("b", r"b (?P<two>2)", _ago),
    rule("b", r"b (?P<unit>[TPk]) (?=[o,;!\n:)f&p=] | $)", _ago),
    rule("Dd", r"(?P<day>[Dd]) f? P (?P<turn>[LNC])", _day_of_near_month),
    rule("R", r"(?P<day>R) (?: \( (?P<bracket>[Ww]) \) | ,? (?P<weekday>[Ww]) (?! [,(]? [Dd] f? P? [Mmqz] ) )?", _day),
    rule("r", r"(?P<day>r)", _year),
    rule("TPk", r"(?P<unit>[TPk]) (?P<era>E)? (?P<turn>[LNCa]) (?P<era_after>E)?", _unit),
    rule("LN", r"(?P<turn>[LN]) (?P<unit>[TPk])", _unit),
    rule("c", r"(?P<turn>c) (?P<unit>[TPk]) (?! [LNCa] )", _unit),
    rule("W", r"(?P<weekday>W) f? k (?P<turn>[LNC])", _day_of_week),
    rule("W", r"(?P<weekday>W) [pf]? (?P<turn>[LNc]) k", _day_of_week),
    rule("uw", r"u (?P<weekday>w) f? k (?P<turn>[LNC])", _day_of_week),
    rule("LNc", r"(?P<turn>[LNc]) (?P<weekday>W)", _weekday),
    rule("W", r"(?P<weekday>W) (?P<turn>[LNC])?", _weekday),
    rule("u", r"u (?P<weekday>w) (?P<turn>[LNC])?", _weekday),
)
