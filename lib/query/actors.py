"""Who is named, in which languages, when, with whom and in which words.

An actor is named where the text speaks of it in its own right; agencies and papers that are only quoted are counted
apart, as `cited`. Titles and text count; captions, quoted sources and repeats follow the filters.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import ibis
import pandas as pd

from lib.query import placing
from lib.query import ranking as ranked
from lib.query.association import npmi
from lib.query.bins import bounded, granularity_for
from lib.query.frames import frame, shares
from lib.query.ranking import ranking
from lib.query.selection import NO_LANGUAGE, NO_OUTLET, Selection, known
from lib.query.timeline import Timeline, timeline
from lib.query.view import Asked, View

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus

__all__ = ["by_language", "by_outlet", "heat", "over_time", "ranking", "surfaces", "together"]

MOST_SQUARES = 48


def by_language(corpus: Corpus, filters: Filters, keys: tuple[str, ...]) -> pd.DataFrame:
    """actor language articles mentions total share: one row per actor and language, noughts included.

    `total` is every matching article in that language, `share` articles / total. Actors as in `keys`, languages by
    size.
    """
    return _by(Selection.of(corpus, filters), keys, "language")


def by_outlet(corpus: Corpus, filters: Filters, keys: tuple[str, ...], most: int | None = None) -> pd.DataFrame:
    """The same by outlet, "-" where it is not known; of the `most` largest outlets only."""
    found = _by(Selection.of(corpus, filters), keys, "outlet")
    return found[found["outlet"].isin(found["outlet"].unique()[:most])].reset_index(drop=True)


def _by(selection: Selection, keys: tuple[str, ...], column: str) -> pd.DataFrame:
    """Counts per actor and value of a column that articles and mentions share."""
    missing, articles = {"language": NO_LANGUAGE, "outlet": NO_OUTLET}[column], selection.articles
    sizes = frame(articles.group_by(**{column: known(articles[column], missing)}).aggregate(total=articles.count()))
    sizes = sizes.sort_values(["total", column], ascending=[False, True])
    mentions = selection.mentions
    mentions = mentions.filter(mentions.actor.isin(keys))
    counts = frame(
        mentions.group_by("actor", **{column: known(mentions[column], missing)}).aggregate(
            articles=mentions.rid.nunique(), mentions=mentions.n.sum()
        )
    )
    grid = pd.DataFrame({"actor": list(keys)}, dtype=object).merge(sizes, how="cross")
    found = grid.merge(counts, how="left", on=["actor", column])
    numbers = ["articles", "mentions"]
    found[numbers] = found[numbers].astype(float).fillna(0).astype("int64")
    found["share"] = shares(found["articles"], found["total"])
    return found[["actor", column, "articles", "mentions", "total", "share"]]


def over_time(corpus: Corpus, filters: Filters, keys: tuple[str, ...], view: View) -> Timeline:
    """A timeline with one series per actor of `keys`, in the view's bins and calendar; never to be stacked."""
    return timeline(corpus, filters, View(granularity=view.granularity, calendar=view.calendar, split="actor"), keys)


def heat(corpus: Corpus, filters: Filters, keys: tuple[str, ...], view: View) -> Timeline:
    """The same in bins so wide that MOST_SQUARES of them hold all days."""
    span = placing.span(Selection.of(corpus, filters))
    step = view.granularity
    if span:
        wide = bounded(view.granularity or granularity_for(*span, view.calendar), *span, view.calendar, MOST_SQUARES)
        step = cast("Asked", wide)
    return over_time(corpus, filters, keys, replace(view, granularity=step))


def together(corpus: Corpus, filters: Filters, limit: int = 40) -> pd.DataFrame:
    """a b articles a_articles b_articles jaccard npmi: pairs of the `limit` most named actors that share an article.

    jaccard is articles with both / with either. npmi (-1 to 1) compares with chance among all matching articles:
    0 as chance would have it, 1 never apart. a < b; most articles first, ties by key.
    """
    selection = Selection.of(corpus, filters)
    top = ranked.of(selection, limit)
    sizes = {str(key): int(n) for key, n in zip(top["actor"], top["articles"], strict=True) if n}
    mentions = selection.mentions
    naming = mentions.filter(mentions.actor.isin(list(sizes))).select("rid", "actor").distinct()
    left, right = naming.rename(a="actor"), naming.view().rename(b="actor")
    joined: Any = left.inner_join(right, ["rid", left.a < right.b])
    counts = joined.group_by("a", "b").aggregate(articles=joined.count())
    pairs = frame(counts.order_by([ibis.desc("articles"), "a", "b"]))
    pairs["a_articles"], pairs["b_articles"] = pairs["a"].map(sizes), pairs["b"].map(sizes)
    either = pairs["a_articles"] + pairs["b_articles"] - pairs["articles"]
    pairs["jaccard"] = shares(pairs["articles"], either)
    total = int(selection.articles.count().execute())
    numbers = pairs[["articles", "a_articles", "b_articles"]].itertuples(index=False)
    pairs["npmi"] = [npmi(both, a, b, total) for both, a, b in numbers]
    return pairs


def surfaces(corpus: Corpus, filters: Filters, actor: str) -> pd.DataFrame:
    """language surface n articles: how an actor is written in the matching articles, the most frequent first."""
    selection = Selection.of(corpus, filters)
    articles = selection.articles
    languages = articles.select("rid", language=known(articles.language, NO_LANGUAGE))
    written = selection.table("surfaces")
    asked = [written.actor == selection.overlay.resolve(actor), *selection.counts(written)]
    rows: Any = written.filter(asked).inner_join(languages, "rid")
    counts = rows.group_by("language", "surface").aggregate(n=rows.n.sum(), articles=rows.rid.nunique())
    return frame(counts.order_by([ibis.desc("n"), ibis.desc("articles"), "surface", "language"]))
