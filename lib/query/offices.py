"""The offices that an actor held, and when: from the shipped table, beside the days of the articles.

Who held what is known to the day only as far as `lib/data/offices.csv` says; an open term is known until the day on
which the table was last gone over, and no further.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from lib.enrich.actors.gazetteer import DATA, OFFICES, TITLES_OF, namings, rows
from lib.query.placing import Span

if TYPE_CHECKING:
    from lib.store.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Held:
    """An office from one day to another, both certain; `open`: as far as known it goes on after `until`."""

    office: str
    since: date
    until: date
    open: bool

    def during(self, days: Span) -> bool:
        """Whether any of these days lies in it."""
        return self.since <= days[1] and days[0] <= self.until


def offices(corpus: Corpus, key: str) -> list[Held]:
    """The offices of an actor and of everybody who was joined with it, in order of time."""
    overlay = corpus.overlay
    key = overlay.resolve(key)
    found = {each for one in (key, *overlay.members.get(key, ())) for each in _table().get(one, ())}
    return sorted(found, key=lambda each: (each.since, each.until, each.office))


@functools.cache
def _table() -> dict[str, tuple[Held, ...]]:
    found: dict[str, tuple[Held, ...]] = {}
    for row in rows(DATA / OFFICES):
        until = date.fromisoformat(row["until"] or row["checked"])
        held = Held(row["office"], date.fromisoformat(row["since"]), until, not row["until"])
        found[row["holder"]] = (*found.get(row["holder"], ()), held)
    return found


@functools.cache
def office_name(office: str, language: str) -> str:
    """What an office is called in Persian, Arabic or English; its key in words where the table has no name for it."""
    role, _, state = office.partition("-of-")
    generic = ""
    for row in rows(DATA / TITLES_OF):
        patterns = row[language].split("|") if row[language] else []
        if row["office"] == office and patterns:
            return _said(patterns[0])
        if row["office"] == role and not row["state"]:
            generic = next((each for each in patterns if "{n}" in each and not each.startswith("{n}")), "")
    naming = namings(DATA).get(state)
    if generic and naming:
        name = getattr(naming, language)[0]
        article = "the " * (language == "en" and name.startswith("United "))
        return _said(generic.replace("{n}", article + name))
    return _said(office.replace("-", " "))


def _said(words: str) -> str:
    bare = re.sub(r"[\[\]]", "", words)
    return bare[:1].upper() + bare[1:]
