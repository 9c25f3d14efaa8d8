"""The parts of one actor's page: who it is, when it is named, by whom, beside whom, in which offices."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lib.model import Actor
from lib.query import actor as counted
from lib.query import actors, marks
from lib.query.articles import articles
from lib.query.conservation import conservation
from lib.query.frames import rows
from lib.query.offices import office_name, offices
from lib.query.timeline import timeline
from lib.query.view import View
from lib.text.bidi import isolate, said
from lib.text.safe import escape, plain
from lib.views import actor_charts, article_list, charts, controls, parts, people, state
from lib.views.card import Card, chart_card
from lib.views.charts import Told
from lib.views.shell import Here
from lib.views.sidebar import actor_labels
from lib.views.words import KINDS

SPELLINGS, OUTLETS, LISTED = 12, 12, 10


def chosen(here: Here) -> Actor | None:
    """The actor that the link asks for, or the first of the filters; says why where there is none to show."""
    t, corpus = here.t, here.corpus
    asked = here.view.who or next(iter(here.filters.actors), "")
    actor = corpus.actor(asked) if asked else None
    if actor is None and asked:
        st.warning(
            plain(t("This link asks for the actor {value}, which is not in this corpus.", value=isolate(asked)))
        )
    if actor and actor.key in corpus.overlay.hidden:
        name = isolate(actor.name(t.language))
        st.info(plain(t("{name} is hidden by the actor list and counts nowhere.", name=name)))
        query = here.link(who=actor.key, form="")
        st.page_link("pages/curate.py", label=t("Who is who"), icon=":material/edit:", query_params=query)
        return None
    return actor


def picker(here: Here, who: Actor | None) -> None:
    """A list of all actors, from which another page can be opened."""
    t, widget = here.t, state.key("who")
    labels = actor_labels(here.corpus, t)
    if who and who.key not in labels:
        labels = {who.key: said(isolate(who.name(t.language)), t.language), **labels}
    if not labels:
        return
    st.selectbox(t("Actor to open"), list(labels), index=list(labels).index(who.key) if who else None, key=widget,
                 format_func=labels.__getitem__, placeholder=t("A name in any script"), on_change=_open,
                 args=(widget,))  # fmt: skip


def _open(widget: str) -> None:
    """Callback: the page of another actor."""
    if st.session_state[widget]:
        state.change(who=st.session_state[widget], form="", page=1)


def offered(here: Here) -> None:
    """Where nobody is asked for: the most named."""
    ranked = actors.ranking(here.corpus, here.filters, SPELLINGS)
    keys = list(ranked.loc[ranked["articles"] > 0, "actor"])
    if not keys:
        parts.line([here.t("No actor that Rawi knows is named in these articles.")], here)
        return
    parts.line([here.t("Choose an actor, for example one of the most named:")], here)
    people.pages(here, keys, "offered")


def narrowed(here: Here, key: str, articles: int) -> Here:
    """The page as if the filters asked for this actor, too: what its captions say and its links open."""
    return replace(here, filters=marks.actor(here.filters, key), matching=articles)


def card(here: Here, mine: Here, made: Card) -> None:
    """A card about the actor's own articles."""
    chart_card(here, replace(made, asked=mine.filters))


