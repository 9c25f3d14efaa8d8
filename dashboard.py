"""Rawi: explore news in Persian, Arabic and English. Start it with `streamlit run dashboard.py -- path/to/articles`."""

import streamlit as st

from lib.i18n import catalogue
from lib.query.articles import count
from lib.views import notices, opening, shell, sidebar, state

st.set_page_config(page_title="Rawi", page_icon=shell.ICON, layout="wide")
page = shell.navigation(catalogue(state.language()))
now = state.sync(page.url_path)
t = catalogue(now.view.ui)
shell.style(t)

with st.sidebar:
    sidebar.brand(t)
    sidebar.interface(now.view.ui, t)
    shell.menu(now, t)
    coming = st.empty()

corpus = opening.opened(t, lambda: sidebar.coming(coming, t))
coming.empty()
if corpus is None:
    st.stop()

now = state.redirected(corpus.overlay)
here = shell.Here(corpus, now.filters, now.view, t, page.url_path or "overview", count(corpus, now.filters))
with st.sidebar:
    sidebar.filters(here)
notices.draw(here, now)
with shell.frame(here):
    page.run()
