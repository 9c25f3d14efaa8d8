"""Rules for dates that name a month or a year, or are written in numbers."""

from __future__ import annotations

import re
from typing import Any

from lib.enrich.dates import guards
from lib.enrich.dates.grammar import DAY, ERA, MONTH, TAIL, TWICE, WEEKDAY, Rule, place, rule, turn_of
from lib.enrich.dates.shapes import Fixed, Shape
from lib.enrich.dates.words import Words
from lib.enrich.dates.years import calendar_of, full_year, numeric_date
from lib.text.calendars import Calendar

_SMALL_MONTHS = frozenset(("fr", "es", "it", "ru", "tr", "az", "pt"))  # languages that write months without a capital


def _month(words: Words, match: re.Match[str]) -> tuple[int, Calendar, int] | None:
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


def _tail(words: Words, match: re.Match[str], calendar: Calendar) -> dict[str, Any] | None:
    """Year, year shift or turn that follows a month; None if a year is written that this calendar cannot have."""
    year = place(match, "year")
    if year is not None:
        number = full_year(words.text[year], calendar, words.language)
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


def _weekday(words: Words, match: re.Match[str]) -> int | None:
    at = place(match, "weekday")
    return None if at is None else words.values[at]


def _day_of_month(words: Words, match: re.Match[str]) -> list[Shape]:
    """«جمعه ۲۴ آبان ۱۳۹۸», "15 November", «5 إلى 10 أغسطس», "November 15, 2019"."""
    month, day = _month(words, match), match.start("day")
    if month is None:
        return []
    at, calendar, number = month
    tail = _tail(words, match, calendar)
    if tail is None or not _plain_day(words, match, day) or (not tail and not _stands(words, match, at)):
        return []
    first, last = match.start(), match.end() - 1
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


def _plain_day(words: Words, match: re.Match[str], day: int) -> bool:
    """Whether the day's number is not the tail of another («۱-۲ آبان» of a score, «۳۰۰ ۵»)."""
    before = words.code(match.start() - 1)
    if before in "#/" and words.glued(match.start()):
        return False
    if before == "~" and words.glued(day) and words.code(match.start() - 2) in "DSY#":
        return False
    return words.code(day + 1) != "~" or words.text[match.start("month")].isascii() or place(match, "until") is not None


def _stands(words: Words, match: re.Match[str], at: int) -> bool:
    """Whether day and month without a year are a date and not «۲۰ می‌شود», «۳ تیر خلاص» or «20 people»."""
    after = match.end()
    if words.language in ("fa", "prs", "und") and words.text[at] in ("می", "مه") and words.code(at - 1) != "P":
        return guards.is_may(words, after - 1)
    if match.re.groupindex.get("latin") is None and words.codes[at] in "qz":
        return not guards.counted(words, after) and words.word(after) not in ("خلاص", "هوایی", "دروازه", "ثانیه")
    return not guards.counted(words, after)


def _edge(words: Words, match: re.Match[str]) -> list[Shape]:
    """The first or the last day: «غرة محرم 1441هـ», «آخر اردیبهشت»."""
    month = _month(words, match)
    if month is None:
        return []
    _, calendar, number = month
    tail = _tail(words, match, calendar)
    if tail is None:
        return []
    last_day = words.codes[match.start()] == "O"
    day = None if last_day else 1
    return [Fixed(match.start(), match.end() - 1, calendar, month=number, day=day, end=last_day, **tail)]


def _bare_month(words: Words, match: re.Match[str]) -> list[Shape]:
    """A month with or without a year, if what stands beside it is enough for a name that is also a word."""
    month = _month(words, match)
    if month is None:
        return []
    at, calendar, number = month
    tail = _tail(words, match, calendar)
    if tail is None:
        if not _fits_alone(words, match, at):
            return []
        return [Fixed(match.start(), _month_end(match), calendar, month=number)]
    if not _enough(words, match, at, tail):
        return []
    return [Fixed(match.start(), match.end() - 1, calendar, month=number, **tail)]


def _month_end(match: re.Match[str]) -> int:
    return max(match.end(name) for name in match.re.groupindex if name in ("month", "slash", "bracket", "beside")) - 1


def _fits_alone(words: Words, match: re.Match[str], at: int) -> bool:
    """Whether the month before a number that is not its year is a month all the same."""
    return words.codes[at] == "M" or (words.codes[at] == "m" and _introduced(words, match.start()))


