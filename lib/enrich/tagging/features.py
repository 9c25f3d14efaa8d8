"""What the tagger sees of a word: its spelling, its beginning and end, what kind of word it is, and its neighbours.

All that does not depend on the place is written out once per spelling and remembered; a corpus is millions of words and
few different ones.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from lib.enrich.actors.gazetteer import Gazetteer
from lib.enrich.actors.match import hits
from lib.enrich.actors.passage import Passage
from lib.enrich.actors.proclitics import peeled
from lib.enrich.tagging.likeness import Odds, grade
from lib.text.fold import fold

_LONGEST = 40
_REMEMBERED = 25_000  # words of a language: each takes some kilobytes, and a wide corpus has new ones without end
_ARTICLE = "ال"
_STOPS = frozenset(".!?؟…")
_GAPS = {
    "\n": "nl", ".": "stop", "!": "stop", "?": "stop", "؟": "stop", "…": "stop", ",": "comma", "،": "comma",
    ";": "comma", "؛": "comma", ":": "colon", "«": "open", "“": "open", '"': "quote", "”": "close", "»": "close",
    "(": "bracket", "[": "bracket", ")": "unbracket", "]": "unbracket", "-": "dash", "–": "dash", "—": "dash",
    "/": "slash", "\u200c": "half", "'": "quote",
}  # fmt: skip
_KINDS = {"person": "P", "organisation": "O", "group": "O", "state": "S", "place": "L"}


class Word(NamedTuple):
    """What a spelling says where it stands, to the word after it, to the word before it, and to those further off."""

    here: list[str]
    before: list[str]
    behind: list[str]
    far_before: list[str]
    far_behind: list[str]
    key: str
    coarse: str


@dataclass(frozen=True)
class Lore:
    """What is known of the words of a language before names are learnt.

    `clusters`: for frequent words, the most frequent first, their fine and coarse cluster; `name_parts`: words that
    occur in personal names; `odds`: how letters in a row speak for a name; `telling`: the features that a trained
    tagger asks for, others need not be written out.
    """

    clusters: Mapping[str, tuple[int, int]]
    name_parts: Set[str]
    telling: Set[str] | None = None
    odds: Odds = field(default_factory=dict)
    remembered: dict[str, Word] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.order.update({word: number for number, word in enumerate(self.clusters)})

    def word(self, spelling: str) -> Word:
        """What a spelling says; written out once."""
        known = self.remembered.get(spelling)
        if known is None:
            if len(self.remembered) > _REMEMBERED:
                self.remembered.clear()
            known = self.remembered[spelling] = _word(spelling, self)
        return known

    def core(self, key: str) -> str:
        """The most frequent reading of a word with or without particles and article."""
        readings = [key, *(rest for _, rest in peeled(key))]
        readings += [each[len(_ARTICLE) :] for each in readings if each.startswith(_ARTICLE) and len(each) > 4]
        known = [each for each in readings if each in self.order]
        return min(known, key=self.order.__getitem__) if known else key


def _word(spelling: str, lore: Lore) -> Word:
    key = fold(spelling[:_LONGEST])
    core = lore.core(key)
    fine, coarse = (f"{number}" for number in lore.clusters.get(core, (-1, -1)))
    traits = _traits(spelling, key, core, lore)
    ends = [f"<{size}{key[:size]}" for size in (1, 2, 3, 4)] + [f">{size}{key[-size:]}" for size in (1, 2, 3, 4)]
    here = ["w" + key, "c" + core, "k" + fine, "K" + coarse, *ends, *traits]
    if core != key:
        here += ["k0" + str(lore.clusters.get(key, (-1, -1))[0]), "glued" + key[: len(key) - len(core)]]
        here += [f"c<{size}{core[:size]}" for size in (2, 3)] + [f"c>{size}{core[-size:]}" for size in (3,)]
    near = ["w" + key, "c" + core, "k" + fine, "K" + coarse, f"<3{key[:3]}", f">3{key[-3:]}", *traits]
    far = ["w" + key, "c" + core, "k" + fine, "K" + coarse]
    sides = ("", here), ("-", near), ("+", near), ("--", far), ("++", far)
    rows = ([side + each for each in says] for side, says in sides)
    if lore.telling is not None:
        rows = ([each for each in row if each in lore.telling] for row in rows)
    return Word(*rows, key, coarse)  # type: ignore[arg-type, call-arg]


def _traits(spelling: str, key: str, core: str, lore: Lore) -> list[str]:
    first = spelling[0]
    script = "digit" if first.isdigit() else "latin" if first < "\u0250" else ""
    traits = [script] if script else []
    if script == "latin":
        traits.append("lower" if spelling.islower() else "UPPER" if spelling.isupper() else "Title")
    if any(character.isdigit() for character in spelling):
        traits.append("digits")
    if "\u200c" in spelling:
        traits.append("half")
    if key in lore.name_parts:
        traits.append("part")
    if core in lore.name_parts:
        traits.append("corepart")
    traits.append(f"long{min(len(key), 8)}")
    if like := grade(core, lore.odds):
        traits.append("like" + like)
    return traits


@functools.lru_cache(maxsize=4096)
def between(gap: str) -> tuple[str, ...]:
    """Names of what stands between two words: nothing, a comma, a quotation mark that opens …"""
    if not gap:
        return ("joined",)
    marks = {_GAPS.get(character, "mark") for character in gap[:8] if character == "\n" or not character.isspace()}
    return tuple(sorted(marks))


def sentences(part: Passage) -> list[tuple[int, int]]:
    """Where sentences begin and end, by words. A dot behind a letter or two ("J. Doe", "Dr. Roe") ends none."""
    begins = [0]
    for index in range(1, len(part.keys)):
        gap = part.text[part.ends[index - 1] : part.starts[index]]
        if "\n" in gap or (len(gap) > 1 and len(part.keys[index - 1]) > 2 and not _STOPS.isdisjoint(gap)):
            begins.append(index)
    return [(begin, end) for begin, end in zip(begins, [*begins[1:], len(part.keys)], strict=True) if begin < end]


def marks(part: Passage, gazetteer: Gazetteer) -> list[list[str]]:
    """For each word what stands before it and what the actor list says of it."""
    text, ends = part.text, part.ends
    found = [list(between(text[ends[index - 1] if index else 0 : start])) for index, start in enumerate(part.starts)]
    for hit in hits(part, gazetteer.lexicon):
        entry = hit.entries[0]
        # Of the words of an office only the state is a name: «وزیر خارجه ایران».
        office = [(hit.first, hit.first + entry.lead), (hit.after - entry.trail, hit.after)]
        kind = _KINDS["state" if entry.office else gazetteer.actors[entry.key].kind]
        for first, after in office if entry.office else [(hit.first, hit.after)]:
            for index in range(first, after):
                found[index].append(f"{kind}{'B' if index == first else 'I'}")
    return found


@functools.lru_cache(maxsize=1024)
def _mark(mark: str) -> tuple[str, str, str]:
    """A mark at the word, at the one before it and at the one after it."""
    return "m" + mark, "-m" + mark, "+m" + mark


def features(
    words: Sequence[Word], around: Sequence[Sequence[str]], telling: Set[str] | None = None
) -> list[list[str]]:
    """The features of each word of a sentence; of pairs of words only those in `telling`, which a tagger has learnt."""
    last = len(words) - 1
    found: list[list[str]] = []
    for at, word in enumerate(words):
        row = word.here + [_mark(mark)[0] for mark in around[at]]
        pairs: list[str] = []
        if at:
            before = words[at - 1]
            row += before.before
            row += [_mark(mark)[1] for mark in around[at - 1]]
            pairs += (f"b{before.key} {word.key}", f"B{before.coarse} {word.coarse}")
            if at > 1:
                row += words[at - 2].far_before
        else:
            row.append("first")
        if at < last:
            behind = words[at + 1]
            row += behind.behind
            row += [_mark(mark)[2] for mark in around[at + 1]]
            pairs += (f"a{word.key} {behind.key}", f"A{word.coarse} {behind.coarse}")
            if at + 1 < last:
                row += words[at + 2].far_behind
        else:
            row.append("last")
        row += pairs if telling is None else [pair for pair in pairs if pair in telling]
        found.append(row)
    return found
