"""The chronology beside the timeline: dates with the sentences that name them, each with the way to its articles."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from lib.export import chronology as export
from lib.export.tables import csv_bytes
from lib.query.chronology import Entry, Quote, chronology, flat, size
from lib.text.bidi import isolate
from lib.text.languages import base_direction
from lib.text.safe import escape, plain
from lib.views import controls, parts, state, tables
from lib.views.card import file_stem
from lib.views.marks import Span, date_css, marked
from lib.views.shell import Here

SIZE = 15
MOST_EXPORTED = 1000


def draw(here: Here) -> None:
    """The order, the downloads, one page of dates, and the same as a table."""
    t, view = here.t, here.view
    total = size(here.corpus, here.filters)
    if not total:
        parts.line([t("None of these articles speaks of a date that can be worked out.")], here)
        return
    with st.container(horizontal=True, key="choices", vertical_alignment="bottom"):
        orders = {"most": t("Most attested first"), "time": t("In order of time")}
        order = controls.one("order", t("Order"), orders, view.order)
        controls.calendar(view.calendar, t)
        _downloads(here, order)
    pages = math.ceil(total / SIZE)
    page = min(view.page, pages)
    entries = chronology(here.corpus, here.filters, order, SIZE, (page - 1) * SIZE)  # type: ignore[arg-type]
    parts.line([t.n("{n} date spoken of", "{n} dates spoken of", total)], here)
    for number, entry in enumerate(entries):
        _entry(here, entry, number)
    if pages > 1:
        key = state.key("page")
        st.pagination(pages, default=page, key=key, on_change=state.take, args=("page", key))
    tables.folded(
        t("The same as a table"),
        "fold-chronology",
        lambda: tables.grid(flat(entries), titles(here), t, "table-chronology"),
    )


def _entry(here: Here, entry: Entry, number: int) -> None:
    t = here.t
    with st.container(key=f"entry-{number}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{plain(named(here, entry))}**", width="content")
            label = t.n("{n} article", "{n} articles", entry.articles)
            query = here.link(since=entry.since, until=entry.until, which="spoken")
            st.page_link("pages/articles.py", label=plain(label), icon=":material/article:", query_params=query)
        said = [t(", ").join(map(t.language_name, entry.languages))]
        if entry.assumed:
            said.append(t.n("year assumed in {n} article", "year assumed in {n} articles", entry.assumed))
        parts.line(said, here)
        for quote in entry.quotes:
            st.html(quote_html(quote))
            title = isolate(quote.title or t("Without a title"), quote.language)
            st.page_link("pages/article.py", label=plain(title), query_params=here.link(doc=quote.id))


def quote_html(quote: Quote) -> str:
    """The sentence in its own direction, the date marked where it stands."""
    at = quote.sentence.find(" ".join(quote.surface.split()))
    spans = [Span(at, at + len(quote.surface), date_css(quote.surface))] if at >= 0 and quote.surface else []
    direction, language = base_direction(quote.sentence, quote.language), escape(quote.language)
    return f'<blockquote class="quote" dir="{direction}" lang="{language}">{marked(quote.sentence, spans)}</blockquote>'


def named(here: Here, entry: Entry) -> str:
    """The date in the reader's words and calendar; a month or year is one only where the calendar has it so."""
    step = entry.precision if entry.precision in ("month", "year") else "range"
    if here.view.calendar == "gregorian":
        return here.days.bin(entry.since, entry.until, step)
    return here.days.span(entry.since, entry.until)


def titles(here: Here) -> dict[str, str]:
    """Columns of the table and of the CSV file."""
    t = here.t
    return {
        "since": t("From"),
        "until": t("Until"),
        "articles": t("Articles"),
        "languages": t("Languages"),
        "sentence": t("Sentence"),
        "title": t("Title"),
        "language": t("Language"),
        "outlet": t("Outlet"),
        "id": t("Id"),
    }


def _downloads(here: Here, order: str) -> None:
    """Table, calendar and TimelineJS, made when asked for, of the first thousand dates."""
    t = here.t
    stem = file_stem("chronology", here.filters)
    kinds = {"csv": (t("CSV"), "text/csv"), "ics": (t("Calendar"), "text/calendar")}
    kinds["json"] = ("TimelineJS", "application/json")
    with st.popover(t("Take away"), icon=":material/download:"):
        for ending, (label, mime) in kinds.items():
            st.download_button(
                label,
                partial(made, here, order, ending),
                f"{stem}.{ending}",
                mime,
                key=f"chronology-{ending}",
                on_click="ignore",
                type="tertiary",
            )
        n = t.number(MOST_EXPORTED)
        st.caption(plain(t("At most {n} dates, in the order chosen.", n=n)))


def made(here: Here, order: str, ending: str) -> bytes:
    """The file of a kind."""
    entries = chronology(here.corpus, here.filters, order, MOST_EXPORTED)  # type: ignore[arg-type]
    if ending == "csv":
        return csv_bytes(flat(entries), titles(here))
    name = here.t("Dates that {corpus} speaks of", corpus=here.corpus.name)
    if ending == "ics":
        return export.icalendar(entries, name, datetime.now(UTC))
    return export.timelinejs(entries, name, partial(named, here))