def _enough(words: Words, match: re.Match[str], at: int, tail: dict[str, Any]) -> bool:
    code = words.codes[at]
    unit = place(match, "unit") is not None or place(match, "unit_after") is not None
    twice = any(place(match, name) is not None for name in ("slash", "bracket", "beside"))
    if code == "M" or unit or twice:
        return True
    if code == "m":
        return bool(tail) or _introduced(words, match.start())
    if code == "q":
        return bool(tail) and tail.get("turn") != "this"
    return 1290 <= (tail.get("year") or 0) <= 1420 and words.codes[match.start("year")] == "Y"


def _introduced(words: Words, first: int) -> bool:
    return words.code(first - 1) in "pfb-" or words.prefixed(first)


def _turned_month(words: Words, match: re.Match[str]) -> list[Shape]:
    """"last March", "next May"."""
    month = _month(words, match)
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
    return [Fixed(match.start(), match.end() - 1, calendar, year, month, day, weekday=_weekday(words, match))]


def _half(words: Words, match: re.Match[str]) -> list[Shape]:
    """"يوم 19/7", day and month in numbers: only Arabic, and only after a word for day."""
    day, month = (int(part) for part in words.text[match.end() - 1].split("/"))
    if words.language not in ("ar", "arz") or not (1 <= day <= 31 and 1 <= month <= 12):
        return []
    first = match.start() if _weekday(words, match) is not None else match.end() - 1
    return [Fixed(first, match.end() - 1, "gregorian", month=month, day=day, weekday=_weekday(words, match))]


def _year(words: Words, match: re.Match[str]) -> list[Shape]:
    """«سال ۱۳۹۸», «عام 2020», «1436هـ», «قیام ۹۸»: one year or a range of them."""
    at, until = match.start("year"), place(match, "until")
    era = place(match, "era")
    of = words.of[era] if era is not None else ""
    calendar, year = _year_at(words, at, of)
    after = match.end()
    if calendar is None or year is None or (words.codes[at] != "Y" and guards.counted(words, after)):
        return []
    first = at if words.codes[match.start()] == "g" else match.start()
    if until is None:
        return [Fixed(first, after - 1, calendar, year)]
    _, last_year = _year_at(words, until, of or calendar)
    if last_year is None or last_year <= year:
        return [Fixed(first, at, calendar, year)]
    if words.codes[match.start("conjunction")] == "&":
        return [Fixed(first, at, calendar, year), Fixed(until, after - 1, calendar, last_year)]
    return [Fixed(first, after - 1, calendar, year, until_year=last_year)]


def _year_at(words: Words, at: int, era: str) -> tuple[Calendar | None, int | None]:
    digits = words.text[at]
    if len(digits) == 4:
        calendar = calendar_of(int(digits), words.language, era)
        return calendar, int(digits)
    custom: Calendar = "jalali" if words.language in ("fa", "prs", "und") else "gregorian"
    if era in ("gregorian", "jalali", "hijri"):
        custom = era  # type: ignore[assignment]
    return custom, full_year(digits, custom, words.language)


def _short_zero(words: Words, match: re.Match[str]) -> list[Shape]:
    """«سال ۰۱», «انتخابات ۰۳»: a day's number with a leading zero can only be a year there."""
    return _year(words, match) if words.text[match.start("year")].startswith("0") else []


def _year_after_preposition(words: Words, match: re.Match[str]) -> list[Shape]:
    """"in 2019", «في 2019», «در ۱۳۹۸»: not a round number before a noun, which counts something."""
    at = match.start("year")
    year = int(words.text[at])
    likely = range(1900, 2061) if words.language not in ("fa", "prs") else (*range(1290, 1421), *range(1900, 2061))
    counts = (year % 50 == 0 and words.code(at + 1) == "o") or guards.counted(words, at + 1)
    if year not in likely or counts or (words.code(at - 1) == "-" and words.code(at + 1) == "o"):
        return []
    return _year(words, match)


