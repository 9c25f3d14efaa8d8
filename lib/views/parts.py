"""The pieces that pages share: headings, numbers in a row, what to say where nothing matches, captions of charts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import streamlit as st

from lib.figures.caption import Caption
from lib.i18n import Catalogue
from lib.store.corpus import Corpus
from lib.text.bidi import isolate, plain_text
from lib.text.safe import escape, plain
from lib.views import state
from lib.views.shell import Here

_FIGURE = 12  # characters that fit in a line of the size of numbers


def heading(here: Here, title: str) -> None:
    """The title of a page, and under it the filters in words where there are any."""
    st.title(plain(title), anchor=False)
    if here.filters.active:
        words = here.filters.describe(here.t, here.corpus, here.view.calendar)
        st.html(own(words, here.t, "filters-in-words"))


def figures(entries: Iterable[tuple[str, str, str]]) -> None:
    """Numbers in a row, each as (what, number, remark or nothing)."""
    items = (
        f"<div><dt>{escape(what)}</dt><dd{_words(number)}><bdi>{escape(number)}</bdi>{_remark(remark)}</dd></div>"
        for what, number, remark in entries
    )
    st.html(f'<dl class="figures">{"".join(items)}</dl>')


def _words(number: str) -> str:
    """Periods in words are set smaller than numbers."""
    return ' class="words"' if len(number) > _FIGURE else ""


def _remark(remark: str) -> str:
    return f"<small>{escape(remark)}</small>" if remark else ""


def nothing(here: Here) -> bool:
    """Whether there is nothing to show; if so, says why and offers what can be done about it."""
    corpus, filters, t = here.corpus, here.filters, here.t
    if not int(corpus.meta["articles"]):
        _say(t("There are no articles in this corpus yet. The overview lists what could not be read."), here)
        return True
    if here.matching:
        return False
    _say(t("No article matches these filters."), here)
    with st.container(horizontal=True, horizontal_alignment="center"):
        for field, words in filters.parts(t, corpus, here.view.calendar):
            label = t("Without: {filter}", filter=words)
            st.button(plain(label), key=f"without-{field}", on_click=without, args=(field,), icon=":material/close:")
    return True


def without(field: str) -> None:
    """Callback: lets go of one filter."""
    state.narrow(state.now().filters.without(field))


def _say(words: str, here: Here) -> None:
    st.html(own(words, here.t, "empty"))


def caption(here: Here, title: str, counts: str) -> Caption:
    """The words inside a picture: title, filters, counts, and where and when it was drawn."""
    corpus, t = here.corpus, here.t
    today = here.days.day(date.today())
    source = t("Source: {corpus}, drawn with Rawi on {day}", corpus=isolate(corpus.name), day=today)
    return Caption(title, here.filters.describe(t, corpus, here.view.calendar), counts, source, t.language)


def actor_names(corpus: Corpus, keys: Iterable[str], language: str) -> dict[str, str]:
    """Key to name for a reader of `language`; keys that the corpus does not know are their own names."""
    keys = tuple(keys)
    known = corpus.known_actors(keys)
    return {key: known[key].name(language) if key in known else key for key in keys}


def line(words: Sequence[str], here: Here, css: str = "soft") -> None:
    """One line of our own words, in the interface's direction; sentences follow each other, other pieces get a dot."""
    text = ""
    for word in filter(None, words):
        text += (" " if text.endswith(".") else " \u00b7 ") * bool(text) + word
    st.html(own(text, here.t, css))


def own(text: str, t: Catalogue, css: str = "") -> str:
    """A paragraph of our own words as HTML, in the interface's language and direction."""
    return own_html(escape(text), t, css)


def own_html(html: str, t: Catalogue, css: str = "") -> str:
    """The same around what is HTML already."""
    direction = "" if plain_text() else f' dir="{t.direction}"'
    name = f' class="{escape(css)}"' if css else ""
    return f'<p{name} lang="{escape(t.language)}"{direction}>{html}</p>'
