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
from typing import Literal

from lib.enrich.actors.lexicon import Entry, Guard, Lexicon, case_of
from lib.enrich.actors.names import TITLES, with_and_without_article
from lib.enrich.actors.tagger import Tagger
from lib.enrich.actors.words import name_words
from lib.model import KINDS, Actor, Kind
from lib.text.fold import fold

DATA = Path(__file__).resolve().parents[2] / "data"
FILES = ("states.csv", "actors.csv", "persons.csv", "places.csv")
GUARDS = "actor_guards.csv"
WEAK = "weak_surnames.txt"
EVERYWHERE = ("en", "fa", "ar")
ELSEWHERE = ("he", "ur", "tr", "ckb", "ps", "kmr", "az", "fr", "de", "es", "ru")
Origin = Literal["list", "user"]
ARABIC = frozenset(("ar", "arz", "ary", "arq", "acm", "apc"))
PERSIAN = frozenset(("fa", "prs", "ur", "ps", "ckb", "ug", "sd"))
_PERSIAN = re.compile("[یکگپچژ\u200c]")
_ARABIC = re.compile("[يكةىأإئؤ]")
Rule = tuple[str, Guard | None, frozenset[str] | None]
FREE: Rule = ("", None, None)


@dataclass(frozen=True, slots=True)
class Spelling:
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
    tagger: Tagger | None = None

    def actor(self, key: str) -> Actor:
        """The actor of a key of the list; KeyError when there is none."""
        return self.actors[key]


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a list file, lines that begin with # left out."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def split(value: str | None) -> list[str]:
    """The values of a field that holds several, separated by |."""
    return [part.strip() for part in (value or "").split("|") if part.strip()]


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
    for column in (*EVERYWHERE, "aliases"):
        for name in split(row.get(column)):
            but = None if row.get("kind") in ("person", "state") else _foreign(column, name, row)
            for form in with_and_without_article(name) if person else (name,):
                yield Spelling(form, but=but)
    for short in split(row.get("short")):
        yield Spelling(short, anchored=True, but=None if person else _foreign("short", short, row))
    for language in ELSEWHERE:
        for name in split(row.get(language)):
            yield Spelling(name, languages=frozenset((language,)))


def _foreign(column: str, name: str, row: dict[str, str]) -> frozenset[str] | None:
    """The languages in which a spelling is not looked for: Persian letters are not Arabic, nor the other way round."""
    if fold(row.get("fa") or "") == fold(row.get("ar") or "") and column in ("fa", "ar"):
        return None
    if column == "fa" or (column != "ar" and _PERSIAN.search(name)):
        return ARABIC
    return PERSIAN if column == "ar" or _ARABIC.search(name) else None


def _kind(row: dict[str, str]) -> Kind:
    kind = row.get("kind") or ""
    if kind not in KINDS:
        raise ValueError(f"{row.get('key')}: {kind!r} is not a kind of actor")
    return kind


def _read(gazetteer: Gazetteer, path: Path, origin: Origin, known: Mapping[tuple[str, ...], list[Rule]]) -> None:
    for row in rows(path):
        kind = _kind(row)
        names = {code: row[code] for code in (*EVERYWHERE, *ELSEWHERE) if row.get(code)}
        names = {code: split(name)[0] for code, name in names.items()}
        aliases = tuple(dict.fromkeys(split(row.get("aliases")) + split(row.get("short"))))
        gazetteer.actors[row["key"]] = Actor(row["key"], kind, names, aliases, row.get("wikidata") or None, origin)
        if row.get("role") == "agency":
            gazetteer.agencies.add(row["key"])
        for spelling in spellings(row):
            _enter(gazetteer, row["key"], spelling, known)


def _enter(gazetteer: Gazetteer, key: str, spelling: Spelling, known: Mapping[tuple[str, ...], list[Rule]]) -> None:
    words, kind = name_words(spelling.name), gazetteer.actors[key].kind
    if kind == "person" and len(words) > 1 and not spelling.anchored:
        gazetteer.given_names.update(set(words[:1]) - TITLES)
    if kind == "state" and len(words) == 1:
        gazetteer.lexicon.states.add(words[0])
    if kind == "person":
        gazetteer.own_words[key] = gazetteer.own_words.get(key, frozenset()) | frozenset(words)
    rules = [rule for rule in known.get(words, ()) if rule[0] in ("", key)]
    for _, guard, only in rules or [FREE]:
        languages = only or spelling.languages
        but = None if only else spelling.but
        case = case_of(spelling.name)
        gazetteer.lexicon.add(Entry(spelling.name, key, spelling.anchored, guard, languages, but, case))


@functools.lru_cache(maxsize=4)
def load_gazetteer(extra: Path | None = None) -> Gazetteer:
    """The shipped list, and after it a user's list with the same columns, whose rows win. ValueError on a bad row."""
    gazetteer = Gazetteer(weak=frozenset((DATA / WEAK).read_text(encoding="utf-8").split()))
    known = guards(DATA / GUARDS)
    for name in FILES:
        _read(gazetteer, DATA / name, "list", known)
    if extra is not None:
        _read(gazetteer, extra, "user", known)
    gazetteer.lexicon.settle()
    return gazetteer
