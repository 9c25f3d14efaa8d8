"""One person, one actor, though every script writes the name in its own way: names on no list, joined by sound.

Only names of two words and more are joined, only across scripts or languages, and only where nobody else sounds
nearly as alike: «رضا کریمی» and «رضا اکرمی» stay two in one language. A name joins a listed person likewise, and
never two of them. What is doubtful is left to the user.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from lib.enrich.actors.gazetteer import Gazetteer, made_of
from lib.enrich.actors.keys import FOUND
from lib.enrich.actors.skeleton import bones, likeness
from lib.enrich.actors.words import name_words
from lib.model import Actor
from lib.text.ready import ready

# Set on politicians' names in three languages: see tests/evaluation.
ALIKE = 0.84
MARGIN = 0.08
SPELLING = 0.95
# What is less alike can neither be joined nor stand in the way of it.
FLOOR = ALIKE - MARGIN
SHORTEST = 4
_OTHER = 0.4  # the share of consonants that may differ
# In this order a group of names is known by one of them.
_PERSIAN, _ARABIC, _LATIN = "1 fa", "2 ar", "3 en"


@dataclass(frozen=True, slots=True)
class Name:
    """A name: the actor's key, its folded words, and the languages of the texts that it was found in."""

    key: str
    words: tuple[str, ...]
    languages: frozenset[str] = frozenset()


def found_name(key: str, languages: Iterable[str]) -> Name:
    """The name on no list that a key is made of."""
    return Name(key, tuple(key.removeprefix(FOUND).split("-")), _shared(frozenset(languages)))


@functools.cache
def _shared(languages: frozenset[str]) -> frozenset[str]:
    """One set for all names of the same languages."""
    return languages


@dataclass(frozen=True, slots=True)
class Alike:
    """Two names that sound alike, as evidence: how alike, and how much less the next best candidate is."""

    name: Name
    other: Name
    score: float
    margin: float

    @property
    def sure(self) -> bool:
        """Whether they may be joined without asking."""
        return self.score >= ALIKE and self.margin >= MARGIN


@dataclass(frozen=True, slots=True)
class Heard:
    """Names on no list that were held against all names there were, and for each those that sound alike, with scores.

    What was heard before need not be heard again: of a corpus that grows, only new names are compared.
    """

    names: set[Name] = field(default_factory=set)
    alike: dict[Name, dict[Name, float]] = field(default_factory=dict)


@dataclass
class Blocks:
    """Names by how they begin and how they end, so that only names that may be alike are compared."""

    blocks: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))
    frames: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: Name) -> None:
        """Stores a name that is long enough to be told from others."""
        for block in _blocks(name):
            self.blocks[block].append(name)
            self.frames[block].append(bones(name.words))

    def near(self, name: Name) -> list[Name]:
        """The names worth comparing: of those that begin or end alike, those whose consonants are nearly the same."""
        frame, found = bones(name.words), dict[int, Name]()
        most = max(1, round(_OTHER * len(frame)))
        for block in _blocks(name):
            if frames := self.frames.get(block):
                apart = cdist([frame], frames, scorer=Levenshtein.distance, score_cutoff=most, dtype=np.uint8)[0]
                names = self.blocks[block]
                found |= {id(names[at]): names[at] for at in np.flatnonzero(apart <= most)}
        return list(found.values())


@dataclass
class Index:
    """Names to hold others against; `new` are those that `before` does not know."""

    before: Heard
    names: set[Name] = field(default_factory=set)
    every: Blocks = field(default_factory=Blocks)
    new: Blocks = field(default_factory=Blocks)

    def alike(self, name: Name) -> dict[Name, float]:
        """The names that sound like this one and may be somebody of another language, with their scores."""
        known = name in self.before.names
        heard = self.before.alike.get(name, {}) if known else {}
        found = {other: score for other, score in heard.items() if other in self.names}
        for other in (self.new if known else self.every).near(name):
            if _apart(name, other) and (score := likeness(name.words, other.words, FLOOR)) >= FLOOR:
                found[other] = score
        return found


def index(names: Iterable[Name], before: Heard | None = None, known: bool = False) -> Index:
    """An index of names; `known`: whatever `before` holds was held against all of these."""
    made = Index(before or Heard())
    for name in names:
        made.names.add(name)
        made.every.add(name)
        if not known and name not in made.before.names:
            made.new.add(name)
    return made


