"""Articles over time: one row per bar or point, with the denominator of its share and what became of all the rest."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, cast

import pandas as pd

from lib.query import compare, conservation, placing, ranking
from lib.query.bins import bins
from lib.query.conservation import Conservation
from lib.query.frames import frame, shares
from lib.query.overlays import Overlays
from lib.query.selection import Selection
from lib.query.view import Asked, Granularity, View
from lib.text.calendars import Calendar

if TYPE_CHECKING:
    from lib.query.filters import Filters, Which
    from lib.store.corpus import Corpus

MOST_SERIES = 8
MOST_ACTORS = 5
OTHER = "+"
COLUMNS = ["since", "until", "series", "articles", "share", "total"]
Told = Literal["language", "outlet", "actor", "none", "compare", "layer"]
APART: tuple[Told, ...] = ("actor", "compare", "layer")  # an article may be in several series: never to be stacked


@dataclass(frozen=True)
class Timeline:
    """Counts per bin and series, gaps filled with noughts from the first bin to the last.

    `frame`: since until series articles share total, and mentions where they were asked for. `total` is every article
    dated in that bin (and in the period) once repeats are hidden and before any other filter, where the measure is
    "within" those of the same series only; `share` is articles / total, missing where total is 0. Series are languages,
    outlets ("-" not known, "+" all others), actors, items of a comparison, layers, or "" where nothing is split. With
    dates spoken of, an article counts once in each bin it speaks of; `behind` is the number of articles, `pairs` the
    number of (article, bin) counted. An article may be in several series of those in APART, which must not be stacked.

    `whole`: since until articles total of each bin, whatever the series. `totals`: since series total, of all articles;
    `within`: whether those are the denominators.
    """

    frame: pd.DataFrame
    granularity: Granularity
    asked: Asked
    which: Which
    split: Told
    series: tuple[str, ...]
    pairs: int
    conservation: Conservation
    calendar: Calendar = "gregorian"
    whole: pd.DataFrame = field(default_factory=pd.DataFrame)
    totals: pd.DataFrame = field(default_factory=pd.DataFrame)
    within: bool = False
    over: Overlays = field(default_factory=Overlays)

    @property
    def behind(self) -> int:
        """How many articles the counts stand for."""
        return self.conservation.shown

    @property
    def coarsened(self) -> bool:
        """Whether the bins asked for would have been too many, and coarser ones were taken."""
        return bool(self.asked) and self.asked != self.granularity

    @property
    def bins(self) -> list[tuple[date, date]]:
        """First and last day of each bin."""
        return list(zip(self.whole["since"], self.whole["until"], strict=True)) if len(self.whole) else []


def timeline(corpus: Corpus, filters: Filters, view: View, keys: tuple[str, ...] = ()) -> Timeline:
    """Counts over time as `view` asks (granularity, calendar, split or comparison, measure).

    Split by actor shows `keys`, else the actors of the filters, else the five most named.
    """
    selection = Selection.of(corpus, filters)
    split: Told = "compare" if view.compare else view.split
    granularity = placing.granularity(placing.span(selection), view, _most_lines(split, keys or filters.actors))
    fates = conservation.of(selection, granularity, view.calendar)
    placed = placing.placed(selection, granularity, view.calendar)
    counts, totals = _counts(placed, split)
    ends = (counts["since"].min(), counts["since"].max())
    pairs = int(counts["articles"].sum())
    steps = bins(*ends, granularity, view.calendar) if pairs else []
    whole = _whole(counts, totals, steps)
    if split in ("actor", "compare"):
        if split == "actor":
            keys = keys or selection.actors or tuple(ranking.of(selection, MOST_ACTORS)["actor"])
            series, naming = keys, _naming(selection, keys)
        else:
            series, naming = view.compare, compare.members(corpus, selection, view.compare)
        counts = _by_member(placed, naming)
    else:
        series = _most(counts)
    if view.measure == "mentions" and split != "compare":
        counts = counts.merge(_mentions(selection, placed, split, keys), how="left", on=["since", "series"])
    for each in (counts, totals):
        each["series"] = each["series"].where(each["series"].isin(series), OTHER)
    if split in ("language", "outlet"):
        series = (*series, *([OTHER] if (counts["series"] == OTHER).any() else []))
    own = totals.groupby(["since", "series"], as_index=False)[["total"]].sum()
    within = view.measure == "within" and split in ("language", "outlet")
    filled = _filled(counts, own if within else whole[["since", "total"]], steps, series)
    kinds = granularity, view.granularity, selection.which, split
    return Timeline(filled, *kinds, series, pairs, fates, view.calendar, whole, own, within)


def widened(found: Timeline, since: date, until: date) -> Timeline:
    """The timeline with bins of nothing before and after, so that its axis holds both days."""
    if found.frame.empty or (since >= found.bins[0][0] and until <= found.bins[-1][1]):
        return found
    steps = bins(min(since, found.bins[0][0]), max(until, found.bins[-1][1]), found.granularity, found.calendar)
    whole = _whole(found.whole[["since", "articles"]], found.totals, steps)
    counts = found.frame.drop(columns=["until", "share", "total"])
    totals = found.totals if found.within else whole[["since", "total"]]
    return replace(found, frame=_filled(counts, totals, steps, found.series), whole=whole)


def _most_lines(split: Told, keys: tuple[str, ...]) -> int:
    """The most series that there can be: what is sent to the browser is bounded before it is counted."""
    many = {"none": 1, "layer": 2, "actor": max(len(keys), MOST_ACTORS), "compare": 6}
    return many.get(split, MOST_SERIES + 1)


def _counts(placed: Any, split: Told) -> tuple[pd.DataFrame, pd.DataFrame]:
    """(since series articles) where anything is counted, and (since series total); one series where none adds up."""
    by = {"bin": placed.bin, "series": placed[split]} if split in ("language", "outlet") else {"bin": placed.bin}
    counts = frame(
        placed.group_by(**by).aggregate(articles=placed.counted.cast("int64").sum(), total=placed.count())
    ).rename(columns={"bin": "since"})
    if "series" not in counts:
        counts["series"] = ""
    totals = counts[["since", "series", "total"]].copy()
    return counts.loc[counts["articles"] > 0, ["since", "series", "articles"]].copy(), totals


def _whole(counts: pd.DataFrame, totals: pd.DataFrame, steps: list[tuple[date, date]]) -> pd.DataFrame:
    """since until articles total of each bin, whatever the series."""
    found = pd.DataFrame(steps, columns=["since", "until"], dtype=object)
    for rows, name in ((counts, "articles"), (totals, "total")):
        found = found.merge(rows.groupby("since", as_index=False)[name].sum(), how="left", on="since")
        found[name] = found[name].astype(float).fillna(0).astype("int64")
    return found


def _naming(selection: Selection, keys: tuple[str, ...]) -> Any:
    """(rid, series) of the articles that name each actor."""
    named = selection.named
    naming = named.filter(named.actor.isin(keys))
    return naming.select("rid", series=naming.actor).distinct()


def _by_member(placed: Any, members: Any) -> pd.DataFrame:
    """(since series articles) where an article counts in each series that it is a member of."""
    rows = placed.filter(placed.counted).inner_join(members, "rid")
    return frame(rows.group_by(since=rows.bin, series=rows.series).aggregate(articles=rows.count()))


def _mentions(selection: Selection, placed: Any, split: Told, keys: tuple[str, ...]) -> pd.DataFrame:
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
    filled = grid.merge(summed, how="left", on=["since", "series"])
    filled = filled.merge(totals, how="left", on=[name for name in ("since", "series") if name in totals])
    whole = [*numbers, "total"]
    filled[whole] = filled[whole].astype(float).fillna(0).astype("int64")
    filled["share"] = shares(filled["articles"], filled["total"])
    return filled[[*COLUMNS, *numbers[1:]]]
