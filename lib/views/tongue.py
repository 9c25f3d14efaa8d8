"""The interface language beyond the link: told to screen readers, and remembered for the reader's next visit.

A link that names a language wins, and so does what this session shows; only a first visit without either asks what was
chosen last, which the reader's own browser keeps.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lib.i18n import LANGUAGES

COOKIE = "rawi-interface"
_CHOSEN = "rawi-interface-chosen"
_page = st.components.v2.component(
    "rawi_page",
    html="<div hidden></div>",
    js=Path(__file__).with_name("assets").joinpath("page.js").read_text("utf-8"),
    isolate_styles=False,
)


def remembered() -> str:
    """The interface language that this browser's reader chose last; nothing where none was."""
    chosen = st.context.cookies.get(COOKIE, "")
    return chosen if chosen in LANGUAGES else ""


def chosen(language: str) -> None:
    """For the callback of the switch: the next run has the browser remember this language."""
    st.session_state[_CHOSEN] = language


def tell(language: str) -> None:
    """Tells the browser the language of the interface; draws nothing."""
    _page(key="page", data={"language": language, "cookie": COOKIE, "chosen": st.session_state.get(_CHOSEN, "")})
