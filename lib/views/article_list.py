"""The list of articles: each in its own direction, a link that opens it, and what is known of it; and its downloads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from lib.export.tables import csv_bytes, excel_bytes
from lib.model import Published
from lib.query.articles import articles
from lib.query.filters import Filters
from lib.query.view import Sort
from lib.store.corpus import Corpus
from lib.text.bidi import line
from lib.text.safe import escape, plain
from lib.views import labelling, parts, stories, ticking
from lib.views.article_view import published_words
from lib.views.card import file_stem
from lib.views.shell import Here

_NAMED = 5
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(here: Here, shown: pd.DataFrame, selecting: bool = False) -> None:
    """One entry for each row of the query's frame, with a box to tick where several are to be corrected at once."""
    keys = {key for keys in shown["actors"] for key in keys[:_NAMED]}
    names = parts.actor_names(here.corpus, sorted(keys), here.t.language)
    told = stories.of_list(here, shown)
    for record in shown.to_dict("records"):
        row = {str(name): value for name, value in record.items()}
        with st.container(key=f"item-{row['rid']}", gap=None):
            title = row["title"] or here.t("Without a title")
            query = here.link(doc=row["id"])
            label = plain(line(title, row["language"]))
            with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"headline-{row['rid']}"):
                if selecting:
                    ticking.box(here, row)
                st.page_link("pages/article.py", label=label, icon="", query_params=query, width="stretch")
            st.html(parts.own_html(facts(row, names, here), here.t, "facts"))
            if row["rid"] in told:
                stories.draw(here, told[row["rid"]], row["rid"])


def facts(row: Mapping[str, Any], names: Mapping[str, str], here: Here) -> str:
    """What is known of an article in one line of HTML: language, outlet, day, length, actors."""
    t = here.t
    published = Published(row["since"], row["until"], row["precision"], row["basis"])
    said = [escape(t.language_name(str(row["language"])))]
    said += [f"<bdi>{escape(str(row['outlet']))}</bdi>"] if row["outlet"] else []
    said += [escape(published_words(published, here.days)) if published.since else escape(t("no date of publication"))]
    said += [escape(t.n("{n} word", "{n} words", int(row["words"])))] if pd.notna(row["words"]) else []
    said += [escape(t("told before"))] if row["duplicate_of"] else []
    said += labelling.facts(here.corpus.labels.of_article(str(row["id"])), t)
    keys = list(row["actors"])[:_NAMED]
    said += [t(", ").join(f"<bdi>{escape(names[key])}</bdi>" for key in keys)] if keys else []
    return " \u00b7 ".join(said)


def downloads(here: Here, sort: Sort) -> None:
    """All matching articles as CSV and as Excel, made when asked for."""
    t, stem = here.t, file_stem("articles", here.filters)
    titles = table_titles(here)
    make = partial(table, here.corpus, here.filters, sort, t.language)
    options: dict[str, Any] = {"on_click": "ignore", "icon": ":material/download:"}
    st.download_button(t("CSV"), lambda: csv_bytes(make(), titles), f"{stem}.csv", "text/csv", key="csv", **options)
    rtl = t.direction == "rtl"
    st.download_button(
        t("Excel"), lambda: excel_bytes(make(), titles, rtl), f"{stem}.xlsx", EXCEL, key="excel", **options
    )


def table(corpus: Corpus, filters: Filters, sort: Sort, language: str) -> pd.DataFrame:
    """Every matching article: title, days, outlet, link, the names of its actors, language, section, author, id."""
    found = articles(corpus, filters, sort, 0, None)
    names = parts.actor_names(corpus, sorted({key for keys in found["actors"] for key in keys}), language)
    found = found.assign(actors=["; ".join(names[key] for key in keys) for keys in found["actors"]])
    labels = [corpus.labels.of_article(id) for id in found["id"]]
    columns: dict[str, list[Any]] = {
        "starred": ["yes" if each.starred else None for each in labels],
        "tags": ["; ".join(each.tags) or None for each in labels],
        "sets": ["; ".join(each.sets) or None for each in labels],
        "note": [each.note for each in labels],
    }
    return found.assign(**columns)


def table_titles(here: Here) -> dict[str, str]:
    """The columns of the downloads and their titles."""
    t = here.t
    return {
        "title": t("Title"),
        "since": t("Published from"),
        "until": t("Published until"),
        "basis": t("How the day is known"),
        "outlet": t("Outlet"),
        "url": t("Link"),
        "actors": t("Actors"),
        "language": t("Language"),
        "section": t("Section"),
        "author": t("Author"),
        "words": t("Words"),
        "id": t("Id"),
        "starred": t("Starred"),
        "tags": t("Tags"),
        "sets": t("Sets"),
        "note": t("Note"),
    }
