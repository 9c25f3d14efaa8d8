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
from lib.figures.beside import LABEL, Sheet, labels
from lib.figures.caption import Look, shown
from lib.figures.heat import map_figure
from lib.figures.layout import finish, nothing
from lib.figures.measure import shorten
from lib.figures.pairs import Pair, counted, targets
from lib.figures.plan import Draft, Panel, Plan
from lib.query.network import Network
from lib.text.bidi import isolate

Edge = tuple[int, int, float]  # two places among the keys and the weight of their tie
STEPS = 300
SPREAD = 0.65  # how far apart dots are at the least, of what an even spread would give them
LABEL_ROOM = 130
ACROSS, HIGH = 720.0, 480.0  # pixels for which labels are placed
FEW, HIGHER = 40, 5.0  # actors up to which there is room, and pixels more for each beyond
GROUPS = 8  # told apart by colour and shape
AROUND = 0.17  # of the dots' own width, free on either side of them for names
WIDTHS = (1.0, 2.5, 4.5, 7.0)
MANY = 100  # lines


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
    return _unit(where)


def spread(where: Any) -> Any:
    """The places with those that lie too near pushed apart, so that a dense group is no heap."""
    least = SPREAD / math.sqrt(len(where))
    for _ in range(STEPS):
        apart = where[:, None, :] - where[None, :, :]
        far = np.maximum(np.linalg.norm(apart, axis=2), 1e-6)
        lack = np.triu(np.maximum(least - far, 0), 1)
        if lack.max(initial=0) < 1e-4:
            break
        push = apart * ((lack + lack.T) / far * 0.3)[:, :, None]
        where = where + push.sum(axis=1)
    return _unit(where)


def _unit(where: Any) -> Any:
    low, high = where.min(axis=0), where.max(axis=0)
    return (where - low) / np.maximum(high - low, 1e-9)


@dataclass(frozen=True)
class _Graph:
    """What is drawn: actors, the most named first, how often each is named, and their ties.

    `counts` are what each tie was counted from, `groups` the number of each actor's group, where there are any.
    """

    keys: list[str]
    sizes: list[int]
    edges: list[Edge]
    counts: list[int]
    groups: list[int]


def network_figure(found: Network, look: Look) -> go.Figure:
    """Actors as dots in the colour and shape of their group, ties as lines as broad as they are strong."""
    edges = found.drawn
    if edges.empty:
        return nothing(look)
    tied = {*edges["a"], *edges["b"]}
    nodes = found.nodes[found.nodes["actor"].isin(tied)]
    at = {key: number for number, key in enumerate(nodes["actor"])}
    ties = [(at[a], at[b], float(n)) for a, b, n in zip(edges["a"], edges["b"], edges["npmi"], strict=True)]
    numbers = [[int(n) for n in each] for each in (nodes[found.measure], edges[found.measure], nodes["group"])]
    return _drawn(_Graph(list(at), numbers[0], ties, numbers[1], numbers[2]), look)


def network_alt(found: Network, look: Look) -> str:
    """The surest ties, and how many groups there are."""
    groups = look.t.n("{n} group", "{n} groups", found.nodes["group"].nunique())
    said = together_alt(found.edges.assign(articles=found.edges[found.measure]), look)
    return f"{said} {groups}." if len(found.edges) else said


def _network(frame: pd.DataFrame, look: Look) -> go.Figure:
    sizes: dict[str, int] = {}
    for row in frame.to_dict("records"):
        for side in ("a", "b"):
            sizes[row[side]] = max(sizes.get(row[side], 0), int(row.get(f"{side}_articles", 0)), int(row["articles"]))
    keys = sorted(sizes, key=lambda key: (-sizes[key], key))
    at = {key: number for number, key in enumerate(keys)}
    edges = [(at[a], at[b], float(n)) for a, b, n in zip(frame["a"], frame["b"], frame["articles"], strict=True)]
    return _drawn(_Graph(keys, [sizes[key] for key in keys], edges, [int(n) for n in frame["articles"]], []), look)


