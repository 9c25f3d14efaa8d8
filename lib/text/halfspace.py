"""Half-spaces that a Persian text has lost, found again for the eye alone: «میشود» is shown as «می‌شود».

Many scrapers and old systems drop U+200C, and words run together. What is stored stays as it is; this module only says
before which characters a half-space belongs. Words that are known come from `lib/data/halfspaces.txt`, the rest from
the endings and the prefix that Persian writes with a half-space. Where it is not sure it leaves a word alone.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).parent.parent / "data" / "halfspaces.txt"
_CUT = "|"  # stands for a half-space in the file
_WORD = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]{3,40}")
_SPELLING = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ۀ": "ه"})
_PLURAL = re.compile(r"(.{2,}?)(ها(?:ی(?:ی|ش|شان|مان|تان|م|ت)?|ست)?)")
_AFTER_HEH = re.compile(r"(.{2,}ه)(اند|است|ام|ایم|اید|اش|ای)")
_DEGREE = re.compile(r"(.{2,})(تر|ترین|تری)")
_MI = re.compile(r"(ن?می)(.{2,})")
_ENDINGS = ("ی", "یی")
_SECOND, _OFTEN = 4, 8  # letters of a second part, and known words that it must end for others to be parted before it
_JOINS_NOT = frozenset("اآدذرزژوؤإأء")


@dataclass(frozen=True)
class Lexicon:
    """Known words with the places of their half-spaces, words to leave alone, and what the known words teach."""

    words: dict[str, tuple[int, ...]]
    whole: frozenset[str]
    verbs: frozenset[str]  # what stands after «می»
    heh: frozenset[str]  # words that end in a silent ه
    degrees: frozenset[str]  # what is compared with «تر»
    seconds: frozenset[str]  # what many words end in: «سازی», «کننده»


def half_spaces(text: str) -> list[int]:
    """The offsets of the characters of `text` that a lost half-space belongs before, in order."""
    found: list[int] = []
    for match in _WORD.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if "\u200c" not in (before, after):
            found += [match.start() + at for at in _cuts(match.group().translate(_SPELLING))]
    return found


def restored(text: str) -> str:
    """`text` with its half-spaces, for measuring; pages mark the places instead."""
    pieces, start = [], 0
    for at in half_spaces(text):
        pieces.append(text[start:at])
        start = at
    return "\u200c".join([*pieces, text[start:]])


@functools.lru_cache(maxsize=20_000)
def _cuts(word: str) -> tuple[int, ...]:
    """Where one word, spelt with Persian letters, is to be parted."""
    known = lexicon()
    if word in known.words:
        return known.words[word]
    if word in known.whole:
        return ()
    return _verb(word, known) or _ended(word, known)


def _verb(word: str, known: Lexicon) -> tuple[int, ...]:
    found = _MI.fullmatch(word)
    return (found.end(1),) if found and found[2] in known.verbs else ()


def _ended(word: str, known: Lexicon) -> tuple[int, ...]:
    """A word with an ending: plural, copula after ه, comparison, or the ي of a known compound."""
    heh = _AFTER_HEH.fullmatch(word)
    if heh and (heh[1] in known.heh or (heh[2] == "اند" and heh[1][-2] != "ا")):
        return _with(heh[1], known)
    plural = _PLURAL.fullmatch(word)
    if plural and plural[1][-1] not in _JOINS_NOT:
        return _with(plural[1], known)
    degree = _DEGREE.fullmatch(word)
    if degree and degree[1] in known.degrees:
        return _with(degree[1], known)
    for at in range(len(word) - _SECOND, 2, -1):
        if word[at:] in known.seconds and word[at - 1] not in _JOINS_NOT:
            return _with(word[:at], known)
    for ending in _ENDINGS:
        if word.endswith(ending) and word[: -len(ending)] in known.words:
            return known.words[word[: -len(ending)]]
    return ()


def _with(base: str, known: Lexicon) -> tuple[int, ...]:
    """The cut after `base` and those inside it."""
    return (*(known.words.get(base) or _verb(base, known)), len(base))


@functools.cache
def lexicon() -> Lexicon:
    """The shipped words, read once."""
    return taught(line for line in _FILE.read_text("utf-8").splitlines() if line and not line.startswith("#"))


def taught(lines: Iterable[str]) -> Lexicon:
    """A lexicon from lines: «می|شود» is a word with its half-space, «تنها» one to leave alone."""
    words: dict[str, tuple[int, ...]] = {}
    whole: set[str] = set()
    verbs: set[str] = set()
    heh: set[str] = set()
    degrees: set[str] = set()
    seconds: Counter[str] = Counter()
    for line in lines:
        first, *rest = line.split(_CUT)
        if not rest:
            whole.add(line)
            continue
        at, cuts = len(first), []
        for part in rest:
            cuts.append(at)
            at += len(part)
        words[line.replace(_CUT, "")] = tuple(cuts)
        if first in ("می", "نمی") and len(rest) == 1:
            verbs.add(rest[0])
        if first.endswith("ه"):
            heh.add(first)
        if len(rest) == 1 and len(rest[0]) >= _SECOND and not rest[0].startswith("ها"):
            seconds[rest[0]] += 1
        if rest[-1] in ("تر", "ترین", "تری"):
            degrees.add("".join([first, *rest[:-1]]))
    often = frozenset(part for part, times in seconds.items() if times >= _OFTEN)
    return Lexicon(words, frozenset(whole), frozenset(verbs), frozenset(heh), frozenset(degrees), often)
