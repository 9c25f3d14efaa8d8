"""The filters, drawn once for all pages: what is chosen here decides what every page counts."""

from __future__ import annotations

from typing import Any

import streamlit as st

from lib.i18n import LANGUAGES as INTERFACES
from lib.i18n import Catalogue
from lib.query.filters import Filters
from lib.query.selection import NO_OUTLET
from lib.store.corpus import Corpus
from lib.text.bidi import isolate, line, said
from lib.text.safe import escape, plain
from lib.views import controls, period, state, tongue
from lib.views.controls import Choice
from lib.views.shell import Here

_NATIVE = {"en": "English", "fa": "فارسی", "ar": "العربية"}
_OFFERED = 2000  # actors in the picker: every option travels to the browser


def brand(t: Catalogue) -> None:
    """The name of the app."""
    about = escape(t("News in Persian, Arabic and English"))
    st.html(f'<p class="brand"><strong>{escape(t("Rawi"))}</strong> <span>{about}</span></p>')


def interface(view_language: str, t: Catalogue) -> None:
    """The switch of the interface language."""
    key = state.key("ui")
    st.segmented_control(
        t("Interface language"),
        INTERFACES,
        default=view_language,
        format_func=lambda code: _NATIVE[code],
        key=key,
        on_change=_interface,
        args=(key,),
        required=True,
        label_visibility="collapsed",
    )
    tongue.tell(view_language)


def _interface(widget: str) -> None:
    """Callback: another interface language, now and at the next visit."""
    state.take("ui", widget)
    tongue.chosen(state.now().view.ui)


def coming(place: Any, t: Catalogue) -> None:
    """The filters while a corpus is read for the first time: to be seen, not yet to be used.

    The browser loads what it needs to draw them in the meantime.
    """
    with place.container(key="coming"):
        st.text_input(t("Words"), placeholder=t("Search titles and texts"), disabled=True)
        for label, nothing in ((t("Language"), t("Any language")), (t("Actor"), t("Any actor"))):
            st.multiselect(label, [], placeholder=nothing, disabled=True)
        with st.container(horizontal=True, gap="small"):
            st.date_input(t("From"), None, disabled=True)
            st.date_input(t("Until"), None, disabled=True)
        st.toggle(t("Count quoted sources"), disabled=True)


def filters(here: Here) -> None:
    """All filters, how many articles match, and the button that clears them."""
    corpus, chosen, t = here.corpus, here.filters, here.t
    _matching(here)
    _words(chosen, t)
    languages = Choice(corpus.languages(), t.language_name, chosen.languages, t("Any language"))
    controls.several("languages", t("Language"), languages)
    labels = actor_labels(corpus, t)
    actors = Choice(list(labels), lambda key: labels.get(key, key), chosen.actors, t("Any actor"))
    controls.several("actors", t("Actor"), actors)
    if len(chosen.actors) > 1:
        controls.one("match", t("Articles that name"), {"any": t("any of them"), "all": t("all of them")}, chosen.match)
    if corpus.outlets() or chosen.outlets:
        missing = {NO_OUTLET: t("not known")}
        names = Choice(corpus.outlets(), lambda key: missing.get(key) or line(key), chosen.outlets, t("Any outlet"))
        controls.several("outlets", t("Outlet"), names)
    _labels(here)
    period.draw(here)
    _unit(chosen, t)
    for name, label, on in (
        ("cited", t("Count quoted sources"), chosen.cited),
        ("captions", t("Count picture captions"), chosen.captions),
    ):
        key = state.key(name)
        st.toggle(label, on, key=key, on_change=state.take, args=(name, key))


def _labels(here: Here) -> None:
    """What the user put on articles, where there is any or a link asks for it."""
    chosen, t, labels = here.filters, here.t, here.corpus.labels
    if (sets := labels.names("sets")) or chosen.sets:
        controls.several("sets", t("Set"), Choice(sets, str, chosen.sets, t("Any set")))
    if (tags := labels.names("tags")) or chosen.tags:
        controls.several("tags", t("Tag"), Choice(tags, str, chosen.tags, t("Any tag")))
    if labels.any_starred or chosen.starred:
        key = state.key("starred")
        st.toggle(t("Only with a star"), chosen.starred, key=key, on_change=state.take, args=("starred", key))


def _matching(here: Here) -> None:
    """The number of matching articles, and the way back to all of them."""
    t, total = here.t, int(here.corpus.meta["articles"])
    with st.container(key="matching", horizontal=True, vertical_alignment="center"):
        st.markdown(plain(t("{n} of {total} articles", n=t.number(here.matching), total=t.number(total))))
        if here.filters != Filters():
            st.button(t("Clear all"), key="clear", on_click=clear, type="tertiary", icon=":material/close:")


def clear() -> None:
    """Callback: no filter at all."""
    state.narrow(Filters())


def _words(chosen: Filters, t: Catalogue) -> None:
    key = state.key("search")
    st.text_input(
        t("Words"),
        chosen.search,
        key=key,
        on_change=state.take,
        args=("search", key),
        placeholder=t("Search titles and texts"),
        help=t('Several words: all of them. "In quotes": exactly so. Beginning*: any ending.'),
        max_chars=300,
    )


def _unit(chosen: Filters, t: Catalogue) -> None:
    """The switch between stories, of which each is counted once, and articles, of which several may tell one."""
    key = state.key("duplicates")
    names = {False: t("Stories"), True: t("Articles")}
    st.segmented_control(
        t("Count"),
        list(names),
        default=chosen.duplicates,
        format_func=lambda value: names[value],
        key=key,
        on_change=state.take,
        args=("duplicates", key),
        required=True,
        help=t("A story that several outlets print counts once, where it stands first in the corpus. To compare what "
               "outlets print, count articles: every telling then counts."),
    )  # fmt: skip


def actor_labels(corpus: Corpus, t: Catalogue) -> dict[str, str]:
    """Key to label, the most frequent actors first. A label holds the names in all three scripts, the reader's own
    first, so that the picker finds an actor whichever way its name is typed."""
    labels: dict[str, str] = {}
    order = [t.language, *(code for code in INTERFACES if code != t.language)]
    for row in corpus.actors().head(_OFFERED).to_dict("records"):
        names = dict.fromkeys(name for code in order if isinstance(name := row[f"name_{code}"], str) and name)
        labels[row["actor"]] = said(" \u00b7 ".join(map(isolate, names)) or row["actor"], t.language)
    return labels