def facts(here: Here, actor: Actor) -> counted.Profile:
    """Names, kind, and the numbers."""
    t = here.t
    names = [f"{t.language_name(code)}: {isolate(name)}" for code, name in actor.names.items()]
    parts.line([t(KINDS[actor.kind]), *names, isolate(actor.wikidata, "en") if actor.wikidata else ""], here)
    found = counted.profile(here.corpus, here.filters, actor.key)
    share = t("{share} of {n}", share=t.percent(found.articles / max(found.matching, 1), 1),
              n=t.n("{n} article", "{n} articles", found.matching))  # fmt: skip
    entries = [(t("Articles that name it"), t.number(found.articles), share)]
    entries.append((t("Mentions"), t.number(found.mentions), ""))
    if found.cited and not here.filters.cited:
        entries.append((t("Articles that only quote it"), t.number(found.cited), t("not counted")))
    if found.days:
        which = here.filters.which_for(here.corpus)
        remark = t("dates of publication") if which == "published" else t("dates spoken of")
        entries.append((t("Days"), here.days.span(*found.days, "d MMM y"), remark))
    parts.figures(entries)
    query = here.link(who=actor.key, form="")
    with st.container(horizontal=True, key="actor-links"):
        st.page_link("pages/articles.py", label=t("All articles"), icon=":material/article:",
                     query_params=here.asking(marks.actor(here.filters, actor.key)))  # fmt: skip
        st.page_link("pages/sentences.py", label=t("All sentences"), icon=":material/format_quote:", query_params=query)
        st.page_link("pages/curate.py", label=t("Correct this actor"), icon=":material/edit:", query_params=query)
    return found


def over_time(here: Here, mine: Here) -> None:
    """The actor's timeline, told apart by language or outlet."""
    t, view = here.t, here.view
    st.header(plain(t("When")), anchor=False)
    with st.container(horizontal=True, key="choices", vertical_alignment="bottom"):
        splits = {"language": t("Language"), "outlet": t("Outlet"), "none": t("Nothing")}
        split = controls.one("split", t("Told apart by"), splits, view.split)
        styles = {"bars": t("Bars"), "lines": t("Lines"), "multiples": t("Small charts")}
        style = controls.one("style", t("Drawn as"), styles, view.style)
        measures = {"articles": t("Articles"), "share": t("Share of all")}
        if split != "none":
            measures["within"] = t("Share in language") if split == "language" else t("Share in outlet")
        measure = controls.one("measure", t("Counted in"), measures, view.measure)
        controls.calendar(view.calendar, t)
    asked = View(granularity=view.granularity, calendar=view.calendar, split=split, measure=measure)  # type: ignore[arg-type]
    found = timeline(here.corpus, mine.filters, asked)
    counts = found.conservation.sentence(t)
    if found.frame.empty:
        parts.line([t("None of these articles has a date of this kind."), counts], here)
        return
    told = Told("actor-timeline", t("Articles that name the actor, over time"), counts, found.behind)
    card(here, mine, charts.over_time(mine, told, found, (style, measure)))


def spellings(here: Here, actor: Actor) -> None:
    """How the actor is written, each spelling a link to its sentences."""
    t = here.t
    st.header(plain(t("Spellings that are counted")), anchor=False)
    found = actors.surfaces(here.corpus, here.filters, actor.key)
    for language, part in found.groupby("language", sort=False):
        with st.container(horizontal=True, gap="small", key=f"spelt-{language}", vertical_alignment="center"):
            st.markdown(f"**{plain(t.language_name(str(language)))}**")
            for row in rows(part.head(SPELLINGS)):
                label = said(f"{isolate(row.surface)} ({t.number(row.n)})", t.language)
                query = here.link(who=actor.key, form=row.surface)
                st.page_link("pages/sentences.py", label=plain(label), icon="", query_params=query)
            if (rest := len(part) - SPELLINGS) > 0:
                parts.line([t.n("{n} more spelling", "{n} more spellings", rest)], here)


def coverage(here: Here, mine: Here, actor: Actor) -> None:
    """The share of each language's and each outlet's articles that name the actor."""
    t, corpus = here.t, here.corpus
    st.header(plain(t("Who writes about it")), anchor=False)
    counts = conservation(corpus, mine.filters).sentence(t)
    by_language = actors.by_language(corpus, here.filters, (actor.key,))
    told = Told("actor-languages", t("Share of each language's articles that name the actor"), counts, mine.matching)
    card(here, mine, actor_charts.coverage(mine, told, by_language, "language"))
    by_outlet = actors.by_outlet(corpus, here.filters, (actor.key,), OUTLETS)
    if by_outlet["outlet"].nunique() > 1:
        told = Told("actor-outlets", t("Share of each outlet's articles that name the actor"), counts, mine.matching)
        card(here, mine, actor_charts.coverage(mine, told, by_outlet, "outlet"))