def _drawn(graph: _Graph, look: Look) -> go.Figure:
    draft, keys = Draft(), graph.keys
    high = HIGH + HIGHER * max(0, len(keys) - FEW)
    where = places(keys, graph.edges)
    where = spread(where) if graph.groups else where
    _draw_edges(draft, graph.edges, where)
    draft.data.append(_targets(graph, where, look))
    names = [shorten(look.name(key), LABEL_ROOM, LABEL) for key in keys]
    large = min(1.0, math.sqrt(FEW / len(keys)))
    diameters = [(10 + 22 * math.sqrt(size / max(graph.sizes))) * large for size in graph.sizes]
    marker = {"size": diameters, "opacity": 1, "line": {"color": style.PAPER, "width": 2}}
    draft.data.append(
        go.Scatter(
            x=where[:, 0].round(4).tolist(),
            y=where[:, 1].round(4).tolist(),
            mode="markers",
            cliponaxis=False,
            marker={**marker, **_faces(graph.groups)},
            customdata=[[key] for key in keys],
            hovertext=[
                f"{shown(look.name(key))}<br>{shown(counted(size, look), look.t.language)}"
                for key, size in zip(keys, graph.sizes, strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )
    draft.layout.update(annotations=labels(where, names, diameters, Sheet(ACROSS, high, AROUND)))
    hidden = {"visible": False, "tickvals": [], "ticktext": []}
    draft.layout.update(xaxis={**hidden, "range": [-AROUND, 1 + AROUND]}, yaxis={**hidden, "range": [-0.08, 1.08]})
    panel = Panel(height=round(high), foot=6, firm=round(high) if graph.groups else 0)
    return finish(draft, Plan(look.caption, (panel,), _legend(graph, look)))


def _faces(groups: list[int]) -> dict[str, Any]:
    """Colours and shapes of the dots."""
    if not groups:
        return {"color": style.SERIES[0]}
    faces = [_face(group) for group in groups]
    return {"color": [colour for colour, _ in faces], "symbol": [symbol for _, symbol in faces]}


def _face(group: int) -> tuple[str, str]:
    if group >= GROUPS:
        return style.NEUTRAL, style.SYMBOLS[0]
    return style.series_colour(group), style.SYMBOLS[group % len(style.SYMBOLS)]


def _legend(graph: _Graph, look: Look) -> tuple[tuple[str, str, str], ...]:
    """Each group by its most named actor; those after the first few together."""
    first: dict[int, str] = {}
    for key, group in zip(graph.keys, graph.groups, strict=False):
        first.setdefault(min(group, GROUPS), key)
    said = {group: look.t("Around {name}", name=isolate(look.name(key))) for group, key in first.items()}
    if GROUPS in said:
        said[GROUPS] = look.t("Other groups")
    return tuple((said[group], *_face(group)) for group in sorted(said))


def _draw_edges(draft: Draft, edges: list[Edge], where: Any) -> None:
    """Lines in a few widths, the strongest pairs in the broadest; thinner where there are many."""
    thin = 0.5 if len(edges) > MANY else 1.0
    most = max(weight for _, _, weight in edges)
    lines: dict[float, list[tuple[float | None, float | None]]] = {}
    for a, b, weight in edges:
        step = min(int(weight / most * len(WIDTHS)), len(WIDTHS) - 1)
        ends = [tuple(where[end].round(3).tolist()) for end in (a, b)]
        lines.setdefault(WIDTHS[step], []).extend([*ends, (None, None)])
    for thick, points in sorted(lines.items()):
        x, y = zip(*points, strict=True)
        line = {"width": thick * thin, "color": "#c3cdd8"}
        draft.data.append(go.Scatter(x=list(x), y=list(y), mode="lines", line=line, hoverinfo="skip"))


def _targets(graph: _Graph, where: Any, look: Look) -> go.Scatter:
    """What can be pointed at: the middle of each line; seen as a small mark where there are groups."""
    middles = [((where[a] + where[b]) / 2).round(3).tolist() for a, b, _ in graph.edges]
    pairs = [Pair(a, b, n, *middle) for (a, b, _), n, middle in zip(graph.edges, graph.counts, middles, strict=True)]
    return targets(pairs, graph.keys, look, seen=bool(graph.groups))
