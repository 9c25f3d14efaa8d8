"""Numbers in words: «هزار و سیصد و نود و هشت», «ألفين وخمسة عشر», "nineteen seventy-nine" as one number.

Only what can be a day or a year matters; anything else becomes a number that no rule takes for either.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lib.enrich.dates.coding import Coded

# Where it is worth looking: two words for numbers, with or without a joining word.
WORTH = re.compile("j[&~]?[jdDS#]|[DS#]j&")
_TENS = range(20, 100, 10)
_HUNDREDS = range(100, 1000, 100)


class Number(NamedTuple):
    """A number, `taken` pieces long."""

    coded: Coded
    taken: int
    text: str


class Line(NamedTuple):
    """What is known of the pieces of a line: their codes and their characters, particles and all."""

    pieces: list[str]
    coded: list[Coded]
    language: str

    def code(self, at: int) -> str:
        """The code of a piece, a line end outside the line."""
        return self.coded[at].code if at < len(self.coded) else "\n"

    def value(self, at: int) -> int:
        """The number at a piece, in words or in digits; 0 where there is none."""
        return self.coded[at].value if self.code(at) in "jDS#" else 0

    def thousand(self, at: int) -> bool:
        """Whether the piece is the word for thousand."""
        return self.code(at) == "j" and self.coded[at].value == 1000

    def joined(self, at: int) -> bool:
        """Whether the Arabic word at `at` has its «و» before it."""
        return (self.coded[at].skip > 0 and self.pieces[at][0] == "و") or self.pieces[at] == "واحد"


def number(line: Line, at: int) -> Number | None:
    """The number in words that begins at piece `at`; None where it is one word only or none at all."""
    read = {"fa": _joined_by_and, "ar": _arabic, "en": _english}.get(line.language, _english)
    found = read(line, at)
    if found is None or found[1] == 1:
        return None
    value, taken, ordinal = found
    code = "j" if value <= 31 else "S" if value < 100 else "Y" if 1000 <= value < 3000 else "#"
    if ordinal and value > 31:
        return None
    skip = line.coded[at].skip
    return Number(Coded("d" if ordinal else code, value, "", skip), taken, line.pieces[at][:skip] + str(value))


Found = tuple[int, int, bool]


def _joined_by_and(line: Line, at: int) -> Found | None:
    """Persian: every word is smaller than the one before and joined to it by «و», but for the number of thousands."""
    if line.code(at) != "j" and not line.thousand(at + 1):
        return None
    total, rank, here = 0, 10_000, at
    while 0 < (value := line.value(here)) < rank:
        here += 1
        if not total and value < 100 and line.thousand(here):
            value, here = value * 1000, here + 1
        total, rank = total + value, _rank(value)
        if line.code(here) != "&" or not 0 < line.value(here + 1) < rank:
            return total, here - at, False
        here += 1
    return None


def _rank(value: int) -> int:
    """What must be smaller than this to be added to `value`; 1 where nothing can be."""
    for size in (1000, 100, 10):
        if value >= size:
            return size if value % size == 0 and value != 10 else 1
    return 1


def _arabic(line: Line, at: int) -> Found | None:
    """Arabic: thousands, hundreds, ones, tens, each with «و» before it; «عشر» follows the ones without."""
    if line.code(at) != "j":
        return None
    total, here = line.coded[at].value, at + 1
    last = total
    while line.code(here) == "j":
        value = line.coded[here].value
        teen = value == 10 and last < 10 and not line.joined(here)
        hundred = total < 100 and value in _HUNDREDS  # «سبع وستين وثلاثمئة», as chronicles say
        added = line.joined(here) and (value < _rank(last) or (last < 10 and value in _TENS) or hundred)
        if not teen and not added:
            break
        total, last, here = total + value, value if not teen else 11, here + 1
    return total, here - at, False


def _english(line: Line, at: int) -> Found | None:
    """English: "two thousand and nineteen", "nineteen seventy-nine", "twenty-second"."""
    if line.code(at) != "j":
        return None
    value, here = line.coded[at].value, at + 1
    if line.code(here) == "j" and line.coded[here].value in (100, 1000) and value < 100:
        value, here = value * line.coded[here].value, here + 1
        after = here + (line.code(here) == "&")
        small = _small(line, after)
        return (value + small[0], after - at + small[1], False) if small and not small[2] else (value, here - at, False)
    small = _small(line, at)
    if small is None:
        return None
    if small[0] in (19, 20) and small[1] == 1 and not small[2] and (rest := _small(line, here)) and rest[0] > 9:
        return (small[0] * 100 + rest[0], 1 + rest[1], False) if not rest[2] else None
    return small


def _small(line: Line, at: int) -> Found | None:
    """A number below a hundred."""
    if line.code(at) not in "jd" or not 0 < line.coded[at].value < 100:
        return None
    value = line.coded[at].value
    unit = at + 1 + (line.code(at + 1) == "~")
    if line.code(at) == "j" and value in _TENS and line.code(unit) in "jd" and 0 < line.coded[unit].value < 10:
        return value + line.coded[unit].value, unit + 1 - at, line.code(unit) == "d"
    return value, 1, line.code(at) == "d"
