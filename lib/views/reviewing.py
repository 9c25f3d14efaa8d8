"""What is left to decide and what was decided: doubtful pairs with their evidence, the log, and the list as a file."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import streamlit as st

from lib.enrich.identity import changes
from lib.enrich.identity.curated import Change, Curated, read
from lib.enrich.identity.rows import FILE, NOTHING, Said
from lib.i18n import Catalogue
from lib.ingest.corrsheet import content
from lib.query.doubtful import doubtful
from lib.query.sentences import sentences
from lib.query.words import actor_name
from lib.text.bidi import isolate
from lib.text.safe import escape, plain
from lib.views import parts, tables, words, writing
from lib.views.curating import Make, do, write
from lib.views.shell import Here

_COMPANIONS = 6
_LOGGED = 30


def queue(here: Here, mine: bool) -> None:
    """Pairs that may be one, each with what speaks for it; a decision is remembered."""
    t = here.t
    rows = doubtful(here.corpus, here.filters)
    if rows.empty:
        parts.line([t("No two actors of these articles look like one.")], here)
    for row in rows.to_dict("records"):
        _pair(here, {str(name): value for name, value in row.items()}, mine)


def _pair(here: Here, row: dict[str, Any], mine: bool) -> None:
    t, a, b = here.t, row["a"], row["b"]
    with st.container(border=True, key=f"pair-{a}-{b}"):
        for key, n in ((a, row["a_articles"]), (b, row["b_articles"])):
            actor = here.corpus.actor(key)
            names = " \u00b7 ".join(map(isolate, dict.fromkeys(actor.names.values()))) if actor else isolate(key)
            label = f"{names} ({t.n('{n} article', '{n} articles', int(n))})"
            st.page_link("pages/curate.py", label=plain(label), icon="", query_params=here.link(who=key))
            for each in sentences(here.corpus, here.filters, (key, ""), 0, 1).shown:
                st.html(parts.own_html(f"<bdi>{escape(f'{each.before}{each.surface}{each.after}')}</bdi>", t, "soft"))
        others = [isolate(actor_name(key, t.language, here.corpus)) for key in row["companions"][:_COMPANIONS]]
        alike = t("Names alike: {share}", share=t.percent(float(row["similarity"])))
        shared = t.n("named together in {n} article", "named together in {n} articles", int(row["shared"]))
        beside = t("both beside {names}", names=t(", ").join(others)) if others else t("nobody is named beside both")
        parts.line([alike, shared, beside], here)
        if mine:
            with st.container(horizontal=True):
                st.button(t("One and the same"), key=f"same-{a}-{b}", on_click=do, args=(_joiner(here, row),))
                st.button(t("Two actors"), key=f"two-{a}-{b}", on_click=do, args=(_parter(a, b),))


def _joiner(here: Here, row: dict[str, Any]) -> Make:
    """The one of the list stays, else the one that more articles name."""
    known = {key: here.corpus.actor(key) for key in (row["a"], row["b"])}
    listed = [key for key, actor in known.items() if actor and actor.origin != "found"]
    more = row["a"] if row["a_articles"] >= row["b_articles"] else row["b"]
    into = listed[0] if len(listed) == 1 else more
    return lambda curated: changes.merge(curated, known, into)


def _parter(a: str, b: str) -> Make:
    return lambda _: [{"key": a, "apart_from": b}]


def log(here: Here, mine: bool) -> None:
    """What was changed and when, the newest first; who did so is not recorded."""
    t, made = here.t, writing.curated().log()
    if not made:
        parts.line([t("Nothing was changed yet.")], here)
    for change in made[:_LOGGED]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"log-{change.when}"):
            st.markdown(plain(f"{when(change.when, t)} \u00b7 {said(here, change)}"))
            if mine:
                st.button(t("Undo"), key=f"undo-{change.when}", type="tertiary", icon=":material/undo:",
                          on_click=write, args=(_undoing(change.when),))  # fmt: skip
    if (rest := len(made) - _LOGGED) > 0:
        parts.line([t.n("{n} more change", "{n} more changes", rest)], here)


def _undoing(at: str) -> Any:
    return lambda known: known.undo(at)


def when(at: str, t: Catalogue) -> str:
    """The time of a change."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return isolate(at)
    return f"{t.date(moment.date(), 'd MMM y')} {t.digits(moment.strftime('%H:%M'))}"


