"""Articles over time: one row per bar or point, with the denominator of its share and what became of all the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pandas as pd

from lib.query import conservation, ranking
from lib.query.bins import binned, bins, bounded, granularity_for
from lib.query.conservation import Conservation
from lib.query.frames import frame, shares
from lib.query.selection import NO_LANGUAGE, NO_OUTLET, Selection, known
from lib.query.view import Asked, Granularity, Split, View
from lib.text.calendars import Calendar

if TYPE_CHECKING:
    from lib.query.filters import Filters, Which
    from lib.store.corpus import Corpus

MOST_SERIES = 8
MOST_ACTORS = 5
OTHER = "+"
COLUMNS = ["since", "until", "series", "articles", "share", "total"]


@dataclass(frozen=True)
class Timeline:
    """Counts per bin and series, gaps filled with noughts from the first bin to the last.

    `frame`: since until series articles share total, and mentions where they were asked for. `total` is every article
    dated in that bin (and in the period) once repeats are hidden and before any other filter; `share` is
    articles / total, missing where total is 0. Series are languages, outlets ("-" not known, "+" all others), actors,
    or "" where nothing is split. With dates spoken of, an article counts once in each bin it speaks of; `behind` is
    the number of articles, `pairs` the number of (article, bin) counted. An article with several actors is in several
    series: those must not be stacked.
    """

    frame: pd.DataFrame
    granularity: Granularity
    asked: Asked
    which: Which
    split: Split
    series: tuple[str, ...]
    pairs: int
    conservation: Conservation
    calendar: Calendar = "gregorian"

    @property
    def behind(self) -> int:
        """How many articles the counts stand for."""
        return self.conservation.shown

    @property
    def coarsened(self) -> bool:
        """Whether the bins asked for would have been too many, and coarser ones were taken."""
        return bool(self.asked) and self.asked != self.granularity


def timeline(corpus: Corpus, filters: Filters, view: View, keys: tuple[str, ...] = ()) -> Timeline:
    """Counts over time as `view` asks (granularity, calendar, split, measure).

    Split by actor shows `keys`, else the actors of the filters, else the five most named.
    """
    selection = Selection.of(corpus, filters)
    span = _span(selection)
    granularity: Granularity = view.granularity or "day"
    if span:
        asked = view.granularity
        granularity = bounded(asked, *span, view.calendar) if asked else granularity_for(*span, view.calendar)
    fates = conservation.of(selection, granularity, view.calendar)
    placed = _placed(selection, granularity, view.calendar)
    counts, totals = _counts(placed, view.split)
    ends = (counts["since"].min(), counts["since"].max())
    pairs = int(counts["articles"].sum())
    if view.split == "actor":
        keys = keys or selection.actors or tuple(ranking.of(selection, MOST_ACTORS)["actor"])
        counts = _by_actor(selection, placed, keys)
        series = keys
    else:
        series = _most(counts)
    if view.measure == "mentions":
        counts = counts.merge(_mentions(selection, placed, view.split, keys), how="left", on=["since", "series"])
    counts["series"] = counts["series"].where(counts["series"].isin(series), OTHER)
    series = (*series, *([OTHER] if (counts["series"] == OTHER).any() else []))
    steps = bins(*ends, granularity, view.calendar) if pairs else []
    filled = _filled(counts, totals, steps, series)
    kinds = granularity, view.granularity, selection.which, view.split
    return Timeline(filled, *kinds, series, pairs, fates, view.calendar)


def _span(selection: Selection) -> tuple[date, date] | None:
    """First and last day of the matching articles' dates that lie in the period."""
    articles = replace(selection, filters=selection.filters.without("period")).articles
    rows = articles
    if selection.which == "spoken":
        dates = selection.table("dates")
        rows = dates.filter(dates.rid.isin(articles.rid))
    rows = rows.filter(selection.wholly(rows))
    ends = frame(rows.aggregate(since=rows.since.min(), until=rows.until.max()))
    since, until = ends.iloc[0]
    return None if since is None or until is None else (since, until)


