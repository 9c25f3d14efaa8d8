"""One piece of text → its code: numbers by their size, words by the lexicon, with what is glued to them taken off."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from lib.enrich.dates.tables import Entry, Lexicon, Option, lexicon

# Words, dates in numbers, days and months in numbers, numbers with marks inside, other numbers, single marks.
CUT = re.compile(
    r"[^\W\d_]+"
    r"|(?<![\d./])(?<!\d-)\d{1,4}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,4}(?![\d/]|[.-]\d)"
    r"|(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])"
    r"|\d+(?:[.,:\u066b\u066c]\d+)+"
    r"|\d+"
    r"|[^\w\s]"
)
_NUMERIC = re.compile(r"\d+([-/.])\d+\1\d+")
_HALF = re.compile(r"\d+/\d+")
_MARKS = dict.fromkeys(",\u060c", ",") | dict.fromkeys("-\u2010\u2012\u2013\u2014\u2212", "~")
_MARKS |= {"/": "/", "(": "(", ")": ")", ".": ";", "\u06d4": ";", "!": "!", "?": "!", "\u061f": "!"}
_MARKS |= {"\u061b": "!", ";": "!", ":": ":"}

# Particles written together with the word that follows them. With «ل» the article loses its alef: «للسبت».
_PARTICLES = {"ar": re.compile("[وف]?[بلک]?(?=.)"), "he": re.compile("[ובלמהשכ]{1,2}(?=..)")}
_TAKES_PARTICLE = frozenset("MmWEukPTtRLNCpcG-jBFIQXHx9")
_ENDINGS = {"ckb": ("یدا", "دا", "ی")}
_LIKE = {"arz": "ar", "und": "ar", "prs": "fa", "pnb": "ur"}
_TIMES = ("شب", "عصر", "صبح", "ظهر")  # «یکشنبه‌شب» is the night of that Sunday
_MOST_WORDS = 100_000


class Phrase(NamedTuple):
    """Words that must follow, what the whole stands for, and how many letters of the first are particles."""

    rest: tuple[str, ...]
    entry: Entry
    skip: int


class Coded(NamedTuple):
    """A piece's code, value, calendar or unit, the letters of particles before it, and phrases it may begin."""

    code: str
    value: int = 0
    of: str = ""
    skip: int = 0
    phrases: tuple[Phrase, ...] = ()


_OTHER = Coded("o")


class Coder(dict[str, Coded]):
    """Pieces of one language met so far; a new one is looked up once."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._table = lexicon(language)
        self._language = _LIKE.get(language, language)

    def __missing__(self, piece: str) -> Coded:
        if len(self) > _MOST_WORDS:
            self.clear()
        coded = self[piece] = self._code(piece)
        return coded

    def _code(self, piece: str) -> Coded:
        if piece[0].isdecimal():
            return _number(piece)
        if not piece[0].isalpha():
            return Coded(_MARKS[piece]) if piece in _MARKS else _OTHER
        skip, options = _known(piece, self._table, self._language)
        phrases = tuple(Phrase(option.rest, option.entry, skip) for option in options if option.rest)
        alone = next((option.entry for option in options if not option.rest), None)
        if alone is None:
            return Coded("o", phrases=phrases) if phrases else _OTHER
        return Coded(alone.code, alone.value, alone.of, skip, phrases)


def reading_of(language: str) -> str:
    """The language whose habits of writing a language or dialect shares."""
    return _LIKE.get(language, language)


@functools.cache
def coder(language: str) -> Coder:
    """The coder of a language, kept for the life of the process."""
    return Coder(language)


def _number(piece: str) -> Coded:
    """D a day of a month, S two digits that can only be a year, Y four that may be one, n a date, h a day and month."""
    if not piece.isdecimal():
        return Coded("n" if _NUMERIC.fullmatch(piece) else "h" if _HALF.fullmatch(piece) else "#")
    value = int(piece) if len(piece) < 9 else 0
    if len(piece) <= 2 and piece != "0":
        return Coded("D" if 0 < value <= 31 else "S", value)
    return Coded("Y" if len(piece) == 4 and piece[0] in "12" else "#", value)


def _known(word: str, table: Lexicon, language: str) -> tuple[int, tuple[Option, ...]]:
    """What may begin with `word`, and how many letters of it are particles; the whole word is tried first."""
    if word in table:
        return 0, table[word]
    if language in _PARTICLES and (match := _PARTICLES[language].match(word)) and match.end():
        return _without_particles(word, match.end(), table)
    if language == "fa":
        return _unglued(word, table)
    for ending in _ENDINGS.get(language, ()):
        if word.endswith(ending) and word[: -len(ending)] in table:
            return 0, table[word[: -len(ending)]]
    return 0, ()


def _without_particles(word: str, longest: int, table: Lexicon) -> tuple[int, tuple[Option, ...]]:
    for skip in range(1, longest + 1):
        rest = word[skip:]
        if rest in table:
            return skip, tuple(option for option in table[rest] if _may_take_particle(rest, option))
        if word[skip - 1] == "ل" and rest.startswith("ل") and "ا" + rest in table:
            return skip - 1, tuple(option for option in table["ا" + rest] if _may_take_particle("ا" + rest, option))
    return 0, ()


def _may_take_particle(word: str, option: Option) -> bool:
    code = option.entry.code
    return code in _TAKES_PARTICLE or (code == "d" and word.startswith("ال")) or (code == "q" and bool(option.rest))


def _unglued(word: str, table: Lexicon) -> tuple[int, tuple[Option, ...]]:
    """Persian words that lost the space between them: «مهرماه», «روزشنبه»."""
    stem = word.removesuffix("ماه")
    if stem != word and stem in table:
        months = [option.entry for option in table[stem] if option.entry.code in "Mmqz" and not option.rest]
        if months:
            return 0, (Option((), months[0]._replace(code="M")),)
    for time in _TIMES:
        stem = word.removesuffix(time)
        if stem != word and any(option.entry.code == "W" and not option.rest for option in table.get(stem, ())):
            return 0, tuple(option for option in table[stem] if not option.rest)
    day = word.removeprefix("روز")
    if day != word and day in table:
        return 3, tuple(option for option in table[day] if option.entry.code == "W")
    return 0, ()
