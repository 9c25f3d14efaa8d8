"""The actor list: shipped files in `lib/data`, and the user's own list, read into one tree of names.

Rows are data that anybody can correct; this module only reads them.
"""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lib.enrich.actors.lexicon import Entry, Guard, Lexicon, case_of
from lib.enrich.actors.names import TITLES, with_and_without_article
from lib.enrich.actors.own import Own, add_own, own_rows
from lib.enrich.actors.tagger import Tagger
from lib.enrich.actors.titles import Naming, Offices, entries, read_offices
from lib.enrich.actors.words import name_words
from lib.model import KINDS, Actor, Kind
from lib.settings import ROOT
from lib.text.collecting import without_collecting
from lib.text.fold import fold
from lib.text.ready import ready

DATA = Path(__file__).resolve().parents[2] / "data"
FILES = ("states.csv", "actors.csv", "persons.csv", "places.csv", "bodies.csv")
GUARDS = "actor_guards.csv"
WEAK = "weak_surnames.txt"
OFFICES = "offices.csv"
TITLES_OF = "office_titles.csv"
DEMONYMS = "demonyms.csv"
EVERYWHERE = ("en", "fa", "ar")
ELSEWHERE = ("he", "ur", "tr", "ckb", "ps", "kmr", "az", "fr", "de", "es", "ru")
ARABIC = frozenset(("ar", "arz", "ary", "arq", "acm", "apc"))
PERSIAN = frozenset(("fa", "prs", "ur", "ps", "ckb", "ug", "sd"))
_PERSIAN = re.compile("[یکگپچژ\u200c]")
_ARABIC = re.compile("[يكةىأإئؤ]")
Rule = tuple[str, Guard | None, frozenset[str] | None]
FREE: Rule = ("", None, None)
NO_WORDS: frozenset[str] = frozenset()


class Spelling(NamedTuple):
    """A name as written; see `Entry` for what the rest means."""

    name: str
    anchored: bool = False
    languages: frozenset[str] | None = None
    but: frozenset[str] | None = None


@dataclass
class Gazetteer:
    """Every listed actor, the tree of their names, and what the recognisers need to know of them."""

    actors: dict[str, Actor] = field(default_factory=dict)
    lexicon: Lexicon = field(default_factory=Lexicon)
    agencies: set[str] = field(default_factory=set)
    given_names: set[str] = field(default_factory=set)
    own_words: dict[str, frozenset[str]] = field(default_factory=dict)
    weak: frozenset[str] = frozenset()
    offices: Offices = field(default_factory=Offices)
    capitals: dict[str, str] = field(default_factory=dict)
    powers: set[str] = field(default_factory=set)
    tagger: Tagger | None = None
    shipped: bool = False  # whether this is the list as it is shipped, without a user's own

    def actor(self, key: str) -> Actor:
        """The actor of a key of the list; KeyError when there is none."""
        return self.actors[key]

    def enter(self, entry: Entry, words: tuple[str, ...]) -> None:
        """Puts a spelling of a listed actor into the tree, and keeps what its `words` tell."""
        if not words:
            return
        key, kind = entry.key, self.actors[entry.key].kind
        if kind == "person":
            self.own_words[key] = self.own_words.get(key, NO_WORDS).union(words)
            if len(words) > 1 and not entry.anchored and words[0] not in TITLES:
                self.given_names.add(words[0])
        if kind == "state" or key in self.capitals:
            self.powers.update((words[0], words[-1]))
        if kind == "state" and len(words) == 1:
            self.lexicon.states.add(words[0])
        self.lexicon.add(entry, words)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a list file, lines that begin with # left out."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def split(value: str | None) -> list[str]:
    """The values of a field that holds several, separated by |."""
    if not value:
        return []
    return [part for each in value.split("|") if (part := each.strip())]


def guards(path: Path) -> dict[tuple[str, ...], list[Rule]]:
    """For the words of a spelling: whom it may mean (key, or "" for anybody), in which context and languages."""
    found: dict[tuple[str, ...], list[Rule]] = {}
    for row in rows(path):
        needs, unless = split(fold(row["needs"])), split(fold(row["unless"]))
        guard = Guard(tuple(needs), tuple(unless)) if needs or unless else None
        languages = frozenset(split(row["languages"])) or None
        found.setdefault(name_words(row["alias"]), []).append((row["key"], guard, languages))
    return found


