"""Rules for years that stand alone: after a word for year, with their era, after a preposition, with an event."""

from __future__ import annotations

import re

from lib.enrich.dates import guards
from lib.enrich.dates.grammar import Rule, place, rule
from lib.enrich.dates.shapes import Fixed, Shape
from lib.enrich.dates.words import Words
from lib.enrich.dates.years import year_at


def _year(words: Words, match: re.Match[str]) -> list[Shape]:
    """«سال ۱۳۹۸», «عام 2020», «1436هـ», «قیام ۹۸»: one year or a range of them."""
    at, until = match.start("year"), place(match, "until")
    era = place(match, "era")
    era = place(match, "era_after") if era is None else era
    of = words.of[era] if era is not None else ""
    calendar, year = year_at(words.text[at], words.language, of)
    after = match.end()
    if calendar is None or year is None or not _means_a_year(words, match, at):
        return []
    first = at if words.codes[match.start()] == "g" else match.start()
    if until is None:
        return [Fixed(first, after - 1, calendar, year)]
    _, last_year = year_at(words.text[until], words.language, of or calendar)
    if last_year is None or last_year <= year:
        return [Fixed(first, at, calendar, year)]
    if words.codes[match.start("conjunction")] == "&":
        return [Fixed(first, at, calendar, year), Fixed(until, after - 1, calendar, last_year)]
    return [Fixed(first, after - 1, calendar, year, until_year=last_year)]


def _means_a_year(words: Words, match: re.Match[str], at: int) -> bool:
    """Whether the number counts no things: «اعتراضات دو هزار نفر», «سال ۵۰ نفر», «سنة أربع وستين» of a chronicle."""
    opening, short = words.codes[match.start()], words.codes[at] != "Y"
    if opening == "T" and short and words.code(match.start() - 1) in "jDS#2":
        return False
    if opening != "t" and (short or opening == "g") and guards.counted(words, match.end()):
        return False
    if not words.spelled(at) or words.language == "en":
        return True
    named = opening in "Tt" and not (short and words.text[match.start()] == "سنه")
    return named or place(match, "era") is not None


def _short_zero(words: Words, match: re.Match[str]) -> list[Shape]:
    """«سال ۰۱», «انتخابات ۰۳»: a day's number with a leading zero can only be a year there."""
    return _year(words, match) if words.text[match.start("year")].startswith("0") else []


def _year_after_preposition(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "in 2019", «في 2019», «در ۱۳۹۸»: not a round number before a noun, which counts something."""
    at = match.start("year")
    year = int(words.text[at])
    likely = range(1900, 2061) if words.language not in ("fa", "prs") else (*range(1290, 1421), *range(1900, 2061))
    counts = (year % 50 == 0 and words.code(at + 1) == "o") or guards.counted(words, at + 1)
    if words.code(at - 1) == "f" and words.language != "en":
        return []
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


def _english_movement(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "the 2015 nuclear deal": the year comes first in English only."""
    return _movement(words, match) if words.language == "en" else []


def _year_before_word(words: Words, match: re.Match[str]) -> list[Shape]:
    """ "2019 yılında", «2019 году», «۱۳۹۸ کال»: languages that put the word for year last."""
    return _year(words, match) if words.language in ("tr", "az", "ru", "ps") else []


def _year_list(words: Words, match: re.Match[str]) -> list[Shape]:
    """«سال‌های ۱۳۹۶، ۱۳۹۷ و ۱۳۹۸»: every year by itself."""
    years = [at for at in range(match.start(), match.end()) if words.codes[at] in "YS"]
    found = [(at, *year_at(words.text[at], words.language)) for at in years]
    if guards.counted(words, match.end()):
        return []
    return [Fixed(at, at, calendar, year) for at, calendar, year in found if calendar is not None and year is not None]


_ERA = r"(?P<era>[Ee])?"
_RANGE = r"(?: (?P<conjunction>[~&-]) (?P<until>[YS]) (?P<era_after>[Ee])? )?"

RULES: tuple[Rule, ...] = (
    rule("t", r"t [YS] (?: ,? &? [YS] ){2,}", _year_list),
    rule("Tt", rf"[Tt] (?P<year>[YS]) {_ERA} {_RANGE}", _year),
    rule("Tg", rf"[Tg] (?P<year>D) {_ERA}", _short_zero),
    rule("g", r"g (?P<year>[YS])", _movement),
    rule("g", r"g o{1,2} (?P<year>Y)", _movement),
    rule("Y", r"(?P<year>Y) o{0,2} g", _english_movement),
    rule("Y", r"(?P<year>Y) T", _year_before_word),
    rule("YS", rf"(?P<year>[YS]) (?P<era>E) {_RANGE}", _year),
    rule("Y", r"(?P<year>Y) (?P<era>e)", _year),
    rule("Y", rf"(?: (?<=[pfI-]) | (?<=I~) ) (?P<year>Y) {_RANGE}", _year_after_preposition),
)