def merges(found: Collection[Name], listed: Index, heard: Heard | None = None) -> dict[str, str]:
    """For the keys of names on no list: whom they join, a listed person or the same name in Persian, else in Arabic.

    `heard` is filled with what need not be compared again.
    """
    joined: dict[str, str] = {}
    heard = Heard() if heard is None else heard
    names = [name for name in sorted(found, key=lambda name: name.key) if _joinable(name)]
    for name in names:
        best = _best(name, listed, heard)
        if best and best.sure:
            joined[name.key] = best.other.key
    groups = {name.key: [name] for name in names if name.key not in joined}
    for alike in _links([name for name in names if name.key not in joined], listed.before, heard):
        one, other = groups[alike.name.key], groups[alike.other.key]
        if one is not other and _one_person(one + other):
            one += other
            groups.update(dict.fromkeys((name.key for name in other), one))
    for key, group in groups.items():
        hub = min(group, key=lambda name: (_side(name), name.key)).key
        if key != hub:
            joined[key] = hub
    return joined


def _links(names: list[Name], before: Heard, heard: Heard) -> list[Alike]:
    """Pairs of names that each sound most alike to the other among those of its side, likest first."""
    by_side = {side: [name for name in names if _side(name) == side] for side in (_PERSIAN, _ARABIC, _LATIN)}
    sides = {side: index(some, before) for side, some in by_side.items()}
    best = {
        (name.key, side): _best(name, others, heard)
        for name in names
        for side, others in sides.items()
        if side != _side(name)
    }
    found = [alike for alike in best.values() if alike and alike.sure and _mutual(alike, best)]
    return sorted(found, key=lambda alike: (-alike.score, alike.name.key, alike.other.key))


def _mutual(alike: Alike, best: dict[tuple[str, str], Alike | None]) -> bool:
    """Whether the other name knows none that is more alike; several Latin spellings may be as alike to one name."""
    back = best.get((alike.other.key, _side(alike.name)))
    return back is None or back.other.key == alike.name.key or alike.score >= back.score - MARGIN


def _one_person(group: list[Name]) -> bool:
    """Whether these may be one: a single name in each language of Arabic script, and Latin ones that sound the same."""
    persian = [name for name in group if _arabic(name) and name.languages != {"ar"}]
    arabic = [name for name in group if _arabic(name) and "ar" in name.languages]
    latin = [name for name in group if not _arabic(name)]
    alike = all(likeness(latin[0].words, name.words) >= SPELLING for name in latin[1:])
    return len(persian) < 2 and len(arabic) < 2 and alike


def _side(name: Name) -> str:
    if not _arabic(name):
        return _LATIN
    return _ARABIC if name.languages == {"ar"} else _PERSIAN


def _best(name: Name, others: Index, heard: Heard) -> Alike | None:
    """The name that sounds most alike, and how far the next actor is behind."""
    scores: dict[str, tuple[float, Name]] = {}
    heard.names.add(name)
    alike = others.alike(name)
    if alike:
        heard.alike.setdefault(name, {}).update(alike)
    for other, score in sorted(alike.items(), key=lambda pair: pair[0].words):
        if score > scores.get(other.key, (0.0, other))[0]:
            scores[other.key] = score, other
    ranked = sorted(scores.values(), key=lambda pair: (-pair[0], pair[1].key))
    if not ranked:
        return None
    behind = ranked[1][0] if len(ranked) > 1 else 0.0
    return Alike(name, ranked[0][1], ranked[0][0], ranked[0][0] - behind)


def _blocks(name: Name) -> set[str]:
    frame = bones(name.words)
    if len(frame) < SHORTEST:
        return set()
    return {"<" + frame[:3], frame[-3:] + ">", frame[:2] + frame[-2:]}


def _joinable(name: Name) -> bool:
    return len(name.words) > 1 and len(bones(name.words)) >= SHORTEST


def _arabic(name: Name) -> bool:
    return "\u0600" <= name.words[0][0] <= "\u06ff"


def _apart(one: Name, other: Name) -> bool:
    """Whether no language has both: there each spelling is somebody of his own."""
    return _arabic(one) != _arabic(other) or not (one.languages & other.languages)


def listed_index(gazetteer: Gazetteer, before: Heard | None = None) -> Index:
    """The spellings of listed people; `before`: names that were held against the same list."""
    if not gazetteer.shipped:
        return index(listed_names(gazetteer.actors.values()), before, known=True)
    made = ready("people", made_of(), lambda: index(listed_names(gazetteer.actors.values()), known=True))
    return replace(made, before=before or Heard())


def listed_names(actors: Iterable[Actor]) -> list[Name]:
    """Every spelling of listed people, with its languages: another one of the same language is somebody else."""
    found = []
    for actor in actors:
        if actor.kind != "person":
            continue
        for language, name in actor.names.items():
            found.append(Name(actor.key, name_words(name), frozenset((language,))))
        for name in actor.aliases:
            found.append(Name(actor.key, name_words(name), frozenset(("en",) if name.isascii() else ("fa", "ar"))))
    return [name for name in found if len(name.words) > 1]
