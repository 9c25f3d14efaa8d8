"""One document in, its mentions out: listed names first, then names on no list, family names and titles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from lib.enrich.actors.boilerplate import idle
from lib.enrich.actors.cited import quoted
from lib.enrich.actors.gazetteer import Gazetteer
from lib.enrich.actors.keys import FOUND, found_key
from lib.enrich.actors.lexicon import Entry
from lib.enrich.actors.match import Hit, hits, start_of
from lib.enrich.actors.metonym import governs
from lib.enrich.actors.names import FAMILY_ENDINGS, languages_of
from lib.enrich.actors.nominal import Facts, Spot, Title, titled
from lib.enrich.actors.passage import Passage, Period, passage
from lib.enrich.actors.proclitics import PEELING
from lib.enrich.actors.ranks import ranks
from lib.enrich.actors.recognise import Lore, Person, people, tagged
from lib.enrich.actors.surname import FullName, ShortName, short_names
from lib.enrich.actors.words import name_words
from lib.model import Actor, Kind, Mention, Part, Role
from lib.text.fold import fold
from lib.text.stopwords import stop_words

Other = tuple[int, Person, str, tuple[str, ...]]
Found = tuple[int, Hit, Entry]


def find_actors(
    parts: Mapping[Part, str], language: str, gazetteer: Gazetteer, when: Period | None = None
) -> list[Mention]:
    """Who and what the parts of one document name, by part and place; spans never overlap within a part.

    `when`: the first and last day on which the document may have appeared; without it no title is resolved by date.
    """
    passages = [passage(part, text, language, when) for part, text in parts.items() if text]
    raw = _hits(passages, gazetteer)
    seen = [tagged(part, gazetteer.tagger) if gazetteer.tagger else [] for part in passages]
    found = _shorter_left_out(_listed(passages, raw, gazetteer), seen, gazetteer)
    taken = [set[int]() for _ in passages]
    for number, hit, _ in found:
        taken[number].update(range(hit.first, hit.after))
    full = [
        FullName(number, hit.first, entry.key, name_words(entry.alias))
        for number, hit, entry in found
        if gazetteer.actors[entry.key].kind == "person"
    ]
    others = _unlisted(passages, taken, gazetteer) + _tagged(passages, taken, seen, 2)
    full += [FullName(number, p.first, key, words) for number, p, key, words in others if p.kind == "person"]
    short = short_names(passages, full, taken, gazetteer.weak)
    for name in short:
        taken[name.passage].update(range(name.first, name.after))
    others += _tagged(passages, taken, seen, 1)
    spots = [
        *(Spot(n, h.first, h.after, e.key) for n, h, e in found if gazetteer.actors[e.key].kind == "person"),
        *(Spot(n, p.first, p.after, key) for n, p, key, _ in others if p.kind == "person"),
        *(Spot(name.passage, name.first, name.after, name.actor) for name in short),
    ]
    offices = [(n, hit) for n, hit in raw if hit.entries[0].office]
    titles = [Title(n, hit) for n, hit in offices if taken[n].isdisjoint(range(hit.first, hit.after))]
    known = titled(passages, titles, spots, Facts(gazetteer.offices, gazetteer.given_names))
    mentions = [_mention(passages[number], hit, entry, gazetteer) for number, hit, entry in found]
    mentions += [_other(passages[number], person, key) for number, person, key, _ in others]
    mentions += [_short(passages[name.passage], name) for name in short]
    mentions += [_titled(passages[title.passage], title, actor) for title, actor in known]
    order = {part: number for number, part in enumerate(parts)}
    return sorted(_counted(passages, mentions), key=lambda mention: (order[mention.part], mention.start))


def found_actors(mentions: Iterable[Mention]) -> list[Actor]:
    """The actors of mentions that are on no list: one per key, named as it was written first."""
    names: dict[str, dict[str, str]] = {}
    kinds: dict[str, Kind] = {}
    for mention in mentions:
        if mention.by in ("rule", "model") and mention.actor.startswith(FOUND):
            kinds.setdefault(mention.actor, mention.kind)
            for language in languages_of(mention.surface):
                names.setdefault(mention.actor, {}).setdefault(language, mention.surface)
    return [
        Actor(key, kinds[key], known, tuple(dict.fromkeys(known.values())), None, "found")
        for key, known in names.items()
    ]


def _hits(passages: list[Passage], gazetteer: Gazetteer) -> list[tuple[int, Hit]]:
    return [(number, hit) for number, part in enumerate(passages) for hit in hits(part, gazetteer.lexicon)]


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


def _tagged(passages: list[Passage], taken: list[set[int]], seen: list[list[Person]], least: int) -> list[Other]:
    """Names of so many words or more that the tagger saw where nothing else stands, keyed without glued particles."""
    found: list[Other] = []
    for number, part in enumerate(passages):
        for person in seen[number]:
            span = range(person.first, person.after)
            if len(span) >= least and taken[number].isdisjoint(span):
                head = fold(part.text[person.start : part.ends[person.first]])
                words = (head, *part.keys[person.first + 1 : person.after])
                taken[number].update(span)
                found.append((number, person, found_key(words), words))
    return found


def _listed(passages: list[Passage], raw: list[tuple[int, Hit]], gazetteer: Gazetteer) -> list[Found]:
    """Names of the list; a short form counts only where its owner is named in full in the document."""
    named = {entry.key for _, hit in raw for entry in hit.entries[:1] if not entry.anchored}
    found: list[Found] = []
    for number, hit in raw:
        entry = next((entry for entry in hit.entries if not entry.anchored or entry.key in named), None)
        if entry is None or entry.office or _someone_else(passages[number], hit, entry, gazetteer):
            continue
        found.append((number, hit, entry))
    return found


def _shorter_left_out(found: list[Found], seen: list[list[Person]], gazetteer: Gazetteer) -> list[Found]:
    """Without places that are only words of a longer name which no list knows: «بورصة مصر», «شورای شهر تهران»."""
    places = {(n, at) for n, hit, entry in found if _place(entry, gazetteer) for at in range(hit.first, hit.after)}
    others = {(n, at) for n, hit, _ in found for at in range(hit.first, hit.after)} - places
    gone: set[tuple[int, int]] = set()
    for number, people_ in enumerate(seen):
        for person in people_:
            words = {(number, at) for at in range(person.first, person.after)}
            if person.longer and words - places and words.isdisjoint(others):
                gone |= words
    return [(n, hit, entry) for n, hit, entry in found if not {(n, hit.first), (n, hit.after - 1)} <= gone]


def _place(entry: Entry, gazetteer: Gazetteer) -> bool:
    return gazetteer.actors[entry.key].kind in ("state", "place")


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
    state = gazetteer.capitals.get(actor.key)
    if state and governs(part, hit.first, hit.after, gazetteer.powers):
        return Mention(part.part, hit.start, hit.end, part.text[hit.start : hit.end], state, "state", "actor", "rule")
    cited = actor.key in gazetteer.agencies and quoted(part, hit.first, hit.after)
    role: Role = "cited source" if cited else "actor"
    start = hit.start
    if actor.kind == "person" and not entry.own:
        words, peels = part.keys[hit.first : hit.after], part.language in PEELING
        if titles := ranks(words, actor.key, gazetteer.lexicon, peels):
            start = part.starts[hit.first + titles]
    by: Literal["user", "list"] = "user" if entry.own else "list"
    return Mention(part.part, start, hit.end, part.text[start : hit.end], actor.key, actor.kind, role, by)


def _other(part: Passage, person: Person, key: str) -> Mention:
    by: Literal["rule", "model"] = "rule" if person.start is None else "model"
    start = part.starts[person.first] if person.start is None else person.start
    end = part.ends[person.after - 1]
    return Mention(part.part, start, end, part.text[start:end], key, person.kind, "actor", by)


def _short(part: Passage, name: ShortName) -> Mention:
    start, end = start_of(part, name.first, name.peeled), part.ends[name.after - 1]
    return Mention(part.part, start, end, part.text[start:end], name.actor, "person", "actor", "surname")


def _titled(part: Passage, title: Title, actor: str) -> Mention:
    start, end = title.hit.start, title.hit.end
    return Mention(part.part, start, end, part.text[start:end], actor, "person", "actor", "rule")


def _counted(passages: list[Passage], mentions: list[Mention]) -> list[Mention]:
    """Mentions outside of lines that are no news."""
    texts = {part.part: part.text for part in passages}
    known: dict[tuple[Part, int], bool] = {}
    counted = []
    for mention in mentions:
        line = mention.part, texts[mention.part].rfind("\n", 0, mention.start) + 1
        if line not in known:
            known[line] = idle(texts[mention.part], line[1])
        if not known[line]:
            counted.append(mention)
    return counted
