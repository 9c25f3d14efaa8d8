"""Shares before and now, a dot for each and a line between them: who gained and who lost."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lib.figures import style, ticks
from lib.figures.bars import set_axes
from lib.figures.caption import Look, shown
from lib.figures.layout import finish
from lib.figures.plan import Draft, Panel, Plan

_DOTS = (("before", style.NEUTRAL, "square"), ("now", style.SERIES[0], "circle"))


def change_figure(frame: pd.DataFrame, look: Look) -> go.Figure:
    """For a frame of actor, before, share_before, now, share_now, share_change and sure, in its order."""
    t, draft = look.t, Draft()
    said = _said(frame, look)
    draft.data.append(_lines(frame))
    for name, colour, symbol in _DOTS:
        part = [(at, row) for at, row in enumerate(frame.to_dict("records")) if pd.notna(row[f"share_{name}"])]
        draft.data.append(
            go.Scatter(
                x=[float(row[f"share_{name}"]) for _, row in part],
                y=[at for at, _ in part],
                mode="markers",
                marker={"color": colour, "symbol": symbol, "size": 11},
                customdata=[[row["actor"], name] for _, row in part],
                hovertext=[said[at] for at, _ in part],
                hovertemplate="%{hovertext}<extra></extra>",
                cliponaxis=False,
            )
        )
    both = pd.concat([frame["share_before"], frame["share_now"]])
    top = float(both.max()) if both.notna().any() and both.max() > 0 else 0.01
    values, texts = ticks.shares(top, t)
    set_axes(draft, "", len(frame), {"tickvals": values, "ticktext": texts, "showgrid": True})
    labels = tuple(look.name(key) for key in frame["actor"])
    panel = Panel(labels=labels, top=max(top, values[-1]), value="00", row=26, foot=30, lead=0.02)
    legend = tuple((words, colour, symbol) for words, (_, colour, symbol) in zip(_names(look), _DOTS, strict=True))
    return finish(draft, Plan(look.caption, (panel,), legend))


def _names(look: Look) -> tuple[str, str]:
    return look.t("Before"), look.t("Now")


def _said(frame: pd.DataFrame, look: Look) -> list[str]:
    """The hover line of each actor: both numbers, both shares, the change, and whether it may be chance."""
    t, found = look.t, []
    for row in frame.to_dict("records"):
        lines = [shown(look.name(row["actor"]))]
        for name, words in zip(("before", "now"), _names(look), strict=True):
            n = t("{n} of {total}", n=t.number(row[name]), total=t.number(row[f"{name}_total"]))
            share = row[f"share_{name}"]
            percent = f" ({t.percent(share, 1)})" if pd.notna(share) else ""
            lines.append(shown(f"{words}: {n}{percent}", t.language))
        lines.append(shown(points(row, look), t.language))
        found.append("<br>".join(lines))
    return found


def points(row: Any, look: Look) -> str:
    """The change in words: percentage points with their sign, and a warning where it may be chance."""
    t, change = look.t, row["share_change"]
    if pd.isna(change):
        return t("no change can be told")
    sign = "+" if change > 0 else "\u2212" if change < 0 else "\u00b1"
    words = t("{change} percentage points", change=f"{sign}{t.number(abs(change) * 100, 1)}")
    return words if row["sure"] else t("{change}, which may be chance", change=words)


def _lines(frame: pd.DataFrame) -> go.Scatter:
    x: list[float | None] = []
    y: list[float | None] = []
    for at, row in enumerate(frame.to_dict("records")):
        if pd.notna(row["share_before"]) and pd.notna(row["share_now"]):
            x += [float(row["share_before"]), float(row["share_now"]), None]
            y += [at, at, None]
    return go.Scatter(x=x, y=y, mode="lines", hoverinfo="skip", line={"color": style.GRID, "width": 3})


def change_alt(frame: pd.DataFrame, look: Look) -> str:
    """The largest changes first."""
    t = look.t
    told = frame[frame["share_change"].notna()]
    order = told["share_change"].abs().sort_values(ascending=False, kind="stable").index
    rows = told.loc[order].head(5).to_dict("records")
    said = [t("{name}: {n}", name=look.name(row["actor"]), n=points(row, look)) for row in rows]
    return f"{look.caption.title}. {'; '.join(said)}." if said else t("Nothing to show")
