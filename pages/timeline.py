"""Articles over time and the chronology that they tell: drag over a period to keep it, click a bar for its articles."""

import streamlit as st

from lib.query import compare
from lib.query.layers import layers
from lib.query.laying import overlaid
from lib.query.timeline import timeline
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import charts, chronology, controls, events, overtime, parts, reasons, shell, timing
from lib.views.card import chart_card
from lib.views.charts import Told

here = shell.require()
corpus, filters, view, t = here.corpus, here.filters, here.view, here.t
parts.heading(here, t("Articles over time"))

if not parts.nothing(here):
    pages = {"chart": t("Chart"), "chronology": t("Chronology")}
    part = controls.one("part", t("Shown"), pages, view.part, silent=True)
    if part == "chronology":
        chronology.draw(here)
        st.stop()
    style, measure = timing.draw(here)
    for key in compare.unknown(corpus, view.compare):
        st.warning(plain(t("This link asks for the actor {value}, which is not in this corpus.", value=isolate(key))))

    fates = None
    if view.layers == "both":
        found, fates = layers(corpus, filters, view)
    else:
        found = timeline(corpus, filters, view)
    own = events.known()
    found = overlaid(corpus, filters, view, found, own.rows)
    spoken = found.which == "spoken"
    title = t("Articles by the dates they speak of") if spoken else t("Articles by date of publication")
    title = t("Coverage and the days it speaks of") if fates else title
    counts = overtime.counts(found, here, fates)
    if found.frame.empty:
        parts.line([t("None of these articles has a date of this kind."), counts], here)
    else:
        told = Told("timeline", title, counts, found.behind)
        chart_card(here, charts.over_time(here, told, found, (style, measure)))
        if found.coarsened:
            parts.line([t("So many bars could not be told apart; longer steps were taken.")], here)
        reasons.draw(here, found)
    reasons.left(here, found)
    events.form(here, own)
    if spoken and not corpus.has_published:
        note = t("No article of this corpus has a date of publication, so the dates it speaks of are shown.")
        parts.line([note], here)
