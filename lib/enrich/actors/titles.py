"""Offices and who held them when: "the Omani foreign minister" is a person on the day of the article.

The words of an office are made of patterns (office_titles.csv) and the names of states, their holders stand in
offices.csv. A title is entered into the tree of names like a name; `nominal` decides whom it means.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lib.enrich.actors.lexicon import Entry
from lib.enrich.actors.passage import Period
from lib.enrich.actors.words import name_words, word_set

ROLE = "role:"

# Words that make it another person, or the same office at another time.
_NOT_BEFORE = (
    "معاون قائم‌مقام قایم مقام دستیار جانشین همسر برادر پسر دختر نامزد دفتر اسبق نائب نایب نواب لنائب نائبه "
    "مساعد لمساعد "
    "وکیل زوجه نجل شقیق مکتب مرشح سابق السابق former ex deputy vice assistant then next acting future under "
    "wife son late would wannabe incoming outgoing"
)
_NOT_AFTER = (
    "سابق اسبق پیشین وقت منتخب بعدی آینده مستقر السابق الاسبق السابقه الراحل الراحله المنتخب المقبل السابقين "
    "elect designate candidate hopeful then"
)
NOT_BEFORE, NOT_AFTER = word_set(_NOT_BEFORE), word_set(_NOT_AFTER)


@dataclass(frozen=True, slots=True)
class Term:
    """Who held an office from when until when, both days included."""

    holder: str
    since: date
    until: date


@dataclass
class Offices:
    """The holders of every office, by date."""

    terms: dict[str, list[Term]] = field(default_factory=lambda: defaultdict(list))

    def holder(self, office: str, period: Period | None) -> str | None:
        """The one who held the office during the whole period; None without a period, or where that is not known."""
        if period is None:
            return None
        for term in self.terms.get(office, ()):
            if term.since <= period[0] and period[1] <= term.until:
                return term.holder
        return None


@dataclass(frozen=True, slots=True)
class Naming:
    """What a state is called: its names in Persian, Arabic and English, and the adjectives of the last two."""

    fa: tuple[str, ...]
    ar: tuple[str, ...]
    en: tuple[str, ...]
    ar_adjective: tuple[str, ...]
    en_adjective: tuple[str, ...]


def read_offices(path: Path) -> Offices:
    """The table of holders. `until` is the last day that is known: where it stands open, the day it was `checked`."""
    offices = Offices()
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            until = date.fromisoformat(row["until"] or row["checked"])
            offices.terms[row["office"]].append(Term(row["holder"], date.fromisoformat(row["since"]), until))
    return offices


def entries(path: Path, namings: Mapping[str, Naming]) -> Iterator[Entry]:
    """Every way to write every office; `{n}` is a state's name, `{m}` `{f}` `{a}` its adjectives, `[…]` an actor."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            states = namings if not row["state"] else {row["state"]: namings[row["state"]]}
            for language in ("fa", "ar", "en"):
                for pattern in filter(None, row[language].split("|")):
                    if "{" not in pattern:
                        yield _fixed(pattern, row["office"], language)
                        continue
                    for state, naming in states.items():
                        for text, size in _filled(pattern, naming, language):
                            yield _entry(text, f"{row['office']}-of-{state}", language, size)


def _fixed(pattern: str, office: str, language: str) -> Entry:
    """A title without a state: what stands in brackets at its beginning or end is an actor of its own."""
    before, mark, rest = pattern.partition("]") if pattern.startswith("[") else ("", "", pattern)
    _, _, behind = rest.partition("[")
    size = len(name_words(before.strip("["))) if mark else 0, len(name_words(behind.strip("]")))
    return _entry(re.sub(r"[\[\]]", "", pattern), office, language, size)


def _entry(text: str, office: str, language: str, size: tuple[int, int]) -> Entry:
    only = {"fa": ("fa", "prs", "und"), "ar": ("ar", "arz", "ary", "und"), "en": ("en", "und")}[language]
    return Entry(text, office, False, None, frozenset(only), None, "any", True, *size)


def _filled(pattern: str, naming: Naming, language: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The pattern with every name, and how many of its words before and after the office are the state's name."""
    if "{n}" in pattern:
        office, of, _ = pattern.partition(" of ")
        for name in getattr(naming, language):
            text = pattern.replace("{n}", name)
            if pattern.startswith("{n}"):
                yield text, (len(name_words(name)), 0)
            else:
                bare = office if of else pattern.replace("{n}", "")
                yield text, (0, len(name_words(text)) - len(name_words(bare)))
        return
    adjectives = naming.en_adjective if language == "en" else naming.ar_adjective
    for adjective in adjectives:
        feminine = " ".join(word + "ة" for word in adjective.split())
        yield pattern.replace("{a}", adjective).replace("{m}", adjective).replace("{f}", feminine), (0, 0)
