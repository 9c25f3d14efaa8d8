"""The sentences behind a number: each mention of an actor that is counted, with its article."""

import math

import streamlit as st

from lib.query.sentences import sentences
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import concordance, parts, shell, state

SIZE = 20
here = shell.require()
t, view = here.t, here.view
actor = here.corpus.actor(view.who) if view.who else None
name = isolate(actor.name(t.language)) if actor else ""
parts.heading(here, t("Sentences about {name}", name=name) if actor else t("Sentences"))

matching = not parts.nothing(here)
if actor is None:
    if view.who:
        said = t("This link asks for the actor {value}, which is not in this corpus.", value=isolate(view.who))
        st.warning(plain(said))
    st.page_link("pages/actors.py", label=t("Actors"), icon=":material/group:", query_params=here.link(who="", form=""))
elif matching:
    found = sentences(here.corpus, here.filters, (actor.key, view.form), (view.page - 1) * SIZE, SIZE)
    pages = max(1, math.ceil(found.mentions / SIZE))
    if view.page > pages:
        found = sentences(here.corpus, here.filters, (actor.key, view.form), (pages - 1) * SIZE, SIZE)
    concordance.counted(here, found)
    link = here.link(who=actor.key, form="")
    with st.container(horizontal=True, key="who-links"):
        st.page_link("pages/actor.py", label=plain(t("Its page")), icon=":material/person:", query_params=link)
        st.page_link("pages/curate.py", label=plain(t("Correct this actor")), icon=":material/edit:", query_params=link)
    concordance.draw(here, found)
    if pages > 1:
        key = state.key("page")
        st.pagination(pages, default=min(view.page, pages), key=key, on_change=state.take, args=("page", key))
