"""Who is named together, in articles or in sentences: ties beyond chance, groups, and what is behind each tie."""

import streamlit as st

from lib.query.conservation import conservation
from lib.query.network import network
from lib.text.safe import plain
from lib.views import charts, networking, parts, people, shell, tying
from lib.views.card import chart_card
from lib.views.charts import Told

here = shell.require()
corpus, filters, view, t = here.corpus, here.filters, here.view, here.t
parts.heading(here, t("Who is named together"))

if not parts.nothing(here):
    found = network(corpus, filters, view)
    networking.choices(here, found)
    tying.draw(here)
    counts = conservation(corpus, filters).sentence(t)
    if found.edges.empty:
        parts.line([networking.none(here, found), *networking.left(here, found), counts], here)
    else:
        in_sentences = view.unit == "sentence"
        title = t("Actors named in the same sentences") if in_sentences else t("Actors named in the same articles")
        told = Told("network", title, " \u00b7 ".join([*networking.left(here, found), counts]), here.matching)
        chart_card(here, charts.tied(here, told, found))
        parts.line(networking.method(here, found), here)
        networking.downloads(here, found)
        people.links(here, tuple(found.nodes["actor"].head(10)))
        st.header(plain(t("Groups")), anchor=False)
        networking.groups(here, found)
