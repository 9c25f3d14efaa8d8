"""The words around the panels, broken into lines and measured: heading and legend above, counts and source below.

Everything hangs on the edge where the reader begins, in pixels, so that it stays in place at any width of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lib.figures import style
from lib.figures.caption import block, lines, shown
from lib.figures.measure import shorten, width
from lib.figures.plan import Plan
from lib.text.languages import direction

EDGE = 16
TITLE: Mapping[str, Any] = {"size": 19, "color": style.INK, "weight": 700}
FILTERS: Mapping[str, Any] = {"size": 13, "color": style.MUTED}
LEGEND: Mapping[str, Any] = {"size": 13, "color": style.INK}
COUNTS: Mapping[str, Any] = {"size": 12, "color": style.INK}
SOURCE: Mapping[str, Any] = {"size": 11, "color": style.MUTED}
SPACING = 1.3  # of a line, as Plotly sets it
_BOX, _NEXT, _ENTRY = 12, 18, 22
# Four strokes from lower left to upper right.
_STRIPES = (
    ((0, 6), (6, 12), (3.5, 12), (0, 8.5)),
    ((0, 0), (12, 12), (9.5, 12), (0, 2.5)),
    ((3.5, 0), (12, 8.5), (12, 6), (6, 0)),
    ((9.5, 0), (12, 2.5), (12, 0), (12, 0)),
)


@dataclass(frozen=True)
class Words:
    """Some lines in one font, `top` pixels below the upper edge or, in the foot, below the foot's own."""

    text: str
    font: Mapping[str, Any]
    top: float


@dataclass(frozen=True)
class Entry:
    """A word of the legend: `start` pixels from the edge where the reader begins, `top` below the upper edge."""

    text: str
    colour: str
    symbol: str
    start: float
    top: float


@dataclass(frozen=True)
class Band:
    """Words and legend entries over the whole width, `height` pixels high."""

    words: tuple[Words, ...]
    height: float
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Margins:
    """The pixels around the axes, and the side where the reader begins."""

    left: float
    right: float
    top: float
    bottom: float
    rtl: bool


def head(plan: Plan, across: float) -> Band:
    """Title, filters in words and legend for a picture `across` pixels wide."""
    language, room = plan.caption.language, across - 2 * EDGE
    words, top = _stack([(plan.caption.title, TITLE, 3), (plan.caption.filters, FILTERS, 4)], (room, EDGE, language))
    entries: list[Entry] = []
    start, legend_top = 0.0, top + 4
    for text, colour, symbol in plan.legend:
        text = shorten(text, min(room - _ENTRY, 260), LEGEND["size"])
        wide = _BOX + 6 + width(text, LEGEND["size"]) * 1.03
        if start and start + wide > room:
            start, legend_top = 0.0, legend_top + _ENTRY
        entries.append(Entry(shown(text, None), colour, symbol, start, legend_top))
        start += wide + _NEXT
    return Band(words, legend_top + _ENTRY + 4 if entries else top + 4, tuple(entries))


def foot(plan: Plan, across: float) -> Band:
    """Counts and source for a picture `across` pixels wide."""
    room = across - 2 * EDGE
    parts = [(plan.caption.counts, COUNTS, 6), (plan.caption.source, SOURCE, 3)]
    words, end = _stack(parts, (room, 8, plan.caption.language))
    return Band(words, end + 8)


def _stack(
    parts: list[tuple[str, Mapping[str, Any], int]], place: tuple[float, float, str]
) -> tuple[tuple[Words, ...], float]:
    """Texts one under the other, each in at most so many lines, and where they end."""
    room, top, language = place
    words: list[Words] = []
    for text, font, limit in parts:
        found = lines(text, room * 0.97, font, limit)
        if found:
            words.append(Words(block(found, language), font, top))
            top += len(found) * font["size"] * SPACING + 5
    return tuple(words), top


def note(text: str, font: Mapping[str, Any], **place: Any) -> dict[str, Any]:
    """A Plotly annotation of ours: no arrow, nothing around it, marked by its name so that it can be laid anew."""
    plain = {"showarrow": False, "borderpad": 0, "name": "rawi", "xref": "paper", "yref": "paper"}
    return {**plain, "text": text, "font": dict(font), **place}


def notes(band: Band, margins: Margins, below: bool) -> list[dict[str, Any]]:
    """The band's words as annotations, those of the foot hung on the lower edge."""
    side = "right" if margins.rtl else "left"
    common = {"xanchor": side, "align": side, "yanchor": "top", "y": 0 if below else 1, "x": int(margins.rtl)}
    found = []
    for words in band.words:
        down = margins.bottom - band.height + words.top if below else words.top - margins.top
        found.append(note(words.text, words.font, **common, xshift=_across(0, margins), yshift=-down))
    for entry in band.entries:
        place = {"xshift": _across(entry.start + _BOX + 6, margins), "yshift": margins.top - entry.top}
        found.append(note(entry.text, LEGEND, **common, **place))
    return found


def _across(start: float, margins: Margins) -> float:
    """Plotly's shift from the axes' edge for something `start` pixels from where the reader begins."""
    return margins.right - EDGE - start if margins.rtl else EDGE + start - margins.left


def boxes(band: Band, margins: Margins) -> list[dict[str, Any]]:
    """The legend's marks as Plotly shapes, drawn in pixels because a font may lack them."""
    found = []
    for entry in band.entries:
        left = _across(entry.start + (_BOX if margins.rtl else 0), margins)
        low = margins.top - entry.top - LEGEND["size"] * SPACING / 2 - _BOX / 2
        found.append(
            {
                "name": "rawi",
                "type": "path",
                "path": _path(entry.symbol, left, low),
                "xref": "paper",
                "yref": "paper",
                "xsizemode": "pixel",
                "ysizemode": "pixel",
                "xanchor": int(margins.rtl),
                "yanchor": 1,
                "fillcolor": entry.colour,
                "line": {"width": 0},
            }
        )
    return found


def _path(symbol: str, left: float, low: float) -> str:
    """The outline of a marker in a box whose lower left corner is given; y runs upwards."""
    if symbol == "hatch":
        return "".join(_outline(points, left, low) for points in _STRIPES)
    points = {
        "diamond": ((0, 6), (6, 12), (12, 6), (6, 0)),
        "triangle-up": ((0, 1), (6, 12), (12, 1)),
        "triangle-down": ((0, 11), (6, 0), (12, 11)),
        "circle": ((1, 4), (1, 8), (4, 11), (8, 11), (11, 8), (11, 4), (8, 1), (4, 1)),
    }.get(symbol, ((0, 0), (0, 12), (12, 12), (12, 0)))
    return _outline(points, left, low)


def _outline(points: Iterable[tuple[float, float]], left: float, low: float) -> str:
    steps = [f"{'L' if at else 'M'}{round(left + x, 1)},{round(low + y, 1)}" for at, (x, y) in enumerate(points)]
    return "".join(steps) + "Z"


def is_rtl(plan: Plan) -> bool:
    """Whether the picture is read from right to left."""
    return direction(plan.caption.language) == "rtl"
