"""Who is who: merge, split, rename, hide and add actors; the reader's word wins over list and model."""

import streamlit as st

from lib.export.problems import place_words
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import curating, opening, parts, reviewing, shell, tables, writing
from lib.views.words import columns

here = shell.require()
t, corpus = here.t, here.corpus
mine = writing.allowed()
parts.heading(here, t("Who is who"))
curating.trouble(t)
reviewing.conflicts(here)
if not mine:
    st.info(plain(writing.refusal(t)))
if st.session_state.get("rawi-read-again"):
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(plain(t("New spellings are looked for at the next reading.")))
        if st.button(t("Read again"), on_click=opening.again, icon=":material/refresh:"):
            del st.session_state["rawi-read-again"]
            st.rerun()

curating.search(here)
actor = corpus.actor(here.view.who) if here.view.who else None
if actor:
    curating.who(here, actor)
elif here.view.who:
    known = isolate(here.view.who)
    st.warning(plain(t("This link asks for the actor {value}, which is not in this corpus.", value=known)))

matching = not parts.nothing(here)
if not actor:
    if matching:
        st.header(plain(t("One or two?")), anchor=False)
        reviewing.queue(here, mine)
    if mine:
        st.header(plain(t("Add an actor")), anchor=False)
        curating.add_form(here)
    st.header(plain(t("The list")), anchor=False)
    reviewing.file(here, mine)
    problems = tables.framed({
        "source": [each.source for each in corpus.overlay.problems],
        "place": [place_words(each.where, t, isolate) for each in corpus.overlay.problems],
        "what": [t.said(each.what, isolate) for each in corpus.overlay.problems],
    })  # fmt: skip
    if not problems.empty:
        st.warning(plain(t("Some rows of the list could not be followed.")))
        tables.listed(problems, columns(problems, t), t, "list-problems")
else:
    everybody = here.link(who="")
    st.page_link("pages/curate.py", label=plain(t("Back to all")), icon=":material/group:", query_params=everybody)
st.header(plain(t("Changes")), anchor=False)
reviewing.log(here, mine)
