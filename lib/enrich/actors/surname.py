"""A family name alone belongs to the person whose full name stands in the same document.

«عباس عراقچی» seen once makes every «عراقچی» of the document him, in the headline too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lib.enrich.actors.names import TITLES, surnames
from lib.enrich.actors.passage import Passage
from lib.enrich.actors.proclitics import PARTICLES, PEELING, peeled
from lib.enrich.actors.words import word_set

_SPEAKING = word_set(
    "گفت افزود تاکید تصریح اظهار خاطرنشان یاداور ادامه وی نوشت گفته قال اکد اضاف اوضح صرح اشار ذکر said added told says"
)

Form = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FullName:
    """A person named in full: passage number, first word, actor key and the name's words."""

    passage: int
    first: int
    actor: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShortName:
    """A family name found: passage number, first word and the one after the last, letters peeled, actor key."""

    passage: int
    first: int
    after: int
    peeled: int
    actor: str


def short_names(
    passages: list[Passage], full: Iterable[FullName], taken: list[set[int]], weak: frozenset[str]
) -> list[ShortName]:
    """Every family name of a person named in full, where no other name stands; `weak` words need a title or a verb."""
    owners: dict[Form, list[FullName]] = {}
    for name in full:
        for form in surnames(name.words):
            owners.setdefault(form, []).append(name)
    heads = {form[0] for form in owners}
    glued = {particle + head for head in heads for particle in PARTICLES}
    found: list[ShortName] = []
    for number, passage in enumerate(passages):
        wanted = heads | glued if passage.language in PEELING else heads
        free = 0
        for index, key in enumerate(passage.keys):
            place = _form_at(passage, index, owners, taken[number]) if key in wanted and index >= free else None
            if place is not None and _stands_alone(passage, index, index + len(place[0]), weak):
                form, letters = place
                free = index + len(form)
                found.append(ShortName(number, index, free, letters, _nearest(owners[form], number, index)))
    return found


def _form_at(
    passage: Passage, index: int, owners: Mapping[Form, list[FullName]], taken: set[int]
) -> tuple[Form, int] | None:
    """The longest family name that begins at this word, and the letters peeled off before it."""
    if passage.text[passage.starts[index]].islower():
        return None
    key = passage.keys[index]
    readings = [(0, key), *(peeled(key) if passage.language in PEELING else ())]
    for letters, first in readings:
        for size in (3, 2, 1):
            form = (first, *passage.keys[index + 1 : index + size])
            if form in owners and taken.isdisjoint(range(index, index + len(form))):
                return form, letters
    return None


def _stands_alone(passage: Passage, first: int, after: int, weak: frozenset[str]) -> bool:
    """Common words count as names only beside a title or a verb of speaking."""
    if after - first > 1 or passage.keys[first] not in weak:
        return True
    if passage.follows(first) and passage.keys[first - 1] in TITLES:
        return True
    return after < len(passage.keys) and passage.keys[after] in _SPEAKING


def _nearest(owners: list[FullName], number: int, index: int) -> str:
    """The last person of that name before this place, else the first one after it."""
    before = [name for name in owners if (name.passage, name.first) <= (number, index)]
    return (before[-1] if before else owners[0]).actor
