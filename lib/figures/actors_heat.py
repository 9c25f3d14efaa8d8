"""Actors against time as squares, darker where more articles name them: many actors at one look, each to be clicked."""

from __future__ import annotations

from datetime import date

import plotly.graph_objects as go

from lib.figures import ticks
from lib.figures.bars import set_axes
from lib.figures.caption import Look, shown
from lib.figures.heat import squares
from lib.figures.layout import finish, nothing
from lib.figures.measure import shorten
from lib.figures.pairs import INVISIBLE
from lib.figures.plan import Draft, Panel, Plan
from lib.query.timeline import Timeline

WRITTEN_AT_MOST = 16  # bins up to which each square has its number
SPELT_AT_MOST, NAME_ROOM, NAME = 100, 220, 13


def heat_figure(timeline: Timeline, look: Look) -> go.Figure:
    """Squares of articles, or of shares where `look.measure` says so, for a timeline split by actor.

    Time runs from left to right, as in all charts of ours. `pick.picked` gives the actor and the bin's first day.
    """
    if timeline.frame.empty:
        return nothing(look)
    t, draft = look.t, Draft()
    keys, bins = list(timeline.series), timeline.bins
    share = look.measure == "share"
    table = timeline.frame.pivot(index="series", columns="since", values="share" if share else "articles")
    values = table.reindex(index=keys, columns=[since for since, _ in bins]).astype(float).fillna(0).values.tolist()
    few = len(bins) <= WRITTEN_AT_MOST
    write = t.percent if share else t.number
    cells = [[n or None for n in row] for row in values]
    draft.data.append(squares(cells, look, write if few else None))
    draft.data.append(_targets(timeline, look))
    days, words = ticks.days(bins[0][0], bins[-1][1], look.days, 8)
    places = [_place(date.fromisoformat(day), bins) for day in days]
    below = {"range": [-0.5, len(bins) - 0.5], "tickvals": places, "ticktext": words, "showgrid": False}
    set_axes(draft, "", len(keys), below)
    return finish(draft, Plan(look.caption, (Panel(labels=tuple(map(look.name, keys)), row=24, foot=44),)))


def _place(day: date, bins: list[tuple[date, date]]) -> float:
    """Where the edge before a day lies: half a square before the one that begins with it."""
    at = next((n for n, (_, until) in enumerate(bins) if day <= until), len(bins) - 1)
    since, until = bins[at]
    return at - 0.5 + (day - since).days / ((until - since).days + 1) if day > since else at - 0.5


def _targets(timeline: Timeline, look: Look) -> go.Scatter:
    """An unseen mark on each square that has anything; the words of the fullest are written out."""
    t, keys = look.t, list(timeline.series)
    bins = timeline.bins
    at = {since: n for n, (since, _) in enumerate(bins)}
    full = timeline.frame[timeline.frame["articles"] > 0]
    rows = full.sort_values(["articles", "since"], ascending=[False, True], kind="stable").to_dict("records")
    hovers = []
    for number, row in enumerate(rows):
        said = t.n("{n} article", "{n} articles", int(row["articles"]))
        if number < SPELT_AT_MOST:
            when = look.days.bin(row["since"], row["until"], timeline.granularity)
            of = t("{n} of all articles then", n=t.percent(float(row["share"]), 1))
            name = shown(shorten(look.name(row["series"]), NAME_ROOM, NAME))
            hovers.append("<br>".join((name, shown(when, t.language), shown(said, t.language), shown(of, t.language))))
        else:
            hovers.append(shown(said, t.language))
    places = {key: n for n, key in enumerate(keys)}
    return go.Scatter(
        x=[at[row["since"]] for row in rows],
        y=[places[row["series"]] for row in rows],
        mode="markers",
        marker={"symbol": "square", "size": 16, "color": INVISIBLE},
        meta={"keys": [*keys, *(since.isoformat() for since, _ in bins)]},
        customdata=[[places[row["series"]], len(keys) + at[row["since"]]] for row in rows],
        hovertext=hovers,
        hovertemplate="%{hovertext}<extra></extra>",
    )
