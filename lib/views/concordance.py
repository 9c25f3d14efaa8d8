"""Sentences with the mention marked, each in its own direction, and the article that it stands in."""

from __future__ import annotations

import streamlit as st

from lib.query.sentences import Concordance
from lib.text.bidi import isolate, plain_text, said
from lib.text.languages import base_direction, primary
from lib.text.safe import escape, plain
from lib.views import parts
from lib.views.marks import safe
from lib.views.shell import Here


def counted(here: Here, found: Concordance) -> None:
    """What was counted, in numbers and in words."""
    t = here.t
    words = [
        t("{mentions} in {articles}", mentions=t.n("{n} mention", "{n} mentions", found.mentions),
          articles=t.n("{n} article", "{n} articles", found.articles)),
        t("spelt {spelling}", spelling=isolate(here.view.form)) if here.view.form else "",
        t("repeated articles counted") if here.filters.duplicates else t("repeated articles not counted"),
        t("quoted sources counted") if here.filters.cited else t("quoted sources not counted"),
        t("picture captions counted") if here.filters.captions else t("picture captions not counted"),
    ]  # fmt: skip
    parts.line(words, here)


def draw(here: Here, found: Concordance) -> None:
    """One block for each sentence."""
    t = here.t
    for number, each in enumerate(found.shown):
        with st.container(key=f"sentence-{number}", gap=None):
            whole = each.before + each.surface + each.after
            direction = "" if plain_text() else f' dir="{base_direction(whole, each.language)}"'
            language = "" if primary(each.language) == "und" else f' lang="{escape(each.language)}"'
            marked = f'{safe(each.before)}<mark class="m person">{safe(each.surface)}</mark>{safe(each.after)}'
            st.html(f'<p class="sentence"{direction}{language}>{marked}</p>')
            title = isolate(each.title, each.language) if each.title else t("Without a title")
            about = [title, isolate(each.outlet), here.days.day(each.since) if each.since else ""]
            label = said(" \u00b7 ".join(filter(None, about)), t.language)
            st.page_link("pages/article.py", label=plain(label), icon=":material/article:",
                         query_params=here.link(doc=each.id, who="", form=""))  # fmt: skip
