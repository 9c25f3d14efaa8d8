"""How Rawi works, what it cannot do, and whose work it stands on."""

import streamlit as st

from lib.text.safe import plain
from lib.views import about, parts, shell

here = shell.require()
t = here.t
st.title(plain(t("About Rawi")), anchor=False)
for heading, paragraphs in about.sections(t):
    st.header(plain(heading), anchor=False)
    for paragraph in paragraphs:
        st.html(parts.own(paragraph, t))

st.header(plain(t("This corpus")), anchor=False)
about.table(about.corpus_facts(here))

st.header(plain(t("Versions")), anchor=False)
about.table(about.versions())
