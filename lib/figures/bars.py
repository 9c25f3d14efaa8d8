"""Lying bars with a name before and a value after each: rankings, words, languages. They grow from where one reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from lib.figures.caption import Look, shown
from lib.figures.measure import width
from lib.figures.plan import Draft, Panel


@dataclass(frozen=True)
class Rows:
    """The bars of one panel from the top: name, key, value and how it is written; None is a value that is not known."""

    names: Sequence[str]
    keys: Sequence[str]
    values: Sequence[float | None]
    written: Sequence[str]
    colours: Sequence[str]
    hovers: Sequence[Sequence[str]]
    title: str = ""
    row: int = 24
    least: int = 230


def bar_panel(draft: Draft, number: int, rows: Rows, look: Look) -> Panel:
    """Adds the bars of a panel, the `number`th of the figure from 0, and tells the layout about it."""
    name = str(number + 1) if number else ""
    language = look.t.language
    hovers = ["<br>".join(shown(line) for line in lines) for lines in rows.hovers]
    draft.data.append(
        go.Bar(
            orientation="h",
            y=list(range(len(rows.names))),
            x=[value or 0 for value in rows.values],
            text=[shown(text, language) for text in rows.written],
            textposition="outside",
            textangle=0,
            cliponaxis=False,
            constraintext="none",
            marker={"color": list(rows.colours)},
            customdata=[[key] for key in rows.keys],
            hovertext=hovers,
            hovertemplate="%{hovertext}<extra></extra>",
            width=0.72,
            xaxis=f"x{name}",
            yaxis=f"y{name}",
        )
    )
    set_axes(draft, name, len(rows.names))
    top = max((value for value in rows.values if value), default=1.0)
    widest = max(rows.written, key=lambda text: width(text, 12), default="")
    return Panel(
        x=f"x{name}",
        y=f"y{name}",
        title=rows.title,
        labels=tuple(rows.names),
        value=widest,
        top=float(top),
        row=rows.row,
        foot=10,
        least=rows.least,
    )


def set_axes(draft: Draft, name: str, rows: int, x: dict[str, Any] | None = None) -> None:
    """Rows numbered from the top, and an axis of values that is hidden unless `x` gives its marks."""
    hidden = {"showticklabels": False, "showgrid": False, "tickvals": []}
    draft.layout.update(
        {
            f"yaxis{name}": {
                "type": "linear",
                "range": [max(rows, 1) - 0.5, -0.5],
                "showgrid": False,
                "ticks": "",
                "ticklabelstandoff": 4,
                "anchor": f"x{name}",
            },
            f"xaxis{name}": {"type": "linear", "anchor": f"y{name}", **(x or hidden)},
        }
    )
