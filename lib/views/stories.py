"""The other articles that tell the same story, each with a link: shown wherever an article is."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.i18n import Catalogue
from lib.model import Published
from lib.query.stories import tellings
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import parts
from lib.views.article_view import published_words
from lib.views.shell import Here

_IN_A_LIST = 3
_BESIDE_AN_ARTICLE = 30


def beside(here: Here, story: str, rid: int) -> None:
    """The other tellings of an article's story, under its headline."""
    draw(here, tellings(here.corpus, [story]), rid, _BESIDE_AN_ARTICLE)


def of_list(here: Here, shown: pd.DataFrame) -> dict[int, pd.DataFrame]:
    """rid of an article in a list -> all tellings of its story, where there are several."""
    found = tellings(here.corpus, shown["story"].tolist()) if len(shown) else pd.DataFrame({"story": []})
    by_story = {str(story): rows for story, rows in found.groupby("story")}
    pairs = zip(shown["rid"], shown["story"], strict=True)
    return {int(rid): by_story[story] for rid, story in pairs if story in by_story}


def draw(here: Here, rows: pd.DataFrame, rid: int, most: int = _IN_A_LIST) -> None:
    """One line: the outlets of the others, each a link to what it printed."""
    others = rows[rows["rid"] != rid]
    own = set(rows.loc[rows["rid"] == rid, "source"])
    if others.empty:
        return
    t = here.t
    with st.container(horizontal=True, key=f"story-{rid}", vertical_alignment="center", gap="small"):
        st.html(parts.own(t("The same story in:"), t, "facts"), width="content")
        for row in others.head(most).to_dict("records"):
            published = Published(row["since"], row["until"], row["precision"])
            name = row["outlet"] or (row["id"] if row["source"] in own else row["source"])
            day = published_words(published, here.days) if published.since else ""
            label = telling_words(str(name), day, row["similarity"], t)
            query = here.link(doc=row["id"])
            st.page_link("pages/article.py", label=plain(label), query_params=query)
        if (rest := len(others) - most) > 0:
            st.html(parts.own(t.n("and {n} more", "and {n} more", rest), t, "facts"), width="content")


def telling_words(name: str, day: str, share: object, t: Catalogue) -> str:
    """Who tells it and when, and how much of the wording is the same where not all of it is."""
    said = t("{outlet}, {day}", outlet=isolate(name), day=day) if day else isolate(name)
    if isinstance(share, float) and share == share and share < 1:
        return t("{telling} ({share} alike)", telling=said, share=t.percent(share))
    return said
