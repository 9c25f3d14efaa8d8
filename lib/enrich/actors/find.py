"""One document in, its mentions out: listed names first, then family names of people named in full."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from lib.enrich.actors.cited import quoted
from lib.enrich.actors.gazetteer import Gazetteer
from lib.enrich.actors.keys import found_key
from lib.enrich.actors.lexicon import Entry
from lib.enrich.actors.match import Hit, hits, start_of
from lib.enrich.actors.names import FAMILY_ENDINGS
from lib.enrich.actors.passage import Passage, passage
from lib.enrich.actors.recognise import Lore, Person, people
from lib.enrich.actors.surname import FullName, ShortName, short_names
from lib.enrich.actors.words import name_words
from lib.model import Actor, Mention, Part, Role
from lib.text.stopwords import stop_words

Other = tuple[int, Person, str, tuple[str, ...]]
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
    others = _unlisted(passages, taken, gazetteer)
    full += [FullName(number, person.first, key, words) for number, person, key, words in others]
    short = short_names(passages, full, taken, gazetteer.weak)
    mentions = [_mention(passages[number], hit, entry, gazetteer) for number, hit, entry in found]
    mentions += [_person(passages[number], person, key) for number, person, key, _ in others]
    mentions += [_short(passages[name.passage], name) for name in short]
    order = {part: number for number, part in enumerate(parts)}
    return sorted(mentions, key=lambda mention: (order[mention.part], mention.start))


def found_actors(mentions: Iterable[Mention]) -> list[Actor]:
    """The actors of mentions found by rule, which are on no list: one per key, named as it was written first."""
    names: dict[str, dict[str, str]] = {}
    for mention in mentions:
        if mention.by == "rule":
            for language in _languages(mention.surface):
                names.setdefault(mention.actor, {}).setdefault(language, mention.surface)
    return [
        Actor(key, "person", known, tuple(dict.fromkeys(known.values())), None, "found") for key, known in names.items()
    ]


def _languages(name: str) -> tuple[str, ...]:
    """The languages whose letters a name is written in."""
    if not any("\u0600" <= character <= "\u06ff" for character in name):
        return ("en",)
    if any(character in "یکگپچژ\u200c" for character in name):
        return ("fa",)
    return ("ar",) if any(character in "يكةىأإئؤ" for character in name) else ("fa", "ar")


def _unlisted(passages: list[Passage], taken: list[set[int]], gazetteer: Gazetteer) -> list[Other]:
    """People on no list that a title or an office introduces, keyed by name."""
    found: list[Other] = []
    for number, part in enumerate(passages):
        lore = Lore(gazetteer.given_names, stop_words(part.language))
        for person in people(part, taken[number], lore):
            words = tuple(part.keys[person.first : person.after])
            key = found_key(words)
            taken[number].update(range(person.first, person.after))
            found.append((number, person, key, words))
    return found


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
    """A family name alone after another given name («ایوانکا ترامپ»), or one that goes on («محمود زاده»)."""
    if gazetteer.actors[entry.key].kind != "person":
        return False
    if part.follows(hit.after) and part.keys[hit.after] in FAMILY_ENDINGS:
        return True
    if hit.after - hit.first > 1 or not part.follows(hit.first):
        return False
    before = part.keys[hit.first - 1]
    return before in gazetteer.given_names and before not in gazetteer.own_words[entry.key]


def _mention(part: Passage, hit: Hit, entry: Entry, gazetteer: Gazetteer) -> Mention:
    actor = gazetteer.actors[entry.key]
    cited = actor.key in gazetteer.agencies and quoted(part, hit.first, hit.after)
    role: Role = "cited source" if cited else "actor"
    surface = part.text[hit.start : hit.end]
    by: Literal["user", "list"] = "user" if entry.own else "list"
    return Mention(part.part, hit.start, hit.end, surface, actor.key, actor.kind, role, by)


def _person(part: Passage, person: Person, key: str) -> Mention:
    start, end = part.starts[person.first], part.ends[person.after - 1]
    return Mention(part.part, start, end, part.text[start:end], key, "person", "actor", "rule")


def _short(part: Passage, name: ShortName) -> Mention:
    start, end = start_of(part, name.first, name.peeled), part.ends[name.after - 1]
    return Mention(part.part, start, end, part.text[start:end], name.actor, "person", "actor", "surname")
