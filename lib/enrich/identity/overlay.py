"""What the reader's list and the pairs that are surely one make of the actors that were found: a small table.

It is applied when a question is asked, over the keys as they were found, so that a merge, a split and their undoing
show at once and nothing has to be written anew. The reader's word comes first; a name never joins two people of the
list.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from lib.enrich.identity.curated import Curated, Standing, spelling
from lib.enrich.identity.rows import FILE
from lib.model import Actor, Mention, Problem

_NAMED = 20  # actors that are not here which are listed one by one
Surfaces = Callable[[Sequence[str]], Iterable[tuple[str, str]]]


@dataclass(frozen=True)
class Overlay:
    """Found keys and what stands for them.

    `into`: found key to the actor it counts for, those that stay themselves left out. `surfaces`: (found key, spelling
    as written) to the actor it counts for, complete for every key that something was split from. `hidden`: actors that
    count nowhere. `actors`: how those are called that the list or a merge changed. `members`: what was joined with an
    actor. `automatic`: found keys joined because their names are surely one.
    """

    into: Mapping[str, str] = field(default_factory=dict)
    surfaces: Mapping[tuple[str, str], str] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    actors: Mapping[str, Actor] = field(default_factory=dict)
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    automatic: frozenset[str] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def sources(self) -> frozenset[str]:
        """Found keys that something was split from."""
        return frozenset(key for key, _ in self.surfaces)

    @cached_property
    def touched(self) -> frozenset[str]:
        """Found keys whose mentions are not counted as they stand in the tables."""
        return frozenset((*self.into, *self.into.values(), *self.sources, *self.hidden, *self.actors))

    @cached_property
    def targets(self) -> frozenset[str]:
        """Actors whose numbers may differ from those in the tables."""
        return (self.touched - self.into.keys() - self.hidden) | frozenset(self.surfaces.values()) - self.hidden

    @cached_property
    def fingerprint(self) -> str:
        """Short hex digest of what is counted for whom: two lists that count alike have the same."""
        counted = (sorted(self.into.items()), sorted(self.surfaces.items()), sorted(self.hidden))
        return hashlib.blake2b(repr(counted).encode(), digest_size=6).hexdigest()

    def resolve(self, key: str) -> str:
        """The actor that a key stands for now."""
        return self.into.get(key, key)

    def mention(self, mention: Mention) -> Mention | None:
        """A mention as the list has it; None where its actor is hidden."""
        key = self.surfaces.get((mention.actor, mention.surface)) or self.resolve(mention.actor)
        if key in self.hidden:
            return None
        shown = self.actors.get(key)
        if key == mention.actor and (shown is None or shown.kind == mention.kind):
            return mention
        split = key != self.resolve(mention.actor)
        return replace(
            mention, actor=key, kind=shown.kind if shown else mention.kind, by="user" if split else mention.by
        )


NOTHING = Overlay()


@dataclass(frozen=True)
class Found:
    """What a reading found: its actors, in how many articles, pairs (key, key) that are surely one, and spellings."""

    actors: Mapping[str, Actor]
    articles: Mapping[str, int]
    sure: Sequence[tuple[str, str]] = ()
    surfaces: Surfaces = lambda _: ()


def overlay(curated: Curated, found: Found) -> Overlay:
    """The table for a reading and a list."""
    standing = curated.standing
    groups = _Groups(standing, found)
    for one, other in found.sure:
        groups.join(one, other)
    into = groups.into()
    surfaces = _split(standing, found, into)
    members: dict[str, list[str]] = {}
    for key, root in into.items():
        members.setdefault(root, []).append(key)
    everybody = {*found.actors, *_spoken_of(standing)}
    hidden = frozenset(key for key in standing.hidden if into.get(key, key) == key)
    changed = {*members, *standing.names, *standing.kinds, *surfaces.values(), *standing.aliases}
    changed = (changed & {*everybody, *members}) - into.keys()
    shown = {key: _shown(key, members.get(key, ()), standing, found) for key in changed}
    return Overlay(
        into=into,
        surfaces=surfaces,
        hidden=hidden,
        actors={key: actor for key, actor in shown.items() if actor != found.actors.get(key)},
        members={root: tuple(sorted(keys)) for root, keys in members.items()},
        automatic=frozenset(groups.automatic),
        apart=frozenset(standing.apart),
        problems=(*curated.problems, *_unknown(curated, everybody)),
    )


class _Groups:
    """Keys joined to groups: first as the reader says, then what is surely one as far as nothing speaks against it."""

    def __init__(self, standing: Standing, found: Found) -> None:
        self._standing = standing
        self._found = found
        self._roots: dict[str, str] = {}
        self.automatic: set[str] = set()
        ours = {*standing.parents, *standing.parents.values()}
        self._listed = {standing.root(key) for key in ours if self._known(key)}

    def _known(self, key: str) -> bool:
        actor = self._found.actors.get(key)
        return key in self._standing.defined or (actor is not None and actor.origin != "found")

    def root(self, key: str) -> str:
        key = self._standing.root(key)
        while key in self._roots:
            key = self._roots[key]
        return key

    def join(self, one: str, other: str) -> None:
        """Joins two keys that are surely one; not where the reader or the list tells them apart."""
        first, second = self.root(one), self.root(other)
        if first == second or {one, other, first, second} & self._standing.alone:
            return
        listed = [each for each in (first, second) if each in self._listed or self._known(each)]
        if len(listed) == 2 or {first, second} & self._standing.hidden:
            return
        if any({self.root(each) for each in pair} == {first, second} for pair in self._standing.apart):
            return
        stays = listed[0] if listed else min(first, second, key=self._rank)
        goes = second if stays == first else first
        self._roots[goes] = stays
        self.automatic.add(goes)

    def _rank(self, key: str) -> tuple[bool, int, str]:
        """Whom others are joined with: the reader's choice first, then who is named most."""
        return key not in self._standing.parents.values(), -self._found.articles.get(key, 0), key

    def into(self) -> dict[str, str]:
        """Every key that stands for another one."""
        keys = (*self._standing.parents, *self._roots)
        return {key: root for key in keys if (root := self.root(key)) != key}


