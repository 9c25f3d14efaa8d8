"""The frame around every page: navigation, what a page is given, and the guard that a page is never run alone.

A folder called `pages` beside the entry script makes Streamlit run a page by itself when the first visit to a fresh
server is a deep link. Such a page declares the navigation, which switches that discovery off, and starts over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from lib.i18n import N_, Catalogue, catalogue
from lib.query.filters import Filters
from lib.query.view import View
from lib.settings import ROOT
from lib.store.corpus import Corpus
from lib.text.calendar_names import DayWords
from lib.views import state
from lib.views.state import Parameters, State

_ASSETS = Path(__file__).with_name("assets")
# A drawing of ours: the icons of Streamlit would be fetched from another host when they stand in a browser tab.
ICON = str(_ASSETS / "icon.svg")
_STYLE = _ASSETS / "style.css"
_MIRROR = _ASSETS / "mirror.css"


class PageInfo(NamedTuple):
    """A page: its name (file and URL), title, icon, and whether the menu shows it."""

    name: str
    title: str
    icon: str
    listed: bool = True


PAGES = (
    PageInfo("overview", N_("Overview"), ":material/dashboard:"),
    PageInfo("timeline", N_("Timeline"), ":material/calendar_month:"),
    PageInfo("actors", N_("Actors"), ":material/group:"),
    PageInfo("actor", N_("Actor"), ":material/person:"),
    PageInfo("network", N_("Network"), ":material/hub:"),
    PageInfo("curate", N_("Who is who"), ":material/manage_accounts:"),
    PageInfo("sentences", N_("Sentences"), ":material/format_quote:", listed=False),
    PageInfo("languages", N_("Languages"), ":material/translate:"),
    PageInfo("articles", N_("Articles"), ":material/article:"),
    PageInfo("article", N_("Article"), ":material/chrome_reader_mode:", listed=False),
    PageInfo("corpus", N_("Corpus"), ":material/folder_open:"),
    PageInfo("about", N_("About"), ":material/info:"),
)


@dataclass(frozen=True, slots=True)
class Here:
    """What a page is given: the open corpus, what the reader asked for, the interface's words, its own name, and
    how many articles match."""

    corpus: Corpus
    filters: Filters
    view: View
    t: Catalogue
    page: str
    matching: int

    @property
    def days(self) -> DayWords:
        """How days are written: the interface's words and the calendar that the reader chose."""
        return DayWords(self.t, self.view.calendar)

    def link(self, **changes: object) -> Parameters:
        """The parameters of a link from here to another page: the same filters, at the first page of any list."""
        return link_query(State(self.filters, self.view), **changes)

    def asking(self, filters: Filters, **changes: object) -> Parameters:
        """The parameters of a link to another page with other filters."""
        return link_query(State(filters, self.view), **changes)


_here: ContextVar[Here | None] = ContextVar("here", default=None)


def navigation(t: Catalogue) -> st.Page:
    """Declares all pages and returns the one that is open. The menu itself is drawn by `menu`."""
    return st.navigation([_page(info, t) for info in PAGES], position="hidden")


def _page(info: PageInfo, t: Catalogue) -> st.Page:
    # Without its icon, which Streamlit would fetch from another host to put it into the browser tab.
    path = ROOT / "pages" / f"{info.name}.py"
    return st.Page(path, title=t(info.title), url_path=info.name, default=info.name == "overview")


def menu(now: State, t: Catalogue) -> None:
    """Links to the pages that carry the whole state, so that one opened in a second tab shows the same."""
    query = link_query(now)
    with st.container(key="menu", gap=None):
        for info in PAGES:
            if info.listed:
                st.page_link(f"pages/{info.name}.py", label=t(info.title), icon=info.icon, query_params=query)


def link_query(now: State, **changes: object) -> Parameters:
    """The parameters of a link to another page from here: the same filters, from the first page of any list."""
    return State(now.filters, replace(now.view, doc="", page=1, pair=())).changed(changes).query()


def require() -> Here:
    """What the page is given. A page that Streamlit runs alone starts over inside the navigation instead."""
    here = _here.get()
    if here is None:
        navigation(catalogue(state.language()))
        st.rerun()
    return here


@contextmanager
def frame(here: Here) -> Iterator[None]:
    """Around the running of a page."""
    token = _here.set(here)
    try:
        yield
    finally:
        _here.reset(token)


def style(t: Catalogue) -> None:
    """The stylesheet, mirrored for interfaces that are written from right to left."""
    st.html(_STYLE)
    if t.direction == "rtl":
        st.html(_MIRROR)
        st.html(_words(t))


def _words(t: Catalogue) -> str:
    """What mirror.css writes over words of Streamlit's own that no parameter changes."""
    most = t.number(int(st.get_option("server.maxUploadSize")))
    words = {
        "choose": t("Choose files"),
        "largest": t("up to {n} MB each", n=most),
        "enter": t("Press Enter"),
        "nothing": t("Nothing to show"),
    }
    said = "".join(f"--word-{name}: {json.dumps(word, ensure_ascii=False)};" for name, word in words.items())
    return f"<style>:root {{{said}}}</style>"
