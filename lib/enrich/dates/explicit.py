"""Rules for dates that name a month or a year, or are written in numbers."""

from __future__ import annotations

import re
from typing import Any

from lib.enrich.dates import guards
from lib.enrich.dates.grammar import DAY, MONTH, TAIL, TWICE, WEEKDAY, Rule, place, rule, turn_of
from lib.enrich.dates.months import month_of, tail_of
from lib.enrich.dates.shapes import AMBIGUOUS, Fixed, Shape
from lib.enrich.dates.words import Words
from lib.enrich.dates.years import calendar_of, either_order, numeric_date

_SHOTS = frozenset(("خلاص", "هوایی", "دروازه"))  # «تیر» is also a shot and a goalpost


def _weekday(words: Words, match: re.Match[str]) -> int | None:
    at = place(match, "weekday")
    return None if at is None else words.values[at]


def _day_of_month(words: Words, match: re.Match[str]) -> list[Shape]:
    """«جمعه ۲۴ آبان ۱۳۹۸», "15 November", «5 إلى 10 أغسطس», "November 15, 2019"."""
    month, day = month_of(words, match), match.start("day")
    if month is None:
        return []
    at, calendar, number = month
    tail = tail_of(words, match, calendar)
    if tail is None or not _plain_day(words, match, day) or (not tail and not _stands(words, match, at)):
        return []
    first, last = match.start(), _closed(words, match)
    until = place(match, "until")
    common: dict[str, Any] = {"calendar": calendar, "month": number, **tail}
    if until is None:
        return [Fixed(first, last, day=words.values[day], weekday=_weekday(words, match), **common)]
    begin, end = words.values[day], words.values[until]
    together = words.codes[match.start("conjunction")] == "&" and end != begin + 1
    if end <= begin:
        return []
    if together:
        return [Fixed(first, day, day=begin, **common), Fixed(until, last, day=end, **common)]
    return [Fixed(first, last, day=begin, until_day=end, weekday=_weekday(words, match), **common)]


def _closed(words: Words, match: re.Match[str]) -> int:
    """The last piece, with the bracket that closes one opened inside: «شنبه (۱۶ فروردین)»."""
    last = match.end() - 1
    inside = words.codes[match.start() : match.end()]
    return last + (inside.count("(") > inside.count(")") and words.code(last + 1) == ")")


def _plain_day(words: Words, match: re.Match[str], day: int) -> bool:
    """Whether the day's number is not the tail of another («۱-۲ آبان» of a score, «۳۰۰ ۵»)."""
    if words.codes[day] == "j" and words.language not in ("fa", "prs", "und"):
        return False
    if guards.part_of_month(words, day):
        return False
    before = words.code(match.start() - 1)
    if before in "#/" and words.glued(match.start()):
        return False
    if before == "~" and words.glued(day) and words.code(match.start() - 2) in "DSY#":
        return False
    return words.code(day + 1) != "~" or words.text[match.start("month")].isascii() or place(match, "until") is not None


def _stands(words: Words, match: re.Match[str], at: int) -> bool:
    """Whether day and month without a year are a date and not «۲۰ می‌شود», «۳ تیر خلاص» or «20 people»."""
    after = match.end()
    if guards.named_after(words, match.start()):
        return False
    if words.language in ("fa", "prs", "und") and words.text[at] in ("می", "مه") and words.code(at - 1) != "P":
        return guards.is_may(words, after - 1)
    if place(match, "latin") is not None:
        return not guards.counted(words, after)
    if words.codes[at] in "qz":
        return words.codes[match.start("day")] != "j" and words.word(after) not in _SHOTS
    return True


def _edge(words: Words, match: re.Match[str]) -> list[Shape]:
    """The first or the last day: «غرة محرم 1441هـ», «آخر اردیبهشت»."""
    month = month_of(words, match)
    if month is None:
        return []
    _, calendar, number = month
    tail = tail_of(words, match, calendar)
    if tail is None:
        return []
    last_day = words.codes[match.start()] == "O"
    day = None if last_day else 1
    return [Fixed(match.start(), match.end() - 1, calendar, month=number, day=day, end=last_day, **tail)]


def _bare_month(words: Words, match: re.Match[str]) -> list[Shape]:
    """A month with or without a year, if what stands beside it is enough for a name that is also a word."""
    month = month_of(words, match)
    if month is None:
        return []
    at, calendar, number = month
    tail = tail_of(words, match, calendar)
    if tail is None:
        return []
    if not _enough(words, match, at, tail):
        return []
    return [Fixed(match.start(), match.end() - 1, calendar, month=number, **tail)]


def _enough(words: Words, match: re.Match[str], at: int, tail: dict[str, Any]) -> bool:
    code = words.codes[at]
    if not tail and words.code(match.end()) == "T" and words.code(match.end() + 1) in "#o":
        return False  # a year in words or of another age follows: «رمضان سنة 604»
    before = match.start() - 1
    if words.code(before) in "Dd" and not guards.part_of_month(words, before):
        return False  # the day before it was refused, as in the name of a street
    unit = place(match, "unit") is not None or place(match, "unit_after") is not None
    twice = any(place(match, name) is not None for name in ("slash", "bracket", "beside"))
    if code == "M" or unit or twice:
        return True
    if code == "m":
        return bool(tail) or _introduced(words, match.start())
    if code == "q":
        to_month = words.code(match.end()) in "-~" and words.code(match.end() + 1) in "Mmqz"
        postposition = words.language == "ur" and words.code(match.end()) in "y-"
        return (bool(tail) and tail.get("turn") != "this") or to_month or postposition
    return 1290 <= (tail.get("year") or 0) <= 1420 and words.codes[match.start("year")] == "Y"


