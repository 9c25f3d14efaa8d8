"""Where an article ends: split it before one of its paragraphs, or join it with the next one of its source."""

from __future__ import annotations

import streamlit as st

from lib.ingest.structure import beginning, paragraphs
from lib.query.articles import Following, following
from lib.store.document import Document
from lib.text.bidi import block, isolate
from lib.views import parts, writing
from lib.views.correcting import form_key, undo
from lib.views.shell import Here

_SHOWN = 80


def form(here: Here, document: Document) -> None:
    """Both ways, folded away; nothing where there is neither a second paragraph nor a next article."""
    following_one = following(here.corpus, document.id)
    if len(paragraphs(document.text)) < 2 and following_one is None:
        return
    with st.expander(here.t("Split or join this article"), icon=":material/call_split:"):
        _split(here, document)
        if following_one:
            _join(here, document, following_one)
        last = writing.corrections().last([document.id])
        if last.get("split") or last.get("join"):
            undo([document.id], here.t("Undo the last correction"), here.t, "arranged")


def _split(here: Here, document: Document) -> None:
    t, text = here.t, document.text
    begins = {number: text[start:end] for number, (start, end) in enumerate(paragraphs(text), 1) if number > 1}
    if not begins:
        return
    key = form_key(here, f"split-{document.id}", {})

    def shown(number: int) -> str:
        words = " ".join(begins[number].split())
        short = words if len(words) <= _SHOWN else words[:_SHOWN] + "\u2026"
        return isolate(f"{t.number(number)}. {isolate(short, document.language)}", t.language)

    with st.form(f"split-{key}", border=False):
        number = st.selectbox(
            t("The second article begins with paragraph"), list(begins), format_func=shown, key=f"at-{key}",
            filter_mode="contains",
        )  # fmt: skip
        headline = st.checkbox(t("This paragraph is its headline"), key=f"headline-{key}")
        st.form_submit_button(t("Split here"), on_click=writing.ask, args=("split",))
    if writing.asked("split"):
        cell = beginning(text, number, headline).cell()
        if writing.tried(lambda known: known.set([document.id], {"split": cell}, writing.now()), t):
            st.rerun()


def _join(here: Here, document: Document, other: Following) -> None:
    t = here.t
    label = t("Join with the next article")
    st.button(label, key="join", icon=":material/call_merge:", on_click=writing.ask, args=("join",))
    if other.title:
        # In a block of its own: our words and a headline of another direction make no line that can be read.
        st.html(block(other.title, other.language, css="soft"))
    else:
        parts.line([t("Without a title")], here)
    joined = {"join": other.id}
    if writing.asked("join") and writing.tried(lambda known: known.set([document.id], joined, writing.now()), t):
        st.rerun()
