"""Dates too imprecise for the bins, made visible: "in 2019" lies somewhere in twelve months, so each gets its part.

The parts of a date add up to one, by the days that it shares with each bin. The axis is widened for dates of up to a
year; one that still reaches beyond the bins is not drawn, for its part outside would be lost, but counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from lib.query.bins import binned
from lib.query.frames import frame
from lib.query.placing import judged
from lib.query.selection import Selection
from lib.query.view import Granularity
from lib.text.calendars import Calendar

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus

Bins = list[tuple[date, date]]
_YEAR = 366  # days


@dataclass(frozen=True)
class Spread:
    """since imprecise: how many articles (pairs of article and date, for dates spoken of) fall to each bin.

    `inside` is their sum, `beyond` the number of those that reach out of the bins and are in none.
    """

    frame: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=["since", "imprecise"]))
    inside: int = 0
    beyond: int = 0


def intervals(corpus: Corpus, filters: Filters, step: tuple[Granularity, Calendar]) -> pd.DataFrame:
    """since until n: the dates of what matches that lie in the period and in no single bin, and how many have them."""
    selection = Selection.of(corpus, filters)
    articles = judged(selection)
    articles = articles.filter(articles.counted)
    rows = articles
    if selection.which == "spoken":
        dates = selection.table("dates")
        rows = dates.filter(dates.rid.isin(articles.rid)).select("rid", "since", "until").distinct()
    rows = binned(rows.filter(selection.wholly(rows)), *step)
    rows = rows.filter(rows.bin.isnull())
    return frame(rows.group_by("since", "until").aggregate(n=rows.count()))


def reach(rows: pd.DataFrame, bins: Bins) -> tuple[date, date]:
    """The first and the last day of the bins once they hold every date of up to a year that begins or ends in them."""
    first, last = bins[0][0], bins[-1][1]
    touching = [
        (since, until)
        for since, until in zip(rows["since"], rows["until"], strict=True)
        if since <= bins[-1][1] and until >= bins[0][0] and (until - since).days <= _YEAR
    ]
    return min([first, *(since for since, _ in touching)]), max([last, *(until for _, until in touching)])


def spread(intervals: pd.DataFrame, bins: Bins) -> Spread:
    """since until n, spread over the bins that each interval covers."""
    firsts = np.asarray([day.toordinal() for day, _ in bins])
    lasts = np.asarray([day.toordinal() for _, day in bins])
    parts, inside, beyond = np.zeros(len(bins)), 0, 0
    for since, until, n in intervals[["since", "until", "n"]].itertuples(index=False):
        first, last = since.toordinal(), until.toordinal()
        if first < firsts[0] or last > lasts[-1] or first > last:
            beyond += int(n)
            continue
        shared: Any = np.minimum(lasts, last) - np.maximum(firsts, first) + 1
        parts += int(n) * shared.clip(min=0) / (last - first + 1)
        inside += int(n)
    kept = np.flatnonzero(parts > 0)
    found = pd.DataFrame({"since": pd.Series([bins[at][0] for at in kept], dtype=object), "imprecise": parts[kept]})
    return Spread(found, inside, beyond)
