"""Words with their offsets: half-spaces, tatweel and vowel marks belong to the word they stand in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from lib.text.fold import fold

# Vowel signs of every script: for a regular expression they are no letters, but they break no word.
_MARKS = "".join(c for c in map(chr, range(0x300, 0xAC00)) if unicodedata.category(c).startswith("M"))
_INSIDE = "\u200c\u200d\u00ad"
WORD = re.compile(rf"[\w{_MARKS}](?:[\w{_MARKS}{_INSIDE}]*[\w{_MARKS}])?(?:['\u2019\u05f3\u05f4](?=[^\W\d_])\w+)?")


class Token(NamedTuple):
    """A word: its search key and its place in the source (`text[start:end]`)."""

    key: str
    start: int
    end: int


def keys(text: str) -> list[str]:
    """The search keys of the words of `text` in order: what `tokens` gives, without places and much faster."""
    return [key for _, key in words(text)]


def words(text: str) -> list[tuple[str, str]]:
    """The words of `text` as they are written, each with its search key."""
    found = WORD.findall(text)
    folded = fold("\n".join(found)).split("\n")
    return [(word, key) for word, key in zip(found, folded, strict=False) if key]


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in order, those with an empty key left out."""
    for match in WORD.finditer(text):
        key = fold(match.group())
        if key:
            yield Token(key, match.start(), match.end())
