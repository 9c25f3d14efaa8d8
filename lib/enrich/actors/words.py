"""Words as the matcher sees them: search keys with their places, without the endings that are glued to names.

A corpus is millions of words and few different ones, so each spelling is folded once and remembered.
"""

from __future__ import annotations

import functools

from lib.text.fold import fold
from lib.text.tokens import WORD, tokens

_ENDINGS = frozenset(("را", "اش", "شان", "ی"))
_SUFFIXING = frozenset(("tr", "az", "kmr", "uz"))
_SPACING = frozenset("+ \t\u00a0\u200c\u200d\u200e\u200f\u061c\u202f-\u2010\u2011.")
_REMEMBERED = 100_000

Words = tuple[list[str], list[int], list[int]]


class _Keys(dict[str, tuple[str, int]]):
    """For a spelling: its search key, and how many characters at its end do not belong to the name."""

    def __init__(self, suffixing: bool) -> None:
        super().__init__()
        self.suffixing = suffixing

    def __missing__(self, word: str) -> tuple[str, int]:
        if len(self) > _REMEMBERED:
            self.clear()
        shorter = _without_suffix(word) or _without_ending(word, self.suffixing) or word
        value = self[word] = fold(shorter), len(word) - len(shorter)
        return value


_KEYS = {suffixing: _Keys(suffixing) for suffixing in (False, True)}


def words_of(text: str, language: str) -> Words:
    """Keys, starts and ends of the words of `text`; "Iran's", «سوریه‌ی» and "İran'ın" end before what is glued on."""
    known = _KEYS[language in _SUFFIXING]
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in WORD.finditer(text):
        key, cut = known[match[0]]
        if key:
            start, end = match.span()
            keys.append(key)
            starts.append(start)
            ends.append(end - cut)
    return keys, starts, ends


def _without_ending(word: str, suffixing: bool) -> str:
    mark = max(word.rfind("'"), word.rfind("\u2019"))
    return word[:mark] if mark > 1 and (suffixing or word[mark + 1 :].casefold() == "s") else ""


def _without_suffix(word: str) -> str:
    head, mark, ending = word.rpartition("\u200c")
    return head if mark and ending in _ENDINGS else ""


@functools.lru_cache(maxsize=1 << 15)
def name_words(name: str) -> tuple[str, ...]:
    """The keys of a name's words; a half-space counts as a space here, the tree joins them again."""
    name = name.replace("\u200c", " ")
    if name.replace(" ", "").isalpha():  # as good as all names: no need to look for words
        return tuple(word for word in fold(name).split(" ") if word)
    return tuple(token.key for token in tokens(name))


def word_set(text: str) -> frozenset[str]:
    """The search keys of the words of a constant, so that lists of words can be written as text."""
    return frozenset(token.key for token in tokens(text))


def adjacent(text: str, end: int, start: int) -> bool:
    """Whether two words belong to one name: only spaces, a hyphen or a dot of initials between them, on one line."""
    gap = text[end:start]
    return gap in (" ", "") or (len(gap) <= 3 and all(character in _SPACING for character in gap))
