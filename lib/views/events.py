"""The reader's own notes and events: read from their file, replaced by an upload, and what is wrong in them listed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.export.problems import place_words
from lib.ingest import events as sheet
from lib.ingest.events import FILE, Events, EventsError
from lib.settings import settings
from lib.store.kept import kept_file, kept_target
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import opening, parts, tables, words, writing
from lib.views.shell import Here


def known() -> Events:
    """The events of the open corpus as they stand in their file."""
    return sheet.load(kept_file(opening.wanted(), settings().home, FILE))


def form(here: Here, events: Events) -> None:
    """What is in the file and what is not understood, and the field for another one."""
    t = here.t
    label = t.n("Own events: {n} row", "Own events: {n} rows", len(events.rows)) if events.rows else t("Own events")
    with st.expander(plain(label), icon=":material/flag:"):
        parts.line(
            [
                t("A CSV file with the columns date and text, dates in any of the three calendars, kept as {file}.",
                  file=isolate(FILE, "en"))
            ],
            here,
        )  # fmt: skip
        problems(here, events)
        if events.rows:
            rows = pd.DataFrame([(e.since, e.until, e.text) for e in events.rows], columns=["since", "until", "note"])
            tables.grid(rows, words.columns(rows, t), t, "own-events")
        if not writing.allowed():
            parts.line([writing.refusal(t)], here)
            return
        with st.form("events", border=False):
            file = st.file_uploader(t("Another file of events"), type=["csv", "tsv", "txt"], key="events-file")
            st.form_submit_button(t("Use this file"), on_click=writing.ask, args=("events",))
        if writing.asked("events") and file is not None:
            _replace(here, file.getvalue())


def problems(here: Here, events: Events) -> None:
    """Rows that could not be read, with the reason."""
    if not events.problems:
        return
    t = here.t
    said = [(place_words(each.where, t, isolate), t.said(each.what, isolate)) for each in events.problems]
    rows = pd.DataFrame(said, columns=["place", "what"])
    tables.listed(rows, words.columns(rows, t), t, "events-problems")


def _replace(here: Here, data: bytes) -> None:
    """Keeps a file that has at least one event in it, and shows what of it is wrong where it has none."""
    read = sheet.parse(data)
    if not read.rows:
        st.error(plain(here.t("There is no event in this file that can be read.")))
        problems(here, read)
        return
    try:
        sheet.save(data, kept_target(opening.wanted(), settings().home, FILE))
    except EventsError as error:
        st.error(plain(here.t.said(str(error), isolate)))
        return
    st.rerun()
