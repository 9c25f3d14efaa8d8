"""A chronology told by the corpus itself: the dates that articles speak of, with the sentences that name them.

Dates are grouped by what they mean, not by how they are written: «۲۶ تیر ۱۳۹۹», "17 يوليو 2020" and "17 July 2020" are
one entry, attested by every article that names it in any language. A month is another entry than a day within it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import ibis
import pandas as pd

from lib.query.frames import frame, rows
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
    dates = _dates(Selection.of(corpus, filters))
    return int(dates.select("since", "until").distinct().count().execute())


def chronology(
    corpus: Corpus, filters: Filters, order: Order = "most", limit: int = 20, offset: int = 0
) -> list[Entry]:
    """One page of the chronology of the matching articles, the most attested first or in the order of time.

    A period about dates spoken of cuts the dates, one about publication only the articles. Hidden repeats attest
    nothing. Ties go by time.
    """
    selection = Selection.of(corpus, filters)
    dates = _dates(selection)
    counted = dates.group_by("since", "until").aggregate(
        articles=dates.rid.nunique(),
        assumed=dates.rid.nunique(where=dates.flags.contains("assumed-year").fill_null(False)),
    )
    by_time = [ibis.asc("since"), ibis.asc("until")]
    by = [ibis.desc("articles"), *by_time] if order == "most" else by_time
    page = frame(counted.order_by(by).limit(limit, offset=offset))
    named = _named(dates, page)
    quotes = _quotes(corpus, selection, _chosen(named))
    found = []
    for row in rows(page):
        mine = named[(named["since"] == row.since) & (named["until"] == row.until)]
        languages = tuple(mine.drop_duplicates("rid")["language"].value_counts(sort=True).index)
        quoted = tuple(quotes.get((row.since, row.until), ()))
        about = _precision(mine), int(row.articles), languages, quoted, int(row.assumed)
        found.append(Entry(row.since, row.until, *about))
    return found


def _dates(selection: Selection) -> Any:
    """Every resolved date of the matching articles."""
    dates = selection.table("dates")
    known_days = dates.filter([dates.since.notnull(), dates.until.notnull(), dates.rid.isin(selection.articles.rid)])
    return known_days.filter(selection.wholly(known_days)) if selection.which == "spoken" else known_days


def _named(dates: Any, page: pd.DataFrame) -> pd.DataFrame:
    """Every place where the dates of a page are named: since until rid language part span_start span_end precision."""
    columns = ["since", "until", "rid", "language", "part", "span_start", "span_end", "surface", "precision"]
    if page.empty:
        return pd.DataFrame(columns=columns)
    wanted = ibis.memtable(page[["since", "until"]], schema=ibis.schema({"since": "date", "until": "date"}))
    texts = {name: dates[name].cast("string") for name in ("part", "precision")}
    dates = dates.mutate(language=known(dates.language, NO_LANGUAGE), **texts)
    return frame(dates.semi_join(wanted, ["since", "until"]).select(columns).order_by(["rid", "span_start"]))


def _precision(named: pd.DataFrame) -> str:
    return str(named["precision"].mode().iloc[0]) if len(named) else "unknown"


def _chosen(named: pd.DataFrame) -> pd.DataFrame:
    """The places to quote: for each date an article of every language in turn, titles last, each article once."""
    if named.empty:
        return named
    places = named.assign(late=named["part"] != "text").sort_values(["late", "rid", "span_start"], kind="stable")
    places = places.drop_duplicates(["since", "until", "rid"])
    places["turn"] = places.groupby(["since", "until", "language"]).cumcount()
    places = places.sort_values(["turn", "rid"], kind="stable")
    return places.groupby(["since", "until"], sort=False).head(QUOTED)


def _quotes(corpus: Corpus, selection: Selection, chosen: pd.DataFrame) -> dict[tuple[date, date], list[Quote]]:
    rids = sorted({int(rid) for rid in chosen["rid"]})
    every = selection.every
    about = frame(every.filter(every.rid.isin(rids)).select("rid", "id", "title", "outlet")) if rids else pd.DataFrame()
    articles = {int(row.rid): row for row in rows(about)}
    texts = dict(corpus.texts(rids))
    found: dict[tuple[date, date], list[Quote]] = {}
    for row in rows(chosen):
        article = articles[int(row.rid)]
        text = _part(corpus, article, str(row.part), texts)
        sentence = sentence_at(text, int(row.span_start), int(row.span_end))
        quote = Quote(article.id, article.title, str(row.language), article.outlet, sentence, str(row.surface))
        found.setdefault((row.since, row.until), []).append(quote)
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
    lines = [
        (e.since, e.until, e.precision, e.articles, e.languages, q.sentence, q.title, q.id, q.language, q.outlet)
        for e in entries
        for q in e.quotes
    ]
    names = ["since", "until", "precision", "articles", "languages", "sentence", "title", "id", "language", "outlet"]
    return pd.DataFrame(lines, columns=names)
