"""The words that dates are made of, by language: read once from lib/data/dates, folded, ready to be looked up.

Every entry carries a one-letter code. A text becomes a string of such codes, and the grammar is written over that
string, so that one set of rules serves all languages and spellings.
"""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lib.text.fold import fold

_PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_DATA = Path(__file__).resolve().parents[2] / "data" / "dates"

# The code of each kind of word. Months and weekdays have several, by what must stand beside them to be one.
CODES = {
    "day unit": "u", "week unit": "k", "month unit": "P", "year unit": "T", "years": "t", "decade unit": "x",
    "two": "2", "era": "E", "short era": "e", "day": "R", "year": "r", "last": "L", "next": "N", "current": "C",
    "this": "c", "ago": "a", "hence": "i", "before": "b", "preposition": "p", "of": "f", "last day": "O",
    "first day": "G", "range": "-", "and": "&", "movement": "g", "number": "j", "ordinal": "d", "suffix": "s",
    "equal": "=", "decade": "9", "part": "I", "half": "H", "third": "3", "months": "Q", "season": "B", "century": "X",
    "before christ": "V", "school": "A", "holiday": "F", "after": "y",
}  # fmt: skip
_MONTHS = {"": "M", "preposition": "m", "number": "q", "day": "z"}
_WEEKDAYS = {"": "W", "day word": "w", "date": "v"}

# Which tables a language reads, the first to know a word wins. English is read everywhere: it cannot collide with
# other scripts, and news quotes it.
_FAMILY = {
    "fa": ("fa", "en"), "ar": ("ar", "en"), "ur": ("ur", "en"), "ps": ("ps", "en"), "ckb": ("ckb", "en"),
    "he": ("he", "en"), "und": ("fa", "ar", "en"),
}  # fmt: skip
_ALIASES = {"prs": "fa", "arz": "ar", "pnb": "ur"}


def word_set(line: str) -> frozenset[str]:
    """The words of a line, for lists that are easier to read without quotes."""
    return frozenset(line.split())


class Entry(NamedTuple):
    """A word's code, what it stands for (month, weekday, days back …), and the calendar or unit where it has one."""

    code: str
    value: int
    of: str = ""


class Option(NamedTuple):
    """An entry and the words that must follow the first for it to apply."""

    rest: tuple[str, ...]
    entry: Entry


Lexicon = dict[str, tuple[Option, ...]]


@functools.cache
def lexicon(language: str) -> Lexicon:
    """First word → what may begin there, the longest phrase first."""
    language = _ALIASES.get(language, language)
    found: dict[tuple[str, ...], Entry] = {}
    for member in _FAMILY.get(language, (language, "en") if language != "en" else ("en",)):
        for phrase, entry in _entries(member):
            words = tuple(_PIECE.findall(fold(phrase)))
            if words:
                found.setdefault(words, entry)
    table: dict[str, list[Option]] = {}
    for words, entry in found.items():
        table.setdefault(words[0], []).append(Option(words[1:], entry))
    return {first: tuple(sorted(options, key=lambda option: -len(option.rest))) for first, options in table.items()}


def _entries(language: str) -> Iterator[tuple[str, Entry]]:
    """All phrases of one language, months first."""
    for row in _rows("months.csv", language):
        yield row["name"], Entry(_MONTHS[row["needs"]], int(row["month"]), row["calendar"])
    for row in _rows("weekdays.csv", language):
        yield row["name"], Entry(_WEEKDAYS[row["needs"]], int(row["weekday"]))
    for row in _rows("words.csv", language):
        number = row["value"].lstrip("-").isdigit()
        entry = Entry(CODES[row["kind"]], int(row["value"]) if number else 0, "" if number else row["value"])
        for phrase in row["phrases"].split("|"):
            yield phrase, entry


def _rows(name: str, language: str) -> Iterator[dict[str, str]]:
    for row in _read(name):
        if row["language"] == language:
            yield row


@functools.cache
def _read(name: str) -> tuple[dict[str, str], ...]:
    with (_DATA / name).open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))
