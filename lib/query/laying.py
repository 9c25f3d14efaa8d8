"""Lays everything over a timeline that its view does not hide: each part is found by a module of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from lib.ingest.events import Event
from lib.query import daily, imprecise
from lib.query.gaps import Gap, gaps, silences
from lib.query.overlays import Overlays
from lib.query.peaks import Peak, peaks
from lib.query.smooth import smoothed
from lib.query.timeline import Timeline, widened

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.query.view import View
    from lib.store.corpus import Corpus

MOST_PEAKS = 20
_DAYS = 0.5  # of all dated articles that must have a day, for gaps to be told by days
_SEEN = 150  # of the whole span: a gap that is shorter could not be seen


def overlaid(
    corpus: Corpus, filters: Filters, view: View, found: Timeline, events: Sequence[Event] = ()
) -> Timeline:
    """The timeline with all that the view does not hide; smoothed counts become a column of its frame."""
    if found.frame.empty:
        return found
    spread = imprecise.Spread()
    if view.measure == "articles" and found.split != "layer" and "imprecise" not in view.hidden:
        rows = imprecise.intervals(corpus, filters, (found.granularity, found.calendar))
        found = widened(found, *imprecise.reach(rows, found.bins))
        spread = imprecise.spread(rows, found.bins)
    days = pd.DataFrame()
    if not {"gaps", "peaks"} <= set(view.hidden):
        days = daily.daily(corpus, filters, found.split)
    window = view.smooth if len(found.bins) >= view.smooth else 1
    over = Overlays(
        window=window,
        spread=spread,
        gaps=_gaps(found, days) if "gaps" not in view.hidden else (),
        peaks=_peaks(found, filters, days) if "peaks" not in view.hidden else (),
        events=_inside(events, found) if "events" not in view.hidden else (),
    )
    frame = smoothed(found.frame, window, view.measure) if window > 1 else found.frame
    return replace(found, frame=frame, over=over)


def _gaps(found: Timeline, days: pd.DataFrame) -> tuple[Gap, ...]:
    """Gaps of the whole corpus, then those of each language or outlet alone; of dates of publication only."""
    if found.which != "published":
        return ()
    by_day = days["total"].sum() >= _DAYS * found.whole["total"].sum()
    of_all = silences(sorted(set(days["day"]))) if by_day else gaps(found.bins, found.whole["total"].tolist())
    alone: list[Gap] = []
    for key in found.series if found.split in ("language", "outlet") and len(found.series) > 1 else ():
        if by_day:
            mine = silences(sorted(set(days.loc[days["series"] == key, "day"])), key)
        else:
            totals = found.totals[found.totals["series"] == key].set_index("since")["total"]
            mine = gaps(found.bins, [int(totals.get(since, 0)) for since, _ in found.bins], key)
        alone += [gap for gap in mine if not any(_mostly(gap, each) for each in of_all)]
    first, last = found.bins[0][0], found.bins[-1][1]
    least = (last - first).days / _SEEN
    kept = [gap for gap in (*of_all, *alone) if (gap.until - gap.since).days + 1 >= least]
    return tuple(gap for gap in kept if first <= gap.since and gap.until <= last)


def _mostly(gap: Gap, other: Gap) -> bool:
    """Whether more than half of a gap lies in another one, which says as much."""
    shared = min(gap.until, other.until) - max(gap.since, other.since)
    return 2 * (shared.days + 1) > (gap.until - gap.since).days + 1


def _peaks(found: Timeline, filters: Filters, days: pd.DataFrame) -> tuple[Peak, ...]:
    """Peaks of all that matches; of its share where filters pick from the corpus, else more collected were a peak."""
    picked = bool({"languages", "actors", "outlets", "search"} & set(filters.active))
    steps, articles, whole = daily.fitting(days, found.calendar)
    return peaks(steps, articles, whole if picked else None)[:MOST_PEAKS]


def _inside(events: Iterable[Event], found: Timeline) -> tuple[Event, ...]:
    first: date = found.bins[0][0]
    last: date = found.bins[-1][1]
    return tuple(event for event in events if event.since <= last and event.until >= first)
