"""Who is named, how often, in which languages and when."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lib.figures import style, ticks
from lib.figures.bars import Rows, bar_panel, set_axes
from lib.figures.caption import Look, shown
from lib.figures.layout import finish
from lib.figures.plan import Draft, Panel, Plan
from lib.figures.series import series_colours, series_name
from lib.figures.timeline import timeline_alt, timeline_figure
from lib.i18n import Catalogue
from lib.query.timeline import Timeline


def ranking_figure(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Bars of `look.measure` (articles or mentions) for a frame of actor, kind, articles, mentions and cited."""
    t, column = look.t, _column(frame, look)
    kinds = kind_names(t)
    hovers = []
    for row in frame.to_dict("records"):
        said = [look.name(row["actor"]), t.n("{n} article", "{n} articles", int(row["articles"]))]
        if "mentions" in row:
            said.append(t.n("{n} mention", "{n} mentions", int(row["mentions"])))
        if row.get("cited"):
            said.append(t.n("quoted in {n} article", "quoted in {n} articles", int(row["cited"])))
        if pd.notna(row.get("share")):
            said.append(t("{n} of these articles", n=t.percent(row["share"], 1)))
        hovers.append(said)
    colours = _kinds(frame)
    values = [float(value) for value in frame[column]]
    rows = Rows(
        names=[look.name(key) for key in frame["actor"]],
        keys=list(frame["actor"]),
        values=values,
        written=_written(frame, values, look),
        colours=[style.KIND_COLOURS.get(kind, style.NEUTRAL) for kind in colours],
        hovers=hovers,
    )
    draft = Draft()
    panel = bar_panel(draft, 0, rows, look)
    met = [kind for kind in kinds if kind in colours]
    legend = tuple((kinds[kind], style.KIND_COLOURS[kind], "square") for kind in met) if len(met) > 1 else ()
    return finish(draft, Plan(look.caption, (panel,), legend))


def _written(frame: pd.DataFrame, values: list[float], look: Look) -> list[str]:
    """The number behind each bar, with the share of all articles where it is known."""
    t = look.t
    if _column(frame, look) == "share":
        return [t.percent(value, 1) for value in values]
    parts = frame["share"] if "share" in frame.columns else [None] * len(frame)
    return [
        t.number(value) if pd.isna(share) else f"{t.number(value)} ({t.percent(float(share))})"
        for value, share in zip(values, parts, strict=True)
    ]


def ranking_alt(frame: pd.DataFrame, look: Look) -> str:
    """The first actors with their numbers."""
    t, column = look.t, _column(frame, look)
    if frame.empty:
        return t("Nothing to show")
    write = (lambda share: t.percent(share, 1)) if column == "share" else t.number
    first = [t("{name}: {n}", name=look.name(row["actor"]), n=write(row[column]))
             for row in frame.head(5).to_dict("records")]  # fmt: skip
    return f"{look.caption.title}. {'; '.join(first)}."


def kind_names(t: Catalogue) -> dict[Any, str]:
    """Kinds of actors in the order of legends, in the reader's language."""
    return {
        "person": t("Person"),
        "organisation": t("Organisation"),
        "state": t("State"),
        "place": t("Place"),
        "group": t("Group"),
    }


def by_language_figure(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One dot per actor and language for a frame of actor, language and `look.measure` (articles, mentions, share).

    The same by outlet, where the frame has a column `outlet` instead.
    """
    t, column = look.t, _column(frame, look)
    by = "language" if "language" in frame.columns else "outlet"
    actors, parts = list(dict.fromkeys(frame["actor"])), list(dict.fromkeys(frame[by]))
    hues, names = series_colours(parts, by), [series_name(key, replace(look, split=by, names={})) for key in parts]
    draft, rows = Draft(), {actor: at for at, actor in enumerate(actors)}
    share = column == "share"
    draft.data.append(_spans(frame, column, rows))
    for at, (key, hue, named) in enumerate(zip(parts, hues, names, strict=True)):
        part = frame[(frame[by] == key) & frame[column].notna()]
        written = [t.percent(v, 1) if share else t.number(v) for v in part[column]]
        hover = [
            "<br>".join((shown(look.name(actor)), shown(named), shown(text, t.language)))
            for actor, text in zip(part["actor"], written, strict=True)
        ]
        draft.data.append(
            go.Scatter(
                x=part[column].astype(float).tolist(),
                y=[rows[actor] + _aside(at, len(parts)) for actor in part["actor"]],
                mode="markers",
                marker={"color": hue, "symbol": style.SYMBOLS[at % len(style.SYMBOLS)], "size": 11},
                customdata=[[actor, key] for actor in part["actor"]],
                hovertext=hover,
                hovertemplate="%{hovertext}<extra></extra>",
                cliponaxis=False,
            )
        )
    top = float(frame[column].max()) if len(frame) and frame[column].notna().any() else 1.0
    values, texts = (ticks.shares if share else ticks.counts)(top, t)
    set_axes(draft, "", len(actors), {"tickvals": values, "ticktext": texts, "showgrid": True})
    panel = Panel(
        labels=tuple(map(look.name, actors)), top=max(top, values[-1]), value="00", row=30, foot=30, lead=0.02
    )
    marks = [style.SYMBOLS[at % len(style.SYMBOLS)] for at in range(len(parts))]
    legend = tuple(zip(names, hues, marks, strict=True))
    return finish(draft, Plan(look.caption, (panel,), legend))


def _spans(frame: pd.DataFrame, column: str, rows: dict[str, int]) -> go.Scatter:
    """A pale line in each row from its smallest dot to its largest, which shows what belongs together."""
    x: list[float | None] = []
    y: list[float | None] = []
    for actor, row in rows.items():
        values = frame.loc[frame["actor"] == actor, column].dropna()
        if len(values):
            x += [float(values.min()), float(values.max()), None]
            y += [row, row, None]
    return go.Scatter(x=x, y=y, mode="lines", hoverinfo="skip", line={"color": style.GRID, "width": 3})


def by_language_alt(frame: pd.DataFrame, look: Look) -> str:
    """In which language, or outlet, each of the first actors is named most."""
    t, column = look.t, _column(frame, look)
    by = "language" if "language" in frame.columns else "outlet"
    said = []
    for actor, part in list(frame.groupby("actor", sort=False))[:5]:
        if part[column].notna().any() and part[column].max() > 0:
            row = part.nlargest(1, column).to_dict("records")[0]
            value = t.percent(row[column], 1) if column == "share" else t.number(row[column])
            where = series_name(str(row[by]), replace(look, split=by, names={}))
            said.append(t("{name}: {n}", name=look.name(str(actor)), n=f"{where} {value}"))
    return f"{look.caption.title}. {'; '.join(said)}." if said else t("Nothing to show")


def over_time_figure(timeline: Timeline, look: Look) -> go.Figure:
    """Actors over time as lines, or small multiples where there are more than five; never stacked."""
    return timeline_figure(timeline, replace(look, split="actor"))


def over_time_alt(timeline: Timeline, look: Look) -> str:
    """The same in words."""
    return timeline_alt(timeline, replace(look, split="actor"))


def _column(frame: pd.DataFrame, look: Look) -> str:
    return look.measure if look.measure in frame.columns else "articles"


def _kinds(frame: pd.DataFrame) -> list[Any]:
    return list(frame["kind"]) if "kind" in frame.columns else [""] * len(frame)


def _aside(at: int, many: int) -> float:
    """How far below its row's middle the dot of the `at`th language lies: equal values must not hide each other."""
    return (at - (many - 1) / 2) * min(0.22, 0.6 / max(many, 1))
