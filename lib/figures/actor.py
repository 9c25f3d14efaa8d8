"""One actor: its share of the coverage in each language and outlet, and the words of the sentences about it."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from lib.figures import style
from lib.figures.bars import Rows, bar_panel
from lib.figures.caption import Look
from lib.figures.layout import finish
from lib.figures.plan import Draft, Plan
from lib.figures.series import series_colours, series_name


def coverage_figure(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Bars of the share of each language's or outlet's articles that name the actor: a column called as `look.split`
    says, articles, mentions, total and share."""
    t, draft = look.t, Draft()
    keys = [str(key) for key in frame[look.split]]
    names = [series_name(key, look) for key in keys]
    records = frame.to_dict("records")
    hovers = [
        (
            name,
            t("{n} of {total} articles", n=t.number(row["articles"]), total=t.number(row["total"])),
            t.n("{n} mention", "{n} mentions", int(row["mentions"])),
        )
        for name, row in zip(names, records, strict=True)
    ]
    rows = Rows(
        names=names,
        keys=keys,
        values=[float(row["share"]) for row in records],
        written=[
            t("{share} ({n} of {total})", share=t.percent(float(row["share"]), 1), n=t.number(row["articles"]),
              total=t.number(row["total"]))
            for row in records
        ],
        colours=series_colours(keys, look.split),
        hovers=hovers,
    )  # fmt: skip
    return finish(draft, Plan(look.caption, (bar_panel(draft, 0, rows, look),)))


def coverage_alt(frame: pd.DataFrame, look: Look) -> str:
    """The shares, the first ones."""
    t = look.t
    said = [
        t("{name}: {n}", name=series_name(str(row[look.split]), look), n=t.percent(float(row["share"]), 1))
        for row in frame.head(6).to_dict("records")
    ]
    return f"{look.caption.title}. {'; '.join(said)}." if said else t("Nothing to show")


def distinctive_figure(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Bars of how clearly a word of `look.language` belongs to the sentences about the actor: word, n, articles, other
    and z."""
    t, draft = look.t, Draft()
    words = [str(word) for word in frame["word"]]
    records = frame.to_dict("records")
    hovers = [
        (
            word,
            t.n("{n} time in sentences about this actor", "{n} times in sentences about this actor", int(row["n"])),
            t.n("in {n} article", "in {n} articles", int(row["articles"])),
            t.n("{n} time in other sentences", "{n} times in other sentences", int(row["other"])),
        )
        for word, row in zip(words, records, strict=True)
    ]
    rows = Rows(
        names=words,
        keys=[str(key) for key in frame["key"]],
        values=[float(row["z"]) for row in records],
        written=[t.number(row["z"], 1) for row in records],
        colours=[style.colour(look.language)] * len(frame),
        hovers=hovers,
        row=22,
    )
    return finish(draft, Plan(look.caption, (bar_panel(draft, 0, rows, look),)))


def distinctive_alt(frame: pd.DataFrame, look: Look) -> str:
    """The clearest words."""
    said = [str(word) for word in frame["word"].head(6)]
    return f"{look.caption.title}. {look.t(', ').join(said)}." if said else look.t("Nothing to show")
