"""A sentence of an article on a page, in its own direction, and the way to the article that it stands in."""

from __future__ import annotations

from typing import Any

import streamlit as st

from lib.text.bidi import isolate, plain_text, said
from lib.text.languages import base_direction, primary
from lib.text.safe import escape, plain
from lib.views.shell import Here


def sentence(text: str, language: str, marked: str) -> None:
    """A sentence whose words are `text`; `marked` is the same as HTML, with what it is shown for marked."""
    direction = "" if plain_text() else f' dir="{base_direction(text, language)}"'
    spoken = "" if primary(language) == "und" else f' lang="{escape(language)}"'
    st.html(f'<p class="sentence"{direction}{spoken}>{marked}</p>')


def origin(here: Here, article: Any, **link: str) -> None:
    """A link to an article by its title, outlet and day: whatever has these, its id and language as attributes.

    `link`: what else the address changes of the view.
    """
    t = here.t
    title = isolate(article.title, article.language) if article.title else t("Without a title")
    day = here.days.day(article.since) if article.since else ""
    label = said(" \u00b7 ".join(filter(None, [title, isolate(article.outlet or ""), day])), t.language)
    query = here.link(doc=article.id, **link)
    st.page_link("pages/article.py", label=plain(label), icon=":material/article:", query_params=query)