def said(here: Here, change: Change) -> str:
    """A change in words, the first few rows of it."""
    rows = [_row(here, row) for row in change.rows[:3]]
    more = len(change.rows) - 3
    rows += [here.t.n("{n} more row", "{n} more rows", more)] if more > 0 else []
    return here.t(", ").join(rows)


def _row(here: Here, row: Said) -> str:
    t = here.t

    def name(key: str) -> str:
        actor = here.corpus.found_actor(key) or here.corpus.overlay.actors.get(key)
        return isolate(actor.name(t.language) if actor else key)

    if row.split_from and row.split_from != NOTHING:
        surfaces = t(", ").join(map(isolate, row.aliases))
        return t("{spellings} split from {name}", spellings=surfaces, name=name(row.split_from))
    if row.merged_into == NOTHING:
        return t("{name} stands alone", name=name(row.key))
    if row.merged_into:
        return t("{name} merged into {other}", name=name(row.key), other=name(row.merged_into))
    if row.apart_from:
        return t("{name} is not {other}", name=name(row.key), other=name(row.apart_from))
    if row.hidden is not None:
        return t("{name} hidden", name=name(row.key)) if row.hidden else t("{name} shown again", name=name(row.key))
    if row.aliases:
        return t("{name}: further spellings {spellings}", name=name(row.key),
                 spellings=t(", ").join(map(isolate, row.aliases)))  # fmt: skip
    cells = [*row.names.values(), *([t(words.KINDS[row.kind])] if row.kind else [])]
    return t("{name} changed: {what}", name=name(row.key), what=t(", ").join(map(isolate, cells)))


def file(here: Here, mine: bool) -> None:
    """The list to take to another corpus, and a list from another corpus to take in."""
    t, curated = here.t, writing.curated()
    st.download_button(t("The list as a file"), content(curated.sheet), FILE, "text/csv", key="list-file",
                       on_click="ignore", icon=":material/download:")  # fmt: skip
    if not mine:
        return
    with st.form("list-upload", border=False):
        sent = st.file_uploader(t("A list from another corpus"), type=["csv"], key="list-sent")
        theirs = st.checkbox(t("Where the two differ, take the word of the file"), key="list-theirs")
        st.form_submit_button(t("Take it in"), on_click=writing.ask, args=("list",))
    if writing.asked("list") and sent is not None:
        _take_in(read(sent.getvalue()), theirs, t)


def _take_in(sent: Curated, theirs: bool, t: Catalogue) -> None:
    if sent.sheet.broken:
        st.error(plain(t.said(sent.sheet.problems[0].what, isolate)))
        return
    conflicts: list[changes.Conflict] = []

    def change(known: Curated) -> Curated:
        found, differing = changes.union(known, sent, theirs, writing.now())
        conflicts.extend(differing)
        return found

    write(change)
    st.session_state["rawi-read-again"] = bool(sent.stamp())
    st.session_state["rawi-conflicts"] = conflicts
    st.rerun()


def conflicts(here: Here) -> None:
    """Where a list that was taken in and the one that stood differ."""
    t, found = here.t, st.session_state.pop("rawi-conflicts", None)
    if found is None:
        return
    st.success(plain(t("The list was taken in.")))
    if found:
        st.warning(plain(t.n("{n} cell differs.", "{n} cells differ.", len(found))))
        heads = [(t("Key"), 0), (t("Column"), 1), (t("Here"), 2), (t("In the file"), 3)]
        rows = {str(at): [each[at] for each in found] for _, at in heads}
        tables.listed(tables.framed(rows), {str(at): head for head, at in heads}, t, "conflicts")
