"""The parts of the page of all actors: who is named most, what changed, by which outlets, when, and who is new."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from lib.query import actors, compare
from lib.query.change import SMALL, Change, change, newcomers
from lib.query.conservation import conservation
from lib.query.frames import shares
from lib.query.timeline import timeline
from lib.query.view import View
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import actor_charts, charts, controls, parts, people, timing
from lib.views.card import chart_card
from lib.views.charts import Told
from lib.views.shell import Here
from lib.views.words import KINDS

RANKED, MOST, FEW, CHANGES, SQUARES, OUTLETS = 30, 10, 5, 15, 15, 6


def ranked(here: Here) -> tuple[pd.DataFrame, Change]:
    """The ranking with shares and what changed of them."""
    kinds = (here.view.kind,) if here.view.kind else ()
    found = actors.ranking(here.corpus, here.filters, RANKED, kinds)
    found["share"] = shares(found["articles"], pd.Series(here.matching, found.index))
    changed = change(here.corpus, here.filters, list(found["actor"]))
    told = changed.frame[["actor", "share_before", "share_now", "share_change"]]
    return found.merge(told, how="left", on="actor"), changed


def choices(here: Here) -> str:
    """Which actors are ranked and by what; gives the measure in force."""
    t, view = here.t, here.view
    with st.container(horizontal=True, key="ranked-by", vertical_alignment="bottom"):
        names = {"": t("All kinds"), **{kind: t(words) for kind, words in KINDS.items()}}
        controls.listed("kind", t("Kind"), names, view.kind)
        measures = {"articles": t("Articles"), "share": t("Share of all"), "mentions": t("Mentions")}
        return controls.one("measure", t("Counted in"), measures, view.measure)


def rising(here: Here, changed: Change, counts: str) -> None:
    """Shares before and now, with the two stretches of time in words."""
    t = here.t
    st.header(plain(t("What changed")), anchor=False)
    if changed.windows is None:
        parts.line([t("No two stretches of time can be told apart: too few days are known.")], here)
        return
    before, now = (t.n("{n} article", "{n} articles", n) for n in changed.totals)
    said = [changed.windows.sentence(here.days), t("In all {before} before and {now} now.", before=before, now=now)]
    beside = here.matching - changed.totals[1] - (0 if changed.windows.asked else changed.totals[0])
    if beside > 0:
        said.append(t.n("{n} more article has no date, or one too imprecise.",
                        "{n} more articles have no date, or one too imprecise.", beside))  # fmt: skip
    if changed.small:
        said.append(t("With fewer than {n} articles on a side, differences may well be chance.", n=t.number(SMALL)))
    if not any(changed.totals):
        parts.line(said, here)
        return
    shown = Change(changed.windows, changed.frame.head(CHANGES), changed.totals)
    title = t("Share of articles that name them, before and now")
    told = Told("actors-change", title, " ".join([*said[:1], counts + ".", *said[1:]]), here.matching)
    chart_card(here, actor_charts.change(here, told, shown))


def fresh(here: Here) -> None:
    """Who is named for the first time."""
    t = here.t
    st.header(plain(t("Newcomers")), anchor=False)
    found = newcomers(here.corpus, here.filters, CHANGES, (here.view.kind,) if here.view.kind else ())
    if found.windows is None:
        parts.line([t("Who is new can only be told by days of publication, and too few are known.")], here)
        return
    since, until = found.windows.now
    when = here.days.span(since, until, "d MMM y")
    if not found.earlier:
        parts.line([t("There is no earlier article, so nobody can be new in {days}.", days=when)], here)
        return
    if found.frame.empty:
        parts.line([t("Nobody is named for the first time in {days}.", days=when)], here)
        return
    earlier = t.n("{n} earlier article does not name them", "{n} earlier articles do not name them", found.earlier)
    said = t("First named in {days}; {earlier}", days=when, earlier=earlier)
    inside = replace(here.filters, since=since, until=until, which="published")
    fates = conservation(here.corpus, inside)
    undated = int(found.frame["undated"].sum())
    note = t.n("{n} article without a date names one of them", "{n} articles without a date name one of them", undated)
    counts = " \u00b7 ".join([said, fates.sentence(t), *([note] if undated else [])])
    card = actor_charts.newcomers(here, Told("newcomers", t("Newcomers"), counts, fates.shown), found)
    chart_card(here, replace(card, asked=inside))
    people.pages(here, list(found.frame["actor"]), "new")


def where(here: Here, keys: tuple[str, ...], measure: str, counts: str) -> None:
    """The most named actors by language, and by outlet."""
    t, corpus = here.t, here.corpus
    st.header(plain(t("In which languages")), anchor=False)
    told = Told("actors-by-language", t("The most named actors by language"), counts, here.matching)
    chart_card(here, charts.by_language(here, told, actors.by_language(corpus, here.filters, keys), measure))
    outlets = actors.by_outlet(corpus, here.filters, keys, OUTLETS)
    if outlets["outlet"].nunique() > 1:
        st.header(plain(t("By which outlets")), anchor=False)
        told = Told("actors-by-outlet", t("The most named actors by outlet"), counts, here.matching)
        chart_card(here, charts.by_language(here, told, outlets, measure))


def when(here: Here, keys: tuple[str, ...], measure: str) -> None:
    """The heat map of many, and the lines of a few or of those compared."""
    t, view = here.t, here.view
    st.header(plain(t("When")), anchor=False)
    styles = {"lines": t("Lines"), "multiples": t("Small charts")}
    with st.container(horizontal=True, key="choices", vertical_alignment="bottom"):
        style = controls.one("style", t("Drawn as"), styles, view.style)
        controls.calendar(view.calendar, t)
    found = actors.heat(here.corpus, here.filters, keys[:SQUARES], view)
    counts = found.conservation.sentence(t)
    if found.frame.empty:
        parts.line([t("None of these articles has a date of this kind."), counts], here)
        return
    told = Told("actors-heat", t("The most named actors over time"), counts, found.behind)
    chart_card(here, actor_charts.heat(here, told, found, measure))
    _compared(here, keys, (style, "share" if measure == "share" else "articles"))


def _compared(here: Here, keys: tuple[str, ...], how: tuple[str, str]) -> None:
    t, corpus, view = here.t, here.corpus, here.view
    st.subheader(plain(t("Compared")), anchor=False)
    timing.comparison(here)
    for key in compare.unknown(corpus, view.compare):
        st.warning(plain(t("This link asks for the actor {value}, which is not in this corpus.", value=isolate(key))))
    few = tuple(here.filters.actors or keys)[:FEW]
    items = view.compare or tuple(compare.item("actor", key) for key in few)
    if view.compare:
        asked = View(granularity=view.granularity, calendar=view.calendar, compare=view.compare)
        found = timeline(corpus, here.filters, asked)
    else:
        found = actors.over_time(corpus, here.filters, few, view)
    told = Told("actors-over-time", t("Actors over time"), found.conservation.sentence(t), found.behind)
    chart_card(here, charts.over_time(here, told, found, how))
    st.page_link("pages/timeline.py", label=plain(t("Compare them in the timeline")), icon=":material/calendar_month:",
                 query_params=here.link(compare=items))  # fmt: skip


def counts(here: Here) -> str:
    """What became of all articles, where no dates are asked for."""
    return conservation(here.corpus, here.filters).sentence(here.t)
