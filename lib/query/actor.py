"""One actor: how much of the coverage it has, where it was named first, and beside whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import ibis
import pandas as pd

from lib.query import placing
from lib.query.frames import frame, shares
from lib.query.selection import NO_LANGUAGE, Selection, known

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus

FIRSTS = ["language", "first", "lag", "collected", "articles", "dated", "id", "title", "outlet"]


@dataclass(frozen=True)
class Profile:
    """Articles that name the actor, of the `matching` ones; its mentions in them; articles that only quote it as a
    source; and the first and last day of their dates, None where there is none."""

    articles: int = 0
    mentions: int = 0
    cited: int = 0
    matching: int = 0
    days: tuple[date, date] | None = None


def profile(corpus: Corpus, filters: Filters, key: str) -> Profile:
    """The numbers of one actor in the matching articles."""
    selection = Selection.of(corpus, filters)
    mentions = selection.table("mentions")
    mine = [mentions.actor == selection.overlay.resolve(key), mentions.rid.isin(selection.articles.rid)]
    mentions = mentions.filter(mine)
    named = mentions.filter([ibis.literal(True), *selection.counts(mentions)])
    counts = named.aggregate(articles=named.rid.nunique(), mentions=named.n.sum().fill_null(0)).execute().iloc[0]
    quoted = mentions.filter(mentions.role == "cited source")
    quoted = quoted.filter(~quoted.rid.isin(named.rid))
    cited = int(quoted.aggregate(n=quoted.rid.nunique()).execute().iloc[0, 0])
    matching = int(selection.articles.count().execute())
    rows = selection.articles if selection.which == "published" else selection.table("dates")
    days = placing.ends(rows.filter([rows.rid.isin(named.rid), selection.wholly(rows)]))
    return Profile(int(counts["articles"]), int(counts["mentions"]), cited, matching, days)


def naming(selection: Selection, key: str) -> Any:
    """The matching articles that name the actor."""
    mentions = selection.mentions
    named = mentions.filter(mentions.actor == selection.overlay.resolve(key))
    articles = selection.articles
    return articles.filter(articles.rid.isin(named.rid))


def firsts(corpus: Corpus, filters: Filters, key: str) -> pd.DataFrame:
    """One row per language that names the actor, the earliest first: FIRSTS.

    `first` is the first day of publication on which it is named, by articles that are `dated` to the day; `lag` its
    distance in days from the earliest of all; `collected` the first day of any matching article in that language, for
    nobody is named before anything is collected. Languages without a day come last.
    """
    selection = Selection.of(corpus, filters)
    articles = naming(selection, key)
    rows = articles.select(
        "rid", "id", "title", "outlet", "since", "until", language=known(articles.language, NO_LANGUAGE)
    )
    exact = (rows.since == rows.until).fill_null(False)
    counts = frame(rows.group_by("language").aggregate(articles=rows.count(), dated=exact.cast("int64").sum()))
    dated = rows.filter(exact)
    place = ibis.row_number().over(ibis.window(group_by=dated.language, order_by=[dated.since, dated.rid]))
    placed = dated.mutate(place=place)
    first = frame(placed.filter(placed.place == 0).select("language", "id", "title", "outlet", first=placed.since))
    every = selection.articles
    days = every.filter((every.since == every.until).fill_null(False))
    begun = frame(days.group_by(language=known(days.language, NO_LANGUAGE)).aggregate(collected=days.since.min()))
    found = counts.merge(first, how="left", on="language").merge(begun, how="left", on="language")
    for name in ("first", "collected", "id", "title", "outlet"):
        found[name] = found[name].astype(object).where(found[name].notna(), None)
    earliest = min((day for day in found["first"] if day), default=None)
    lags = [(day - earliest).days if day and earliest else None for day in found["first"]]
    found["lag"] = pd.Series(lags, found.index, dtype="Int64")
    found["order"] = [day or date.max for day in found["first"]]
    found = found.sort_values(["order", "language"]).reset_index(drop=True)
    return found.astype({"articles": int, "dated": int})[FIRSTS]


def companions(corpus: Corpus, filters: Filters, key: str, limit: int = 15) -> pd.DataFrame:
    """actor kind articles share b_articles expected: who is named in the same articles, the most often first.

    `share` is of the actor's own articles; `expected` are the articles that chance would make of it, were names dealt
    out among the matching articles without regard to each other. Ties by key.
    """
    selection = Selection.of(corpus, filters)
    key = selection.overlay.resolve(key)
    mentions = selection.mentions.select("rid", "actor").distinct()
    mine = mentions.filter(mentions.actor == key)
    size, total = int(mine.count().execute()), int(selection.articles.count().execute())
    others = mentions.filter(mentions.actor != key)
    beside = others.rid.isin(mine.rid).cast("int64")
    counts = others.group_by("actor").aggregate(articles=beside.sum(), b_articles=others.count())
    joined: Any = selection.everybody.select("actor", "kind").inner_join(counts, "actor")
    joined = joined.filter(joined.articles > 0).order_by([ibis.desc("articles"), ibis.asc("actor")])
    found = frame(joined.limit(limit)).astype({"articles": int, "b_articles": int})
    found["share"] = shares(found["articles"], pd.Series(size, found.index))
    found["expected"] = found["b_articles"] * size / max(total, 1)
    return found[["actor", "kind", "articles", "share", "b_articles", "expected"]]
