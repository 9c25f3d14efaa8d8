"""Drawn over counts in time: hatched bars, gaps, peaks and own events, each with its word in the legend.

None of them hides a mark, and each means one thing: hatched is imprecise, sand is nothing collected, a triangle is a
peak, a dotted line with a number an event.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from lib.figures import style
from lib.figures.caption import Look, shown
from lib.figures.plan import Draft
from lib.figures.series import DAY
from lib.query.timeline import Timeline

PEAK = "^"
SAND, PEAKS, EVENTS = "#e6d9c3", "#a61e6d", style.INK
MOST_SHAPES = 40  # of gaps, and of events
NAMED_EVENTS = 6  # events up to which the legend has the words of each
_LONGEST = 60


@dataclass(frozen=True)
class Ground:
    """What overlays are laid on: the axes' numbers with the series each panel shows, and how high bars and axes are."""

    panels: Sequence[tuple[str, str]]
    heights: Mapping[date, float]
    top: float


def headroom(timeline: Timeline) -> float:
    """How much higher than the highest bar the axis must be."""
    return 1.16 if timeline.over.peaks or timeline.over.events else 1.02


def draw(draft: Draft, timeline: Timeline, look: Look, ground: Ground) -> tuple[tuple[str, str, str], ...]:
    """Adds all overlays of a timeline; gives their entries for the legend."""
    shapes = draft.layout.setdefault("shapes", [])
    legend: list[tuple[str, str, str]] = []
    t = look.t
    if timeline.over.gaps:
        drawn = _gaps(timeline, ground)
        shapes += drawn
        legend += [(t("Nothing collected"), SAND, "square")] if drawn else []
    if timeline.over.peaks:
        draft.data.append(_peaks(timeline, look, ground))
        legend.append((t("Peak"), PEAKS, "triangle-down"))
    if timeline.over.events:
        marks, lines = _events(timeline, look, ground)
        draft.data.append(marks)
        shapes += lines
        legend += _event_words(timeline, look)
    return tuple(legend)


def hatched(timeline: Timeline, look: Look) -> go.Bar:
    """Bars of articles with dates too imprecise, on top of the others."""
    t, rows = look.t, timeline.over.spread.frame
    until = dict(timeline.bins)
    ends = [until[day] for day in rows["since"]]
    written = [t("about {n} with dates too imprecise", n=t.number(value, 1)) for value in rows["imprecise"]]
    when = [look.days.bin(since, end, timeline.granularity) for since, end in zip(rows["since"], ends, strict=True)]
    few = len(rows) <= 120
    return go.Bar(
        x=[day.isoformat() for day in rows["since"]],
        y=[round(float(value), 2) for value in rows["imprecise"]],
        width=[((end - since).days + 1) * DAY * 0.94 for since, end in zip(rows["since"], ends, strict=True)],
        offset=0,
        name=shown(t("Imprecise dates, spread evenly")),
        hovertext=["<br>".join(shown(x, t.language) for x in pair) for pair in zip(when, written, strict=True)]
        if few
        else None,
        hovertemplate="%{hovertext}<extra></extra>" if few else "%{y}<extra></extra>",
        marker={
            "color": style.PAPER,
            "line": {"color": style.NEUTRAL, "width": 0.5},
            "pattern": {"shape": "/", "fgcolor": style.NEUTRAL, "size": 6, "solidity": 0.35},
        },
    )


def _gaps(timeline: Timeline, ground: Ground) -> list[dict[str, Any]]:
    found = []
    for gap in timeline.over.gaps[:MOST_SHAPES]:
        for number, key in ground.panels:
            if gap.series in ("", key):
                box = _box(number, gap.since, gap.until)
                found.append({**box, "type": "rect", "fillcolor": SAND, "line": {"width": 0}, "layer": "below"})
    return found


def _box(number: str, since: date, until: date) -> dict[str, Any]:
    """A strip over the whole height of a panel."""
    end = until + timedelta(1) if until < date.max else until
    return {
        "name": "over",
        "xref": f"x{number}",
        "yref": f"y{number} domain",
        "x0": since.isoformat(),
        "x1": end.isoformat(),
        "y0": 0,
        "y1": 1,
    }


def _peaks(timeline: Timeline, look: Look, ground: Ground) -> go.Scatter:
    """A triangle over each peak, on its own days; a click on it explains the peak."""
    t = look.t
    said, heights = [], []
    for peak in timeline.over.peaks:
        n = t.n("{n} article", "{n} articles", peak.articles)
        expected = t("{n}, {expected} expected", n=n, expected=t.number(peak.expected, 1))
        lines = (t("Peak"), look.days.span(peak.since, peak.until), expected)
        said.append("<br>".join(shown(line, t.language) for line in lines))
        inside = [high for day, high in ground.heights.items() if day <= peak.top]
        heights.append(inside[-1] if inside else ground.top)
    tops = [peak.top.isoformat() for peak in timeline.over.peaks]
    return go.Scatter(
        x=tops,
        y=[round(height + ground.top * 0.05, 4) for height in heights],
        mode="markers",
        name=shown(t("Peak")),
        cliponaxis=False,
        marker={"symbol": "triangle-down", "size": 11, "color": PEAKS},
        hovertext=said,
        hovertemplate="%{hovertext}<extra></extra>",
        meta={"key": PEAK, "days": tops},
    )


def _events(timeline: Timeline, look: Look, ground: Ground) -> tuple[go.Scatter, list[dict[str, Any]]]:
    """A numbered mark at the top of the first panel for each event, and a line through every panel."""
    t, first = look.t, timeline.bins[0][0]
    events = timeline.over.events[:MOST_SHAPES]
    lines = []
    for event in events:
        for number, _ in ground.panels:
            begin = max(event.since, first)
            line = {"color": EVENTS, "width": 1, "dash": "dot"}
            lines.append({**_box(number, begin, begin), "x1": begin.isoformat(), "type": "line", "line": line})
    said = [(look.days.span(event.since, event.until), event.text[:_LONGEST]) for event in events]
    days = [max(event.since, first).isoformat() for event in events]
    together: dict[str, list[str]] = {}
    for place, day in enumerate(days, 1):
        together.setdefault(day, []).append(t.number(place))
    # Events of one day share one place: their numbers stand side by side, not on one another.
    numbers = [t(", ").join(together.pop(day)) if day in together else "" for day in days]
    marks = go.Scatter(
        x=days,
        y=[round(ground.top * 1.1, 4)] * len(events),
        mode="markers+text",
        text=[shown(each, t.language) if each else "" for each in numbers],
        textposition="middle right",
        name=shown(t("Own events")),
        cliponaxis=False,
        marker={"symbol": "diamond", "size": 9, "color": EVENTS},
        hovertext=["<br>".join((shown(day, t.language), shown(text))) for day, text in said],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    return marks, lines


def _event_words(timeline: Timeline, look: Look) -> list[tuple[str, str, str]]:
    t, events = look.t, timeline.over.events
    if len(events) > NAMED_EVENTS:
        return [(t("Own events"), EVENTS, "diamond")]
    said = (f"{t.number(number)} {event.text[:_LONGEST]}" for number, event in enumerate(events, 1))
    return [(words, EVENTS, "diamond") for words in said]
