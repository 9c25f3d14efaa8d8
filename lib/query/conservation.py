"""Where every article went: a chart that shows some of a corpus says what became of all the rest.

Units are articles. Each falls in exactly one class, tested in this order: a hidden repeat, filtered out, without a
date, imprecise (its interval is not inside one bin, or crosses the period's edge), shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import ibis

from lib.query.bins import binned
from lib.query.selection import Selection
from lib.query.view import Granularity
from lib.text.calendars import Calendar

if TYPE_CHECKING:
    from lib.i18n import Catalogue
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Conservation:
    """Numbers of articles; `total` is the sum of the five others."""

    total: int = 0
    duplicate: int = 0
    filtered: int = 0
    undated: int = 0
    imprecise: int = 0
    shown: int = 0

    def sentence(self, t: Catalogue) -> str:
        """The sum in words: what is shown, of how many, and each class that is not empty."""
        said = [t("{shown} of {all} shown", shown=t.number(self.shown), all=_articles(t, self.total))]
        if self.duplicate:
            said.append(t.n("{n} further telling of a story", "{n} further tellings of stories", self.duplicate))
        if self.filtered:
            said.append(t.n("{n} filtered out", "{n} filtered out", self.filtered))
        if self.undated:
            said.append(t.n("{n} without a date", "{n} without a date", self.undated))
        if self.imprecise:
            said.append(t.n("{n} with a date too imprecise", "{n} with dates too imprecise", self.imprecise))
        return " · ".join(said)


def conservation(
    corpus: Corpus, filters: Filters, granularity: Granularity | None = None, calendar: Calendar = "gregorian"
) -> Conservation:
    """The classes of all articles. Without a granularity there is no time axis: dates matter for the period alone.

    What is imprecise depends on the calendar: "November 2019" lies in no month of the Islamic one.
    """
    return of(Selection.of(corpus, filters), granularity, calendar)


def of(selection: Selection, granularity: Granularity | None, calendar: Calendar = "gregorian") -> Conservation:
    """The classes of all articles, on a connection that is already open."""
    fates = fated(selection, granularity, calendar)
    counted = fates.group_by("fate").aggregate(n=fates.count()).execute()
    numbers = {str(fate): int(n) for fate, n in counted.itertuples(index=False)}
    return Conservation(total=sum(numbers.values()), **numbers)


def fated(selection: Selection, granularity: Granularity | None, calendar: Calendar = "gregorian") -> Any:
    """Every article with its class in a column `fate`."""
    judged = _dated(selection, granularity, calendar)
    filters = selection.filters
    cases = [(selection.repeats(judged), "duplicate"), (~selection.passes(judged), "filtered")]
    if granularity or filters.has_period:
        cases.append((~judged.dated, "undated"))
        if filters.has_period:
            cases.append((~judged.touching, "filtered"))
        cases.append((~judged.placed, "imprecise"))
    return judged.mutate(fate=ibis.cases(*cases, else_="shown"))


def _dated(selection: Selection, granularity: Granularity | None, calendar: Calendar) -> Any:
    """All articles with three conditions: dated, touching the period, placed (wholly in the period and in one bin)."""
    every = selection.every
    rows = every if selection.which == "published" else selection.table("dates")
    rows = binned(rows, granularity, calendar) if granularity else rows
    flags = {"dated": rows.since.notnull() & rows.until.notnull()}
    if selection.filters.has_period:
        flags["touching"] = selection.touches(rows)
        flags["placed"] = selection.wholly(rows)
    if granularity:
        fitting = rows.bin.notnull()
        flags["placed"] = flags["placed"] & fitting if "placed" in flags else fitting
    flags = {name: flag.fill_null(False) for name, flag in flags.items()}
    if selection.which == "published":
        return rows.mutate(**flags)
    by_article = rows.group_by("rid").aggregate(**{name: flag.any() for name, flag in flags.items()})
    joined = every.left_join(by_article, "rid")
    return joined.mutate(**{name: joined[name].fill_null(False) for name in flags})


def _articles(t: Catalogue, n: int) -> str:
    return t.n("{n} article", "{n} articles", n)
