"""One document in, its mentions out: listed names first, then family names of people named in full."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from lib.enrich.actors.cited import quoted
from lib.enrich.actors.gazetteer import Gazetteer
from lib.enrich.actors.lexicon import Entry
from lib.enrich.actors.match import Hit, hits, start_of
from lib.enrich.actors.names import bears_other_name
from lib.enrich.actors.passage import Passage, passage
from lib.enrich.actors.surname import FullName, ShortName, short_names
from lib.enrich.actors.words import name_words
from lib.model import Actor, Mention, Part, Role

Found = tuple[int, Hit, Entry]


def find_actors(parts: Mapping[Part, str], language: str, gazetteer: Gazetteer) -> list[Mention]:
    """Who and what the parts of one document name, by part and place; spans never overlap within a part."""
    passages = [passage(part, text, language) for part, text in parts.items() if text]
    found = _listed(passages, gazetteer)
    taken = [set[int]() for _ in passages]
    for number, hit, _ in found:
        taken[number].update(range(hit.first, hit.after))
    full = [
        FullName(number, hit.first, entry.key, name_words(entry.alias))
        for number, hit, entry in found
        if gazetteer.actors[entry.key].kind == "person"
    ]
    short = short_names(passages, full, taken, gazetteer.weak)
    mentions = [_mention(passages[number], hit, entry, gazetteer) for number, hit, entry in found]
    mentions += [_short(passages[name.passage], name) for name in short]
    order = {part: number for number, part in enumerate(parts)}
    return sorted(mentions, key=lambda mention: (order[mention.part], mention.start))


def found_actors(mentions: Iterable[Mention]) -> list[Actor]:
    """The actors of mentions found by rule, which are on no list: one per key, named as it was written."""
    seen: dict[str, Actor] = {}
    for mention in mentions:
        if mention.by == "rule" and mention.actor not in seen:
            seen[mention.actor] = Actor(mention.actor, mention.kind, {}, (mention.surface,), None, "found")
    return list(seen.values())


def _listed(passages: list[Passage], gazetteer: Gazetteer) -> list[Found]:
    """Names of the list; a short form counts only where its owner is named in full in the document."""
    raw = [(number, hit) for number, part in enumerate(passages) for hit in hits(part, gazetteer.lexicon)]
    named = {entry.key for _, hit in raw for entry in hit.entries[:1] if not entry.anchored}
    found: list[Found] = []
    for number, hit in raw:
        entry = next((entry for entry in hit.entries if not entry.anchored or entry.key in named), None)
        if entry is None or _someone_else(passages[number], hit, entry, gazetteer):
            continue
        found.append((number, hit, entry))
    return found


def _someone_else(part: Passage, hit: Hit, entry: Entry, gazetteer: Gazetteer) -> bool:
    """A family name alone after another given name («ایوانکا ترامپ») is another person."""
    if hit.after - hit.first > 1 or gazetteer.actors[entry.key].kind != "person":
        return False
    actor = gazetteer.actors[entry.key]
    own = {word for name in (*actor.names.values(), *actor.aliases) for word in name_words(name)}
    return bears_other_name(part, hit.first, gazetteer.given_names - own)


def _mention(part: Passage, hit: Hit, entry: Entry, gazetteer: Gazetteer) -> Mention:
    actor = gazetteer.actors[entry.key]
    cited = actor.key in gazetteer.agencies and quoted(part, hit.first, hit.after)
    role: Role = "cited source" if cited else "actor"
    surface = part.text[hit.start : hit.end]
    by: Literal["user", "list"] = "user" if actor.origin == "user" else "list"
    return Mention(part.part, hit.start, hit.end, surface, actor.key, actor.kind, role, by)


def _short(part: Passage, name: ShortName) -> Mention:
    start, end = start_of(part, name.first, name.peeled), part.ends[name.after - 1]
    return Mention(part.part, start, end, part.text[start:end], name.actor, "person", "actor", "surname")
