"""Who is named together: a drawn network, or a map of squares where the network would be a knot.

The network's places are computed here, from the same start every time, so that the same counts give the same picture.
Labels are SVG text: WebGL text neither joins Arabic letters nor orders them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from lib.figures import style
from lib.figures.caption import Look, shown
from lib.figures.heat import map_figure
from lib.figures.layout import finish, nothing
from lib.figures.measure import shorten, width
from lib.figures.pairs import Pair, targets
from lib.figures.plan import Draft, Panel, Plan

Edge = tuple[int, int, float]  # two places among the keys and the weight of their tie
STEPS = 300
LABEL, LABEL_ROOM = 12, 130
ACROSS, HIGH = 720.0, 480.0  # pixels for which labels are placed
AROUND = 0.17  # of the dots' own width, free on either side of them for names
SHEET = "rgba(255,255,255,0.7)"  # keeps letters apart from the lines behind them
WIDTHS = (1.0, 2.5, 4.5, 7.0)


def together_figure(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A network (`look.style` "network") or a map of squares ("map") for pairs of actors: a, b and articles."""
    if frame.empty:
        return nothing(look)
    return map_figure(frame, look) if look.style == "map" else _network(frame, look)


def together_alt(frame: pd.DataFrame, look: Look) -> str:
    """The pairs that meet most often."""
    t = look.t
    pairs = [
        t("{a} with {b}: {n}", a=look.name(row["a"]), b=look.name(row["b"]), n=t.number(row["articles"]))
        for row in frame.head(5).to_dict("records")
    ]
    return f"{look.caption.title}. {'; '.join(pairs)}." if pairs else t("Nothing to show")


def places(keys: list[str], edges: list[Edge]) -> Any:
    """Places of the keys in the unit square as an array (n, 2): ties pull, all push; the same input, the same places.

    Spring layout after Fruchterman and Reingold, from a circle in the order of `keys`.
    """
    count = len(keys)
    if count == 1:
        return np.array([[0.5, 0.5]])
    turn = np.linspace(0, 2 * math.pi, count, endpoint=False)
    where = np.column_stack([np.cos(turn), np.sin(turn)]) * (1 + 0.01 * np.arange(count)[:, None] / count)
    strength = np.zeros((count, count))
    for a, b, weight in edges:
        strength[a, b] = strength[b, a] = math.sqrt(weight)
    strength /= max(strength.max(), 1e-9)
    ideal = 1.6 / math.sqrt(count)
    for step in range(STEPS):
        apart = where[:, None, :] - where[None, :, :]
        far = np.maximum(np.linalg.norm(apart, axis=2), 1e-3)
        push = ideal**2 / far**2
        pull = strength * far / ideal
        move = (apart * (push - pull)[:, :, None]).sum(axis=1) - where * 0.35
        length = np.maximum(np.linalg.norm(move, axis=1, keepdims=True), 1e-9)
        where = where + move / length * np.minimum(length, 0.12 * (1 - step / STEPS) + 0.002)
    low, high = where.min(axis=0), where.max(axis=0)
    return (where - low) / np.maximum(high - low, 1e-9)


