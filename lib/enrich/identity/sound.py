"""A name as it sounds, so that Arabic and Latin spellings can be compared: consonants in classes, vowels between them.

Consonants alone are not enough: they make «حسن» and «حسین» one. What stands between two consonants is kept as a set of
long vowels; Latin letters may show a short vowel that Arabic letters leave out, never the other way round.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from lib.text.fold import fold

_CLASSES = {
    "b": "بپ", "t": "تطد", "s": "ثسصذزضظ", "j": "جچژش", "h": "حه", "k": "خغقکگ", "r": "ر", "f": "فڤ", "l": "ل",
    "m": "م", "n": "ن",
}  # fmt: skip
_ARABIC = {letter: name for name, letters in _CLASSES.items() for letter in letters}
_LONG = {"ا": "A", "و": "W", "ی": "Y"}
_DIGRAPHS = {"tch": "j", "dj": "j", "kh": "k", "gh": "k", "sh": "j", "ch": "j", "zh": "j", "th": "s", "dh": "s",
             "ph": "f", "ck": "k", "sch": "j"}  # fmt: skip
_LATIN = {"b": "b", "p": "b", "t": "t", "d": "t", "s": "s", "z": "s", "j": "j", "k": "k", "g": "k", "q": "k", "c": "k",
          "x": "ks", "h": "h", "r": "r", "f": "f", "l": "l", "m": "m", "n": "n"}  # fmt: skip
_ARTICLE = re.compile(r"(?<!abd[- ])\b(?:al|el|ol|ul)[- ]|\b(?:ad|ar|as|ash|at|az|an)-")
_LETTERS = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ş": "sh", "ç": "ch", "ğ": "g"}
# A long vowel that Arabic letters would show.
_MARKED = {"A": ("aa",), "W": ("oo", "ou", "w", "v"), "Y": ("ee", "i", "ay", "ey", "y")}
# "^" and "!" in a gap: a first vowel, and a last "a", are written in Arabic letters too. "?": it may be silent.
_SUPPORT = {"A": "aoe", "W": "ouwv", "Y": "iey"}


class Sound(NamedTuple):
    """Classes of the consonants, what stands before, between and behind them, and whether the letters are Latin.

    `tokens`: how many words the name has.
    """

    consonants: str
    gaps: tuple[str, ...]
    latin: bool
    tokens: int


@functools.lru_cache(maxsize=1 << 16)
def sounds(name: str) -> tuple[Sound, ...]:
    """How a name may sound: a Latin v is «و» in Persian and «ف» in Arabic, «ال» an article or not.

    Without consonants in any other script.
    """
    if any("\u0600" <= character <= "\u06ff" for character in name):
        words = [fold(word) for word in name.replace("\u200c", " ").split()]
        bare = [word if at and words[at - 1] == "عبد" else _bare_word(word) for at, word in enumerate(words)]
        return tuple(map(_arabic, (bare, words) if bare != words else (words,)))
    found = _latin(name.casefold())
    return (found, _latin(name.casefold().replace("v", "f"))) if "v" in name.casefold() else (found,)


def likeness(one: str, other: str) -> float:
    """How alike two names sound, from 0 to 1."""
    return max(similarity(first, second) for first in sounds(one) for second in sounds(other))


def _bare_word(word: str) -> str:
    """A word without its article; «الکسی» has none, which the letters do not tell."""
    return word[2:] if word.startswith("ال") and len(word) > 3 else word


def _arabic(words: list[str]) -> Sound:
    consonants: list[str] = []
    gaps = [""]
    words = [word for word in words if any(letter in _ARABIC or letter in _LONG for letter in word)]
    for word in words:
        word = word.replace("تش", "چ")
        for at, letter in enumerate(word):
            kind = _ARABIC.get(letter)
            if kind == "h" and at == len(word) - 1 and at > 1:
                gaps[-1] += "?"  # «ه» and «ة» at the end are often a vowel, and a Latin h there may be «ح»
            elif kind:
                _consonant(kind, consonants, gaps)
            else:
                gaps[-1] += _LONG.get(letter, "?" if letter == "ع" else "")
    return Sound("".join(consonants), tuple(gaps), False, len(words))


def _latin(name: str) -> Sound:
    plain = "".join(_LETTERS.get(letter, letter) for letter in name)
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    plain = _ARTICLE.sub(" ", re.sub(r"['\u2019\u02bf\u02be`.]", "", plain) + " ")
    consonants: list[str] = []
    gaps = [""]
    words = re.findall(r"[a-z]+", plain)
    for word in words:
        at = 0
        gaps[-1] += "^" if word[0] in "aeiou" else ""
        while at < len(word):
            group = next((word[at : at + n] for n in (3, 2) if word[at : at + n] in _DIGRAPHS), "")
            letter = word[at]
            if group:
                _consonant(_DIGRAPHS[group], consonants, gaps)
            elif letter == "h" and at == len(word) - 1 and at > 1:
                gaps[-1] += "?"
            elif letter == "c" and word[at + 1 : at + 2] in ("e", "i", "y"):
                _consonant("s", consonants, gaps)
            elif letter in _LATIN:
                for kind in _LATIN[letter]:
                    _consonant(kind, consonants, gaps)
            else:
                gaps[-1] += letter
            at += len(group) or 1
        if word[-1] in "ai" and len(word) > 2:
            gaps[-1] += {"a": "!", "i": "y"}[word[-1]]
    return Sound("".join(consonants), tuple(gaps), True, len(words))


def _consonant(kind: str, consonants: list[str], gaps: list[str]) -> None:
    """One more consonant; the same one twice in a row counts once."""
    if consonants and consonants[-1] == kind and not gaps[-1]:
        return
    consonants.append(kind)
    gaps.append("")


def similarity(one: Sound, other: Sound) -> float:
    """From 0 to 1: the share of consonants that agree; where all do, 0.7 and more by the vowels between them."""
    longest = max(len(one.consonants), len(other.consonants))
    if not longest:
        return 0.0
    apart = Levenshtein.distance(one.consonants, other.consonants)
    if apart:
        return 1 - apart / longest
    pairs = list(zip(one.gaps, other.gaps, strict=True))
    return 0.7 + 0.3 * sum(_agree(one, other, pair) for pair in pairs) / len(pairs)


def _agree(one: Sound, other: Sound, gaps: tuple[str, str]) -> bool:
    """Whether what stands between two consonants may be the same in both names."""
    first, second = gaps
    if one.latin and not other.latin:
        first, second = second, first
    if one.latin != other.latin:
        return _fits(first, second)
    if one.latin:
        return _bare(first) == _bare(second)
    differ = set(first) ^ set(second)
    return not differ or (bool({"?"} & set(first + second)) and differ <= {"?", "A"})


def _bare(vowels: str) -> frozenset[str]:
    """Latin vowels by their long sound, so that "ou" and "u", "ee" and "i" agree."""
    return frozenset(kind for kind, letters in _SUPPORT.items() if kind != "A" and set(vowels) & set(letters))


def _fits(written: str, heard: str) -> bool:
    """Whether Latin vowels may stand for Arabic ones: every letter is heard, and no long vowel goes unwritten."""
    if len(written) < heard.count("^") + heard.count("!"):
        return False
    if "!" in heard and not set(written) & set("AY?"):
        return False
    for letter in set(written) - {"?"}:
        if not set(_SUPPORT[letter]) & set(heard) and not (letter == "Y" and "!" in heard):
            return False
    return not any(
        kind not in written and any(each in heard for each in marks) and not (kind == "A" and "?" in written)
        for kind, marks in _MARKED.items()
    )
