"""Filters as Ibis conditions on articles: the one place that decides which rows a question is about.

Conditions are columns rather than joins, so that the same ones can select, count what is left out, and share a scan.
The tables come from here alone, so that a user's merged and hidden actors can be applied to all questions at once. What
the user puts on articles is a small table of ids, made anew for every question.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, reduce
from operator import and_
from typing import TYPE_CHECKING, Any

import ibis
import pandas as pd
from ibis.expr import operations as ops

from lib.enrich.identity.overlay import Overlay
from lib.store import overlaid
from lib.store.schema import TABLES

if TYPE_CHECKING:
    from lib.query.filters import Filters, Which
    from lib.store.corpus import Corpus

FIRST, LAST = date.min, date.max
NO_LANGUAGE, NO_OUTLET = "und", "-"
_LABELLED = ibis.schema({"id": "string"})
ESTIMATED = "inferred"
_TYPES = {
    "INTEGER": "int32",
    "BIGINT": "int64",
    "DOUBLE": "float64",
    "VARCHAR": "string",
    "VARCHAR[]": "array<string>",
    "INTEGER[]": "array<int32>",
    "DATE": "date",
    "BOOLEAN": "boolean",
}


@cache
def _schema(table: str) -> Any:
    return ibis.schema({name: _TYPES[kind] for name, kind in TABLES[table].items()})


@dataclass(frozen=True)
class Selection:
    """Filters bound to one connection: Ibis tables, and conditions on their rows."""

    filters: Filters
    which: Which
    backend: Any
    found: Any
    overlay: Overlay
    labelled: Any = None

    @classmethod
    def of(cls, corpus: Corpus, filters: Filters) -> Selection:
        """Opens one connection for the question and runs the search, where there is one."""
        found = None
        if filters.search.strip():
            rids = pd.DataFrame({"rid": pd.array(corpus.search_ids(filters.search), dtype="int32")})
            found = ibis.memtable(rids, schema=ibis.schema({"rid": "int32"}))
        labelled = None
        if filters.starred or filters.tags or filters.sets:
            ids = corpus.labels.having(filters.starred, filters.tags, filters.sets)
            labelled = ibis.memtable(pd.DataFrame({"id": pd.array(ids, dtype="string")}), schema=_LABELLED)
        return cls(filters, filters.which_for(corpus), corpus.ibis, found, corpus.overlay, labelled)

    def table(self, name: str) -> Any:
        """A table of the store, those about actors as the reader's list has them."""
        if name == "mentions":
            return overlaid.mentions(self._stored, self.overlay)
        if name == "surfaces":
            return overlaid.surfaces(self._stored, self.overlay)
        if name == "actors":
            return overlaid.actors(self._stored, self.overlay)
        found = self._stored(name)
        return _with_estimates(found) if name == "articles" and self.filters.estimated else found

    @property
    def everybody(self) -> Any:
        """actor kind name_en name_fa name_ar of all actors, without their numbers."""
        return overlaid.names(self._stored, self.overlay)

    def _stored(self, name: str) -> Any:
        """A table as it stands. Its columns are known beforehand: asking the engine would cost as much as a query."""
        return ops.DatabaseTable(name=name, schema=_schema(name), source=self.backend).to_expr()

    @property
    def every(self) -> Any:
        """All articles, whatever the filters."""
        return self.table("articles")

    @property
    def articles(self) -> Any:
        """The articles that match: not hidden as repeats, past all filters, inside the period."""
        every = self.every
        conditions = [] if self.filters.duplicates else [every.duplicate_of.isnull()]
        conditions += self._asked(every)
        if self.filters.has_period:
            conditions.append(self._inside(every))
        return every.filter(conditions) if conditions else every

    @property
    def mentions(self) -> Any:
        """Mentions that count, in the articles that match."""
        named = self.named
        return named.filter(named.rid.isin(self.articles.rid))

    @property
    def named(self) -> Any:
        """Mentions that count, in all articles."""
        mentions = self.table("mentions")
        return mentions.filter([ibis.literal(True), *self.counts(mentions)])

    def counts(self, mentions: Any) -> list[Any]:
        """Conditions on rows with role and part: actors in their own right outside captions, unless asked otherwise."""
        conditions = [] if self.filters.cited else [mentions.role == "actor"]
        return conditions if self.filters.captions else [*conditions, mentions.part != "caption"]

    @property
    def actors(self) -> tuple[str, ...]:
        """The actors asked for; a merged one is the one it was merged into."""
        return tuple(dict.fromkeys(map(self.overlay.resolve, self.filters.actors)))

    def repeats(self, articles: Any) -> Any:
        """Condition: a repeat that the filters hide."""
        return ibis.literal(False) if self.filters.duplicates else articles.duplicate_of.notnull()

    def passes(self, articles: Any) -> Any:
        """Condition: past every filter but the period and the hiding of repeats."""
        return reduce(and_, self._asked(articles), ibis.literal(True))

    def _asked(self, articles: Any) -> list[Any]:
        """One condition for each filter in force but the period and the hiding of repeats."""
        filters = self.filters
        conditions = []
        if filters.languages:
            conditions.append(known(articles.language, NO_LANGUAGE).isin(filters.languages))
        if filters.outlets:
            conditions.append(known(articles.outlet, NO_OUTLET).isin(filters.outlets))
        if filters.actors:
            conditions.append(articles.rid.isin(self._naming().rid))
        if self.found is not None:
            conditions.append(articles.rid.isin(self.found.rid))
        if self.labelled is not None:
            conditions.append(articles.id.isin(self.labelled.id))
        return conditions

    def _naming(self) -> Any:
        """The rids of articles that name any (or all) of the actors asked for."""
        named, keys = self.named, self.actors
        pairs = named.filter(named.actor.isin(keys)).select("rid", "actor").distinct()
        if self.filters.match == "any":
            return pairs
        counted = pairs.group_by("rid").aggregate(named=pairs.count())
        return counted.filter(counted.named == len(keys))

    def _inside(self, articles: Any) -> Any:
        """Condition: inside the period."""
        if self.which == "published":
            return self.wholly(articles).fill_null(False)
        dates = self.table("dates")
        return articles.rid.isin(dates.filter(self.wholly(dates)).rid)

    def wholly(self, dated: Any) -> Any:
        """Condition on rows with since and until: the interval lies in the period; null or false where not known."""
        if not self.filters.has_period:
            return dated.since.notnull() & dated.until.notnull()
        return (dated.since >= self._since) & (dated.until <= self._until)

    def touches(self, dated: Any) -> Any:
        """Condition on rows with since and until: the interval has a day in the period; null where not known."""
        return (dated.since <= self._until) & (dated.until >= self._since)

    @property
    def _since(self) -> Any:
        return ibis.literal(self.filters.since or FIRST)

    @property
    def _until(self) -> Any:
        return ibis.literal(self.filters.until or LAST)


def _with_estimates(articles: Any) -> Any:
    """The articles with estimated days in place of those that are not known; the basis says which they are."""
    lacking = articles.since.isnull() & articles.inferred_since.notnull()
    days = {name: ibis.ifelse(lacking, articles[f"inferred_{name}"], articles[name]) for name in ("since", "until")}
    one = articles.inferred_since == articles.inferred_until
    precision = ibis.ifelse(lacking, ibis.ifelse(one, "day", "range"), articles.precision)
    return articles.mutate(**days, precision=precision, basis=ibis.ifelse(lacking, ESTIMATED, articles.basis))


def known(column: Any, missing: str) -> Any:
    """The column as text, with the key `missing` where the value is not known."""
    return column.cast("string").fill_null(missing)
