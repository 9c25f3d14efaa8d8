"""The corpus on disk: what was read and what was not; correct many articles at once, open another corpus, forget it."""

import streamlit as st

from lib.export.told import told
from lib.query.sources import paths
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import correcting, labelling, opening, parts, shelf, shell, table_form, writing

here = shell.require()
t = here.t
mine = writing.allowed()
parts.heading(here, t("The corpus {corpus}", corpus=isolate(here.corpus.name)))
parts.figures(told(here.corpus, here.days))
shelf.changes(here)
st.button(t("Read again"), on_click=opening.again, icon=":material/refresh:")

st.header(plain(t("What was left out")), anchor=False)
shelf.problems(here)

table_form.draw(here)

st.header(plain(t("Correct many articles")), anchor=False)
matching = not parts.nothing(here)
if not mine:
    st.info(plain(writing.refusal(t)))
    st.stop()
for problem in writing.corrections().problems:
    if not problem.kept:
        st.warning(plain(t("{source}: {why}", source=isolate(problem.source), why=t.said(problem.what, isolate))))
if matching:
    correcting.matching_form(here)
    with st.expander(t("Star, tags and sets for all that match"), icon=":material/label:"):
        labelling.many_form(here, correcting.matching_ids(here), "many")
correcting.refused_form(here)

if int(here.corpus.meta["articles"]):
    st.header(plain(t("Correct a folder or a file")), anchor=False)
    correcting.folder_form(here, paths(here.corpus), "paths")

st.header(plain(t("Open another corpus")), anchor=False)
shelf.open_form(here)
shelf.upload_form(here)

st.header(plain(t("Forget")), anchor=False)
shelf.forget_form(here)
