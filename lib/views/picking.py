"""What a click on a chart or a dragged period means: marks and days, read from the event that Streamlit passes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import plotly.graph_objects as go

from lib.figures.pick import Picked, picked
from lib.query.filters import Filters


@dataclass(frozen=True, slots=True)
class Gesture:
    """The marks that were clicked, or the period that was dragged with both its edges inside."""

    marks: tuple[Picked, ...] = ()
    period: tuple[date, date] | None = None


Pick = Callable[[Filters, Gesture], Filters]


def gesture(figure: go.Figure, selection: Mapping[str, Any]) -> Gesture:
    """What a selection event on `figure` means; empty where nothing is selected or nothing is understood."""
    for box in selection.get("box") or ():
        days = [day for day in map(as_day, box.get("x") or ()) if day]
        if len(days) == 2:
            return Gesture(period=(min(days), max(days)))
    marks = (picked(figure, point) for point in selection.get("points") or ())
    return Gesture(marks=tuple(mark for mark in marks if mark))


def as_day(value: Any) -> date | None:
    """The day that Plotly writes as "2020-07-17", "2020-07-17 12:00" or the like; None for anything else."""
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