def _placed(selection: Selection, granularity: Granularity, calendar: Calendar) -> Any:
    """Every (article, bin) with a date wholly in the bin and the period, repeats hidden; `counted`: filters passed."""
    every = selection.every
    articles = every.filter(~selection.repeats(every))
    articles = articles.select(
        "rid",
        "since",
        "until",
        language=known(articles.language, NO_LANGUAGE),
        outlet=known(articles.outlet, NO_OUTLET),
        counted=selection.passes(articles),
    )
    rows = articles if selection.which == "published" else selection.table("dates")
    rows = binned(rows.filter(selection.wholly(rows)), granularity, calendar)
    rows = rows.filter(rows.bin.notnull())
    if selection.which == "published":
        return rows.drop("since", "until")
    return rows.select("rid", "bin").distinct().inner_join(articles.drop("since", "until"), "rid")


def _counts(placed: Any, split: Split) -> tuple[pd.DataFrame, pd.DataFrame]:
    """(since series articles) where anything is counted, and (since total)."""
    by = {"bin": placed.bin} if split in ("actor", "none") else {"bin": placed.bin, "series": placed[split]}
    counts = frame(
        placed.group_by(**by).aggregate(articles=placed.counted.cast("int64").sum(), total=placed.count())
    ).rename(columns={"bin": "since"})
    if "series" not in counts:
        counts["series"] = ""
    totals = counts[["since", "total"]].groupby("since", as_index=False).sum()
    return counts.loc[counts["articles"] > 0, ["since", "series", "articles"]], totals


def _by_actor(selection: Selection, placed: Any, keys: tuple[str, ...]) -> pd.DataFrame:
    """(since series articles) of articles that name each actor."""
    named = selection.named
    naming = named.filter(named.actor.isin(keys)).select("rid", "actor").distinct()
    rows = placed.filter(placed.counted).inner_join(naming, "rid")
    counts = rows.group_by(since=rows.bin, series=rows.actor).aggregate(articles=rows.count())
    return frame(counts)


def _mentions(selection: Selection, placed: Any, split: Split, keys: tuple[str, ...]) -> pd.DataFrame:
    """(since series mentions): how often the actors asked for, else all, are named in the articles of each bin."""
    mentions = selection.named
    keys = keys or selection.actors
    if keys:
        mentions = mentions.filter(mentions.actor.isin(keys))
    named = mentions.select("rid", "actor", "n")
    rows = placed.filter(placed.counted).inner_join(named, "rid")
    by = {"since": rows.bin} if split == "none" else {"since": rows.bin, "series": rows[split]}
    counts = frame(rows.group_by(**by).aggregate(mentions=rows.n.sum()))
    return counts if "series" in counts else counts.assign(series="")


def _most(counts: pd.DataFrame) -> tuple[str, ...]:
    """The series with most articles, ties by key; those after the eighth are drawn as one."""
    sizes = counts[["series", "articles"]].groupby("series", as_index=False).sum()
    ordered = sizes.sort_values(["articles", "series"], ascending=[False, True])["series"]
    return tuple(cast("list[str]", ordered.head(MOST_SERIES).tolist()))


def _filled(
    counts: pd.DataFrame, totals: pd.DataFrame, steps: list[tuple[date, date]], series: tuple[str, ...]
) -> pd.DataFrame:
    """One row per bin and series, with noughts where nothing is counted."""
    grid = pd.DataFrame(steps, columns=["since", "until"], dtype=object)
    grid = grid.merge(pd.DataFrame({"series": list(series)}, dtype=object), how="cross")
    numbers = [name for name in ("articles", "mentions") if name in counts]
    summed = counts.groupby(["since", "series"], as_index=False)[numbers].sum()
    filled = grid.merge(summed, how="left", on=["since", "series"]).merge(totals, how="left", on="since")
    whole = [*numbers, "total"]
    filled[whole] = filled[whole].astype(float).fillna(0).astype("int64")
    filled["share"] = shares(filled["articles"], filled["total"])
    return filled[[*COLUMNS, *numbers[1:]]]