def _split(standing: Standing, found: Found, into: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """For every spelling of the keys that something was split from, the actor that it counts for."""
    moved: dict[tuple[str, str], str] = {}
    for new, source, spellings in standing.splits:
        for each in spellings:
            moved[into.get(source, source), each] = into.get(new, new)
    roots = {root for root, _ in moved}
    keys = [*roots, *(key for key, root in into.items() if root in roots)]
    found_surfaces = found.surfaces(keys) if keys else ()
    return {
        (key, surface): moved.get((root := into.get(key, key), spelling(surface)), root)
        for key, surface in found_surfaces
    }


def _shown(key: str, members: Sequence[str], standing: Standing, found: Found) -> Actor:
    """What an actor is called: by the reader, else as it was found, else as what was joined with it."""
    known = found.actors.get(key)
    joined = sorted(members, key=lambda each: (-found.articles.get(each, 0), each))
    others = [actor for each in joined if (actor := found.actors.get(each))]
    base = known or (others[0] if others else Actor(key, "person", {}, (), None, "found"))
    names: dict[str, str] = {}
    for actor in (*others[::-1], base):
        names |= actor.names
    names |= standing.names.get(key, {})
    spellings = [alias for actor in (base, *others) for alias in (*actor.names.values(), *actor.aliases)]
    spellings += standing.aliases.get(key, ())
    aliases = tuple(each for each in dict.fromkeys(spellings) if each not in names.values())
    wikidata = next((actor.wikidata for actor in (base, *others) if actor.wikidata), None)
    own = key in standing.defined or key in {new for new, _, _ in standing.splits}
    origin = known.origin if known and known.origin != "found" else "user" if own else "found"
    return Actor(key, standing.kinds.get(key, base.kind), names, aliases, wikidata, origin)


def _spoken_of(standing: Standing) -> set[str]:
    """Actors that the list itself makes known."""
    return {*standing.defined, *(new for new, _, _ in standing.splits)}


def _unknown(curated: Curated, everybody: set[str]) -> list[Problem]:
    """Notes on rows about actors that are not here; what they say is kept, for a corpus that has them."""
    found: dict[str, int] = {}
    for row in curated.rows:
        for key in (row.key, row.merged_into, row.split_from, row.apart_from):
            if key not in ("", "-") and key not in everybody:
                found.setdefault(key, row.number)
    notes = [
        Problem(FILE, f"row {number}", f"This corpus has no actor with the key {key}; what the row says is kept.", True)
        for key, number in list(found.items())[:_NAMED]
    ]
    if len(found) > _NAMED:
        what = f"{len(found) - _NAMED} more actors of the list are not here now; what it says of them is kept."
        notes.append(Problem(FILE, "rows", what, True))
    return notes
