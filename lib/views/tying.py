"""What is behind the tie that was clicked: its articles, and where sentences are counted the very sentences."""

from __future__ import annotations

import math

import streamlit as st

from lib.query import frames
from lib.query.articles import these
from lib.query.behind import Behind, Quoted, Tie, behind, quoted
from lib.query.marks import pair as narrowed
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import article_list, parts, quoting, state
from lib.views.marks import Span, marked
from lib.views.shell import Here

SIZE = 5


def draw(here: Here) -> None:
    """The open tie, where there is one and the corpus knows both."""
    t, pair = here.t, here.view.pair
    if not pair:
        return
    strange = here.corpus.unknown_actors(pair)
    for key in strange:
        st.warning(plain(t("This link asks for the actor {value}, which is not in this corpus.", value=isolate(key))))
    if strange:
        st.button(t("Close"), key="close-pair", icon=":material/close:", on_click=close)
        return
    tie = Tie(pair[0], pair[1], here.view.unit)
    found = behind(here.corpus, here.filters, tie)
    with st.container(border=True, key="behind"):
        st.subheader(plain(_titled(here, pair)), anchor=False)
        parts.line(_counted(here, found), here)
        with st.container(horizontal=True, vertical_alignment="center", key="behind-tools"):
            if found.rids and tie.unit == "article" and _sayable(here):
                query = _all(here, pair)
                st.page_link("pages/articles.py", label=t("Open as a list"), icon=":material/article:",
                             query_params=query)  # fmt: skip
            st.button(t("Close"), key="close-pair", icon=":material/close:", on_click=close)
        _page(here, tie, found)


def close() -> None:
    """Callback: closes the tie."""
    state.change(pair=(), page=1)


def _titled(here: Here, pair: tuple[str, ...]) -> str:
    """The names of two actors in one line."""
    names = parts.actor_names(here.corpus, pair, here.t.language)
    return here.t("{a} with {b}", a=isolate(names[pair[0]]), b=isolate(names[pair[1]]))


def _counted(here: Here, found: Behind) -> list[str]:
    t = here.t
    articles = t.n("{n} article", "{n} articles", len(found.rids))
    if here.view.unit == "article":
        return [articles]
    return [t("{sentences} in {articles}", sentences=t.n("{n} sentence", "{n} sentences", found.units),
              articles=articles)]  # fmt: skip


def _sayable(here: Here) -> bool:
    """Whether filters can say what was counted: "a or b, and with them c and d" they cannot."""
    return here.filters.match == "all" or len(here.filters.actors) < 2


def _all(here: Here, pair: tuple[str, ...]) -> dict[str, list[str]]:
    filters = narrowed(here.filters, pair[0], pair[1])
    return here.link(actors=filters.actors, match=filters.match)


def _page(here: Here, tie: Tie, found: Behind) -> None:
    pages = max(1, math.ceil(len(found.rids) / SIZE))
    page = min(here.view.page, pages)
    rids = found.rids[(page - 1) * SIZE : page * SIZE]
    shown = these(here.corpus, here.filters, rids)
    if tie.unit == "article":
        article_list.draw(here, shown)
    elif rids:
        told = quoted(here.corpus, here.filters, tie, found, rids)
        names = parts.actor_names(here.corpus, [tie.a, tie.b], here.t.language)
        for row in frames.rows(shown):
            with st.container(key=f"tied-{row.rid}", gap=None):
                for each in told[row.rid]:
                    quoting.sentence(each.text, row.language, _marked(each, names))
                quoting.origin(here, row)
    if pages > 1:
        key = state.key("page")
        st.pagination(pages, default=page, key=key, on_change=state.take, args=("page", key))


def _marked(each: Quoted, names: dict[str, str]) -> str:
    """A sentence with both actors marked."""
    return marked(each.text, [Span(start, end, kind, "", names.get(key, key)) for start, end, key, kind in each.names])
