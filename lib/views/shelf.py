"""The open corpus as a thing on disk: what was read, what was not, and how to open, add to, or forget it."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pandas as pd
import streamlit as st

from lib.export.problems import left_out
from lib.export.tables import csv_bytes
from lib.export.told import STATES
from lib.i18n import Catalogue
from lib.ingest import SourceError
from lib.query.filters import Filters
from lib.settings import settings
from lib.store import StoreError
from lib.store.generation import forget
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import opening, state, tables, words, writing
from lib.views.shell import Here

_STRANGE = re.compile(r"[^\w.-]+")


class Upload(Protocol):
    """A file that a visitor sent."""

    name: str

    def getbuffer(self) -> memoryview:
        """Its bytes."""


def changes(here: Here) -> None:
    """Which files are new, changed or vanished since the time before, where any are."""
    t, rows = here.t, here.corpus.files()
    rows = rows[rows["state"].isin(list(STATES))]
    if rows.empty:
        return
    for name, what in STATES.items():
        some = rows[rows["state"] == name][["source", "articles"]].reset_index(drop=True)
        if len(some):
            with st.expander(f"{t(what)}: {t.number(len(some))}"):
                _table(some, t, name)


def problems(here: Here) -> None:
    """The table of what was left out, and its download."""
    rows = left_out(here.corpus, here.t, isolate)
    if rows.empty:
        st.markdown(plain(here.t("Nothing")))
    else:
        _table(rows, here.t, "problems", lambda: left_out(here.corpus, here.t))


def _table(rows: pd.DataFrame, t: Catalogue, name: str, raw: Callable[[], pd.DataFrame] | None = None) -> None:
    """A table of files and its download, for which `raw` gives the rows without controls of display."""
    titles = words.columns(rows, t)
    tables.listed(rows, titles, t, f"files-{name}")
    st.download_button(
        t("CSV"), lambda: csv_bytes(raw() if raw else rows, titles), f"{name}.csv", "text/csv", key=f"csv-{name}",
        on_click="ignore", icon=":material/download:",
    )  # fmt: skip


def open_form(here: Here) -> None:
    """A field for the path of another folder or file, and the way back to the first."""
    t = here.t
    with st.form("open-folder", border=False):
        path = st.text_input(t("Path of a folder or a file on this machine"), key="open-path")
        st.form_submit_button(t("Open"), on_click=writing.ask, args=("open",))
    if writing.asked("open") and path.strip():
        switch(Path(path.strip().strip("\"'")).expanduser(), t)
    first = opening.source()
    if opening.wanted() != first:
        label = t("Back to {corpus}", corpus=isolate(first.resolve().name))
        st.button(plain(label), key="back-to-first", on_click=writing.ask, args=("back",))
        if writing.asked("back"):
            switch(None, t)


def upload_form(here: Here) -> None:
    """A place to drop files, which become a corpus of their own."""
    t = here.t
    key = f"upload-{here.corpus.generation.parent.name}"  # an empty field for every corpus
    with st.form("upload", border=False):
        label = t("Files from your computer, as many as you like: drop them here")
        files = st.file_uploader(label, accept_multiple_files=True, key=key)
        st.form_submit_button(t("Open these files"), on_click=writing.ask, args=("upload",))
    if writing.asked("upload") and files:
        try:
            folder = kept(files, settings().home / "uploads")
        except OSError as error:
            st.error(plain(t("The files could not be kept: {reason}", reason=isolate(str(error.strerror)))))
            return
        try:
            switch(folder, t)
        finally:
            if opening.wanted() != folder:  # nothing could be read, or the reading was stopped
                shutil.rmtree(folder, ignore_errors=True)
                forget(folder, settings().home)


def kept(files: Sequence[Upload], uploads: Path) -> Path:
    """Writes files into a new folder below `uploads` under names that are safe anywhere. Raises OSError."""
    folder = uploads / f"{datetime.now(UTC):%Y-%m-%d-%H%M%S}-{secrets.token_hex(3)}"
    folder.mkdir(mode=0o700, parents=True)
    for number, file in enumerate(files, 1):
        (folder / safe_name(file.name, number)).write_bytes(file.getbuffer())
    return folder


def safe_name(name: str, number: int) -> str:
    """A name without folders, dots at the front, or letters that a file system may refuse; the ending stays."""
    base = _STRANGE.sub("-", name.replace("\\", "/").rpartition("/")[2]).strip(".-_")
    stem, dot, ending = base.rpartition(".")
    stem, ending = (stem, ending) if dot else (base, "")
    short = stem.encode()[:120].decode("utf-8", "ignore")
    return f"{number:03}-{short}{dot}{ending[:12]}" if short or ending else f"{number:03}"


def switch(path: Path | None, t: Catalogue) -> None:
    """Opens another corpus for everybody who looks at this server; where it cannot be read, the old one stays."""
    try:
        if path is not None:
            opening.read(path, t)
    except (SourceError, StoreError) as error:
        st.error(plain(opening.words(error, t)))
        return
    opening.choose(path)
    state.narrow(Filters())
    st.rerun()


def forget_form(here: Here) -> None:
    """The button that deletes all that is kept, which has to be meant."""
    t = here.t
    said = t("What was read, and corrections kept with it, will be deleted. Your own files stay as they are.")
    st.markdown(plain(said))
    sure = st.checkbox(t("Yes, forget it"), key="forget-sure")
    label = t("Forget everything kept about this corpus")
    st.button(label, disabled=not sure, icon=":material/delete:", on_click=writing.ask, args=("forget",))
    if sure and writing.asked("forget"):
        try:
            forgotten(opening.wanted(), settings().home)
        except StoreError as error:
            st.error(plain(opening.words(error, t)))
            return
        st.success(plain(t("Forgotten. With the next click the corpus is read anew.")))
        st.stop()


def forgotten(source: Path, home: Path) -> None:
    """Deletes what is kept about a source, and the files themselves where they were uploaded. Raises StoreError."""
    forget(source, home)
    uploads = (home / "uploads").resolve()
    if source.resolve().parent == uploads:
        shutil.rmtree(source, ignore_errors=True)
        opening.choose(None)
    opening.close()
