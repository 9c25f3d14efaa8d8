"""What a link asked for in vain, said in view: a value that this corpus does not know is never ignored in silence."""

from __future__ import annotations

import streamlit as st

from lib.i18n import Catalogue
from lib.query.parameters import Unread
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import state
from lib.views.shell import Here
from lib.views.state import State

_FIELDS = {"language": "languages", "actor": "actors", "outlet": "outlets"}
_SHOWN = 5


def draw(here: Here, now: State) -> None:
    """Notices about the link that led here, each with what can be done about it."""
    t = here.t
    if now.made_for and now.made_for != here.corpus.fingerprint:
        st.warning(t("This link was made for another state of the articles. What it shows here may differ."))
    unread = sentences(now.unread, t)
    if unread:
        st.warning("  \n".join(map(plain, unread)))
    unknown = here.filters.unknown(here.corpus)
    for number, (name, value) in enumerate(unknown[:_SHOWN]):
        with st.container(border=True, key=f"unknown-{number}", horizontal=True, vertical_alignment="center"):
            st.markdown(plain(unknown_sentence(name, value, t)))
            st.button(t("Remove"), key=f"remove-{number}", on_click=remove, args=(name, value))


def sentences(unread: Unread, t: Catalogue) -> list[str]:
    """One sentence for each part of a link that could not be read, the first few of them."""
    said = [
        t("This link has a part that means nothing here: {part}", part=isolate(f"{name}={value}"))
        for name, value in unread[:_SHOWN]
    ]
    rest = len(unread) - _SHOWN
    if rest > 0:
        said.append(t.n("{n} more part of it means nothing.", "{n} more parts of it mean nothing.", rest))
    return said


def unknown_sentence(name: str, value: str, t: Catalogue) -> str:
    """What was asked for and is not in this corpus."""
    shown = isolate(value)
    if name == "actor":
        return t("This link asks for the actor {value}, which is not in this corpus.", value=shown)
    if name == "language":
        return t("This link asks for the language {value}, which is not in this corpus.", value=shown)
    return t("This link asks for the outlet {value}, which is not in this corpus.", value=shown)


def remove(name: str, value: str) -> None:
    """Callback: takes a value out of the filters."""
    field = _FIELDS[name]
    kept = tuple(each for each in getattr(state.now().filters, field) if each != value)
    state.change(**{field: kept})
