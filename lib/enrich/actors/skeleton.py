"""How alike two names sound, across scripts: «عباس عراقچی», «عباس عراقجي» and "Abbas Araghchi" are one.

Arabic script leaves short vowels out, and every language hears consonants its own way, so letters are put into classes:
what is left of a name is its skeleton. Vowels that are written count a little: they tell «حسن» from «حسین».
"""

from __future__ import annotations

import functools
import re
import unicodedata

from lib.text.fold import fold

_ARABIC = str.maketrans(
    {
        **dict.fromkeys("تطدټډ", "t"),
        **dict.fromkeys("ثسصذزضظ", "s"),
        **dict.fromkeys("جچژش", "j"),
        **dict.fromkeys("خغقکگ", "k"),
        **dict.fromkeys("بپ", "b"),
        **dict.fromkeys("ف", "f"),
        **dict.fromkeys("حه", "h"),
        **dict.fromkeys("ا", "A"),
        **dict.fromkeys("ی", "I"),
        **dict.fromkeys("وۆ", "U"),
        **dict.fromkeys("عٴ'\"", ""),
        "ل": "l",
        "م": "m",
        "ن": "n",
        "ر": "r",
        "ڤ": "f",
    }
)
_LATIN = (
    (re.compile(r"tsch|tch|dj|sch|sh|ch|zh|j|g(?=[ei])"), "j"),
    (re.compile(r"kh|gh|ck|q|c|g|x|k"), "k"),
    (re.compile(r"th|dh|z|s"), "s"),
    (re.compile(r"ph|v|f"), "f"),
    (re.compile(r"p|b"), "b"),
    (re.compile(r"t|d"), "t"),
    (re.compile(r"ou|oo|o|u|w"), "U"),
    (re.compile(r"ee|ei|ey|ai|ay|i|y|e"), "I"),
    (re.compile(r"a+"), "A"),
)
_PLAIN = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "a", "œ": "o", "ş": "sh", "ç": "ch", "ğ": "g", "č": "ch", "š": "sh", "ž": "zh"}
_ARTICLES = frozenset(("al", "el", "ul", "ol", "ad", "ar", "as", "ash", "az", "an", "at", "ال"))
_TITLES = frozenset(("سید", "السید", "sayyid", "sayyed", "seyyed", "seyed", "sayed", "syed"))
_VOWELS = "AIU"
# What it costs to change, leave out or add a sound. Vowels are cheap to leave out: Arabic script does.
_OTHER, _ASPIRATE, _VOWEL, _UNWRITTEN = 1.0, 0.3, 0.25, 0.12
# Letters that languages hear as one another: George and جورج, Smith and اسمیت, Walid and والید.
_PAIRS = {"Uf": 0.2, "Ij": 0.2, "jk": 0.35, "st": 0.35, "js": 0.5, "bf": 0.5, "Ub": 0.5}
_NEAR = _PAIRS | {pair[::-1]: cost for pair, cost in _PAIRS.items()}


@functools.lru_cache(maxsize=1 << 16)
def sounds(word: str) -> str:
    """The classes of a word's sounds: consonants small, vowels A, I and U."""
    if word and "\u0600" <= word[0] <= "\u06ff":
        return re.sub(r"([a-z])\1+", r"\1", word.translate(_ARABIC))
    plain = "".join(_PLAIN.get(letter, letter) for letter in word)
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if c.isascii() and c.isalpha())
    return _latin(plain)


def _latin(word: str) -> str:
    found, at = [], 0
    while at < len(word):
        for pattern, sound in _LATIN:
            if match := pattern.match(word, at):
                found.append(sound)
                at = match.end()
                break
        else:
            found.append(word[at])
            at += 1
    return re.sub(r"([a-z])\1+", r"\1", "".join(found))


def bones(words: tuple[str, ...]) -> str:
    """The consonants of a name without articles and titles: equal, or nearly so, for every spelling of one name."""
    return re.sub(r"[AIUh]", "", voiced(words))


def voiced(words: tuple[str, ...]) -> str:
    """The sounds of a name, vowels with them."""
    kept = [word for word in words if word not in _ARTICLES and word not in _TITLES]
    return "".join(sounds(_bare(word)) for word in kept)


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How alike two names of folded words sound, from 0 to 1."""
    a, b = voiced(one), voiced(other)
    cross = _arabic(one) != _arabic(other)
    size = max(len(bones(one)), len(bones(other)), 1)
    return max(0.0, 1 - _distance(a, b, cross) / size)


def _arabic(words: tuple[str, ...]) -> bool:
    return bool(words) and "\u0600" <= words[0][0] <= "\u06ff"


def _distance(a: str, b: str, cross: bool) -> float:
    """The cheapest way from one row of sounds to the other."""
    row = [0.0]
    for sound in b:
        row.append(row[-1] + _left_out(sound, cross))
    for left in a:
        before, row = row, [row[0] + _left_out(left, cross)]
        for at, right in enumerate(b):
            same = before[at] + _changed(left, right)
            row.append(min(same, before[at + 1] + _left_out(left, cross), row[at] + _left_out(right, cross)))
    return row[-1]


def _left_out(sound: str, cross: bool) -> float:
    if sound in _VOWELS:
        return _UNWRITTEN if cross else _VOWEL
    return _ASPIRATE if sound == "h" else _OTHER


def _changed(left: str, right: str) -> float:
    if left == right:
        return 0.0
    if left in _VOWELS and right in _VOWELS:
        return 0.3
    return _NEAR.get(left + right, _OTHER)
