"""Who is named: how often, in which languages, when, and with whom; click an actor to keep the articles about it."""

import streamlit as st

from lib.query import actors as counted
from lib.text.safe import plain
from lib.views import actors, charts, parts, people, shell
from lib.views.card import chart_card
from lib.views.charts import Told

here = shell.require()
t = here.t
parts.heading(here, t("Who is named"))

if not parts.nothing(here):
    measure = actors.choices(here)
    ranked, changed = actors.ranked(here)
    keys = tuple(ranked.loc[ranked["articles"] > 0, "actor"])
    counts = actors.counts(here)
    if not keys:
        parts.line([t("No actor that Rawi knows is named in these articles."), counts], here)
        st.stop()
    titles = {"mentions": t("Actors by mentions"), "share": t("Actors by share of articles that name them")}
    title = titles.get(measure, t("Actors by articles that name them"))
    chart_card(here, charts.ranking(here, Told("actors", title, counts, here.matching), ranked, measure))
    people.pages(here, keys[: actors.MOST], "ranked")
    people.links(here, keys[: actors.MOST])

    actors.rising(here, changed, counts)
    actors.fresh(here)
    actors.where(here, keys[: actors.MOST], measure, counts)
    actors.when(here, keys, measure)

    st.header(plain(t("With whom")), anchor=False)
    pairs = counted.together(here.corpus, here.filters)
    if pairs.empty:
        parts.line([t("No two actors are named in the same article.")], here)
    else:
        told = Told("together", t("Actors named in the same articles"), counts, here.matching)
        chart_card(here, charts.together(here, told, pairs, "network"))
        label = t("The network of all actors and its groups")
        st.page_link("pages/network.py", label=label, icon=":material/hub:", query_params=here.link())
