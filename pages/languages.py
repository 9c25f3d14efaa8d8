"""What the articles are like in each language: how many, how long, how varied, in which scripts, with which words."""

import streamlit as st

from lib.query import languages
from lib.query.conservation import conservation
from lib.query.reading import WINDOW
from lib.text.safe import plain
from lib.views import charts, controls, parts, shell
from lib.views.card import chart_card
from lib.views.charts import Told

BARS, CLOUD = 25, 80
here = shell.require()
corpus, filters, t = here.corpus, here.filters, here.t
parts.heading(here, t("Languages"))

if not parts.nothing(here):
    counts = conservation(corpus, filters).sentence(t)
    found = languages.languages(corpus, filters)
    found["reason"] = [t(reason) for reason in found["reason"]]
    chart_card(here, charts.languages(here, Told("languages", t("Articles by language"), counts, here.matching), found))

    parts.line(
        [
            t("Variety is the mean share of different words over all windows of {n} words.", n=t.number(WINDOW)),
            t("Where there is less text than one window, none is given."),
        ],
        here,
    )

    st.header(plain(t("Scripts and digits")), anchor=False)
    for name, title, rows in (
        ("scripts", t("Scripts by language"), languages.scripts(corpus, filters)),
        ("digits", t("Digits by language"), languages.digits(corpus, filters).rename(columns={"digits": "script"})),
    ):
        if rows.empty:
            parts.line([t("{title}: none in these articles.", title=title)], here)
        else:
            chart_card(here, charts.scripts(here, Told(name, title, counts, here.matching), rows))

    st.header(plain(t("Most frequent words")), anchor=False)
    style = controls.one("style", t("Drawn as"), {"bars": t("Bars"), "cloud": t("Word cloud")}, here.view.style)
    for language in found["language"].head(3):
        rows = languages.frequent_words(corpus, filters, language, CLOUD if style == "cloud" else BARS)
        if rows.empty:
            continue
        read = t.n("counted in {n} article", "counted in {n} articles", int(rows["read"].iloc[0]))
        title = t("Most frequent words: {language}", language=t.language_name(language))
        name = f"cloud-{language}" if style == "cloud" else f"words-{language}"
        told = Told(name, title, f"{read} \u00b7 {t('without stop words')}", int(rows["read"].iloc[0]))
        chart_card(here, charts.frequent(here, told, rows, language))
