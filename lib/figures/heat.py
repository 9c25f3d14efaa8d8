"""A map of squares for pairs of actors: the same counts as the network, for when its lines would be a knot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import plotly.graph_objects as go

from lib.figures import style
from lib.figures.bars import set_axes
from lib.figures.caption import Look, shown
from lib.figures.layout import finish
from lib.figures.measure import shorten, width
from lib.figures.pairs import Pair, targets
from lib.figures.plan import Draft, Panel, Plan

WRITTEN_AT_MOST = 15  # actors up to which each square has its number
NAME, NAME_ROOM = 11, 120


def map_figure(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Squares for a frame of a, b and articles, darker where two actors share more articles; both halves are drawn."""
    draft, t = Draft(), look.t
    keys = _ordered(frame)
    at = {key: place for place, key in enumerate(keys)}
    cells: list[list[int | None]] = [[None] * len(keys) for _ in keys]
    pairs = []
    for row in frame.to_dict("records"):
        for a, b in ((row["a"], row["b"]), (row["b"], row["a"])):
            cells[at[a]][at[b]] = int(row["articles"])
            pairs.append(Pair(at[a], at[b], int(row["articles"]), x=at[b], y=at[a]))
    draft.data.append(squares(cells, look, t.number if len(keys) <= WRITTEN_AT_MOST else None))
    draft.data.append(targets(pairs, keys, look))
    names = [shorten(look.name(key), NAME_ROOM, NAME) for key in keys]
    foot = max((width(name, NAME) for name in names), default=0) * 0.72 + 24
    _axes(draft, names, look)
    return finish(draft, Plan(look.caption, (Panel(labels=tuple(map(look.name, keys)), row=22, foot=round(foot)),)))


def squares(
    cells: Sequence[Sequence[float | None]], look: Look, write: Callable[[float], str] | None = None
) -> go.Heatmap:
    """Squares, darker where there is more, each with its number as `write` has it; none where there is nothing."""
    t = look.t
    return go.Heatmap(
        z=cells,
        text=[[shown(write(n), t.language) if n else "" for n in row] for row in cells] if write else None,
        texttemplate="%{text}" if write else None,
        colorscale=style.SCALE,
        zmin=0,
        showscale=False,
        xgap=1,
        ygap=1,
        hoverinfo="skip",
    )


def _ordered(frame: pd.DataFrame) -> list[str]:
    """The actors, those with most shared articles first, ties by key."""
    sizes: dict[str, int] = {}
    for side in ("a", "b"):
        for key, articles in zip(frame[side], frame["articles"], strict=True):
            sizes[key] = sizes.get(key, 0) + int(articles)
    return sorted(sizes, key=lambda key: (-sizes[key], key))


def _axes(draft: Draft, names: list[str], look: Look) -> None:
    """Names along both sides; those below lean towards where the reader begins, so that none leaves the picture."""
    ends = [-0.5, max(len(names), 1) - 0.5]
    below = {
        "range": ends[::-1] if look.rtl else ends,
        "tickvals": list(range(len(names))),
        "ticktext": [shown(name) for name in names],
        "tickangle": 45 if look.rtl else -45,
        "tickfont": {"size": NAME},
        "showgrid": False,
    }
    set_axes(draft, "", len(names), below)
