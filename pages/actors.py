"""Who is named: how often, in which languages, when, and with whom; click an actor to keep the articles about it."""

import streamlit as st

from lib.query import actors
from lib.query.conservation import conservation
from lib.text.safe import plain
from lib.views import charts, controls, parts, people, shell
from lib.views.card import chart_card
from lib.views.charts import Told

MOST, FEW = 10, 5
here = shell.require()
corpus, filters, view, t = here.corpus, here.filters, here.view, here.t
parts.heading(here, t("Who is named"))

if not parts.nothing(here):
    ranked = actors.ranking(corpus, filters)
    keys = tuple(ranked.loc[ranked["articles"] > 0, "actor"])
    counts = conservation(corpus, filters).sentence(t)
    if not keys:
        parts.line([t("No actor that Rawi knows is named in these articles."), counts], here)
    else:
        measures = {"articles": t("Articles"), "mentions": t("Mentions")}
        measure = controls.one("measure", t("Counted in"), measures, view.measure)
        title = t("Actors by mentions") if measure == "mentions" else t("Actors by articles that name them")
        chart_card(here, charts.ranking(here, Told("actors", title, counts, here.matching), ranked, measure))

        people.links(here, keys[:MOST])

        st.header(plain(t("In which languages")), anchor=False)
        told = Told("actors-by-language", t("The most named actors by language"), counts, here.matching)
        chart_card(here, charts.by_language(here, told, actors.by_language(corpus, filters, keys[:MOST]), measure))

        st.header(plain(t("When")), anchor=False)
        styles = {"lines": t("Lines"), "multiples": t("Small charts")}
        with st.container(horizontal=True, key="choices"):
            style = controls.one("style", t("Drawn as"), styles, view.style)
            controls.calendar(view.calendar, t)
        found = actors.over_time(corpus, filters, (filters.actors or keys)[:FEW], view)
        if found.frame.empty:
            parts.line([t("None of these articles has a date of this kind."), found.conservation.sentence(t)], here)
        else:
            told = Told("actors-over-time", t("Actors over time"), found.conservation.sentence(t), found.behind)
            chart_card(here, charts.over_time(here, told, found, (style, "articles")))

        st.header(plain(t("With whom")), anchor=False)
        pairs = actors.together(corpus, filters)
        if pairs.empty:
            parts.line([t("No two actors are named in the same article.")], here)
        else:
            told = Told("together", t("Actors named in the same articles"), counts, here.matching)
            chart_card(here, charts.together(here, told, pairs, "network"))
            label = t("The network of all actors and its groups")
            st.page_link("pages/network.py", label=label, icon=":material/hub:", query_params=here.link())
