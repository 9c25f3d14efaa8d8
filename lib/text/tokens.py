"""Words with their offsets: half-spaces, tatweel and vowel marks belong to the word they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lib.text.fold import fold

_HEBREW = "\u0591-\u05bd\u05bf\u05c1\u05c2"
_ARABIC = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_MARKS = "\u0300-\u036f" + _HEBREW + _ARABIC
_INSIDE = "\u200c\u200d\u00ad"
_WORD = re.compile(rf"[\w{_MARKS}](?:[\w{_MARKS}{_INSIDE}]*[\w{_MARKS}])?(?:['\u2019\u05f3\u05f4](?=[^\W\d_])\w+)?")


class Token(NamedTuple):
    """A word: its search key and its place in the source (`text[start:end]`)."""

    key: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in order, those with an empty key left out."""
    for match in _WORD.finditer(text):
        key = fold(match.group())
        if key:
            yield Token(key, match.start(), match.end())