def _network(frame: pd.DataFrame, look: Look) -> go.Figure:
    draft, t = Draft(), look.t
    sizes: dict[str, int] = {}
    for row in frame.to_dict("records"):
        for side in ("a", "b"):
            sizes[row[side]] = max(sizes.get(row[side], 0), int(row.get(f"{side}_articles", 0)), int(row["articles"]))
    keys = sorted(sizes, key=lambda key: (-sizes[key], key))
    at = {key: number for number, key in enumerate(keys)}
    edges = [(at[a], at[b], float(n)) for a, b, n in zip(frame["a"], frame["b"], frame["articles"], strict=True)]
    where = places(keys, edges)
    _draw_edges(draft, edges, where)
    draft.data.append(_targets(edges, where, keys, look))
    names = [shorten(look.name(key), LABEL_ROOM, LABEL) for key in keys]
    diameters = [10 + 22 * math.sqrt(sizes[key] / max(sizes.values())) for key in keys]
    draft.data.append(
        go.Scatter(
            x=where[:, 0].round(4).tolist(),
            y=where[:, 1].round(4).tolist(),
            mode="markers",
            cliponaxis=False,
            marker={
                "size": diameters,
                "opacity": 1,
                "color": style.SERIES[0],
                "line": {"color": style.PAPER, "width": 2},
            },
            customdata=[[key] for key in keys],
            hovertext=[
                f"{shown(look.name(key))}<br>{shown(t.n('{n} article', '{n} articles', sizes[key]), t.language)}"
                for key in keys
            ],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )
    draft.layout.update(annotations=_labels(where, names, diameters))
    hidden = {"visible": False, "tickvals": [], "ticktext": []}
    draft.layout.update(xaxis={**hidden, "range": [-AROUND, 1 + AROUND]}, yaxis={**hidden, "range": [-0.08, 1.08]})
    return finish(draft, Plan(look.caption, (Panel(height=round(HIGH), foot=6),)))


def _draw_edges(draft: Draft, edges: list[Edge], where: Any) -> None:
    """Lines in a few widths, the strongest pairs in the broadest."""
    most = max(weight for _, _, weight in edges)
    lines: dict[float, list[tuple[float | None, float | None]]] = {}
    for a, b, weight in edges:
        step = min(int(weight / most * len(WIDTHS)), len(WIDTHS) - 1)
        ends = [tuple(where[end].round(3).tolist()) for end in (a, b)]
        lines.setdefault(WIDTHS[step], []).extend([*ends, (None, None)])
    for thick, points in sorted(lines.items()):
        x, y = zip(*points, strict=True)
        line = {"width": thick, "color": "#c3cdd8"}
        draft.data.append(go.Scatter(x=list(x), y=list(y), mode="lines", line=line, hoverinfo="skip"))


def _targets(edges: list[Edge], where: Any, keys: list[str], look: Look) -> go.Scatter:
    """What can be pointed at: the middle of each line."""
    middles = [((where[a] + where[b]) / 2).round(3).tolist() for a, b, _ in edges]
    pairs = [Pair(a, b, int(n), *middle) for (a, b, n), middle in zip(edges, middles, strict=True)]
    return targets(pairs, keys, look)


@dataclass(frozen=True)
class _Rectangle:
    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: _Rectangle) -> float:
        """The area that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(wide, 0.0) * max(high, 0.0)


def _labels(where: Any, names: list[str], diameters: list[float]) -> list[dict[str, Any]]:
    """The names beside their dots, each on a little sheet of its own."""
    sides = {
        "right": {"xanchor": "left", "yanchor": "middle"},
        "left": {"xanchor": "right", "yanchor": "middle"},
        "above": {"xanchor": "center", "yanchor": "bottom"},
        "below": {"xanchor": "center", "yanchor": "top"},
    }
    steps = {"right": ("xshift", 1), "left": ("xshift", -1), "above": ("yshift", 1), "below": ("yshift", -1)}
    found = []
    for place, name, size, side in zip(where, names, diameters, _beside(where, names, diameters), strict=True):
        shift, sign = steps[side]
        x, y = (round(float(each), 4) for each in place)
        label = {"x": x, "y": y, "text": shown(name), "font": {"size": LABEL}, "bgcolor": SHEET, "showarrow": False}
        found.append({**label, **sides[side], shift: sign * round(size / 2 + 1, 1)})
    return found


def _beside(where: Any, names: list[str], diameters: list[float]) -> list[str]:
    """For each label the side of its dot where it covers least of other dots and labels; larger dots choose first."""
    part = ACROSS / (1 + 2 * AROUND)
    points = [((AROUND + x) * part, HIGH * (1 - y)) for x, y in where.tolist()]
    taken = [_Rectangle(x - d / 2, y - d / 2, x + d / 2, y + d / 2)
             for (x, y), d in zip(points, diameters, strict=True)]  # fmt: skip
    chosen = []
    for (x, y), name, size in zip(points, names, diameters, strict=True):
        wide, high, away = width(name, LABEL), LABEL * 1.4, size / 2 + 2
        spots = {
            "right": _Rectangle(x + away, y - high / 2, x + away + wide, y + high / 2),
            "left": _Rectangle(x - away - wide, y - high / 2, x - away, y + high / 2),
            "above": _Rectangle(x - wide / 2, y - away - high, x + wide / 2, y - away),
            "below": _Rectangle(x - wide / 2, y + away, x + wide / 2, y + away + high),
        }
        sheet = _Rectangle(0, -18, ACROSS, HIGH + 18)
        outside = {side: wide * high - spot.shared(sheet) for side, spot in spots.items()}
        best = min(spots, key=lambda side: sum(map(spots[side].shared, taken)) + 1000 * outside[side])
        taken.append(spots[best])
        chosen.append(best)
    return chosen
