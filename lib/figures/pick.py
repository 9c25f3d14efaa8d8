"""What was clicked: from a mark's place in a figure back to the key, the pair and the day it stands for.

Labels cannot tell, for they are translated, shortened and wrapped in controls; and a long timeline would grow out of
bounds if each of its marks carried its key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from lib.figures.series import DAY


@dataclass(frozen=True)
class Picked:
    """The key of a series, actor, word or language; `other` is the second of a pair; `day` the first day of a bin."""

    key: str
    other: str = ""
    day: date | None = None


def picked(figure: go.Figure, point: Mapping[str, Any]) -> Picked | None:
    """What a point of a selection event (`curve_number`, `point_index`) stands for; None for nothing of ours."""
    curve, at = point.get("curve_number"), point.get("point_index", point.get("point_number"))
    if not isinstance(curve, int) or not isinstance(at, int) or not 0 <= curve < len(figure.data) or at < 0:
        return None
    trace = figure.data[curve]
    meta = trace.meta if isinstance(trace.meta, Mapping) else {}
    if "key" in meta:
        return Picked(meta["key"], day=_day(trace, at))
    data = trace.customdata
    if data is None or at >= len(data):
        return None
    keys = [meta["keys"][place] for place in data[at]] if "keys" in meta else list(data[at])
    return Picked(*keys[:2])


def _day(trace: Any, at: int) -> date | None:
    """The first day of the bin of a mark on a time axis."""
    try:
        if trace.x0 is not None:
            return date.fromisoformat(trace.x0) + timedelta(days=int(trace.dx) // DAY * at)
        if isinstance(trace.meta, Mapping) and "days" in trace.meta:
            return date.fromisoformat(trace.meta["days"][at])
        if not isinstance(trace.x[at], str):  # milliseconds, not before the day begins
            return date(1970, 1, 1) + timedelta(days=int(float(trace.x[at]) // DAY))
        text = str(trace.x[at])
        return date.fromisoformat(text if len(text) == 10 else f"{text}-01")
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
