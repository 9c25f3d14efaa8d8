"""The network's page around its picture: what can be chosen, what was left out, how it is reckoned, groups, files."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from lib.export.network import csv_file, gexf_file, graphml_file
from lib.model import KINDS
from lib.query.network import Network
from lib.text.safe import escape, plain
from lib.views import controls, parts, state, words
from lib.views.card import file_stem
from lib.views.shell import Here


def choices(here: Here, found: Network) -> None:
    """In articles or sentences, how often at the least, how many actors, and of which kinds."""
    t, view = here.t, here.view
    with st.container(horizontal=True, key="choices", vertical_alignment="bottom"):
        units = {"article": t("an article"), "sentence": t("a sentence")}
        controls.one("unit", t("Named together in"), units, view.unit)
        key = state.key("least")
        st.number_input(t("At least so often"), 1, 999_999, found.least, key=key, on_change=state.take,
                        args=("least", key), width=160)  # fmt: skip
        key = state.key("top")
        st.slider(t("Most named actors"), 10, 100, view.top, 10, key=key, on_change=state.take, args=("top", key),
                  width=260)  # fmt: skip
    names: dict[str, str] = {kind: t(words.KINDS[kind]) for kind in KINDS}
    controls.several("kinds", t("Kinds"), controls.Choice(KINDS, names.__getitem__, view.kinds, t("All kinds")))


def left(here: Here, found: Network) -> list[str]:
    """What is drawn and what was left out, in words for the picture's foot."""
    t, said = here.t, []
    drawn = len(found.drawn)
    if drawn:
        said.append(t.n("{n} tie", "{n} ties", drawn))
    if drawn < len(found.edges):
        rest = len(found.edges) - drawn
        said.append(t.n("{n} less sure one not drawn", "{n} less sure ones not drawn", rest))
    if found.seldom:
        said.append(
            t.n("{n} pair together less than {least} times", "{n} pairs together less than {least} times",
                found.seldom, least=t.number(found.least))
        )  # fmt: skip
    if found.chance:
        said.append(t.n("{n} pair no more than chance", "{n} pairs no more than chance", found.chance))
    if found.alone:
        said.append(t.n("{n} actor without a tie", "{n} actors without a tie", found.alone))
    return said


def none(here: Here, found: Network) -> str:
    """Why there is nothing to draw."""
    t = here.t
    if found.seldom or found.chance:
        return t("No two of these actors are named together so often, and more often than by chance.")
    return t("No two of these actors are named together.")


def method(here: Here, found: Network) -> list[str]:
    """How ties are reckoned, in a few sentences."""
    t, n = here.t, found.total
    counted = (
        t.n("Chance is reckoned over {n} matching article.", "Chance is reckoned over {n} matching articles.", n)
        if found.unit == "article"
        else t.n("Chance is reckoned over {n} sentence that names anybody.",
                 "Chance is reckoned over {n} sentences that name anybody.", n)
    )  # fmt: skip
    wider = t("Whoever the filter asks for is in all of them: their ties are reckoned over what matches without it.")
    return [
        t("A line is the broader the more two actors are named together beyond chance (NPMI, Bouma 2009)."),
        t("The surest ties come first (log-likelihood G2, Dunning 1993); dots of one colour and shape are a group "
          "(Louvain, Blondel et al. 2008)."),
        counted,
        *([wider] if found.wider else []),
        t("Names that have no room are left out: point at a dot to read it. Click on the mark in the middle of a line, "
          "or choose a row of the table, to see what is behind it."),
    ]  # fmt: skip


def groups(here: Here, found: Network) -> None:
    """Who is in each group, the most named first."""
    t = here.t
    names = parts.actor_names(here.corpus, found.nodes["actor"], t.language)
    items = []
    for _, members in found.nodes.groupby("group", sort=True):
        said = t(", ").join(f"<bdi>{escape(names[key])}</bdi>" for key in members["actor"])
        items.append(f"<li>{said}</li>")
    st.html(f'<ul lang="{escape(t.language)}" dir="{t.direction}">{"".join(items)}</ul>')


def downloads(here: Here, found: Network) -> None:
    """The whole network as files for other programs: all ties, those that are not drawn too."""
    t, stem = here.t, file_stem(f"network-{found.unit}", here.filters)
    options: dict[str, Any] = {"on_click": "ignore", "icon": ":material/download:"}
    with st.container(horizontal=True, vertical_alignment="center", key="network-files"):
        files = {
            "gexf": (gexf_file, "application/gexf+xml", "GEXF", t("For Gephi")),
            "graphml": (graphml_file, "application/graphml+xml", "GraphML", t("For most programs that draw networks")),
            "csv": (csv_file, "text/csv", t("All ties (CSV)"), t("With the names of both actors in every script")),
        }
        for ending, (make, mime, label, help_) in files.items():
            st.download_button(
                plain(label), partial(make, found), f"{stem}.{ending}", mime, key=f"net-{ending}", help=help_, **options
            )