def _movement(words: Words, match: re.Match[str]) -> list[Shape]:
    """«قیام ۹۸», «انتخابات ۱۳۸۸», "2019 protests": the year of an event."""
    at = match.start("year")
    digits = words.text[at]
    if len(digits) == 4 and int(digits) not in (*range(1290, 1421), *range(1900, 2061)):
        return []
    if len(digits) == 2 and words.language not in ("fa", "prs", "und", "ar", "arz"):
        return []
    found = _year(words, match)
    return [Fixed(at, at, each.calendar, each.year) for each in found if isinstance(each, Fixed)]


def _decade(words: Words, match: re.Match[str]) -> list[Shape]:
    """«دهه ۶۰», «دهه ۱۹۸۰», "1980s"."""
    at = match.start("year")
    if words.values[at] % 10:
        return []
    if len(words.text[at]) == 2 and words.language in ("fa", "prs", "und"):
        return [Fixed(match.start(), match.end() - 1, "jalali", 1300 + words.values[at], until_year=1309 + words.values[at])]
    calendar, year = _year_at(words, at, "")
    if calendar is None or year is None:
        return []
    return [Fixed(match.start(), match.end() - 1, calendar, year, until_year=year + 9)]


def _decade_s(words: Words, match: re.Match[str]) -> list[Shape]:
    end = match.end() - 1
    return _decade(words, match) if words.text[end] == "s" and words.glued(end) else []


def _latin(words: Words, match: re.Match[str]) -> list[Shape]:
    """Month before day is an English order."""
    return _day_of_month(words, match) if words.text[match.start("month")].isascii() else []


_ERA = r"(?P<era>[Ee])?"
_RANGE = rf"(?: (?P<conjunction>[~&-]) (?P<until>[YS]) {ERA})?"
_UNTIL = r"(?P<conjunction>[~&-]) (?:[Ww],?)? (?P<until>[Dd]) s?"

RULES: tuple[Rule, ...] = (
    rule("WwvDd", rf"{WEEKDAY} {DAY} {_UNTIL} [f;]? P? {TWICE} P? {TAIL}", _day_of_month),
    rule("WwvDd", rf"{WEEKDAY} {DAY} {_UNTIL} [f;]? P? {MONTH} P? {TAIL}", _day_of_month),
    rule("WwvDd", rf"{WEEKDAY} {DAY} [f;~]? P? {TWICE} P? {TAIL}", _day_of_month),
    rule("WwvDd", rf"{WEEKDAY} {DAY} [f;~]? P? {MONTH} P? {TAIL}", _day_of_month),
    rule("WwvDd", rf"{WEEKDAY} {DAY} [f;~]? P? {MONTH}", _day_of_month),
    rule("Wwvn", rf"{WEEKDAY} (?P<numbers>n) {_ERA}", _numbers),
    rule("uWwv", r"(?: u | (?P<weekday>[Wwv]) [,(]? ) h", _half),
    rule("OG", rf"[OG] f? P? {MONTH} P? {TAIL}", _edge),
    rule("WwvMmqz", rf"{WEEKDAY} (?P<latin>){MONTH} ;? {DAY} {_UNTIL} {TAIL}", _latin),
    rule("WwvMmqz", rf"{WEEKDAY} (?P<latin>){MONTH} ;? {DAY} {TAIL}", _latin),
    rule("LN", rf"[LN] {MONTH} (?![YD])", _turned_month),
    rule("PMmqz", rf"(?P<unit>P)? {TWICE} (?P<unit_after>P)? {TAIL}", _bare_month),
    rule("PMmqz", rf"(?P<unit>P)? {MONTH} (?P<unit_after>P)? {TAIL}", _bare_month),
    rule("PMmqz", rf"(?P<unit>P)? {MONTH} (?P<unit_after>P)?", _bare_month),
    rule("Tt", rf"[Tt] (?P<year>[YS]) {_ERA} {_RANGE}", _year),
    rule("Tg", rf"[Tg] (?P<year>D) {_ERA}", _short_zero),
    rule("g", r"g (?P<year>[YS])", _movement),
    rule("Y", r"(?P<year>Y) g", _movement),
    rule("x", r"x (?P<year>[YSD])", _decade),
    rule("Y", r"(?P<year>Y) o", _decade_s),
    rule("YS", rf"(?P<year>[YS]) (?P<era>E) {_RANGE}", _year),
    rule("Y", r"(?P<year>Y) (?P<era>e)", _year),
    rule("Y", rf"(?<=[p-]) (?P<year>Y) {_RANGE}", _year_after_preposition),
)
