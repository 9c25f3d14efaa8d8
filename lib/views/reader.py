"""The article on the page: marks are buttons that keep the articles about an actor, by mouse and by keyboard."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from lib.query import marks
from lib.store.document import Document
from lib.views import state, stories
from lib.views.article_view import Marking, document_html
from lib.views.shell import Here

_KEY = "reader"
_reader = st.components.v2.component(
    "rawi_reader",
    html='<div class="reader"></div>',
    js=Path(__file__).with_name("assets").joinpath("reader.js").read_text("utf-8"),
    isolate_styles=False,
)


def reader(here: Here, document: Document, names: Mapping[str, str]) -> None:
    """Draws the cleaned article with its marks, and above it who else tells the same story."""
    stories.beside(here, str(document.row["story"]), document.rid)
    spaces, justified = here.view.spaces == "restored", here.view.align == "justified"
    html = document_html(document, Marking(names, here.t, here.filters.actors, True, spaces, justified))
    mark = hashlib.blake2b(html.encode("utf-8", "replace"), digest_size=8).hexdigest()
    _reader(key=_KEY, data={"html": html, "mark": mark}, on_actor_change=_chosen)


def _chosen() -> None:
    """Callback: the articles that name the actor whose mark was clicked."""
    key = st.session_state[_KEY].get("actor")
    if isinstance(key, str):
        state.narrow(marks.actor(state.now().filters, key))