def spellings(row: dict[str, str]) -> Iterator[Spelling]:
    """Every spelling of a row, and where it holds; a place or body is looked for by the letters of its language."""
    person = row.get("kind") == "person"
    anywhere = row.get("kind") in ("person", "state")
    shared = not person and fold(row.get("fa") or "") == fold(row.get("ar") or "")
    for column in (*EVERYWHERE, "aliases"):
        for name in split(row.get(column)):
            but = None if anywhere else _foreign(column, name, shared)
            for form in with_and_without_article(name) if person else (name,):
                yield Spelling(form, but=but)
    for short in split(row.get("short")):
        yield Spelling(short, anchored=True, but=None if person else _foreign("short", short, shared))
    for language in ELSEWHERE:
        for name in split(row.get(language)):
            yield Spelling(name, languages=frozenset((language,)))


def _foreign(column: str, name: str, shared: bool) -> frozenset[str] | None:
    """The languages in which a spelling is not looked for: Persian letters are not Arabic, nor the other way round.

    `shared`: the name itself is one in both.
    """
    if shared and column in ("fa", "ar"):
        return None
    if column == "fa" or (column != "ar" and _PERSIAN.search(name)):
        return ARABIC
    return PERSIAN if column == "ar" or _ARABIC.search(name) else None


def _kind(row: dict[str, str]) -> Kind:
    kind = row.get("kind") or ""
    if kind not in KINDS:
        raise ValueError(f"{row.get('key')}: {kind!r} is not a kind of actor")
    return kind


def _read(gazetteer: Gazetteer, path: Path, known: Mapping[tuple[str, ...], list[Rule]]) -> None:
    for row in rows(path):
        kind = _kind(row)
        names = {code: row[code] for code in (*EVERYWHERE, *ELSEWHERE) if row.get(code)}
        names = {code: split(name)[0] for code, name in names.items()}
        aliases = tuple(dict.fromkeys(split(row.get("aliases")) + split(row.get("short"))))
        gazetteer.actors[row["key"]] = Actor(row["key"], kind, names, aliases, row.get("wikidata") or None, "list")
        if row.get("role") == "agency":
            gazetteer.agencies.add(row["key"])
        if row.get("capital_of"):
            gazetteer.capitals[row["key"]] = row["capital_of"]
        for spelling in spellings(row):
            _enter(gazetteer, row["key"], spelling, known)


def _enter(gazetteer: Gazetteer, key: str, spelling: Spelling, known: Mapping[tuple[str, ...], list[Rule]]) -> None:
    words, case = name_words(spelling.name), case_of(spelling.name)
    rules = [rule for rule in known.get(words, ()) if rule[0] in ("", key)]
    for _, guard, only in rules or [FREE]:
        but = None if only else spelling.but
        entry = Entry(spelling.name, key, spelling.anchored, guard, only or spelling.languages, but, case)
        gazetteer.enter(entry, words)


def namings(folder: Path) -> dict[str, Naming]:
    """What the states of demonyms.csv are called, for the patterns of titles."""
    states = {row["key"]: row for row in rows(folder / "states.csv")}
    found = {}
    for row in rows(folder / DEMONYMS):
        state = states[row["state"]]
        aliases = split(state["aliases"])
        latin = [name for name in aliases if name.isascii()]
        arabic = [name for name in aliases if not name.isascii() and not _PERSIAN.search(name)]
        persian = [name for name in aliases if not name.isascii() and not _ARABIC.search(name)]
        found[row["state"]] = Naming(
            tuple(dict.fromkeys((state["fa"], *persian))),
            tuple(dict.fromkeys((state["ar"], *arabic))),
            tuple(dict.fromkeys((state["en"], *latin))),
            tuple(split(row["ar"])),
            tuple(split(row["en"])),
        )
    return found


def load_gazetteer(extra: Path | None = None) -> Gazetteer:
    """The shipped list, and after it what a user's own list wants to be looked for, which wins."""
    return _load(own_rows(extra))


@functools.lru_cache(maxsize=4)
def _load(own: Own) -> Gazetteer:
    with without_collecting():
        gazetteer = ready("actors", made_of(), _shipped)
        gazetteer.shipped = not own
        if own:
            add_own(gazetteer, map(dict, own))
            gazetteer.lexicon.settle()
        return gazetteer


def made_of() -> list[Path]:
    """The files on which the shipped list depends: code, data, and which libraries there are."""
    code = [*Path(__file__).parent.glob("*.py"), *(DATA.parent / "text").glob("*.py"), DATA.parent / "model.py"]
    code.append(ROOT / "constraints.txt")
    return [*code, *(path for path in DATA.iterdir() if path.is_file())]


def _shipped() -> Gazetteer:
    gazetteer = Gazetteer(weak=frozenset((DATA / WEAK).read_text(encoding="utf-8").split()))
    known = guards(DATA / GUARDS)
    for name in FILES:
        _read(gazetteer, DATA / name, known)
    for entry in entries(DATA / TITLES_OF, namings(DATA)):
        gazetteer.lexicon.add(entry)
    gazetteer.offices = read_offices(DATA / OFFICES)
    gazetteer.lexicon.settle()
    return gazetteer
