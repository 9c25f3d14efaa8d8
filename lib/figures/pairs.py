"""Marks that stand for pairs of actors, on the lines of the network and on the squares of the map.

Neither lines nor squares can be clicked in Plotly. Forty actors make 780 pairs, so each mark carries only two numbers,
places in the list of keys that goes with the trace, and the words of a hover are written out for the strongest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from lib.figures.caption import Look, shown

SPELT_AT_MOST = 60
INVISIBLE = "rgba(0,0,0,0)"
HIDDEN = {"symbol": "square", "size": 16, "color": INVISIBLE}
SEEN = {"symbol": "circle", "size": 6, "color": "#8794a3", "opacity": 1}


@dataclass(frozen=True)
class Pair:
    """Two actors by their places among the keys, the articles (or sentences) they share, and where their mark lies."""

    a: int
    b: int
    articles: int
    x: float
    y: float


def targets(pairs: Sequence[Pair], keys: Sequence[str], look: Look, seen: bool = False) -> go.Scatter:
    """One mark for each pair, unseen unless asked for; `pick.picked` finds the two keys."""
    ranked = sorted(pairs, key=lambda pair: -pair.articles)
    return go.Scatter(
        x=[pair.x for pair in ranked],
        y=[pair.y for pair in ranked],
        mode="markers",
        marker=SEEN if seen else HIDDEN,
        meta={"keys": list(keys)},
        customdata=[[pair.a, pair.b] for pair in ranked],
        hovertext=[_said(pair, keys, look, at < SPELT_AT_MOST) for at, pair in enumerate(ranked)],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def counted(n: int, look: Look) -> str:
    """So many of what is counted."""
    if look.measure == "sentences":
        return look.t.n("{n} sentence", "{n} sentences", n)
    return look.t.n("{n} article", "{n} articles", n)


def _said(pair: Pair, keys: Sequence[str], look: Look, spelt: bool) -> str:
    t = look.t
    if not spelt:
        return t.number(pair.articles)
    articles = shown(counted(pair.articles, look), t.language)
    return f"{shown(look.name(keys[pair.a]))}<br>{shown(look.name(keys[pair.b]))}<br>{articles}"