def _introduced(words: Words, first: int) -> bool:
    return words.code(first - 1) in "pfbIH-" or words.prefixed(first)


def _turned_month(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "last March", "next May"."""
    month = month_of(words, match)
    if month is None or not words.text[month[0]].isascii():
        return []
    turn = turn_of(words.codes[match.start()])
    return [Fixed(match.start(), match.end() - 1, month[1], month=month[2], turn=turn)]


def _numbers(words: Words, match: re.Match[str]) -> list[Shape]:
    """«۱۳۹۸/۰۸/۲۴», "14/10/1436هـ", "2019-11-15", "15.11.2019"."""
    at = match.start("numbers")
    era = place(match, "era")
    found = numeric_date(words.text[at], words.language, words.of[era] if era is not None else "")
    if found is None:
        return []
    calendar, year, month, day = found
    weekday = _weekday(words, match)
    flags: tuple[str, ...] = ()
    if words.language == "en" and weekday is None and either_order(words.text[at]):
        flags = (AMBIGUOUS,)
    return [Fixed(match.start(), match.end() - 1, calendar, year, month, day, weekday=weekday, flags=flags)]


def _spaced(words: Words, match: re.Match[str]) -> list[Shape]:
    """«29 / 9 / 1445هـ», with blanks around the marks."""
    year, month, day = (words.values[match.start(name)] for name in ("year", "number", "day"))
    era = place(match, "era")
    calendar = calendar_of(year, words.language, words.of[era] if era is not None else "")
    if calendar is None or month > 12:
        return []
    return [Fixed(match.start(), match.end() - 1, calendar, year, month, day, weekday=_weekday(words, match))]


def _half(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "يوم 19/7", day and month in numbers: only Arabic, and only after a word for day."""
    day, month = (int(part) for part in words.text[match.end() - 1].split("/"))
    if words.language not in ("ar", "arz") or not (1 <= day <= 31 and 1 <= month <= 12):
        return []
    first = match.start() if _weekday(words, match) is not None else match.end() - 1
    return [Fixed(first, match.end() - 1, "gregorian", month=month, day=day, weekday=_weekday(words, match))]


def _latin(words: Words, match: re.Match[str]) -> list[Shape]:
    """Month before day is an English order."""
    return _day_of_month(words, match) if words.text[match.start("month")].isascii() else []


_ERA = r"(?P<era>[Ee])?"
_UNIT = r"(?(unit)|(?P<unit_after>P)?)"
_UNTIL = r"(?P<conjunction>[~&-]) (?:[Ww],?)? (?P<until>[Dd]) s?"

RULES: tuple[Rule, ...] = (
    rule("WwvDd", rf"{WEEKDAY} {DAY} {_UNTIL} [f;]? P? {TWICE} P? {TAIL}", _day_of_month),
    rule("WwvDd", rf"{WEEKDAY} {DAY} {_UNTIL} [f;]? P? {MONTH} P? {TAIL}", _day_of_month),
    rule("j", rf"(?P<day>j) {MONTH} P? {TAIL}", _day_of_month),
    rule("WwvDd", rf"{WEEKDAY} {DAY} [f;~]? P? {TWICE} P? {TAIL}", _day_of_month),
    rule("WwvDd", rf"{WEEKDAY} {DAY} [f;~]? P? {MONTH} P? {TAIL}", _day_of_month),
    rule("WwvDd", rf"{WEEKDAY} {DAY} [f;~]? P? {MONTH} P?", _day_of_month),
    rule("Wwvn", rf"{WEEKDAY} (?P<numbers>n) {_ERA}", _numbers),
    rule("WwvD", rf"{WEEKDAY} (?P<day>D) (?P<mark>[/~]) (?P<number>D) (?P=mark) (?P<year>Y) {_ERA}", _spaced),
    rule("Y", rf"(?P<year>Y) (?P<mark>[/~]) (?P<number>D) (?P=mark) (?P<day>D) {_ERA}", _spaced),
    rule("uWwv", r"(?: u | (?P<weekday>[Wwv]) [,(]? ) h", _half),
    rule("OG", rf"[OG] f? P? {MONTH} P? {TAIL}", _edge),
    rule("WwvMmqz", rf"{WEEKDAY} (?P<latin>){MONTH} ;? {DAY} {_UNTIL} {TAIL}", _latin),
    rule("WwvMmqz", rf"{WEEKDAY} (?P<latin>){MONTH} ;? {DAY} {TAIL}", _latin),
    rule("LN", rf"[LN] {MONTH} (?![YD])", _turned_month),
    rule("PMmqz", rf"(?P<unit>P)? {TWICE} {_UNIT} {TAIL}", _bare_month),
    rule("PMmqz", rf"(?P<unit>P)? {MONTH} {_UNIT} {TAIL}", _bare_month),
    rule("PMmqz", rf"(?P<unit>P)? {MONTH} {_UNIT}", _bare_month),
)
