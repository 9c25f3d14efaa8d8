"""The corpus at a glance: how much, from when, in which languages, who is named, and what could not be read."""

import streamlit as st

from lib.export.problems import in_words
from lib.query.conservation import conservation
from lib.query.overview import overview
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import charts, parts, people, shell, tables, words
from lib.views.card import chart_card
from lib.views.charts import Told

here = shell.require()
corpus, filters, t = here.corpus, here.filters, here.t
found = overview(corpus, filters)
parts.heading(here, t("What is in {corpus}", corpus=isolate(corpus.name)))

if not parts.nothing(here):
    repeats = t.n("{n} of them a repeat", "{n} of them repeats", found.repeats) if found.repeats else ""
    total = t("of {total} in all", total=t.number(found.total)) if found.articles != found.total else ""
    named = t.n("{n} mention", "{n} mentions", found.mentions)
    parts.figures(
        [
            (t("Articles"), t.number(found.articles), " \u00b7 ".join(filter(None, (total, repeats)))),
            (t("Languages"), t.number(len(found.languages)), ""),
            (t("Words"), t.number(found.words), ""),
            (t("Actors named"), t.number(found.actors_named), named),
        ]
    )
    parts.figures(
        [
            (t("Published"), words.span(found.published, here.days), words.of(found.dated, found.articles, t)),
            (t("Dates spoken of"), words.span(found.spoken, here.days), words.of(found.speaking, found.articles, t)),
        ]
    )
    counts = conservation(corpus, filters).sentence(t)

    by_language = Told("languages", t("Articles by language"), counts, found.articles)
    chart_card(here, charts.languages(here, by_language, found.languages))
    if not found.actors.empty:
        most = Told("actors", t("Most named actors"), counts, found.articles)
        chart_card(here, charts.ranking(here, most, found.actors))
        people.pages(here, list(found.actors["actor"]), "named")

st.header(plain(t("What was left out")), anchor=False)
left = (
    (t("Removed from the articles"), found.removed.assign(why=[t(why) for why in found.removed["why"]])),
    (t("Not read as articles"), found.set_aside.assign(why=[t(why) for why in found.set_aside["why"]])),
    (t("Could not be read"), in_words(found.problems, t, isolate)),
)
for number, (title, rows) in enumerate(left):
    st.subheader(plain(title), anchor=False)
    if rows.empty:
        parts.line([t("Nothing")], here)
    else:
        tables.listed(rows, words.columns(rows, t), t, f"left-out-{number}")
