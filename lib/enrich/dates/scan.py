"""Cut a text into coded pieces: numbers by their size, words by the lexicon, with what is glued to them taken off."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from lib.enrich.dates.tables import Option, lexicon
from lib.enrich.dates.words import _CUT, _MARKS, Words, number_code, without_addresses

# Particles written together with the word that follows them. With «ل» the article loses its alef: «للسبت».
_PARTICLES = {
    "ar": re.compile("[وف]?[بلک]?(?=.)"),
    "he": re.compile("[ובלמהשכ]{1,2}?(?=..)"),
}
_TAKES_PARTICLE = frozenset("MmWEukPTtRLNCpcG-")
_ENDINGS = {"ckb": ("یدا", "دا", "ی")}
_FAMILIES = {"arz": "ar", "und": "ar", "prs": "fa", "pnb": "ur"}


def scan(key: str, language: str, capitals: Callable[[int], bool]) -> Words:
    """The coded pieces of folded text; `capitals` as in `Words`."""
    key = without_addresses(key)
    words = Words(key, language, capitals)
    raw = [(match.lastgroup or "", match.group(), match.start()) for match in _CUT.finditer(key)]
    codes: list[str] = []
    at = 0
    while at < len(raw):
        at = _append(words, codes, raw, at)
    words.codes = "".join(codes)
    return words


def _append(words: Words, codes: list[str], raw: list[tuple[str, str, int]], at: int) -> int:
    """Code the piece that begins at raw[at]; where the next one begins."""
    kind, text, start = raw[at]
    code, value, of, taken, skip = "o", 0, "", 1, 0
    if kind == "word":
        skip, options = known(text, words.language)
        for option in options:
            length = len(option.rest)
            if length == 0 or tuple(piece for _, piece, _ in raw[at + 1 : at + 1 + length]) == option.rest:
                code, value, of = option.entry
                taken = 1 + length
                break
        else:
            skip = 0
    elif kind == "number":
        code, value = number_code(text), int(text) if len(text) < 9 else 0
    elif kind == "mark":
        code = _MARKS.get(text, "o")
    else:
        code = {"numeric": "n", "half": "h", "other": "#"}.get(kind, "o")
    _, last, last_start = raw[at + taken - 1]
    end = last_start + len(last)
    codes.append(code)
    words.text.append(words.key[start + skip : end])
    words.starts.append(start + skip)
    words.ends.append(end)
    words.values.append(value)
    words.of.append(of)
    return at + taken


@functools.lru_cache(maxsize=1 << 17)
def known(word: str, language: str) -> tuple[int, tuple[Option, ...]]:
    """What may begin with `word`, and how many letters of it are particles; the whole word is tried first."""
    table = lexicon(language)
    if word in table:
        return 0, table[word]
    family = _FAMILIES.get(language, language)
    if family in _PARTICLES and (match := _PARTICLES[family].match(word)) and match.end():
        return _without_particles(word, match.end(), language)
    if family == "fa":
        return _unglued(word, language)
    for ending in _ENDINGS.get(family, ()):
        if word.endswith(ending) and word[: -len(ending)] in table:
            return 0, table[word[: -len(ending)]]
    return 0, ()


def _without_particles(word: str, longest: int, language: str) -> tuple[int, tuple[Option, ...]]:
    table = lexicon(language)
    for skip in range(1, longest + 1):
        rest = word[skip:]
        if rest in table:
            return skip, tuple(option for option in table[rest] if _may_take_particle(rest, option))
        if word[skip - 1] == "ل" and rest.startswith("ل") and "ا" + rest in table:
            return skip - 1, tuple(option for option in table["ا" + rest] if _may_take_particle("ا" + rest, option))
    return 0, ()


def _may_take_particle(word: str, option: Option) -> bool:
    code = option.entry.code
    return code in _TAKES_PARTICLE or (code == "d" and word.startswith("ال")) or (code == "q" and bool(option.rest))


def _unglued(word: str, language: str) -> tuple[int, tuple[Option, ...]]:
    """Persian words that lost the space between them: «مهرماه», «روزشنبه»."""
    table = lexicon(language)
    stem = word.removesuffix("ماه")
    if stem != word and stem in table:
        months = [option.entry for option in table[stem] if option.entry.code in "Mmqz" and not option.rest]
        if months:
            return 0, (Option((), months[0]._replace(code="M")),)
    day = word.removeprefix("روز")
    if day != word and day in table:
        return 3, tuple(option for option in table[day] if option.entry.code == "W")
    return 0, ()
