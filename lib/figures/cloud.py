"""A word cloud per language: words as large as they are frequent, laid out by us and shaped by the browser that draws.

A raster cloud would need an engine that joins letters, and would be neither sharp nor clickable. As a figure it has our
fonts on the page and in the picture, its words can be clicked, and the same rows are the table under it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from lib.figures import style
from lib.figures.caption import Look, shown
from lib.figures.layout import finish
from lib.figures.measure import width
from lib.figures.plan import Draft, Panel, Plan

WIDE, HIGH = 540, 330
LARGEST, SMALLEST = 46.0, 12.0
_LINE = 1.3  # height of a word in its own size: dots and tails reach far above and below
_TURN, _STEP, _TRIES = 0.35, 0.9, 2500


class Placed(NamedTuple):
    """A word's number, the middle of its box from the middle of the cloud, and its size; y runs upwards."""

    at: int
    x: float
    y: float
    size: float


def cloud_figure(frame: pd.DataFrame, look: Look) -> go.Figure:
    """The words of one language (`look.language`), the commonest in the middle: word, n and articles."""
    t, draft = look.t, Draft()
    words = [str(word) for word in frame["word"]]
    placed = arranged(words, [float(n) for n in frame["n"]])
    hue, rows = style.colour(look.language), frame.to_dict("records")
    said = [
        (words[one.at], t.n("{n} time", "{n} times", int(rows[one.at]["n"])),
         t.n("in {n} article", "in {n} articles", int(rows[one.at]["articles"])))
        for one in placed
    ]  # fmt: skip
    draft.data.append(
        go.Scatter(
            mode="text",
            x=[one.x for one in placed],
            y=[one.y for one in placed],
            text=[shown(words[one.at]) for one in placed],
            textposition="middle center",
            textfont={"size": [one.size for one in placed], "color": [(hue, style.INK)[one.at % 2] for one in placed]},
            customdata=[[words[one.at]] for one in placed],
            hovertext=["<br>".join(shown(line) for line in lines) for lines in said],
            hovertemplate="%{hovertext}<extra></extra>",
            cliponaxis=False,
            meta={"sizes": [one.size for one in placed], "design": [WIDE, HIGH]},
        )
    )
    hidden = {"visible": False, "fixedrange": True}
    draft.layout["xaxis"] = {**hidden, "range": [-WIDE / 2, WIDE / 2]}
    draft.layout["yaxis"] = {**hidden, "range": [-HIGH / 2, HIGH / 2], "scaleanchor": "x", "constrain": "range"}
    return finish(draft, Plan(look.caption, (Panel(height=HIGH, foot=8, least=WIDE),)))


def arranged(words: Sequence[str], weights: Sequence[float]) -> list[Placed]:
    """Places for the words, the heaviest first and in the middle; one that finds no room is left out."""
    top = max(weights, default=1.0)
    found: list[Placed] = []
    boxes: list[tuple[float, float, float, float]] = []
    for at in sorted(range(len(words)), key=lambda n: (-weights[n], n)):
        size = round(SMALLEST + (LARGEST - SMALLEST) * math.sqrt(weights[at] / top) ** 1.5, 1)
        half = ((width(words[at], size) + 8) / 2, size * _LINE / 2)
        place = _place(half, boxes)
        if place:
            found.append(Placed(at, round(place[0], 1), round(place[1], 1), size))
            boxes.append((place[0] - half[0], place[1] - half[1], place[0] + half[0], place[1] + half[1]))
    return found


def _place(half: tuple[float, float], boxes: Sequence[tuple[float, float, float, float]]) -> tuple[float, float] | None:
    """The first free place on a spiral from the middle outwards, flat as the cloud is."""
    across, up = half
    for turn in range(_TRIES):
        angle, far = turn * _TURN, turn * _STEP * _TURN
        x, y = far * math.cos(angle) * WIDE / HIGH, far * math.sin(angle)
        left, low, right, high = x - across, y - up, x + across, y + up
        if abs(x) + across > WIDE / 2 or abs(y) + up > HIGH / 2:
            if far > WIDE:
                return None
            continue
        if not any(left < r and right > le and low < h and high > lo for le, lo, r, h in boxes):
            return x, y
    return None
