"""What is laid over a chart of time: averages, imprecise dates, gaps in collection, peaks, and the user's own events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lib.ingest.events import Event
from lib.query.gaps import Gap, gaps
from lib.query.imprecise import Spread, imprecise
from lib.query.peaks import Peak, peaks
from lib.query.smooth import smoothed

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.query.timeline import Timeline
    from lib.query.view import View
    from lib.store.corpus import Corpus

MOST_PEAKS = 20


@dataclass(frozen=True)
class Overlays:
    """`window`: bins of the moving average, 1 for none. Empty fields: nothing found, or not asked for."""

    window: int = 1
    spread: Spread = field(default_factory=Spread)
    gaps: tuple[Gap, ...] = ()
    peaks: tuple[Peak, ...] = ()
    events: tuple[Event, ...] = ()


def overlaid(
    corpus: Corpus, filters: Filters, view: View, found: Timeline, events: Sequence[Event] = ()
) -> Timeline:
    """The timeline with all that the view does not hide; smoothed counts become a column of its frame."""
    if found.frame.empty:
        return found
    window = view.smooth if len(found.bins) >= view.smooth else 1
    frame = smoothed(found.frame, window, view.measure) if window > 1 else found.frame
    drawn = view.measure == "articles" and found.split != "layer" and "imprecise" not in view.hidden
    step = found.granularity, found.calendar
    over = Overlays(
        window=window,
        spread=imprecise(corpus, filters, found.bins, step) if drawn else Spread(),
        gaps=silences(found) if "gaps" not in view.hidden else (),
        peaks=bursts(found, filters) if "peaks" not in view.hidden else (),
        events=_inside(events, found) if "events" not in view.hidden else (),
    )
    return replace(found, frame=frame, over=over)


def silences(found: Timeline) -> tuple[Gap, ...]:
    """Gaps of the whole corpus, then those of each language or outlet alone; of dates of publication only."""
    if found.which != "published":
        return ()
    of_all = gaps(found.bins, found.whole["total"].tolist())
    days = {(gap.since, gap.until) for gap in of_all}
    alone: list[Gap] = []
    if found.split in ("language", "outlet") and len(found.series) > 1:
        for key in found.series:
            totals = found.totals[found.totals["series"] == key].set_index("since")["total"]
            counts = [int(totals.get(since, 0)) for since, _ in found.bins]
            alone += [gap for gap in gaps(found.bins, counts, key) if (gap.since, gap.until) not in days]
    return (*of_all, *alone)


def bursts(found: Timeline, filters: Filters) -> tuple[Peak, ...]:
    """Peaks of all that matches; where filters pick from the corpus, of its share, or more collected would be a peak."""
    picked = bool({"languages", "actors", "outlets", "search"} & set(filters.active))
    whole = found.whole["total"].tolist() if picked else None
    return peaks(found.bins, found.whole["articles"].tolist(), whole)[:MOST_PEAKS]


def _inside(events: Iterable[Event], found: Timeline) -> tuple[Event, ...]:
    first, last = found.bins[0][0], found.bins[-1][1]
    return tuple(event for event in events if event.since <= last and event.until >= first)
