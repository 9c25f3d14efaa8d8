"""What the articles of each language are like: how many, how long, how varied, in which scripts, with which words."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lib.figures import style, ticks
from lib.figures.bars import Rows, bar_panel, set_axes
from lib.figures.caption import Look, shown
from lib.figures.layout import finish
from lib.figures.plan import Draft, Panel, Plan
from lib.i18n import Catalogue


def languages_figure(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A small chart for each measure that the frame has, one bar per language in the language's colour."""
    t, draft = look.t, Draft()
    measures = [(column, title, places) for column, title, places in _measures(t) if column in frame.columns]
    names = [t.language_name(language) for language in frame["language"]]
    reasons = list(frame["reason"]) if "reason" in frame.columns else [""] * len(frame)
    panels = []
    for number, (column, title, places) in enumerate(measures):
        values = [None if pd.isna(value) else float(value) for value in frame[column]]
        written = [
            t(str(reason)) if value is None and reason else "\u2013" if value is None else t.number(value, places)
            for value, reason in zip(values, reasons, strict=True)
        ]
        rows = Rows(
            names=names,
            keys=list(frame["language"]),
            values=values,
            written=written,
            colours=[style.colour(language) for language in frame["language"]],
            hovers=[(name, f"{title}: {text}") for name, text in zip(names, written, strict=True)],
            title=title if len(measures) > 1 else "",
        )
        panels.append(bar_panel(draft, number, rows, look))
    return finish(draft, Plan(look.caption, tuple(panels)))


def languages_alt(frame: pd.DataFrame, look: Look) -> str:
    """Articles per language, the largest first."""
    t = look.t
    rows = frame.sort_values("articles", ascending=False, kind="stable").head(6).to_dict("records")
    said = [t("{name}: {n}", name=t.language_name(row["language"]), n=t.number(row["articles"])) for row in rows]
    return f"{look.caption.title}. {'; '.join(said)}." if said else t("Nothing to show")


def _measures(t: Catalogue) -> list[tuple[str, str, int]]:
    """Column, title and decimals of each small chart, in order."""
    return [
        ("articles", t("Articles"), 0),
        ("words", t("Words"), 0),
        ("distinct", t("Distinct words"), 0),
        ("mattr", t("Variety of words"), 3),
        ("words_per_article", t("Words per article"), 1),
        ("words_per_sentence", t("Words per sentence"), 1),
    ]


def words_figure(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Bars of how often each word stands in the texts of one language (`look.language`): word, n and articles."""
    t, draft = look.t, Draft()
    hue = style.colour(look.language) if look.language else style.series_colour(0)
    words = [str(word) for word in frame["word"]]
    rows = Rows(
        names=words,
        keys=words,
        values=[float(n) for n in frame["n"]],
        written=[t.number(n) for n in frame["n"]],
        colours=[hue] * len(frame),
        hovers=[
            (word, t.n("{n} time", "{n} times", int(n)), t.n("in {n} article", "in {n} articles", int(articles)))
            for word, n, articles in zip(words, frame["n"], frame["articles"], strict=True)
        ],
        row=22,
    )
    return finish(draft, Plan(look.caption, (bar_panel(draft, 0, rows, look),)))


def words_alt(frame: pd.DataFrame, look: Look) -> str:
    """The first words with their numbers."""
    t = look.t
    rows = frame.head(5).to_dict("records")
    said = [t("{name}: {n}", name=str(row["word"]), n=t.number(row["n"])) for row in rows]
    return f"{look.caption.title}. {'; '.join(said)}." if said else t("Nothing to show")


def scripts_figure(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One bar of 100 % per language, parted by script or set of digits: language, script, n and share."""
    t, draft = look.t, Draft()
    languages, scripts = list(dict.fromkeys(frame["language"])), _by_size(frame)
    rows = {language: at for at, language in enumerate(languages)}
    legend = []
    for at, script in enumerate(scripts):
        part = frame[frame["script"] == script]
        name, hue = script_name(script, t), style.series_colour(at)
        legend.append((name, hue, "square"))
        draft.data.append(
            go.Bar(
                orientation="h",
                y=[rows[language] for language in part["language"]],
                x=part["share"].astype(float).tolist(),
                text=[shown(t.percent(s), t.language) if s >= 0.06 else "" for s in part["share"]],
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                constraintext="none",
                textfont={"color": style.PAPER},
                marker={"color": hue, "line": {"color": style.PAPER, "width": 1}},
                customdata=[[language, script] for language in part["language"]],
                hovertext=[_script_hover(row, name, t) for row in part.to_dict("records")],
                hovertemplate="%{hovertext}<extra></extra>",
                width=0.66,
            )
        )
    values, texts = ticks.shares(1.0, t)
    set_axes(draft, "", len(languages), {"tickvals": values, "ticktext": texts})
    draft.layout.update(barmode="stack")
    panel = Panel(labels=tuple(map(t.language_name, languages)), top=1.0, value="00", row=40, foot=30)
    return finish(draft, Plan(look.caption, (panel,), tuple(legend)))


def scripts_alt(frame: pd.DataFrame, look: Look) -> str:
    """The commonest script, or set of digits, of each language."""
    t, said = look.t, []
    for language, part in list(frame.groupby("language", sort=False))[:6]:
        row = part.nlargest(1, "share").to_dict("records")[0]
        most = f"{script_name(row['script'], t)} {t.percent(row['share'])}"
        said.append(t("{name}: {n}", name=t.language_name(str(language)), n=most))
    return f"{look.caption.title}. {'; '.join(said)}." if said else t("Nothing to show")


def script_name(script: str, t: Catalogue) -> str:
    """A script or a set of digits in the reader's language; its own name where we have no word for it."""
    own = {
        "Arabic": t("Arabic script"),
        "Latin": t("Latin script"),
        "Hebrew": t("Hebrew script"),
        "Cyrillic": t("Cyrillic script"),
        "Greek": t("Greek script"),
        "Han": t("Chinese script"),
        "Other": t("Other scripts"),
        "ascii": t("European digits (123)"),
        "arabic-indic": t("Arabic digits (\u0661\u0662\u0663)"),
        "extended-arabic-indic": t("Persian digits (\u06f1\u06f2\u06f3)"),
    }
    return own.get(script, script)


def _by_size(frame: pd.DataFrame) -> list[str]:
    sizes = frame.groupby("script")["n"].sum().reset_index().sort_values(["n", "script"], ascending=[False, True])
    return [str(script) for script in sizes["script"]]


def _script_hover(row: Any, name: str, t: Catalogue) -> str:
    said = (t.language_name(row["language"]), name, f"{t.number(row['n'])} ({t.percent(row['share'], 1)})")
    return "<br>".join((shown(said[0]), shown(said[1]), shown(said[2], t.language)))
