"""The actor list: shipped files in `lib/data`, and the user's own list, read into one tree of names.

Rows are data that anybody can correct; this module only reads them.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from lib.enrich.actors.lexicon import Entry, Guard, Lexicon, case_of
from lib.enrich.actors.names import with_and_without_article
from lib.enrich.actors.words import name_words
from lib.model import KINDS, Actor, Kind

DATA = Path(__file__).resolve().parents[2] / "data"
FILES = ("states.csv", "actors.csv", "persons.csv", "places.csv")
GUARDS = "actor_guards.csv"
WEAK = "weak_surnames.txt"
EVERYWHERE = ("en", "fa", "ar")
ELSEWHERE = ("he", "ur", "tr", "ckb", "ps", "kmr", "az", "fr", "de", "es", "ru")
Origin = Literal["list", "user"]
Rule = tuple[str, Guard | None, frozenset[str] | None]
FREE: Rule = ("", None, None)


@dataclass
class Gazetteer:
    """Every listed actor, the tree of their names, and what the recognisers need to know of them."""

    actors: dict[str, Actor] = field(default_factory=dict)
    lexicon: Lexicon = field(default_factory=Lexicon)
    agencies: set[str] = field(default_factory=set)
    given_names: set[str] = field(default_factory=set)
    weak: frozenset[str] = frozenset()

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
        guard = Guard(tuple(split(row["needs"])), tuple(split(row["unless"])))
        languages = frozenset(split(row["languages"])) or None
        found.setdefault(name_words(row["alias"]), []).append((row["key"], guard, languages))
    return found


def spellings(row: dict[str, str]) -> Iterator[tuple[str, bool, frozenset[str] | None]]:
    """Every spelling of a row: the name, whether it is anchored, and the languages it holds for (None: all)."""
    person = row.get("kind") == "person"
    names = [row.get(language) or "" for language in EVERYWHERE] + split(row.get("aliases"))
    for name in filter(None, names):
        for form in with_and_without_article(name) if person else (name,):
            yield form, False, None
    for short in split(row.get("short")):
        yield short, True, None
    for language in ELSEWHERE:
        for name in split(row.get(language)):
            yield name, False, frozenset((language,))


def _kind(row: dict[str, str]) -> Kind:
    kind = row.get("kind") or ""
    if kind not in KINDS:
        raise ValueError(f"{row.get('key')}: {kind!r} is not a kind of actor")
    return kind


def _read(gazetteer: Gazetteer, path: Path, origin: Origin) -> None:
    known = guards(DATA / GUARDS)
    for row in rows(path):
        kind = _kind(row)
        names = {code: row[code] for code in (*EVERYWHERE, *ELSEWHERE) if row.get(code)}
        names = {code: split(name)[0] for code, name in names.items()}
        aliases = tuple(dict.fromkeys(split(row.get("aliases")) + split(row.get("short"))))
        gazetteer.actors[row["key"]] = Actor(row["key"], kind, names, aliases, row.get("wikidata") or None, origin)
        if row.get("role") == "agency":
            gazetteer.agencies.add(row["key"])
        for name, anchored, languages in spellings(row):
            words = name_words(name)
            if kind == "person" and len(words) > 1 and not anchored:
                gazetteer.given_names.add(words[0])
            rules = [rule for rule in known.get(words, ()) if rule[0] in ("", row["key"])]
            for _, guard, only in rules or [FREE]:
                gazetteer.lexicon.add(Entry(name, row["key"], anchored, guard, only or languages, case_of(name)))


@functools.lru_cache(maxsize=4)
def load_gazetteer(extra: Path | None = None) -> Gazetteer:
    """The shipped list, and after it a user's list with the same columns, whose rows win. ValueError on a bad row."""
    gazetteer = Gazetteer(weak=frozenset((DATA / WEAK).read_text(encoding="utf-8").split()))
    for name in FILES:
        if (DATA / name).exists():
            _read(gazetteer, DATA / name, "list")
    if extra is not None:
        _read(gazetteer, extra, "user")
    gazetteer.lexicon.settle()
    return gazetteer
