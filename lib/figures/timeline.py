"""Articles over time: bars where series add up, lines or small multiples where an article may be in several.

Time runs from left to right in every language, as readers of Persian and Arabic know it from newspapers; only the axis
of numbers and the words change sides. Plotly is given Gregorian days; ticks and hover lines follow the reader's choice
of a calendar.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from lib.figures import overlays, ticks
from lib.figures.caption import Look
from lib.figures.layout import finish, nothing
from lib.figures.overlays import Ground
from lib.figures.plan import Draft, Panel, Plan
from lib.figures.series import DAY, Series, average, line, series_of
from lib.figures.style import INK, NEUTRAL
from lib.query.frames import rows
from lib.query.timeline import APART, Timeline

EXACT_WIDTHS = 150  # bins up to which months are drawn in their own lengths
MOST_LINES = 5


@dataclass(frozen=True)
class Axes:
    """What the axes must hold: the first and last day, the highest value, and how much more above it."""

    since: date
    until: date
    top: float
    room: float = 1.02


def timeline_figure(timeline: Timeline, look: Look) -> go.Figure:
    """Bars (`look.style` "bars"), lines or small multiples ("lines", "multiples"), of articles, shares or mentions.

    Series that share articles are never stacked. `pick.picked` tells series and day of every mark.
    """
    look = replace(look, split=timeline.split, calendar=timeline.calendar)
    series = series_of(timeline.frame, timeline.series, look)
    if timeline.frame.empty:
        return nothing(look)
    kind = drawn_as(timeline, look.style)
    draft = Draft()
    draw = _multiples if kind == "multiples" else _single
    panels, ground = draw(draft, series, look, (timeline, kind))
    draft.layout.update(barmode="stack", dragmode="select", selectdirection="h")
    named = len(series) > 1 and kind != "multiples"
    marks = [each.symbol if kind == "lines" else "square" for each in series]
    legend = tuple((each.name, each.colour, mark) for each, mark in zip(series, marks, strict=True)) if named else ()
    if hatches(timeline, kind):
        legend += ((look.t("Imprecise dates, spread evenly"), NEUTRAL, "hatch"),)
    legend += overlays.draw(draft, timeline, look, ground)
    return finish(draft, Plan(look.caption, panels, legend))


def drawn_as(timeline: Timeline, style: str) -> str:
    """How a timeline is drawn where it cannot be as asked: what does not add up in lines, one series in one panel."""
    many = len(timeline.series)
    if timeline.split in APART and style == "bars":
        return "lines" if many <= MOST_LINES else "multiples"
    return "bars" if many < 2 and style == "multiples" else style


def hatches(timeline: Timeline, kind: str) -> bool:
    """Whether imprecise dates are drawn: small charts have no room for them."""
    return kind != "multiples" and timeline.over.spread.inside > 0


def unit(look: Look) -> str:
    """What the axis of numbers counts."""
    t = look.t
    own = {"outlet": t("Share of all articles of that outlet then")}
    within = own.get(look.split, t("Share of all articles in that language then"))
    named = {"share": t("Share of all articles dated then"), "mentions": t("Mentions"), "within": within}
    return named.get(look.measure, t("Articles"))


def _single(
    draft: Draft, series: list[Series], look: Look, form: tuple[Timeline, str]
) -> tuple[tuple[Panel, ...], Ground]:
    timeline, kind = form
    values = [np.nan_to_num(each.values if each.smooth is None or kind == "bars" else each.smooth) for each in series]
    heights = np.max(values, axis=0).astype(float)
    parts = {row.since: float(row.imprecise) for row in rows(timeline.over.spread.frame)}
    hatch = np.asarray([parts.get(day, 0.0) for day in series[0].since])
    if kind == "lines":
        heights = np.maximum(heights, hatch)
        draft.data += [overlays.hatched(timeline, look)] if hatches(timeline, kind) else []
        draft.data += [line(each, look, timeline.granularity) for each in series]
    else:
        heights = np.sum(values, axis=0).astype(float) + hatch
        draft.data += [_bar(each, look, timeline.granularity) for each in series]
        draft.data += [overlays.hatched(timeline, look)] if hatches(timeline, kind) else []
        if series[0].smooth is not None:
            draft.data.append(average(series, INK, {}))
    top = float(heights.max(initial=0))
    _axes(draft, ("", look), Axes(series[0].since[0], series[0].until[-1], top, overlays.headroom(timeline)), wanted=8)
    ground = Ground([("", "")], dict(zip(series[0].since, heights.tolist(), strict=True)), top)
    return (Panel(unit=unit(look)),), ground


def _multiples(
    draft: Draft, series: list[Series], look: Look, form: tuple[Timeline, str]
) -> tuple[tuple[Panel, ...], Ground]:
    """One panel per series on the same scales, so that heights compare."""
    timeline, _ = form
    top = max(float(np.nanmax(each.values, initial=0)) for each in series)
    panels, numbers = [], []
    for at, each in enumerate(series):
        number = str(at + 1) if at else ""
        axes = {"xaxis": f"x{number}", "yaxis": f"y{number}"}
        draft.data.append(_bar(each, look, timeline.granularity).update(axes))
        if each.smooth is not None:
            draft.data.append(average([each], INK, axes))
        room = overlays.headroom(timeline)
        _axes(draft, (number, look), Axes(each.since[0], each.until[-1], top, room), wanted=3)
        panels.append(Panel(x=f"x{number}", y=f"y{number}", title=each.name, unit=unit(look), height=110, least=160))
        numbers.append((number, each.key))
    return tuple(panels), Ground(numbers, {}, top)


def _bar(series: Series, look: Look, granularity: str) -> go.Bar:
    """Bars from each bin's first day to just before its last; bins of nothing are left out."""
    kept, x = series.places(np.flatnonzero(np.nan_to_num(series.values) > 0), granularity)
    lengths = np.array([(series.until[at] - series.since[at]).days + 1 for at in kept], dtype=float) * DAY * 0.94
    exact = len(series.since) <= EXACT_WIDTHS and len(set(lengths)) > 1
    return go.Bar(
        **x,
        y=series.values[kept],
        width=lengths if exact else float(lengths.min(initial=DAY * 1000)) if len(kept) else None,
        offset=0,
        marker={"color": series.colour, "line": {"color": "#ffffff", "width": 1 if len(series.since) < 80 else 0}},
        **series.identity(look, granularity, kept),
    )


