"""What is laid over a chart of time, as one value: averages, imprecise dates, gaps, peaks, own events."""

from __future__ import annotations

from dataclasses import dataclass, field

from lib.ingest.events import Event
from lib.query.gaps import Gap
from lib.query.imprecise import Spread
from lib.query.peaks import Peak


@dataclass(frozen=True)
class Overlays:
    """`window`: bins of the moving average, 1 for none. Empty fields: nothing found, or not asked for."""

    window: int = 1
    spread: Spread = field(default_factory=Spread)
    gaps: tuple[Gap, ...] = ()
    peaks: tuple[Peak, ...] = ()
    events: tuple[Event, ...] = ()
