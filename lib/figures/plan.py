"""What a figure needs to be laid out, kept inside the figure itself so that it can be laid out in another size."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

import plotly.graph_objects as go

from lib.figures.caption import Caption

Size = Literal["page", "wide", "square", "tall"]


@dataclass(frozen=True)
class Shape:
    """Pixels that a figure is laid out in and how many of the picture each becomes; height 0 follows content."""

    width: int
    height: int
    scale: float


# Wide, square and tall come out as 1200x675, 1080x1080 and 1080x1350, doubled; text keeps the size it has on a page.
SIZES: dict[Size, Shape] = {
    "page": Shape(760, 0, 1),
    "wide": Shape(960, 540, 2.5),
    "square": Shape(864, 864, 2.5),
    "tall": Shape(864, 1080, 2.5),
}


# Where there is more in a picture than has room, all of it is drawn this much smaller; each step keeps whole pixels.
SMALLER = (1.0, 1.25, 2.0, 2.5)


@dataclass(frozen=True)
class Panel:
    """One pair of axes: its heading, and `unit`, the smaller words above the upright axis.

    `labels` are the full names along the upright axis, from the top, each in a row of `row` pixels on a page; without
    them the panel is `height` pixels high. `value` is the widest text after a bar's end and `top` the largest bar;
    `foot` is the room under the axis; `least` the width below which panels are not put side by side; `lead` the part
    of the axis before nought, for dots that would lie on the names; `firm` the height below which the axes must not be
    pressed together, for names that would then lie on each other.
    """

    x: str = "x"
    y: str = "y"
    title: str = ""
    unit: str = ""
    labels: tuple[str, ...] = ()
    value: str = ""
    top: float = 0.0
    row: int = 26
    height: int = 280
    foot: int = 40
    least: int = 230
    lead: float = 0.0
    firm: int = 0


@dataclass(frozen=True)
class Plan:
    """The caption, a legend of (text, colour, symbol) and the panels in reading order."""

    caption: Caption
    panels: tuple[Panel, ...]
    legend: tuple[tuple[str, str, str], ...] = ()


@dataclass
class Draft:
    """A figure in the making, in plain parts: each change to a finished one is checked by Plotly, which takes long."""

    data: list[Any] = field(default_factory=list)
    layout: dict[str, Any] = field(default_factory=dict)


def kept(plan: Plan) -> dict[str, Any]:
    """The plan as a figure carries it, in `layout.meta`."""
    return {"plan": asdict(plan)}


def plan_of(figure: go.Figure) -> Plan:
    """The plan that a figure of ours carries."""
    found: dict[str, Any] = figure.layout.meta["plan"]
    return Plan(
        caption=Caption(**found["caption"]),
        panels=tuple(Panel(**{**each, "labels": tuple(each["labels"])}) for each in found["panels"]),
        legend=tuple((text, colour, symbol) for text, colour, symbol in found["legend"]),
    )
