"""The corpus at a glance: how much, from when, in which languages, and what was removed, set aside or not read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import ibis
import pandas as pd

from lib.query import ranking
from lib.query.frames import frame
from lib.query.selection import NO_LANGUAGE, NO_OUTLET, Selection, known

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus

Span = tuple[date, date]


@dataclass(frozen=True)
class Overview:
    """Totals over the matching articles; `removed`, `set_aside` and `problems` are the whole corpus's.

    `total` counts every article of the corpus, `repeats` those of them that repeat another. `published` and `spoken`
    are spans of dates, `dated` and `speaking` the articles behind them. `languages`: language articles words;
    `outlets`: outlet articles ("-" not known); `actors`: the ranking's first rows; `removed`: why pieces characters
    articles; `set_aside`: source why; `problems`: source place what kept.
    """

    total: int
    repeats: int
    articles: int
    words: int
    dated: int
    speaking: int
    dates: int
    actors_named: int
    mentions: int
    published: Span | None
    spoken: Span | None
    languages: pd.DataFrame
    outlets: pd.DataFrame
    actors: pd.DataFrame
    removed: pd.DataFrame
    set_aside: pd.DataFrame
    problems: pd.DataFrame


def overview(corpus: Corpus, filters: Filters, limit: int = 10) -> Overview:
    """Everything the first page says; `limit` rows of outlets and actors."""
    selection = Selection.of(corpus, filters)
    every, matching, mentions = selection.every, selection.articles, selection.mentions
    whole = _row(every.aggregate(total=every.count(), repeats=every.duplicate_of.count()))
    known_days = matching.since.notnull() & matching.until.notnull()
    about = _row(
        matching.aggregate(
            articles=matching.count(),
            words=matching.words.sum(),
            dated=known_days.cast("int64").sum(),
            since=matching.since.min(),
            until=matching.until.max(),
        )
    )
    dates = selection.table("dates")
    dates = dates.filter([dates.since.notnull(), dates.until.notnull(), dates.rid.isin(matching.rid)])
    said = _row(
        dates.aggregate(
            dates=dates.count(), speaking=dates.rid.nunique(), since=dates.since.min(), until=dates.until.max()
        )
    )
    named = _row(mentions.aggregate(actors=mentions.actor.nunique(), mentions=mentions.n.sum()))
    return Overview(
        total=_whole(whole["total"]),
        repeats=_whole(whole["repeats"]),
        articles=_whole(about["articles"]),
        words=_whole(about["words"]),
        dated=_whole(about["dated"]),
        speaking=_whole(said["speaking"]),
        dates=_whole(said["dates"]),
        actors_named=_whole(named["actors"]),
        mentions=_whole(named["mentions"]),
        published=_span(about),
        spoken=_span(said),
        languages=_sizes(matching, "language", NO_LANGUAGE, words=matching.words.sum()),
        outlets=_sizes(matching, "outlet", NO_OUTLET).head(limit),
        actors=ranking.of(selection, limit),
        removed=_listed(selection, "removed", ibis.desc("characters"), "why"),
        set_aside=_listed(selection, "set_aside", "source"),
        problems=_listed(selection, "problems", "source", "place", "what"),
    )


def _sizes(matching: Any, column: str, missing: str, **more: Any) -> pd.DataFrame:
    """Articles per value of a column, the most first."""
    counts = matching.group_by(known(matching[column], missing).name(column)).aggregate(
        articles=matching.count(), **more
    )
    return frame(counts.order_by([ibis.desc("articles"), column]))


def _listed(selection: Selection, table: str, *order: Any) -> pd.DataFrame:
    return frame(selection.table(table).order_by(list(order)))


def _row(expression: Any) -> dict[str, Any]:
    found = frame(expression)
    return {str(name): found[name].iloc[0] for name in found.columns}


def _whole(value: Any) -> int:
    return 0 if pd.isna(value) else int(value)


def _span(row: dict[str, Any]) -> Span | None:
    return None if row["since"] is None or row["until"] is None else (row["since"], row["until"])
