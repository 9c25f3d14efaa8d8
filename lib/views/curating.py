"""One actor as the reader may change it: its spellings, what was joined with it, its names and kind, and the way back.

Every change is written to the actor list at once and shows in the same moment; nothing is read again for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from lib.enrich.identity import changes
from lib.enrich.identity.changes import Rows
from lib.enrich.identity.curated import Curated
from lib.i18n import LANGUAGES, Catalogue
from lib.ingest.corrections import CorrectionsError
from lib.model import KINDS, Actor
from lib.query import actors as counted
from lib.query.finding import find
from lib.store import StoreError
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import parts, state, writing
from lib.views.shell import Here
from lib.views.words import KINDS as KIND_WORDS

Make = Callable[[Curated], Rows]
_WENT_WRONG = "rawi-not-written"
_SPELLINGS = 30


def do(make: Make) -> None:
    """Callback: one change, as rows of the list."""

    def change(known: Curated) -> Curated:
        rows = make(known)
        return known.with_rows(rows, writing.now()) if rows else known

    write(change)


def write(change: Callable[[Curated], Curated]) -> None:
    """Callback: changes the list; what went wrong is told in the next run."""
    try:
        writing.write_actors(change)
    except (CorrectionsError, StoreError) as error:
        st.session_state[_WENT_WRONG] = str(error)


def trouble(t: Catalogue) -> None:
    """Says why the last change could not be kept."""
    if said := st.session_state.pop(_WENT_WRONG, None):
        st.error(plain(t.said(said, isolate)))


def search(here: Here) -> None:
    """A field for a name in any script, and who has it."""
    t = here.t
    typed = st.text_input(t("Find an actor"), key=f"find-{t.language}", placeholder=t("A name in any script"))
    if not typed.strip():
        return
    found = find(here.corpus, typed)
    if found.empty:
        parts.line([t("Nobody of this name is in this corpus.")], here)
    for row in found.to_dict("records"):
        label = candidate({str(name): value for name, value in row.items()}, here)
        st.page_link("pages/curate.py", label=plain(label), icon="", query_params=here.link(who=row["actor"]))


def candidate(row: dict[str, Any], here: Here) -> str:
    """An actor in one line: its names, and in how many articles it is named."""
    order = dict.fromkeys((here.t.language, *LANGUAGES))
    names = dict.fromkeys(row[f"name_{code}"] for code in order if isinstance(row[f"name_{code}"], str))
    shown = " \u00b7 ".join(map(isolate, names)) or isolate(row["actor"])
    return f"{shown} ({here.t.n('{n} article', '{n} articles', int(row['articles']))})"


def who(here: Here, actor: Actor) -> None:
    """Everything about one actor: facts, spellings, what was joined, and the forms."""
    t, mine = here.t, writing.allowed()
    st.header(plain(t("Actor: {names}", names=isolate(actor.name(t.language)))), anchor=False)
    names = [f"{t.language_name(code)}: {isolate(name)}" for code, name in actor.names.items()]
    parts.line([t(KIND_WORDS[actor.kind]), *names, isolate(actor.key, "en")], here)
    if actor.key in here.corpus.overlay.hidden:
        st.info(plain(t("This actor is hidden and counts nowhere.")))
    links = here.link(who=actor.key, form="")
    with st.container(horizontal=True, key="who-links"):
        st.page_link("pages/sentences.py", label=plain(t("All sentences")), icon=":material/format_quote:",
                     query_params=links)  # fmt: skip
        st.page_link("pages/actor.py", label=plain(t("Its page")), icon=":material/person:", query_params=links)
    spellings(here, actor, mine)
    joined(here, actor, mine)
    if mine:
        _merge_form(here, actor)
        _change_form(here, actor)
        _alias_form(here, actor)


def spellings(here: Here, actor: Actor, mine: bool) -> None:
    """The spellings that were counted with their numbers; each opens its sentences and can be split off."""
    t = here.t
    rows = counted.surfaces(here.corpus, here.filters, actor.key)
    st.subheader(plain(t("Spellings that are counted")), anchor=False)
    if rows.empty:
        parts.line([t("Not named in these articles.")], here)
    summed = rows.groupby("surface", sort=False, as_index=False)[["n", "articles"]].sum()
    for number, (surface, n, articles) in enumerate(summed.head(_SPELLINGS).itertuples(index=False)):
        with st.container(horizontal=True, vertical_alignment="center", key=f"spelling-{number}"):
            count = t("{mentions} in {articles}", mentions=t.n("{n} mention", "{n} mentions", int(n)),
                      articles=t.n("{n} article", "{n} articles", int(articles)))  # fmt: skip
            st.page_link("pages/sentences.py", label=plain(f"{isolate(surface)} \u00b7 {count}"), icon="",
                         query_params=here.link(who=actor.key, form=surface))  # fmt: skip
            if mine:
                st.button(t("Not this actor"), key=f"off-{number}-{actor.key}", type="tertiary", on_click=do,
                          args=(_splitter(actor, surface),), icon=":material/call_split:")  # fmt: skip
    if (rest := len(summed) - _SPELLINGS) > 0:
        parts.line([t.n("{n} more spelling", "{n} more spellings", rest)], here)


def _splitter(actor: Actor, surface: str) -> Make:
    return lambda _: changes.split(actor, [surface])


def joined(here: Here, actor: Actor, mine: bool) -> None:
    """What was joined with this actor, by whom, and the way back."""
    t, overlay = here.t, here.corpus.overlay
    members = overlay.members.get(actor.key, ())
    if not members:
        return
    st.subheader(plain(t("Joined with this actor")), anchor=False)
    bare = {each: here.corpus.found_actor(each) for each in members}
    for key, known in bare.items():
        with st.container(horizontal=True, vertical_alignment="center", key=f"joined-{key}"):
            how = t("because the names are one") if key in overlay.automatic else t("by you")
            name = isolate(known.name(t.language)) if known else isolate(key)
            st.markdown(plain(f"{name} \u00b7 {how}"))
            if mine:
                st.button(t("Part again"), key=f"part-{key}", type="tertiary", on_click=do, args=(_parter(key),),
                          icon=":material/call_split:")  # fmt: skip


def _parter(key: str) -> Make:
    return lambda _: changes.part(key)


def _merge_form(here: Here, actor: Actor) -> None:
    t = here.t
    hint = t("A name in any script")
    typed = st.text_input(t("Merge with another actor"), key=f"merge-{actor.key}", placeholder=hint)
    if not typed.strip():
        return
    found = find(here.corpus, typed, 8)
    found = found[found["actor"] != actor.key]
    if found.empty:
        parts.line([t("Nobody of this name is in this corpus.")], here)
    for row in found.to_dict("records"):
        label = t("Merge {name} into this one", name=candidate({str(k): v for k, v in row.items()}, here))
        st.button(plain(label), key=f"merge-{row['actor']}", on_click=do, args=(_merger(row["actor"], actor.key),),
                  icon=":material/merge:")  # fmt: skip


def _merger(key: str, into: str) -> Make:
    return lambda known: changes.merge(known, [key], into)


def _change_form(here: Here, actor: Actor) -> None:
    """Names in three languages, the kind, and whether the actor counts."""
    t = here.t
    key = f"{t.language}-{actor.key}-{abs(hash(tuple(sorted(actor.names.items()))))}-{actor.kind}"
    hidden = actor.key in here.corpus.overlay.hidden
    with st.form(f"change-{key}"):
        with st.container(horizontal=True):
            names = {
                code: st.text_input(t("Name: {language}", language=t.language_name(code)), actor.names.get(code, ""),
                                    key=f"name-{code}-{key}", max_chars=200)
                for code in LANGUAGES
            }  # fmt: skip
            kind = st.selectbox(t("Kind"), KINDS, KINDS.index(actor.kind), key=f"kind-{key}",
                                format_func=lambda each: t(KIND_WORDS[each]))  # fmt: skip
        hide = st.checkbox(t("Hide this actor: it counts nowhere"), hidden, key=f"hide-{key}-{hidden}")
        st.form_submit_button(t("Save"), type="primary", on_click=writing.ask, args=("actor",))
    if writing.asked("actor"):
        rows = changes.rename(actor, names) + ([{"key": actor.key, "kind": str(kind)}] if kind != actor.kind else [])
        rows += [{"key": actor.key, "hidden": "yes" if hide else "no"}] if hide != hidden else []
        do(lambda _: rows)
        st.rerun()


def _alias_form(here: Here, actor: Actor) -> None:
    t = here.t
    key = f"{t.language}-{actor.key}"
    with st.form(f"alias-{key}", clear_on_submit=True):
        typed = st.text_input(t("Further spellings, separated by |"), key=f"alias-{key}", max_chars=600)
        st.form_submit_button(t("Look for them in the texts"), on_click=writing.ask, args=("alias",))
    if writing.asked("alias") and typed.strip():
        do(lambda _: changes.alias(actor, typed))
        st.session_state["rawi-read-again"] = True
        st.rerun()


def add_form(here: Here) -> None:
    """An actor that is on no list."""
    t = here.t
    with st.form("add-actor", clear_on_submit=True):
        with st.container(horizontal=True):
            names = {
                code: st.text_input(t("Name: {language}", language=t.language_name(code)),
                                    key=f"add-{code}-{t.language}", max_chars=200)
                for code in LANGUAGES
            }  # fmt: skip
            kind = st.selectbox(t("Kind"), KINDS, key=f"add-kind-{t.language}",
                                format_func=lambda each: t(KIND_WORDS[each]))  # fmt: skip
        aliases = st.text_input(t("Further spellings, separated by |"), key=f"add-aliases-{t.language}", max_chars=600)
        st.form_submit_button(t("Add this actor"), on_click=writing.ask, args=("add",))
    if writing.asked("add"):
        rows = changes.add(str(kind), names, aliases)
        if not rows:
            st.error(plain(t("An actor needs a name.")))
            return
        do(lambda _: rows)
        st.session_state["rawi-read-again"] = True
        state.change(who=rows[0]["key"])
        st.rerun()