def _axes(draft: Draft, which: tuple[str, Look], axes: Axes, wanted: int) -> None:
    """Both axes with ticks in the reader's digits; time reaches from the first bin's start to the last one's end."""
    number, look = which
    t = look.t
    at, texts = ticks.days(axes.since, axes.until, look.days, wanted)
    end = axes.until + timedelta(1) if axes.until < date.max else axes.until
    draft.layout.update(
        {
            f"xaxis{number}": {
                "type": "date",
                "range": [axes.since.isoformat(), end.isoformat()],
                "tickvals": at,
                "ticktext": texts,
                "ticks": "outside",
                "ticklen": 4,
                "showline": True,
                "showgrid": False,
                "anchor": f"y{number}",
            }
        }
    )
    write = ticks.shares if look.measure in ("share", "within") else ticks.counts
    values, labels = write(axes.top, t, 5 if wanted > 4 else 2)
    draft.layout.update(
        {
            f"yaxis{number}": {
                "type": "linear",
                "range": [0, max(values[-1] * 1.003, axes.top * axes.room)],
                "tickvals": values,
                "ticktext": labels,
                "anchor": f"x{number}",
            }
        }
    )


def timeline_alt(timeline: Timeline, look: Look) -> str:
    """What the figure shows, in a sentence or two: the span, the fullest bin and the largest series."""
    t, frame = look.t, timeline.frame
    if frame.empty or not frame["articles"].sum():
        return t("Nothing to show")
    look = replace(look, split=timeline.split, calendar=timeline.calendar)
    bins = _bins(frame) if timeline.split in APART else frame.groupby("since", sort=True)["articles"].sum()
    fullest: Any = bins.idxmax()
    until = frame.loc[frame["since"] == fullest, "until"].iloc[0]
    said = [
        look.caption.title,
        t(
            "From {since} to {until}; most in {bin}: {articles}",
            since=look.days.day(frame["since"].min()),
            until=look.days.day(frame["until"].max()),
            bin=look.days.bin(fullest, until, timeline.granularity),
            articles=t.n("{n} article", "{n} articles", int(bins.max())),
        ),
    ]
    if len(timeline.series) > 1:
        sizes = frame.groupby("series")["articles"].sum().sort_values(ascending=False, kind="stable")
        key = str(sizes.index[0])
        name = next(each.name for each in series_of(frame, timeline.series, look) if each.key == key)
        said.append(t("Most: {name}, {n}", name=name, n=t.number(int(sizes.iloc[0]))))
    for peak in timeline.over.peaks[:3]:
        said.append(t("Peak: {days}", days=look.days.span(peak.since, peak.until)))
    return ". ".join(said) + "."


def _bins(frame: pd.DataFrame) -> Any:
    return frame.groupby("since", sort=True)["articles"].max()
