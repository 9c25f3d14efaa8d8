"""A chronology told by the corpus itself: the dates that articles speak of, with the sentences that name them.

Dates are grouped by what they mean, not by how they are written: «۲۶ تیر ۱۳۹۹», "17 يوليو 2020" and "17 July 2020" are
one entry, attested by every article that names it in any language. A month is another entry than a day within it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import ibis
import pandas as pd

from lib.query.frames import frame
from lib.query.selection import NO_LANGUAGE, Selection, known
from lib.query.view import Order
from lib.text.sentences import sentence_at

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus

QUOTED = 3  # sentences of each date


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence that names a date, and the article that it stands in."""

    id: str
    title: str | None
    language: str
    outlet: str | None
    sentence: str
    surface: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A date as a closed interval, how many articles in which languages speak of it, and some of their sentences."""

    since: date
    until: date
    precision: str
    articles: int
    languages: tuple[str, ...]
    quotes: tuple[Quote, ...]
    assumed: int = 0


def size(corpus: Corpus, filters: Filters) -> int:
    """How many dates there are."""
    rows = _dates(Selection.of(corpus, filters))
    return int(rows.select("since", "until").distinct().count().execute())


def chronology(
    corpus: Corpus, filters: Filters, order: Order = "most", limit: int = 20, offset: int = 0
) -> list[Entry]:
    """One page of the chronology of the matching articles, the most attested first or in the order of time.

    A period about dates spoken of cuts the dates, one about publication only the articles. Hidden repeats attest
    nothing. Ties go by time.
    """
    selection = Selection.of(corpus, filters)
    rows = _dates(selection)
    counted = rows.group_by("since", "until").aggregate(
        articles=rows.rid.nunique(), assumed=rows.rid.nunique(where=rows.flags.contains("assumed-year").fill_null(False))
    )
    by_time = [ibis.asc("since"), ibis.asc("until")]
    by = [ibis.desc("articles"), *by_time] if order == "most" else by_time
    page = frame(counted.order_by(by).limit(limit, offset=offset))
    named = _named(rows, page)
    quotes = _quotes(corpus, selection, _chosen(named))
    found = []
    for row in page.itertuples(index=False):
        mine = named[(named["since"] == row.since) & (named["until"] == row.until)]
        languages = tuple(mine.drop_duplicates("rid")["language"].value_counts(sort=True).index)
        known_as = quotes.get((row.since, row.until), [])
        found.append(
            Entry(row.since, row.until, _precision(mine), int(row.articles), languages, tuple(known_as), int(row.assumed))  # type: ignore[arg-type]
        )
    return found


def _dates(selection: Selection) -> Any:
    """Every resolved date of the matching articles."""
    dates = selection.table("dates")
    rows = dates.filter([dates.since.notnull(), dates.until.notnull(), dates.rid.isin(selection.articles.rid)])
    inside = replace(selection, which="spoken")
    return rows.filter(inside.wholly(rows)) if selection.which == "spoken" else rows


def _named(rows: Any, page: pd.DataFrame) -> pd.DataFrame:
    """Every place where the dates of a page are named: since until rid language part span_start span_end precision."""
    columns = ["since", "until", "rid", "language", "part", "span_start", "span_end", "surface", "precision"]
    if page.empty:
        return pd.DataFrame(columns=columns)
    wanted = ibis.memtable(page[["since", "until"]], schema=ibis.schema({"since": "date", "until": "date"}))
    rows = rows.mutate(language=known(rows.language, NO_LANGUAGE), part=rows.part.cast("string"),
                       precision=rows.precision.cast("string"))  # fmt: skip
    return frame(rows.semi_join(wanted, ["since", "until"]).select(columns).order_by(["rid", "span_start"]))


def _precision(named: pd.DataFrame) -> str:
    return str(named["precision"].mode().iloc[0]) if len(named) else "unknown"


def _chosen(named: pd.DataFrame) -> pd.DataFrame:
    """The places to quote: for each date an article of every language in turn, titles last, each article once."""
    if named.empty:
        return named
    rows = named.assign(late=named["part"] != "text").sort_values(["late", "rid", "span_start"], kind="stable")
    rows = rows.drop_duplicates(["since", "until", "rid"])
    rows["turn"] = rows.groupby(["since", "until", "language"]).cumcount()
    rows = rows.sort_values(["turn", "rid"], kind="stable")
    return rows.groupby(["since", "until"], sort=False).head(QUOTED)


def _quotes(corpus: Corpus, selection: Selection, chosen: pd.DataFrame) -> dict[tuple[date, date], list[Quote]]:
    rids = sorted({int(rid) for rid in chosen["rid"]})
    every = selection.every
    about = frame(every.filter(every.rid.isin(rids)).select("rid", "id", "title", "outlet")) if rids else pd.DataFrame()
    articles: Mapping[int, Any] = {int(row.rid): row for row in about.itertuples(index=False)}  # type: ignore[arg-type]
    texts = dict(corpus.texts(rids))
    found: dict[tuple[date, date], list[Quote]] = {}
    for row in chosen.itertuples(index=False):
        article = articles[int(row.rid)]  # type: ignore[arg-type]
        text = _part(corpus, article, str(row.part), texts)
        sentence = sentence_at(text, int(row.span_start), int(row.span_end))  # type: ignore[arg-type]
        quote = Quote(article.id, article.title, str(row.language), article.outlet, sentence, str(row.surface))
        found.setdefault((row.since, row.until), []).append(quote)  # type: ignore[arg-type]
    return found


def _part(corpus: Corpus, article: Any, part: str, texts: Mapping[int, str]) -> str:
    """The text that the offsets of a date count in."""
    if part == "title":
        return article.title or ""
    if part == "text":
        return texts.get(int(article.rid), "")
    document = corpus.document(article.id)
    return document.parts["caption"] if document else ""


def flat(entries: Sequence[Entry]) -> pd.DataFrame:
    """One row per quoted sentence: since until precision articles languages sentence title id language outlet."""
    rows = [
        (e.since, e.until, e.precision, e.articles, e.languages, q.sentence, q.title, q.id, q.language, q.outlet)
        for e in entries
        for q in e.quotes
    ]
    names = ["since", "until", "precision", "articles", "languages", "sentence", "title", "id", "language", "outlet"]
    return pd.DataFrame(rows, columns=names)
