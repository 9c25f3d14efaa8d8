"""How much a word is spelt like a name: «دويسنبرج» is on no list, yet no word of the language looks like that.

Learnt from parts of names and from frequent words of plain text, by the letters that follow each other in the ones and
in the others.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

Odds = Mapping[str, int]  # for two or three letters in a row, hundredths of the logarithm of names to words
_LEAST = 8
_GRADES = (-60, -25, 0, 25, 60, 110)


def odds(names: Collection[str], words: Collection[str]) -> dict[str, int]:
    """What letters in a row say; nothing where there are no names or no words."""
    in_names = Counter(piece for name in names for piece in _pieces(name))
    in_words = Counter(piece for word in words for piece in _pieces(word))
    share = math.log((in_names.total() + 1) / (in_words.total() + 1))
    if not in_names or not in_words:
        return {}
    return {
        piece: round(100 * (math.log((in_names[piece] + 1) / (in_words[piece] + 1)) - share))
        for piece in sorted(in_names.keys() | in_words.keys())
        if in_names[piece] + in_words[piece] >= _LEAST
    }


def grade(word: str, known: Odds) -> str:
    """From "0", a word like any other, to "6", a name if ever there was one; "" where nothing can be said."""
    found = [known[piece] for piece in _pieces(word) if piece in known]
    if not found or len(word) < 3:
        return ""
    mean = sum(found) / len(found)
    return str(sum(mean > limit for limit in _GRADES))


def _pieces(word: str) -> Iterator[str]:
    framed = f"^{word}$"
    for size in (2, 3):
        yield from (framed[at : at + size] for at in range(len(framed) - size + 1))
