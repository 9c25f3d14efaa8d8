"""Who occurs in a corpus: the actors behind the keys of its mentions, gathered while articles go by."""

from __future__ import annotations

import contextlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from lib.enrich.actors import Gazetteer, found_actors, skeleton
from lib.enrich.actors.identity import Heard, found_name, listed_index, merges
from lib.enrich.actors.keys import FOUND
from lib.model import Actor, Mention


class Cast:
    """Collects the actors of a corpus. Those on no list are named as they are written most, language by language."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._actors: dict[str, Actor] = {}
        self._found: dict[str, Actor] = {}
        self._written: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)

    def meet(self, key: str) -> None:
        """Takes in an actor that the list knows."""
        with contextlib.suppress(KeyError):
            self._actors[key] = self._gazetteer.actor(key)

    def add(self, language: str, mentions: Iterable[Mention], times: int = 1) -> None:
        """Takes in mentions in a text of this language, each of which occurs so many times."""
        strangers: list[Mention] = []
        for mention in mentions:
            if mention.actor in self._actors:
                continue
            try:
                self._actors[mention.actor] = self._gazetteer.actor(mention.actor)
            except KeyError:
                strangers.append(mention)
                self._written[mention.actor][language, mention.surface] += times
        for actor in found_actors(strangers):
            self._found.setdefault(actor.key, actor)
        for mention in strangers:
            self._found.setdefault(mention.actor, Actor(mention.actor, mention.kind, {}, (), None, "found"))

    def joined(self, before: Heard | None = None, heard: Heard | None = None) -> dict[str, str]:
        """For people found under names that sound like another's: whom they are one with; see `identity`.

        `before`: what was compared with the same list of actors; `heard` is filled with what is known now.
        """
        names = [
            found_name(key, (language for language, _ in written))
            for key, written in self._written.items()
            if key.startswith(FOUND) and self._found[key].kind == "person" and "-" in key.removeprefix(FOUND)
        ]
        joined = merges(names, listed_index(self._gazetteer, before), heard) if names else {}
        skeleton.forget()
        return joined

    def actors(self) -> list[Actor]:
        """Every actor met so far."""
        return [*self._actors.values(), *(self._named(actor) for actor in self._found.values())]

    def _named(self, actor: Actor) -> Actor:
        names: dict[str, str] = {}
        for (language, surface), _ in self._written[actor.key].most_common():
            names.setdefault(language, surface)
        spellings = (*actor.aliases, *(surface for _, surface in self._written[actor.key]))
        names = {**names, **actor.names}
        aliases = tuple(each for each in dict.fromkeys(spellings) if each not in names.values())
        return replace(actor, names=names, aliases=aliases)

