"""Peaks explained below the chart: what is new in one, and the articles of it, the others one click away."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from lib.query import frames
from lib.query.filters import Filters, Which
from lib.query.peaks import Peak
from lib.query.reasons import Reasons, reasons
from lib.query.timeline import Timeline
from lib.query.unplaced import unplaced
from lib.store.corpus import Corpus
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import controls, overtime, parts
from lib.views.shell import Here


def draw(here: Here, found: Timeline) -> None:
    """The peaks to choose from, and the one chosen."""
    t, names = here.t, overtime.options(found, here)
    if not names:
        return
    st.header(plain(t("Peaks")), anchor=False)
    chosen = controls.one("peak", t("Explained below"), names, here.view.peak)
    peak = next(each for each in found.over.peaks if each.since.isoformat() == chosen)
    days: dict[str, Any] = {"since": peak.since, "until": peak.until, "which": found.which}
    corpus = here.corpus
    of = f"{corpus.generation} {corpus.overlay.fingerprint}", found.which, peak.since, peak.until
    why = _found(corpus, here.filters, of)
    _numbers(here, peak, why)
    names = parts.actor_names(here.corpus, why.actors["actor"] if len(why.actors) else (), t.language)
    named = [(row, {"actors": (row.actor,), "match": "any"}) for row in frames.rows(why.actors)]
    actors = [(names[row.actor], _of(row, here), {**days, **asked}) for row, asked in named]
    _links(here, t("Actors new in it"), actors)
    words = [(row.word, _of(row, here), {**days, "search": row.key}) for row in frames.rows(why.words)]
    _links(here, t("Words new in it"), words)
    leads = [(row.title or t("Without a title"), "", {"doc": row.id}) for row in frames.rows(why.leads)]
    _links(here, t("Leading articles"), leads, "article")


@st.cache_data(max_entries=50, show_spinner=False)
def _found(_corpus: Corpus, filters: Filters, of: tuple[str, Which, date, date]) -> Reasons:
    """Kept, because hundreds of texts are read for it: most of what a page takes, and the same at each click. `of`:
    corpus and actor list, which tell readings apart, the kind of date, and the days."""
    return reasons(_corpus, filters, of[1], of[2:])


def _numbers(here: Here, peak: Peak, why: Reasons) -> None:
    t = here.t
    n = t.n("{n} article", "{n} articles", peak.articles)
    said = [t("{n}, {expected} expected", n=n, expected=t.number(peak.expected, 1))]
    if why.read < why.articles:
        said.append(t("{n} of {total} articles read for this", n=t.number(why.read), total=t.number(why.articles)))
    if not len(why.actors) and not len(why.words):
        said.append(t("No actor and no word is clearly new in it."))
    parts.line(said, here)


def _of(row: Any, here: Here) -> str:
    t = here.t
    return t("in {n} articles, outside in {others}", n=t.number(row.inside), others=t.number(row.outside))


def _links(here: Here, title: str, entries: list[tuple[str, str, dict[str, Any]]], page: str = "articles") -> None:
    """A line of links, each with how often."""
    if not entries:
        return
    st.markdown(f"**{plain(title)}**")
    with st.container(horizontal=page != "article", gap="small" if page != "article" else None):
        for name, often, changes in entries:
            query = here.link(**changes)
            st.page_link(f"pages/{page}.py", label=plain(isolate(name)), help=plain(often) or None, query_params=query)


def left(here: Here, found: Timeline) -> None:
    """The articles without a date or with one too imprecise, so that they can be opened, too."""
    t, fates = here.t, found.conservation
    if not fates.undated + fates.imprecise:
        return
    n = fates.undated + fates.imprecise
    with st.expander(plain(t.n("{n} article that no bar stands for", "{n} articles that no bar stands for", n))):
        rows = unplaced(here.corpus, here.filters, (found.granularity, found.calendar))
        for row in frames.rows(rows):
            title = isolate(row.title or t("Without a title"), row.language)
            st.page_link("pages/article.py", label=plain(title), query_params=here.link(doc=row.id))
            parts.line([_fate(row, here)], here, "facts")
        if n > len(rows):
            parts.line([t.n("{n} more", "{n} more", n - len(rows))], here)


def _fate(row: Any, here: Here) -> str:
    t = here.t
    since: date | None = row.since
    if row.fate == "undated" or since is None:
        return t("without a date") if row.fate == "undated" else t("with a date too imprecise")
    return t("with a date too imprecise: {days}", days=here.days.span(since, row.until))
