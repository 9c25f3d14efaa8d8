"""The controls of the timeline: the five that are often used in a row, the rarer ones behind one button."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from lib.query import compare
from lib.query.view import MOST_COMPARED, WINDOWS, Overlay
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import controls, sidebar, state
from lib.views.shell import Here

_OFFERED = 300  # actors that can be compared without typing


def draw(here: Here) -> tuple[str, str]:
    """All controls; gives the style and the measure in force."""
    t, view = here.t, here.view
    both, compared = view.layers == "both", bool(view.compare)
    with st.container(horizontal=True, key="choices", vertical_alignment="bottom"):
        steps = {"": t("Automatic"), "day": t("Day"), "week": t("Week"), "month": t("Month")}
        steps |= {"quarter": t("Quarter"), "year": t("Year")}
        controls.listed("granularity", t("One bar for each"), steps, view.granularity)
        if not both and not compared:
            splits = {"language": t("Language"), "outlet": t("Outlet"), "actor": t("Actor"), "none": t("Nothing")}
            controls.one("split", t("Told apart by"), splits, view.split)
        style = controls.one("style", t("Drawn as"), _styles(here), view.style)
        controls.calendar(view.calendar, t)
        measure = controls.one("measure", t("Counted in"), _measures(here), view.measure)
        with st.popover(t("More"), icon=":material/tune:"):
            _more(here)
    return style, measure


def apart(here: Here) -> bool:
    """Whether series are shown that share articles."""
    return bool(here.view.compare) or here.view.layers == "both" or here.view.split == "actor"


def _styles(here: Here) -> dict[str, str]:
    t = here.t
    styles = {"lines": t("Lines"), "multiples": t("Small charts")}
    return styles if apart(here) else {"bars": t("Bars"), **styles}


def _measures(here: Here) -> dict[str, str]:
    t, view = here.t, here.view
    measures = {"articles": t("Articles"), "share": t("Share of all")}
    if view.layers == "both" or view.compare:
        return measures
    if view.split in ("language", "outlet"):
        own = {"language": t("Share in language"), "outlet": t("Share in outlet")}
        measures["within"] = own[view.split]
    return {**measures, "mentions": t("Mentions")}


def _more(here: Here) -> None:
    """Two layers, smoothing, comparison, and which overlays are drawn."""
    t, view = here.t, here.view
    layers = {"one": t("One kind of date"), "both": t("Published and spoken of")}
    controls.one("layers", t("Dates"), layers, view.layers)
    _smoothing(here)
    if view.layers == "one":
        comparison(here)
    drawn = {"imprecise": t("Imprecise dates"), "gaps": t("Gaps in collection"), "peaks": t("Peaks")}
    drawn |= {"events": t("Own events")}
    key = state.key("hidden")
    st.pills(
        t("Laid over it"),
        list(drawn),
        selection_mode="multi",
        default=[name for name in drawn if name not in view.hidden],
        format_func=lambda name: plain(drawn[name]),
        key=key,
        on_change=_hide,
        args=(key,),
    )


def _hide(widget: str) -> None:
    """Callback: what is not chosen is hidden."""
    shown = st.session_state[widget]
    state.put(hidden=tuple(name for name in get_args(Overlay) if name not in shown))


def _smoothing(here: Here) -> None:
    t, view, key = here.t, here.view, state.key("smooth")
    windows = [int(each) for each in WINDOWS]
    none = t("None")
    st.selectbox(
        t("Moving average over"),
        windows,
        index=windows.index(view.smooth),
        format_func=lambda n: none if n == 1 else t.n("{n} bar", "{n} bars", n),
        key=key,
        on_change=state.take,
        args=("smooth", key),
    )


def comparison(here: Here) -> None:
    """Actors to choose and words to type, up to six."""
    t, view, key = here.t, here.view, state.key("compare")
    labels = {
        compare.item("actor", name): label
        for name, label in list(sidebar.actor_labels(here.corpus, t).items())[:_OFFERED]
    }

    def show(each: str) -> str:
        sort, value = compare.parted(each) if ":" in each else ("q", each)
        return labels.get(each) or (f"\u201c{isolate(value)}\u201d" if sort == "q" else isolate(value))

    offered = [*labels, *(each for each in view.compare if each not in labels)]
    st.multiselect(
        t("Compare"),
        offered,
        default=list(view.compare),
        format_func=show,
        key=key,
        on_change=_compare,
        args=(key, tuple(offered)),
        max_selections=MOST_COMPARED,
        accept_new_options=True,
        placeholder=t("Actors, or words to search for"),
        help=t("Up to six actors or searches, side by side, within the filters in force."),
    )


def _compare(widget: str, offered: tuple[str, ...]) -> None:
    """Callback: typed words become searches; the first comparison is one of shares, the only fair measure."""
    before = state.now().view.compare
    items = compare.typed(st.session_state[widget], offered)[:MOST_COMPARED]
    changes: dict[str, object] = {"compare": items}
    if items and not before:
        changes["measure"] = "share"
    state.change(**changes)
