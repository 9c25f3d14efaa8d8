"""The search key: one spelling for what Persian and Arabic typists, scrapers and encodings write in many ways.

Folding is for matching only and is never shown. Where a match must be marked in the source, `fold_with_map` tells for
every folded character which source character it came from.
"""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass

_LETTERS = {
    "ي": "ی", "ى": "ی", "ئ": "ی", "ۍ": "ی", "ێ": "ی",
    "ك": "ک", "ڪ": "ک",
    "ة": "ه", "ۀ": "ه", "ە": "ه", "ھ": "ه", "ہ": "ه", "ۂ": "ه", "ۃ": "ه",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
    "ؤ": "و",
    "ء": "", "ـ": "",
    "\u2019": "'", "\u02bc": "'", "\u05f3": "'", "\u05f4": '"',
}  # fmt: skip


@functools.cache
def fold_character(character: str) -> str:
    """What one character becomes in the key: possibly nothing, possibly several letters (ligatures)."""
    if character.isascii():
        return character.lower()
    if character in _LETTERS:
        return _LETTERS[character]
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf", "Cc", "Cs"):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    plain = unicodedata.normalize("NFKD", character)
    if plain != character:
        return "".join(map(fold_character, plain))
    return character.casefold()


class _Table(dict[int, str]):
    """Filled as characters are met; `str.translate` then runs at C speed over what it has seen."""

    def __missing__(self, code: int) -> str:
        value = self[code] = fold_character(chr(code))
        return value


_TABLE = _Table()


def fold(text: str) -> str:
    """The search key of `text`: «أحمد» and «احمد», «می‌شود» and «میشود», «۱۵» and "15" come out the same."""
    return text.translate(_TABLE)


@dataclass(frozen=True, slots=True)
class Folded:
    """A key and, for each of its characters, the offset of the source character it came from."""

    key: str
    origin: tuple[int, ...]
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of key[start:end], with the marks that follow its last letter."""
        if start >= end:
            at = self.origin[start] if start < len(self.origin) else self.length
            return at, at
        last = self.origin[end - 1]
        after = next((self.origin[i] for i in range(end, len(self.origin)) if self.origin[i] > last), self.length)
        return self.origin[start], after


def fold_with_map(text: str) -> Folded:
    """Like `fold`, with the way back to source offsets."""
    parts: list[str] = []
    origin: list[int] = []
    for offset, character in enumerate(text):
        piece = _TABLE[ord(character)]
        parts.append(piece)
        origin.extend([offset] * len(piece))
    return Folded("".join(parts), tuple(origin), len(text))
