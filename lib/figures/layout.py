"""Puts title, filters, legend, panels, counts and source where each has room, for the page and for each picture size.

Plotly's own legend and margins know neither right-to-left order nor how much a caption needs, so everything around the
marks is placed here in pixels, from measured widths.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from lib.figures import furniture, style
from lib.figures.caption import Look, shown
from lib.figures.furniture import EDGE, Band, Margins
from lib.figures.measure import shorten, width
from lib.figures.plan import SIZES, SMALLER, Draft, Panel, Plan, Size, kept, plan_of
from lib.text import bidi

GAP = 28
HEADING: dict[str, Any] = {"size": 13, "color": style.INK, "weight": 700}
UNIT = {"size": 11, "color": style.MUTED}
TICK = 12
SMALLEST, LEAST_ROW, LEAST_PLOT = 7.0, 11, 44  # font, row of a name, axes without names
STRETCHED_AT_MOST = 4.0  # how much higher than on a page a bar's row may be in a picture
NAMES_AT_MOST = 0.34  # of a panel's width; longer names are shortened


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels from the left and top edge of the picture."""

    left: float
    top: float
    right: float
    bottom: float


def finish(draft: Draft, plan: Plan) -> go.Figure:
    """Lays a new figure out for the page and remembers how, for `with_size`."""
    layout = {**draft.layout, "template": style.template(), "meta": kept(plan)}
    return _arranged({"data": [trace.to_plotly_json() for trace in draft.data], "layout": layout}, plan, "page")


def nothing(look: Look) -> go.Figure:
    """A figure that says that there is nothing to show, with its caption: a picture may be asked of nothing, too."""
    words = shown(look.t("Nothing to show"), look.t.language)
    note = {"text": words, "x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper", "showarrow": False}
    layout = {"annotations": [note], "xaxis": {"visible": False}, "yaxis": {"visible": False}}
    return finish(Draft(layout=layout), Plan(look.caption, (Panel(height=120, foot=8),)))


def with_size(figure: go.Figure, size: Size) -> go.Figure:
    """A copy of a figure of ours laid out for `size`: caption wrapped again, panels and labels fitted."""
    return _arranged(figure.to_plotly_json(), plan_of(figure), size)


def _arranged(raw: dict[str, Any], plan: Plan, size: Size) -> go.Figure:
    """The figure in a size. `raw` is changed: Plotly's own ways to change a figure take a hundred times as long."""
    rtl, layout = furniture.is_rtl(plan), raw["layout"]
    across, height = _sheet(plan, size)
    above, below, rows = _bands(plan, across)
    cells = _cells(rows, Box(EDGE, above.height, across - EDGE, height - below.height), rtl)
    plots = [_plot(raw, panel, cell, rtl) for panel, cell in zip(plan.panels, cells, strict=True)]
    hull = Box(*(min(getattr(p, side) for p in plots) for side in ("left", "top")),
               *(max(getattr(p, side) for p in plots) for side in ("right", "bottom")))  # fmt: skip
    margins = Margins(hull.left, across - hull.right, hull.top, height - hull.bottom, rtl)
    words = furniture.notes(above, margins, below=False) + furniture.notes(below, margins, below=True)
    for panel, cell, plot in zip(plan.panels, cells, plots, strict=True):
        _fit(layout, panel, plot, hull)
        _grow(raw["data"], panel, plot)
        words += _headings(panel, (cell, plot, hull), rtl)
    own = {"annotations": list(map(_rounded, words)), "shapes": furniture.boxes(above, margins)}
    for name, added in own.items():
        layout[name] = [each for each in layout.get(name, ()) if each.get("name") != "rawi"] + added
    layout["height"] = height
    layout["width"] = across if SIZES[size].height else None
    layout["margin"] = {"l": margins.left, "r": margins.right, "t": margins.top, "b": margins.bottom, "pad": 0}
    return go.Figure(raw)


def _bands(plan: Plan, across: float) -> tuple[Band, Band, list[list[Panel]]]:
    """Head, foot and the panels in rows for a sheet `across` pixels wide."""
    return furniture.head(plan, across), furniture.foot(plan, across), _rows(plan.panels, across - 2 * EDGE)


def _sheet(plan: Plan, size: Size) -> tuple[int, int]:
    """Width and height to lay out in: a page is as high as it must be, a picture as large as its contents need."""
    shape = SIZES[size]
    if not shape.height:
        above, below, rows = _bands(plan, shape.width)
        return shape.width, math.ceil(above.height + below.height + sum(max(map(_height, row)) for row in rows))
    for larger in SMALLER:
        above, below, rows = _bands(plan, shape.width * larger)
        least = above.height + below.height + sum(max(map(_least_height, row)) for row in rows)
        if least <= shape.height * larger:
            break
    return round(shape.width * larger), round(shape.height * larger)


def _axis(layout: dict[str, Any], name: str) -> Any:
    """The axis that a trace calls `x2` or `y`."""
    return layout.setdefault(f"{name[0]}axis{name[1:]}", {})


