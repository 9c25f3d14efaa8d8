"""Articles ticked in the list, remembered from page to page of it: what is corrected at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from lib.query.articles import present
from lib.text.safe import plain
from lib.views import correcting, labelling, writing
from lib.views.shell import Here

_MEMORY = "rawi-ticked"


@dataclass(slots=True)
class _Ticked:
    """Ids ticked in one corpus; `epoch` rises when they were changed by other means than their own box."""

    corpus: str = ""
    ids: dict[str, None] = field(default_factory=dict)
    epoch: int = 0


def _ticked(here: Here) -> _Ticked:
    corpus = here.corpus.generation.parent.name
    memory: _Ticked | None = st.session_state.get(_MEMORY)
    if memory is None or memory.corpus != corpus:
        memory = st.session_state[_MEMORY] = _Ticked(corpus)
    return memory


def switch(here: Here) -> bool:
    """The switch that shows the boxes; gives whether they are shown. Nothing for those who may not correct."""
    if not writing.allowed():
        return False
    return st.toggle(here.t("Select articles"), key=f"selecting-{here.t.language}")


def panel(here: Here, shown: Sequence[str]) -> None:
    """How many are ticked, ways to tick many, and the forms for them; `shown`: the ids on this page of the list."""
    t, memory = here.t, _ticked(here)
    ids = present(here.corpus, list(memory.ids)) if memory.ids else []
    with st.container(horizontal=True, vertical_alignment="center", key="ticked"):
        st.markdown(plain(t.n("{n} article selected", "{n} articles selected", len(ids))))
        st.button(t("All on this page"), key="tick-page", on_click=_change, args=(memory, shown))
        st.button(t("All that match"), key="tick-all", on_click=_all, args=(memory, here))
        st.button(t("None"), key="tick-none", on_click=_change, args=(memory, None), disabled=not ids)
    if ids:
        with st.expander(t("Correct the selected articles"), icon=":material/edit:"):
            words = t.n("For the {n} selected article", "For all {n} selected articles", len(ids))
            correcting.many_form(here, ids, words, "ticked")
            labelling.many_form(here, ids, "ticked")


def box(here: Here, row: Mapping[str, Any]) -> None:
    """The box of one article."""
    memory, id = _ticked(here), str(row["id"])
    name = hashlib.blake2b(id.encode("utf-8", "replace"), digest_size=6).hexdigest()
    key = f"tick-{here.t.language}-{memory.epoch}-{name}"
    label = plain(str(row["title"] or here.t("Without a title")))
    st.checkbox(label, id in memory.ids, key=key, label_visibility="collapsed", on_change=_tick, args=(memory, id, key))


def _tick(memory: _Ticked, id: str, key: str) -> None:
    if st.session_state[key]:
        memory.ids[id] = None
    else:
        memory.ids.pop(id, None)


def _change(memory: _Ticked, ids: Sequence[str] | None) -> None:
    """Callback: ticks these as well; None: ticks nothing any more."""
    memory.ids = memory.ids | dict.fromkeys(ids) if ids is not None else {}
    memory.epoch += 1


def _all(memory: _Ticked, here: Here) -> None:
    _change(memory, correcting.matching_ids(here))