def firsts(here: Here, actor: Actor) -> None:
    """The first article in each language, and how many days after the first of all."""
    t = here.t
    found = counted.firsts(here.corpus, here.filters, actor.key)
    st.header(plain(t("First named")), anchor=False)
    if not any(found["first"]):
        parts.line([t("No article that names the actor has a day of publication.")], here)
        return
    for row in rows(found):
        language = t.language_name(row.language)
        if not row.first:
            parts.line([t("{language}: no article of known day", language=language)], here)
            continue
        day = here.days.day(row.first, "d MMM y")
        lag = t.n("{n} day later", "{n} days later", int(row.lag)) if row.lag else t("first of all")
        with st.container(horizontal=True, gap="small", key=f"first-{row.language}", vertical_alignment="center"):
            title = isolate(row.title or t("Without a title"), row.language)
            label = f"{language}: {day} \u00b7 {lag} \u00b7 {title}"
            st.page_link("pages/article.py", label=plain(label), icon="", query_params=here.link(doc=row.id))
        begun = t("articles in this language begin on {day}", day=here.days.day(row.collected, "d MMM y"))
        outlet = isolate(row.outlet) if row.outlet else ""
        unsure = int(row.articles - row.dated)
        note = t.n("{n} article of no certain day", "{n} articles of no certain day", unsure) if unsure else ""
        parts.line([outlet, begun, note], here, "facts")


def companions(here: Here, mine: Here, actor: Actor) -> None:
    """Who is named in the same articles."""
    t = here.t
    st.header(plain(t("With whom")), anchor=False)
    found = counted.companions(here.corpus, here.filters, actor.key)
    if found.empty:
        parts.line([t("Nobody else is named in these articles.")], here)
        return
    counts = conservation(here.corpus, mine.filters).sentence(t)
    told = Told("actor-companions", t("Named in the same articles"), counts, mine.matching)
    card(here, mine, actor_charts.companions(mine, told, found, actor.key))
    people.pages(here, list(found["actor"]), "companions")


def in_office(here: Here, actor: Actor, profile: counted.Profile) -> None:
    """The offices of the actor beside the days of the articles; nothing where the table has none."""
    t, held = here.t, offices(here.corpus, actor.key)
    if not held:
        return
    st.header(plain(t("Offices")), anchor=False)
    if profile.days:
        parts.line([t("The articles are of {days}.", days=here.days.span(*profile.days, "d MMM y"))], here)
    lines = []
    for each in held:
        days = here.days.span(each.since, each.until, "d MMM y")
        days = t("{days}, and as far as known still", days=days) if each.open else days
        name = office_name(each.office, t.language)
        now = profile.days is not None and each.during(profile.days)
        mark = f" \u00b7 <strong>{escape(t('in the time of these articles'))}</strong>" if now else ""
        lines.append(f"<li>{escape(isolate(name, t.language))}: {escape(days)}{mark}</li>")
    st.html(f'<ul class="offices" lang="{t.language}" dir="{t.direction}">{"".join(lines)}</ul>')


def listed(here: Here, mine: Here) -> None:
    """The first of the actor's articles, and the way to all."""
    t = here.t
    st.header(plain(t("All articles")), anchor=False)
    article_list.draw(here, articles(here.corpus, mine.filters, "newest", 0, LISTED))
    if mine.matching > LISTED:
        label = t.n("All {n} article", "All {n} articles", mine.matching)
        st.page_link("pages/articles.py", label=plain(label), icon=":material/article:",
                     query_params=here.asking(mine.filters, sort="newest"))  # fmt: skip
