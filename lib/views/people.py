"""From a page to what can be done about the actors on it: their sentences, and the page where they are corrected."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import parts
from lib.views.shell import Here


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
                st.page_link("pages/curate.py", label=here.t("Correct"), icon=":material/edit:", query_params=query)
