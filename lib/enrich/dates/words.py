"""Text as a string of one-letter codes, one for each word, number and mark, with the way back to the source.

The whole tagger works on folded text: digits of three sets, Arabic and Persian letters, lost or kept half-spaces are
the same there. `PIECE` cuts it; a name made of several words becomes one piece.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

NUMERIC = r"(?<![\d./-])\d{1,4}(?P<sep>[-/.])\d{1,2}(?P=sep)\d{1,4}(?!\d|(?P=sep)\d)"
PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_CUT = re.compile(
    r"(?P<word>[^\W\d_]+)"
    rf"|(?P<numeric>{NUMERIC})"
    r"|(?P<half>(?<![\d/])\d{1,2}/\d{1,2}(?![\d/]))"
    r"|(?P<other>\d+(?:[.,:\u066b\u066c]\d+)+)"
    r"|(?P<number>\d+)"
    r"|(?P<mark>\n|[^\w\s])"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_MARKS = dict.fromkeys(",\u060c", ",") | dict.fromkeys("-\u2010\u2012\u2013\u2014\u2212", "~")
_MARKS |= {"\n": "\n", "/": "/", "(": "(", ")": ")", ".": ";", "\u06d4": ";", "!": "!", "?": "!", "\u061f": "!"}
_MARKS |= {"\u061b": "!", ";": "!", ":": ":", '"': '"', "\u00ab": '"', "\u00bb": '"', "\u201c": '"', "\u201d": '"'}
END_OF_SENTENCE = frozenset(";!\n")


@dataclass(slots=True)
class Words:
    """`codes[i]` is the code of piece i, `text[i]` its folded characters, at `key[starts[i]:ends[i]]`.

    `values[i]` is the number, month, weekday or shift it stands for, `of[i]` its calendar or unit, both empty when the
    code says it all. `capitals(offset)` tells whether the source has a capital letter there: folding loses them.
    """

    key: str
    language: str
    capitals: Callable[[int], bool]
    codes: str = ""
    text: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    values: list[int] = field(default_factory=list)
    of: list[str] = field(default_factory=list)

    def glued(self, at: int) -> bool:
        """Whether piece `at` follows the one before it without a space."""
        return at > 0 and self.ends[at - 1] == self.starts[at]

    def capital(self, at: int) -> bool:
        """Whether piece `at` begins with a capital letter in the source."""
        return self.capitals(self.starts[at])

    def prefixed(self, at: int) -> bool:
        """Whether a particle («ب», «ل») is written together with piece `at`."""
        start = self.starts[at]
        return start > 0 and self.key[start - 1].isalpha()

    def word(self, at: int) -> str:
        """The folded characters of piece `at`, empty outside the text."""
        return self.text[at] if 0 <= at < len(self.text) else ""

    def code(self, at: int) -> str:
        """The code of piece `at`, a line end outside the text."""
        return self.codes[at] if 0 <= at < len(self.codes) else "\n"


def number_code(digits: str) -> str:
    """D a day of a month, S two digits that can only be a year, Y four digits that may be one, # any other number."""
    if len(digits) <= 2:
        return "D" if 0 < int(digits) <= 31 else "S"
    return "Y" if len(digits) == 4 and digits[0] in "12" else "#"


def without_addresses(key: str) -> str:
    """`key` with web addresses blanked out, length kept: the date in a link is not spoken of."""
    if "://" not in key and "www." not in key:
        return key
    return _ADDRESS.sub(lambda match: " " * len(match.group()), key)
