"""People meant by their office: «وزیر خارجه ایران گفت», "the foreign minister added".

Three rules, precision first. A title beside a name is that person's and no mention of its own ("Foreign Minister Abbas
Araghchi"), and gives him the title for the whole document. A title with a state is whoever the document says, else
whoever held the office on the article's day. A title alone is only whom the document says, and only if it says one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass

from lib.enrich.actors.match import Hit
from lib.enrich.actors.names import TITLES
from lib.enrich.actors.passage import Passage
from lib.enrich.actors.titles import ROLE, Offices
from lib.enrich.actors.words import word_set
from lib.text.stopwords import stop_words

_BETWEEN = TITLES | word_set("the a سید میر السيد معالي سعادة سمو جلالة جناب his her excellency")
_OTHER_STATE = {
    "fa": word_set("این آن کشور همان دیگر جدید قبلی"),
    "ar": word_set("هذا هذه تلك ذلك"),
    "en": word_set("of"),
}
_GAP = frozenset(" \t\u00a0\u200c,،؛\"'«»“”()ـ")
_CLOSE = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a person is named: passage number, first word and the one after the last, actor key."""

    passage: int
    first: int
    after: int
    actor: str


@dataclass(frozen=True, slots=True)
class Title:
    """A title found: the number of its passage and its hit."""

    passage: int
    hit: Hit


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of offices and of given names."""

    offices: Offices
    given: Set[str]


def titled(
    passages: list[Passage], titles: list[Title], spots: Iterable[Spot], facts: Facts
) -> list[tuple[Title, str]]:
    """The titles that stand for a person, with the person's key."""
    before = {(spot.passage, spot.after): spot.actor for spot in spots}
    behind = {(spot.passage, spot.first): spot.actor for spot in spots}
    said: dict[str, set[str]] = defaultdict(set)
    free: list[Title] = []
    for title in titles:
        actor = _behind(passages[title.passage], title, behind) or _before(passages[title.passage], title, before)
        if actor is None:
            free.append(title)
        else:
            office = title.hit.entries[0].key
            said[office].add(actor)
            said[_role(office)].add(actor)
    found = ((title, _meant(passages[title.passage], title, said, facts)) for title in free)
    return [(title, actor) for title, actor in found if actor is not None]


def _role(office: str) -> str:
    """The office whatever the state: `role:president` for `president-of-iran`."""
    return office if office.startswith(ROLE) else ROLE + office.partition("-of-")[0]


def _behind(passage: Passage, title: Title, persons: dict[tuple[int, int], str]) -> str | None:
    """The person named right after the title: "Foreign Minister Abbas Araghchi", «وزیر خارجه ایران، عباس عراقچی»."""
    at = title.hit.whole[1]
    for step in range(_CLOSE + 1):
        if (title.passage, at + step) in persons:
            plain = _gap(passage, at - 1, at + step)
            return persons[title.passage, at + step] if plain else None
        if at + step >= len(passage.keys) or passage.keys[at + step] not in _BETWEEN:
            return None
    return None


def _before(passage: Passage, title: Title, persons: dict[tuple[int, int], str]) -> str | None:
    """The person named right before the title: «عباس عراقچی، وزیر خارجه ایران»."""
    at = title.hit.whole[0]
    for step in range(_CLOSE + 1):
        if (title.passage, at - step) in persons:
            plain = _gap(passage, at - step - 1, at)
            return persons[title.passage, at - step] if plain else None
        if at - step <= 0 or passage.keys[at - step - 1] not in _BETWEEN:
            return None
    return None


def _gap(passage: Passage, last: int, first: int) -> bool:
    """Whether nothing but spaces, commas and quotation marks parts the words, those between them left out."""
    return all(_GAP.issuperset(passage.text[passage.ends[i] : passage.starts[i + 1]]) for i in range(last, first))


def _meant(passage: Passage, title: Title, said: dict[str, set[str]], facts: Facts) -> str | None:
    office, after = title.hit.entries[0].key, title.hit.whole[1]
    if _another(passage, after, facts.given) or (passage.follows(after) and passage.keys[after] == "of"):
        return None
    persons = said.get(office, set())
    if len(persons) == 1 and (not office.startswith(ROLE) or _alone(passage, title.hit)):
        return next(iter(persons))
    return None if office.startswith(ROLE) or persons else facts.offices.holder(office, passage.when)


def _another(passage: Passage, after: int, given: Set[str]) -> bool:
    """Whether a name on no list follows the title: whoever that is, it need not be the one who is known."""
    if not passage.follows(after):
        return False
    key, start = passage.keys[after], passage.starts[after]
    if passage.text[start].isupper():
        return key not in stop_words("en")
    return key in given and key not in stop_words(passage.language)


def _alone(passage: Passage, hit: Hit) -> bool:
    """Whether a title without a state goes on with no other: "the president of the bank" is somebody else."""
    if "a" <= passage.keys[hit.first][0] <= "z":
        article = passage.follows(hit.first) and passage.keys[hit.first - 1] == "the"
        return article and not (passage.follows(hit.after) and passage.keys[hit.after] in _OTHER_STATE["en"])
    if not passage.follows(hit.after):
        return True
    key = passage.keys[hit.after]
    if key in _OTHER_STATE.get(passage.language, ()) or key.startswith("ال"):
        return False
    return key in stop_words(passage.language)
