"""Where a person's name begins and ends, by what holds of all names, after the tagger has said where one stands.

No name goes on behind a comma, a bracket or «و»; two names with nothing but a space between them are one; none ends
with «بن» or «فان», none begins with a title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from lib.enrich.actors.match import start_of
from lib.enrich.actors.passage import Passage
from lib.enrich.actors.proclitics import PEELING, peeled
from lib.enrich.actors.ranks import RANKS
from lib.enrich.actors.tagger import SURE
from lib.enrich.actors.words import word_set
from lib.enrich.tagging.features import Lore
from lib.model import Kind

PERSON: Kind = "person"
_GOES_ON = word_set(
    "بن ابن ابو أبي ابي ابا بنت عبد فان فون دي دا دو دوس دل van von der den de da del di dos bin ibn bint abu"
)
_OF = word_set("بن بنت bin bint")
_ENDS = word_set("بالله الدين")
_LONGEST = 6
_RARE = "کف"
_AND = "و"
_AND_THE = "وال"


class Found(NamedTuple):
    """A name: its first word, the one after its last, kind and probability."""

    first: int
    after: int
    kind: str
    sure: float


def mended(found: Iterable[Found], part: Passage, lore: Lore, given: Set[str]) -> list[Found]:
    """The names with the edges of people mended; none overlaps another, and doubtful ones are left out.

    `given`: given names.
    """
    pieces = [piece for each in found for piece in (_cut(each, part, lore) if each.kind == PERSON else [each])]
    joined: list[Found] = []
    for each in sorted(pieces):
        last = joined[-1] if joined else None
        if last is not None and _one(last, each, part, lore):
            joined[-1] = Found(last.first, each.after, PERSON, min(last.sure, each.sure))
        else:
            joined.append(each)
    kept = [each for each in joined if each.kind != PERSON or each.sure >= SURE[PERSON]]
    for at, each in enumerate(kept):
        if each.kind == PERSON:
            taken = kept[at - 1].after if at else 0
            free = kept[at + 1].first if at + 1 < len(kept) else len(part.keys)
            kept[at] = _longer(_earlier(_shorter(each, part), part, taken, given), part, free)
    return kept


def _cut(name: Found, part: Passage, lore: Lore) -> Iterator[Found]:
    first = name.first
    for at in range(name.first + 1, name.after):
        if not _beside(part, at) or _joined_by_and(part, at, lore):
            yield name._replace(first=first, after=at)
            first = at
    yield name._replace(first=first)


def _beside(part: Passage, index: int) -> bool:
    """Whether a name may go on with this word: a dot stands only behind an initial."""
    before = part.keys[index - 1] if index else ""
    initial = len(before) <= (2 if before.isascii() else 1)
    return part.follows(index) and (initial or "." not in part.text[part.ends[index - 1] : part.starts[index]])


def _joined_by_and(part: Passage, index: int, lore: Lore) -> bool:
    return part.keys[index].startswith(_AND) and name_start(part, index, lore) > part.starts[index]


def _one(name: Found, other: Found, part: Passage, lore: Lore) -> bool:
    """Whether two people are one: nothing but a space stands between their names."""
    beside = name.kind == other.kind == PERSON and name.after == other.first and _beside(part, other.first)
    return (
        beside
        and other.after - name.first <= _LONGEST
        and name_start(part, other.first, lore) == part.starts[other.first]
    )


def _shorter(name: Found, part: Passage) -> Found:
    first = name.first
    while first < name.after - 1 and not RANKS.isdisjoint(_readings(part, first)):
        first += 1
    return name._replace(first=first)


def _readings(part: Passage, index: int) -> Sequence[str]:
    key = part.keys[index]
    return [key, *(rest for _, rest in peeled(key))] if part.language in PEELING else [key]


def _earlier(name: Found, part: Passage, taken: int, given: Set[str]) -> Found:
    """With the given name before «بن …»; «ابن …» and «أبو …» may be the beginning."""
    first = name.first
    alone = part.keys[first] not in _OF or first <= taken or not _beside(part, first)
    return name if alone or given.isdisjoint(_readings(part, first - 1)) else name._replace(first=first - 1)


def _longer(name: Found, part: Passage, free: int) -> Found:
    after = name.after
    while after < free and after - name.first < _LONGEST and _beside(part, after):
        if part.keys[after - 1] not in _GOES_ON and part.keys[after] not in _ENDS:
            break
        after += 1
    return name._replace(after=after)


def name_start(part: Passage, index: int, lore: Lore) -> int:
    """Where a name begins in its first word: after particles, where the word is better known without them."""
    if part.language not in PEELING:
        return part.starts[index]
    key = part.keys[index]
    readings = {rest: letters for letters, rest in peeled(key)}
    if key in lore.order:  # «كابل» is no «ك» with camels
        readings = {rest: letters for rest, letters in readings.items() if key[0] not in _RARE} | {key: 0}
    known = [rest for rest in readings if rest in lore.order]
    if not known and key not in lore.name_parts:
        known = [rest for rest in readings if rest in lore.name_parts or key.startswith(_AND_THE)]
    best = min(known, key=lambda rest: lore.order.get(rest, 0), default="")
    return start_of(part, index, readings.get(best, 0))
