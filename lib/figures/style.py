"""One look for every figure, independent of the viewer's theme, so that two pictures taken months apart compare.

All colours keep 4.5:1 against white, so that they may be used for text, and stay apart for colour-blind eyes in the
pairs that meet most often; no figure tells its series apart by colour alone.
"""

from __future__ import annotations

import functools
from typing import Any

import plotly.graph_objects as go

from lib.model import Kind
from lib.text.languages import primary

FONT = "Vazirmatn, Noto Sans Hebrew, sans-serif"
INK = "#1f2933"
MUTED = "#52606d"
GRID = "#e4e7eb"
PAPER = "#ffffff"
NEUTRAL = "#616e7c"

LANGUAGE_COLOURS = {
    "fa": "#00695c",
    "ar": "#b5470c",
    "en": "#2457a8",
    "he": "#7b3fa0",
    "tr": "#a3264c",
    "ur": "#5f6b00",
    "ku": "#8a5a00",
    "ckb": "#8a5a00",
    "fr": "#3f4fb5",
    "de": "#4b5563",
    "ru": "#9c2a2a",
    "es": "#8c4a00",
    "zh": "#a61e6d",
    "und": NEUTRAL,
}
SERIES = (
    "#2457a8", "#b5470c", "#00695c", "#a61e6d", "#5f6b00",
    "#7b3fa0", "#7a4a1e", "#00708c", "#a3264c", "#4b5563",
)  # fmt: skip
KIND_COLOURS: dict[Kind, str] = {
    "person": "#2457a8",
    "organisation": "#7b3fa0",
    "state": "#00695c",
    "place": "#8a5a00",
    "group": "#a3264c",
}
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "triangle-down")
DASHES = ("solid", "dash", "dot", "dashdot")
SCALE = ((0.0, "#f5f8fc"), (0.25, "#c3d5ec"), (0.5, "#86a9d6"), (0.75, "#4a78b8"), (1.0, "#17407f"))


def colour(language: str | None) -> str:
    """The fixed colour of a language; one of its own kept through the palette for a language without an entry."""
    code = primary(language)
    return LANGUAGE_COLOURS.get(code) or SERIES[sum(map(ord, code)) % len(SERIES)]


def series_colour(place: int) -> str:
    """The colour of the series at `place` where series are not languages."""
    return SERIES[place % len(SERIES)]


@functools.cache
def template() -> go.layout.Template:
    """Everything that a theme would otherwise decide."""
    axis: dict[str, Any] = {
        "automargin": False,
        "fixedrange": True,
        "gridcolor": GRID,
        "linecolor": MUTED,
        "tickcolor": MUTED,
        "tickfont": {"color": INK, "size": 12},
        "title": {"font": {"color": MUTED, "size": 12}, "standoff": 6},
        "zeroline": False,
        "showspikes": False,
    }
    layout = go.Layout(
        font={"family": FONT, "size": 13, "color": INK},
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        colorway=list(SERIES),
        showlegend=False,
        hoverlabel={"bgcolor": PAPER, "bordercolor": MUTED, "font": {"family": FONT, "size": 13, "color": INK}},
        hovermode="closest",
        clickmode="event+select",
        dragmode=False,
        separators=".,",
        xaxis=axis,
        yaxis=axis,
    )
    return go.layout.Template(layout=layout)
