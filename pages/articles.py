"""The matching articles as a list: sorted, in pages, and to take away as a spreadsheet."""

import math

import streamlit as st

from lib.query.articles import articles
from lib.views import article_list, controls, parts, shell, state, ticking

SIZE = 20
here = shell.require()
corpus, filters, view, t = here.corpus, here.filters, here.view, here.t
parts.heading(here, t("Articles"))

if not parts.nothing(here):
    with st.container(horizontal=True, key="choices", vertical_alignment="bottom"):
        sorts = {"corpus": t("As in the corpus"), "newest": t("Newest first"), "oldest": t("Oldest first")}
        sorts |= {"title": t("By title"), "longest": t("Longest first")}
        sort = controls.listed("sort", t("Order"), sorts, view.sort)
        article_list.downloads(here, sort)
        selecting = ticking.switch(here)

    pages = math.ceil(here.matching / SIZE)
    page = min(view.page, pages)
    shown = articles(corpus, filters, sort, (page - 1) * SIZE, SIZE)
    first = (page - 1) * SIZE + 1
    range_ = t("{first} to {last} of {n}", first=t.number(first), last=t.number(first + len(shown) - 1),
               n=t.number(here.matching))  # fmt: skip
    parts.line([range_], here)
    if selecting:
        ticking.panel(here, list(shown["id"]))
    article_list.draw(here, shown, selecting)
    if pages > 1:
        key = state.key("page")
        st.pagination(pages, default=page, key=key, on_change=state.take, args=("page", key))
