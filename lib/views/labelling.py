"""Star, tags, sets and a note: what the user puts on articles. It shows at once, because no corpus is read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from lib.i18n import Catalogue
from lib.ingest.corrcells import UNKNOWN, names
from lib.ingest.corrections import Corrections
from lib.ingest.labels import Kind, Label, Labels, cells
from lib.store.document import Document
from lib.text.bidi import isolate
from lib.text.safe import escape, plain
from lib.views import parts, writing
from lib.views.correcting import form_key
from lib.views.shell import Here


def facts(label: Label, t: Catalogue) -> list[str]:
    """What is put on an article, as pieces of HTML."""
    said = [t("Starred")] if label.starred else []
    said += [t("Tag: {names}", names=t(", ").join(map(isolate, label.tags)))] if label.tags else []
    said += [t("Set: {names}", names=t(", ").join(map(isolate, label.sets)))] if label.sets else []
    return [escape(each) for each in said]


def line(here: Here, id: str) -> None:
    """The same under the facts of an article, and its note."""
    t, label = here.t, here.corpus.labels.of_article(id)
    if said := facts(label, t):
        st.html(parts.own_html(" \u00b7 ".join(said), t, "facts"))
    if label.note:
        st.html(parts.own_html(f"{escape(t('Note'))}: <bdi>{escape(label.note)}</bdi>", t, "facts"))


def star(here: Here, id: str) -> None:
    """The button that puts a star on an article or takes it away."""
    t, starred = here.t, here.corpus.labels.of_article(id).starred
    label, icon = (t("Take the star away"), ":material/star:") if starred else (t("Star"), ":material/star_border:")
    st.button(label, key="star", icon=icon, type="tertiary", on_click=writing.ask, args=("star",))
    if writing.asked("star"):
        said = {"star": "no" if starred else "yes"}
        if writing.tried(lambda known: known.set([id], said, writing.now()), t):
            st.rerun()


def form(here: Here, document: Document) -> None:
    """Tags, sets and the note of one article."""
    t, id = here.t, document.id
    label = here.corpus.labels.of_article(id)
    key = form_key(here, f"labels-{id}", {"now": replace(label, starred=False)})
    with st.expander(t("Tags, sets and a note"), icon=":material/label:"), st.form(f"labels-{key}", border=False):
        chosen = {kind: _choice(here, kind, getattr(label, kind), key) for kind in ("tags", "sets")}
        note = st.text_area(t("Note"), label.note or "", key=f"note-{key}", max_chars=2000, height=80)
        st.form_submit_button(t("Save"), type="primary", on_click=writing.ask, args=("labels",))
    if writing.asked("labels"):
        said = {kind: "; ".join(values) or UNKNOWN for kind, values in chosen.items() if values != getattr(label, kind)}
        if (line := " ".join(note.split())) != (label.note or ""):
            said["note"] = line or UNKNOWN
        if not said:
            st.info(plain(t("Nothing was changed.")))
        elif writing.tried(lambda known: known.set([id], said, writing.now()), t):
            st.rerun()


def many_form(here: Here, ids: Sequence[str], name: str) -> None:
    """A star, tags and sets put on many articles or taken from them; what else is on them stays."""
    t = here.t
    key = form_key(here, f"labels-{name}", {"now": sorted(here.corpus.labels.by_id.items())[:50]})
    stars = {"": t("as it is"), "yes": t("yes"), "no": t("no")}
    with st.form(f"labels-{key}"):
        star = st.selectbox(t("Star"), list(stars), format_func=lambda value: stars[value], key=f"star-{key}")
        added: dict[Kind, tuple[str, ...]] = {}
        removed: dict[Kind, tuple[str, ...]] = {}
        for kind, add, remove in (
            ("tags", t("Add tags"), t("Take tags away")), ("sets", t("Add to sets"), t("Take out of sets")),
        ):  # fmt: skip
            with st.container(horizontal=True, vertical_alignment="top"):
                added[kind] = _choice(here, kind, (), key, add)  # type: ignore[index]
                some = here.corpus.labels.names(kind)  # type: ignore[arg-type]
                removed[kind] = tuple(  # type: ignore[index]
                    st.multiselect(remove, some, key=f"{kind}-less-{key}", placeholder="", select_all=False)
                )
        st.form_submit_button(t("Save"), type="primary", on_click=writing.ask, args=(f"labels-{name}",))
    if writing.asked(f"labels-{name}"):
        if not (star or any(added.values()) or any(removed.values())):
            st.info(plain(t("Nothing was changed.")))
        elif writing.tried(lambda known: _put(known, ids, star, (added, removed)), t):
            st.rerun()


def _put(
    known: Corrections,
    ids: Sequence[str],
    star: str,
    moved: tuple[Mapping[Kind, Sequence[str]], Mapping[Kind, Sequence[str]]],
) -> Corrections:
    """One row for each article of which that changes anything, from what the file says at this very moment."""
    before = Labels.of(known.sheet)
    rows: dict[str, dict[str, str]] = {}
    for id in ids:
        label = before.of_article(id)
        rows[id] = cells(label, *moved) | ({"star": star} if star and (star == "yes") != label.starred else {})
    return known.set_each(rows, writing.now())


def _choice(here: Here, kind: Any, chosen: Sequence[str], key: str, label: str = "") -> tuple[str, ...]:
    """A choice among all tags or sets there are, to which new ones can be typed."""
    t = here.t
    titles = {"tags": t("Tags"), "sets": t("Sets")}
    known = list(dict.fromkeys([*chosen, *here.corpus.labels.names(kind)]))
    found = st.multiselect(
        label or titles[kind], known, list(chosen), key=f"{kind}-{key}", accept_new_options=True,
        placeholder=t("Choose, or type a new one"), filter_mode="contains", select_all=False,
    )  # fmt: skip
    return names("; ".join(found))
