"""Sentences with the mention marked, each in its own direction, and the article that it stands in."""

from __future__ import annotations

import streamlit as st

from lib.query.sentences import Concordance
from lib.text.bidi import isolate
from lib.views import parts, quoting
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
    for number, each in enumerate(found.shown):
        with st.container(key=f"sentence-{number}", gap=None):
            mark = f'<mark class="m person">{safe(each.surface)}</mark>'
            whole = each.before + each.surface + each.after
            quoting.sentence(whole, each.language, f"{safe(each.before)}{mark}{safe(each.after)}")
            quoting.origin(here, each, who="", form="")
