"""Which actors of a corpus may be one: pairs of names that sound alike, the sure ones told from the doubtful.

Only names of two words or more are ever sure, and only where consonants and vowels agree throughout. On the names of
politicians on which that bound was set, 98.9 of 100 such pairs between Persian and English are one person, and all of
those with Arabic; they are a part (29 to 46 of 100) of those that are one. The rest is for a reader to decide.
Two actors of the list are never one, and a name that may be two of them is neither's.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np

from lib.enrich.actors.words import name_words
from lib.enrich.identity.sound import Sound, similarity, sounds
from lib.model import Actor

SURE = 0.999
DOUBTFUL = 0.85
PART = 0.88  # "Javad Zarif" and "Mohammad Javad Zarif"
_SHORTEST = 5  # consonants
_CROWD = 60  # names that share a key; more of them tell nothing
_TOGETHER = ({"person"}, {"place", "state"}, {"organisation", "group"})


class Pair(NamedTuple):
    """Two keys, a < b, and how alike their names are."""

    a: str
    b: str
    similarity: float
    sure: bool


class _Name(NamedTuple):
    number: int
    key: str
    words: tuple[str, ...]
    sounds: tuple[Sound, ...]


def candidates(actors: Iterable[Actor]) -> list[Pair]:
    """Pairs of actors that may be one, at most one for each two keys."""
    known = {actor.key: actor for actor in actors}
    best: dict[tuple[str, str], float] = {}
    met: set[int] = set()
    for one, other in _near(_blocks(known.values())):
        pair, names = (min(one.key, other.key), max(one.key, other.key)), (one.number << 32) + other.number
        if one.key != other.key and names not in met and _may(known[pair[0]], known[pair[1]]):
            met.add(names)
            if (value := _alike(one, other)) >= DOUBTFUL and value > best.get(pair, 0.0):
                best[pair] = value
    certain: dict[str, set[str]] = defaultdict(set)
    for (a, b), value in best.items():
        if value >= SURE:
            certain[a].add(b)
            certain[b].add(a)
    found = [
        Pair(a, b, round(value, 3), value >= SURE and not _torn(a, b, certain, known))
        for (a, b), value in best.items()
    ]
    return sorted(found, key=lambda pair: (-pair.similarity, pair.a, pair.b))


def with_joined(pairs: Iterable[Pair], joined: Mapping[str, str]) -> list[Pair]:
    """The pairs, and as sure ones names on no list and whom they join; see `lib.enrich.actors.identity`."""
    found = {(pair.a, pair.b): pair for pair in pairs}
    for key, into in joined.items():
        a, b = min(key, into), max(key, into)
        known = found.get((a, b))
        found[a, b] = Pair(a, b, known.similarity if known else DOUBTFUL, True)
    return sorted(found.values(), key=lambda pair: (-pair.similarity, pair.a, pair.b))


def _may(one: Actor, other: Actor) -> bool:
    """Whether two actors can be one at all."""
    if one.origin != "found" and other.origin != "found":
        return False
    return one.kind == other.kind or any({one.kind, other.kind} <= kinds for kinds in _TOGETHER)


def _torn(a: str, b: str, certain: dict[str, set[str]], known: dict[str, Actor]) -> bool:
    """Whether one of two names would also be another actor of the list."""
    return any(sum(known[each].origin != "found" for each in certain[key]) > 1 for key in (a, b))


def _blocks(actors: Iterable[Actor]) -> Iterator[Sequence[_Name]]:
    """Names that share a key worth comparing for. Keys are many, so only their hashes are held, in arrays."""
    found: list[_Name] = []
    hashes, owners = array("q"), array("q")
    for actor in actors:
        spellings = dict.fromkeys((*actor.names.values(), *(actor.aliases if actor.origin == "found" else ())))
        for written in spellings:
            words = name_words(written)
            heard = tuple(each for each in sounds(written) if len(each.consonants) >= _SHORTEST)
            if not heard or len(words) < 2:
                continue
            name = _Name(len(found), actor.key, words, heard)
            found.append(name)
            keys = _keys(name)
            hashes.extend(map(hash, keys))
            owners.extend([name.number] * len(keys))
    order = np.argsort(np.asarray(hashes), kind="stable")
    ranked = np.asarray(hashes)[order]
    for start, end in pairwise((0, *(np.flatnonzero(ranked[1:] != ranked[:-1]) + 1).tolist(), len(order))):
        if 1 < end - start <= _CROWD:
            yield [found[owners[at]] for at in order[start:end].tolist()]


def _keys(name: _Name) -> set[str]:
    """What names that may be one have in common: all their consonants, all but one, or those of the last word."""
    keys = {"".join(name.words)}
    for heard in name.sounds:
        letters = heard.consonants
        keys |= {letters, *(letters[:at] + letters[at + 1 :] for at in range(len(letters)))}
    last = sounds(name.words[-1])[0].consonants
    return keys | {f"\u2026{last}"} if len(last) > 2 else keys


def _near(blocks: Iterator[Sequence[_Name]]) -> Iterator[tuple[_Name, _Name]]:
    for names in blocks:
        yield from combinations(names, 2)


def _alike(one: _Name, other: _Name) -> float:
    if "".join(one.words) == "".join(other.words):
        return 1.0
    found = max(similarity(first, second) for first in one.sounds for second in other.sounds)
    short, long = sorted((one.words, other.words), key=len)
    if len(short) < len(long) and (long[-len(short) :] == short or long[: len(short)] == short):
        return max(found if found < SURE else SURE - 0.001, PART)
    same_script = one.sounds[0].latin == other.sounds[0].latin
    # In one script, other letters are another name more often than another way to write it, Persian and Arabic apart.
    return min(found, 0.95) if same_script and (one.sounds[0].latin or found < SURE) else found
