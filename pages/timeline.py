"""Articles over time: drag over a period to keep it, click a bar to keep what it counts."""

import streamlit as st

from lib.query.timeline import timeline
from lib.views import charts, controls, parts, shell
from lib.views.card import chart_card
from lib.views.charts import Told

here = shell.require()
corpus, filters, view, t = here.corpus, here.filters, here.view, here.t
parts.heading(here, t("Articles over time"))

if not parts.nothing(here):
    with st.container(horizontal=True, key="choices"):
        steps = {"": t("Automatic"), "day": t("Day"), "week": t("Week"), "month": t("Month")}
        steps |= {"quarter": t("Quarter"), "year": t("Year")}
        controls.listed("granularity", t("One bar for each"), steps, view.granularity)
        splits = {"language": t("Language"), "outlet": t("Outlet"), "actor": t("Actor"), "none": t("Nothing")}
        split = controls.one("split", t("Told apart by"), splits, view.split)
        styles = {"lines": t("Lines"), "multiples": t("Small charts")}
        styles = styles if split == "actor" else {"bars": t("Bars"), **styles}
        style = controls.one("style", t("Drawn as"), styles, view.style)
        controls.calendar(view.calendar, t)
        measures = {"articles": t("Articles"), "share": t("Share of all"), "mentions": t("Mentions")}
        measure = controls.one("measure", t("Counted in"), measures, view.measure)

    found = timeline(corpus, filters, view)
    spoken = found.which == "spoken"
    title = t("Articles by the dates they speak of") if spoken else t("Articles by date of publication")
    counts = found.conservation.sentence(t)
    if spoken:
        pairs = t.n("{n} date counted", "{n} dates counted", found.pairs)
        counts = t("{counts} \u00b7 {pairs}, an article once in each bar it speaks of", counts=counts, pairs=pairs)
    if found.frame.empty:
        parts.line([t("None of these articles has a date of this kind."), counts], here)
    else:
        told = Told("timeline", title, counts, found.behind)
        chart_card(here, charts.over_time(here, told, found, (style, measure)))
        if found.coarsened:
            parts.line([t("So many bars could not be told apart; longer steps were taken.")], here)
    if spoken and not corpus.has_published:
        note = t("No article of this corpus has a date of publication, so the dates it speaks of are shown.")
        parts.line([note], here)
