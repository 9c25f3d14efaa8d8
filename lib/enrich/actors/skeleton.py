"""How alike two names sound, across scripts: «عباس عراقچی», «عباس عراقجي» and "Abbas Araghchi" are one.

Arabic script leaves short vowels out, and every language hears consonants its own way, so letters are put into classes:
consonants small, long vowels A, Y and W, the short ones that only Latin letters write e, o, I and U. Long vowels tell
«حسن» from «حسین».
"""

from __future__ import annotations

import functools
import re
import unicodedata

_ARABIC = str.maketrans(
    {
        **dict.fromkeys("تطدټډ", "t"),
        **dict.fromkeys("ثسصذزضظ", "s"),
        **dict.fromkeys("جچژش", "j"),
        **dict.fromkeys("خغقکگ", "k"),
        **dict.fromkeys("بپ", "b"),
        **dict.fromkeys("ف", "f"),
        **dict.fromkeys("حه", "h"),
        "ا": "A",
        "ی": "Y",
        **dict.fromkeys("وۆ", "W"),
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
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"kh|gh|ck|q|c|g|x|k"), "k"),
    (re.compile(r"th|dh|z|s"), "s"),
    (re.compile(r"ph|v|f"), "f"),
    (re.compile(r"p|b"), "b"),
    (re.compile(r"t|d"), "t"),
    (re.compile(r"ou|oo|ow|w"), "W"),
    (re.compile(r"ee|ei|ey|ai|ay|y"), "Y"),
    (re.compile(r"a+"), "A"),
    (re.compile(r"i+"), "I"),
    (re.compile(r"u"), "U"),
)
_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "a", "œ": "o"}
    | {"ş": "sh", "ç": "ch", "č": "ch", "š": "sh", "ž": "zh", "ğ": "g"}
)
_ARTICLES = frozenset(("al", "el", "ul", "ol", "ad", "ar", "as", "ash", "az", "an", "at", "ال"))
_TITLES = frozenset(("سید", "السید", "sayyid", "sayyed", "seyyed", "seyed", "sayed", "syed"))
_VOWELS = "AYWIUeo"
# What it costs to leave out a sound, and to take one for another.
_LEFT_OUT = {"h": 0.3, "A": 0.06, "e": 0.04, "o": 0.04, "I": 0.2, "U": 0.2, "Y": 0.8, "W": 0.8}
_SAME_SCRIPT = 0.25
_WORD = 0.1
_PAIRS = {
    **{"IY": 0.02, "UW": 0.02, "eY": 0.08, "oW": 0.06, "eI": 0.02, "oU": 0.02, "eo": 0.1, "IU": 0.3, "YW": 0.4},
    **{"AY": 0.15, "AW": 0.15, "AI": 0.15, "AU": 0.15, "Ae": 0.08, "Ao": 0.08},
    # Letters that languages hear as one another: George and جورج, Smith and اسمیت, Walid and والید.
    **{"Wf": 0.2, "Uf": 0.3, "Yj": 0.3, "jk": 0.35, "st": 0.35, "js": 0.5, "bf": 0.8},
}
_NEAR = _PAIRS | {pair[::-1]: cost for pair, cost in _PAIRS.items()}
_SERVANT = re.compile(r"^(abd)(?:[aeou]l?$|(?:[aeou]l|[aeou](?=r|s|l))?(?=.{3}))")


@functools.lru_cache(maxsize=1 << 16)
def sounds(word: str) -> str:
    """The classes of a word's sounds: consonants small, vowels A, I and U."""
    if word and "\u0600" <= word[0] <= "\u06ff":
        return re.sub(r"(.)\1+", r"\1", word.replace("عبدال", "عبد").translate(_ARABIC))
    plain = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    plain = "".join(letter for letter in plain if letter.isascii() and letter.isalpha())
    return _latin(_SERVANT.sub(r"\1", plain))


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
    return re.sub(r"(.)\1+", r"\1", "".join(found))


@functools.lru_cache(maxsize=1 << 17)
def bones(words: tuple[str, ...]) -> str:
    """The consonants of a name without articles and titles: equal, or nearly so, for every spelling of one name."""
    return re.sub(r"[AYWIUeoh]", "", voiced(words))


def voiced(words: tuple[str, ...]) -> str:
    """The sounds of a name, vowels with them."""
    return "".join(_kept(words))


@functools.lru_cache(maxsize=1 << 17)
def _kept(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sounds(_bare(word)) for word in words if word not in _ARTICLES and word not in _TITLES)


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def likeness(one: tuple[str, ...], other: tuple[str, ...], floor: float = 0.0) -> float:
    """How alike two names of folded words sound, from 0 to 1; no word may differ much more than the whole.

    Below `floor` no more is told than that it is below: most pairs are, and are told so quickly.
    """
    a, b = _kept(one), _kept(other)
    least = 0.0 if _arabic(one) != _arabic(other) else _SAME_SCRIPT
    words = 1.0
    if a and len(a) == len(b):
        for left, right in zip(a, b, strict=True):
            words = min(words, _WORD + _word(left, right, least))
            if words < floor:
                return words
    return min(words, _near("".join(a), "".join(b), least, floor))


def _near(a: str, b: str, least: float, floor: float = 0.0) -> float:
    size = max(_consonants(a), _consonants(b), 1)
    return max(0.0, 1 - _distance(a, b, least, (1 - floor) * size) / size)


@functools.lru_cache(maxsize=1 << 17)
def _consonants(name: str) -> int:
    return sum(sound not in _VOWELS for sound in name)


@functools.lru_cache(maxsize=1 << 18)
def _word(left: str, right: str, least: float) -> float:
    """How alike two words sound: the same ones meet again and again."""
    return _near(left, right, least)


def forget() -> None:
    """Lets go of what was remembered of words and names: of a large corpus that is a tenth of a gigabyte."""
    for each in (sounds, bones, _kept, _consonants, _word):
        each.cache_clear()


def _arabic(words: tuple[str, ...]) -> bool:
    return bool(words) and "\u0600" <= words[0][0] <= "\u06ff"


def _distance(a: str, b: str, least: float, most: float) -> float:
    """The cheapest way from one row of sounds to the other, where no sound is left out for less than `least`.

    Given up, with what it costs so far, where it costs more than `most`.
    """
    row = [0.0]
    for sound in b:
        row.append(row[-1] + max(least, _LEFT_OUT.get(sound, 1.0)))
    for left in a:
        dropped = max(least, _LEFT_OUT.get(left, 1.0))
        before, row = row, [row[0] + dropped]
        for at, right in enumerate(b):
            same = before[at] + (0.0 if left == right else _NEAR.get(left + right, 1.0))
            row.append(min(same, before[at + 1] + dropped, row[at] + max(least, _LEFT_OUT.get(right, 1.0))))
        if (cheapest := min(row)) > most:
            return cheapest
    return row[-1]
