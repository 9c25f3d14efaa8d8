"""From a page to what can be done about the actors on it: their own pages, their sentences, and their correction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import streamlit as st

from lib.model import Mention
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import parts
from lib.views.shell import Here

MOST = 12


def pages(here: Here, keys: Sequence[str], where: str) -> None:
    """The names of actors in a row, each a link to the actor's page; `where` tells rows of one page apart."""
    if not keys:
        return
    names = parts.actor_names(here.corpus, keys, here.t.language)
    with st.container(horizontal=True, gap="small", key=f"people-{where}"):
        for key in keys:
            st.page_link("pages/actor.py", label=plain(isolate(names[key])), icon=":material/person:",
                         query_params=here.link(who=key, form=""))  # fmt: skip


def named(here: Here, mentions: Iterable[Mention]) -> None:
    """The actors that an article names, those that the filters ask for first, then the most mentioned."""
    counts = Counter(mention.actor for mention in mentions)
    order = sorted(counts, key=lambda key: (key not in here.filters.actors, -counts[key], key))
    if not order:
        return
    parts.line([here.t("Named here, each with a page of its own:")], here)
    pages(here, order[:MOST], "named")
    if order[MOST:]:
        with st.expander(plain(here.t.n("{n} more", "{n} more", len(order) - MOST)), icon=":material/group:"):
            pages(here, order[MOST:], "named-rest")


def links(here: Here, keys: Sequence[str]) -> None:
    """For each actor a link to its sentences and one to the page where it is merged, split or renamed."""
    if not keys:
        return
    names = parts.actor_names(here.corpus, keys, here.t.language)
    with st.expander(here.t("Sentences and corrections of these actors"), icon=":material/manage_accounts:"):
        for number, key in enumerate(keys):
            query = here.link(who=key, form="")
            with st.container(horizontal=True, key=f"who-{number}"):
                st.page_link("pages/sentences.py", label=plain(isolate(names[key])), icon=":material/format_quote:",
                             query_params=query)  # fmt: skip
                st.page_link("pages/actor.py", label=here.t("Its page"), icon=":material/person:", query_params=query)
                st.page_link("pages/curate.py", label=here.t("Correct"), icon=":material/edit:", query_params=query)
