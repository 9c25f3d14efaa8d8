"""Articles by day, whatever bins a chart has: silence and peaks are told in days, or a month would hide both.

Only dates that name one day count here; a corpus that knows no more than months is judged by the bins of its chart.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from lib.query import placing
from lib.query.bins import bins, first_day
from lib.query.frames import frame
from lib.query.selection import Selection
from lib.query.view import Granularity
from lib.text.calendars import Calendar

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus

ENOUGH = 0.7  # articles in a bin, on average, for peaks to be looked for in bins of that size
MOST, FEWEST = 3000, 40
Bins = list[tuple[date, date]]


def daily(corpus: Corpus, filters: Filters, split: str) -> pd.DataFrame:
    """day series articles total: what matches and all articles of each day; one series "" unless they add up."""
    placed = placing.placed(Selection.of(corpus, filters), "day", "gregorian")
    by = {"day": placed.bin}
    if split in ("language", "outlet"):
        by["series"] = placed[split]
    found = frame(placed.group_by(**by).aggregate(articles=placed.counted.cast("int64").sum(), total=placed.count()))
    found = found if "series" in found else found.assign(series="")
    return found.sort_values("day", kind="stable").reset_index(drop=True)


def fitting(days: pd.DataFrame, calendar: Calendar) -> tuple[Bins, list[int], list[int]]:
    """Days, weeks or months from the first to the last with anything that matches: bins, articles and all articles of
    each. Nothing where none of them gives enough bins with enough in them."""
    kept = days[days["articles"] > 0]
    if kept.empty:
        return [], [], []
    first, last = kept["day"].min(), kept["day"].max()
    steps: tuple[tuple[Granularity, float], ...] = (("day", 1), ("week", 7), ("month", 30))
    for step, length in steps:
        many = ((last - first).days + 1) / length
        if FEWEST <= many <= MOST and kept["articles"].sum() / many >= ENOUGH:
            return _summed(days, bins(first, last, step, calendar), (step, calendar))
    return [], [], []


def _summed(
    days: pd.DataFrame, steps: Bins, how: tuple[Granularity, Calendar]
) -> tuple[Bins, list[int], list[int]]:
    by_day = days.groupby("day")[["articles", "total"]].sum()
    by_bin = by_day.groupby([first_day(day, *how) for day in by_day.index]).sum()
    both = ([int(by_bin[name].get(since, 0)) for since, _ in steps] for name in ("articles", "total"))
    return steps, next(both), next(both)