def _rows(panels: tuple[Panel, ...], room: float) -> list[list[Panel]]:
    """The panels row by row: as many side by side as have room, and then no emptier than the last row needs."""
    least = max(panel.least for panel in panels)
    most = max(1, min(len(panels), int((room + GAP) // (least + GAP))))
    columns = math.ceil(len(panels) / math.ceil(len(panels) / most))
    return [list(panels[at : at + columns]) for at in range(0, len(panels), columns)]


def _cells(rows: list[list[Panel]], inner: Box, rtl: bool) -> list[Box]:
    """The rectangle of each panel in reading order; rows share the height as they would need it on a page."""
    columns = len(rows[0])
    wide = (inner.right - inner.left - GAP * (columns - 1)) / columns
    wanted = [max(map(_height, row)) for row in rows]
    stretch = (inner.bottom - inner.top) / sum(wanted)
    cells, top = [], inner.top
    for row, high in zip(rows, wanted, strict=True):
        for at in range(len(row)):
            left = inner.left + (columns - 1 - at if rtl else at) * (wide + GAP)
            cells.append(Box(left, top, left + wide, top + high * stretch))
        top += high * stretch
    return cells


def _above(panel: Panel) -> float:
    """Room over the axes for the heading and the unit."""
    return 26 * bool(panel.title) + 20 * bool(panel.unit) + 6


def _height(panel: Panel) -> float:
    """What a panel asks for on a page."""
    return _above(panel) + (len(panel.labels) * panel.row if panel.labels else panel.height) + panel.foot


def _least_height(panel: Panel) -> float:
    """The least height at which a panel can still be read in a picture."""
    return _above(panel) + (len(panel.labels) * LEAST_ROW if panel.labels else panel.firm or LEAST_PLOT) + panel.foot


def _plot(raw: dict[str, Any], panel: Panel, cell: Box, rtl: bool) -> Box:
    """The rectangle of the axes inside a panel's cell, once its names or numbers along the upright axis are written."""
    top, bottom = cell.top + _above(panel), cell.bottom - panel.foot
    axis = _axis(raw["layout"], panel.y)
    size = float(TICK)
    if panel.labels:
        bottom = min(bottom, top + len(panel.labels) * panel.row * STRETCHED_AT_MOST)
        size = max(SMALLEST, min(TICK, (bottom - top) / len(panel.labels) * 0.62))
        names = [shorten(name, (cell.right - cell.left) * NAMES_AT_MOST, size) for name in panel.labels]
        axis.update(tickvals=list(range(len(names))), ticktext=[shown(name) for name in names])
        for trace in raw["data"]:
            if trace["type"] == "bar" and trace.get("xaxis", "x") == panel.x:
                trace["textfont"] = {**trace.get("textfont", {}), "size": round(size, 1)}
    else:
        names = [bidi.strip(text) for text in axis.get("ticktext") or ()]
    side = max((width(name, size) for name in names), default=0) * 1.03 + (8 if names else 0)
    axis.update(tickfont={"size": round(size, 1)}, side="right" if rtl else "left")
    begin, end = _overhang(_axis(raw["layout"], panel.x))
    left, right = (0, side) if rtl else (side, 0)
    return Box(cell.left + max(left, begin), top, cell.right - max(right, end), bottom)


def _overhang(axis: dict[str, Any]) -> tuple[float, float]:
    """How far the first and the last mark under the axis may reach beyond its ends."""
    if axis.get("tickangle"):
        return (0, 0)
    texts = [bidi.strip(text).split("<br>") for text in axis.get("ticktext") or ()]
    halves = [max(width(line, TICK) for line in lines) * 0.52 for lines in texts]
    return (halves[0], halves[-1]) if halves else (0, 0)


def _fit(layout: dict[str, Any], panel: Panel, plot: Box, hull: Box) -> None:
    """Gives the axes their part of the picture, and bars room for the value after their end."""
    across, high = hull.right - hull.left, hull.bottom - hull.top
    x_axis, y_axis = _axis(layout, panel.x), _axis(layout, panel.y)
    x_axis["domain"] = [_unit((plot.left - hull.left) / across), _unit((plot.right - hull.left) / across)]
    y_axis["domain"] = [_unit((hull.bottom - plot.bottom) / high), _unit((hull.bottom - plot.top) / high)]
    if panel.top:
        free = max(plot.right - plot.left - width(panel.value, TICK) * 1.05 - 10, 30)
        end = panel.top * (plot.right - plot.left) / free
        ends = [round(-end * panel.lead, 5), round(end, 5)]
        x_axis["range"] = ends[::-1] if y_axis["side"] == "right" else ends


def _grow(data: list[Any], panel: Panel, plot: Box) -> None:
    """Gives words that were laid out for some pixels the size that they need in more or fewer of them."""
    for trace in data:
        meta = trace.get("meta")
        if isinstance(meta, dict) and "design" in meta and trace.get("xaxis", "x") == panel.x:
            wide, high = meta["design"]
            scale = min((plot.right - plot.left) / wide, (plot.bottom - plot.top) / high)
            trace["textfont"] = {**trace["textfont"], "size": [round(size * scale, 1) for size in meta["sizes"]]}


def _unit(share: float) -> float:
    return round(min(max(share, 0.0), 1.0), 5)


def _headings(panel: Panel, boxes: tuple[Box, Box, Box], rtl: bool) -> list[dict[str, Any]]:
    """A panel's name and unit above its axes, at the side of its cell where the reader begins."""
    cell, plot, hull = boxes
    side = "right" if rtl else "left"
    edge, outer = (plot.right, cell.right) if rtl else (plot.left, cell.left)
    place = {
        "x": _unit((edge - hull.left) / (hull.right - hull.left)),
        "y": _unit((hull.bottom - plot.top) / (hull.bottom - hull.top)),
        "xanchor": side,
        "align": side,
        "yanchor": "bottom",
        "xshift": outer - edge,
    }
    found = []
    if panel.unit:
        found.append(furniture.note(shown(panel.unit), UNIT, **place, yshift=3))
    if panel.title:
        text = shorten(panel.title, cell.right - cell.left, HEADING["size"], bold=True)
        found.append(furniture.note(shown(text), HEADING, **place, yshift=23 if panel.unit else 4))
    return found


def _rounded(annotation: dict[str, Any]) -> dict[str, Any]:
    return {key: round(value, 1) if key in ("xshift", "yshift") else value for key, value in annotation.items()}
