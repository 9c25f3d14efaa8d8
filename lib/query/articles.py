"""The list of matching articles: sorted, paged, with each article's actors, and the way to the next one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import ibis
import pandas as pd

from lib.query.frames import frame
from lib.query.selection import NO_LANGUAGE, Selection, known
from lib.query.view import Sort
from lib.text.alphabet import FROM, TO

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus

_ABOUT = ["rid", "id", "title", "language", "outlet", "author", "section", "url"]
COLUMNS = [*_ABOUT, "since", "until", "precision", "basis"]


def count(corpus: Corpus, filters: Filters) -> int:
    """How many articles match."""
    return int(Selection.of(corpus, filters).articles.count().execute())


def articles(
    corpus: Corpus, filters: Filters, sort: Sort = "corpus", offset: int = 0, limit: int | None = 50
) -> pd.DataFrame:
    """One page of the matching articles: COLUMNS, then words duplicate_of story actors.

    `actors` is a tuple of keys, the most mentioned in the article first; `limit` None gives all. Ties of `sort` go by
    corpus order; articles without a date or title come last.
    """
    selection = Selection.of(corpus, filters)
    matching = selection.articles
    page = matching.order_by(_order(matching, sort)).limit(limit, offset=offset)
    return _listed(selection, page, everything=limit is None)


def these(corpus: Corpus, filters: Filters, rids: Sequence[int]) -> pd.DataFrame:
    """The articles of these numbers in corpus order, with the columns of `articles`."""
    selection = Selection.of(corpus, filters)
    every = selection.every
    return _listed(selection, every.filter(every.rid.isin(list(rids))).order_by("rid"), everything=False)


def _listed(selection: Selection, page: Any, everything: bool) -> pd.DataFrame:
    page = page.select(*COLUMNS, "words", "duplicate_of", "story")
    found = frame(page.mutate(language=known(page.language, NO_LANGUAGE)))
    mentions = selection.mentions
    if not everything:
        mentions = selection.named
        mentions = mentions.filter(mentions.rid.isin([int(rid) for rid in found["rid"]]))
    named = mentions.group_by("rid", "actor").aggregate(n=mentions.n.sum())
    keys: dict[int, list[str]] = {}
    for rid, key in frame(named.order_by(["rid", ibis.desc("n"), "actor"]).select("rid", "actor")).itertuples(
        index=False
    ):
        keys.setdefault(int(rid), []).append(key)
    found["actors"] = pd.Series([tuple(keys.get(int(rid), ())) for rid in found["rid"]], found.index, dtype=object)
    return found


def neighbours(corpus: Corpus, filters: Filters, sort: Sort, id: str) -> tuple[str | None, str | None]:
    """Ids of the articles before and after this one in the list, None at its ends or where it is not in it."""
    matching = Selection.of(corpus, filters).articles
    around = ibis.window(order_by=_order(matching, sort))
    ranked = matching.select("id", previous=matching.id.lag().over(around), following=matching.id.lead().over(around))
    found = frame(ranked.filter(ranked.id == id))
    if found.empty:
        return None, None
    return found["previous"].iloc[0], found["following"].iloc[0]


class Following(NamedTuple):
    """The article that comes next in a source."""

    id: str
    title: str | None
    language: str


def following(corpus: Corpus, id: str) -> Following | None:
    """The next article of the same source; None where there is none."""
    query = (
        "SELECT b.id, b.title, b.language FROM articles a JOIN articles b ON b.rid = a.rid + 1 AND b.source = a.source"
        " WHERE a.id = ?"
    )
    row = corpus.connection().execute(query, (id,)).fetchone()
    return None if row is None else Following(str(row[0]), row[1], str(row[2]))


def present(corpus: Corpus, ids: Sequence[str]) -> list[str]:
    """Those of the ids that are in the corpus, in its order."""
    query = "SELECT id FROM articles WHERE id IN (SELECT unnest(?::VARCHAR[])) ORDER BY rid"
    return [str(row[0]) for row in corpus.connection().execute(query, [list(ids)]).fetchall()]


def _order(matching: Any, sort: Sort) -> list[Any]:
    """Sort keys that leave no ties."""
    by = {
        "newest": [ibis.desc(matching.until, nulls_first=False), ibis.desc(matching.since, nulls_first=False)],
        "oldest": [ibis.asc(matching.since, nulls_first=False), ibis.asc(matching.until, nulls_first=False)],
        "title": [ibis.asc(matching.title.lower().translate(FROM, TO).strip(), nulls_first=False)],
        "longest": [ibis.desc(matching.words, nulls_first=False)],
    }
    return [*by.get(sort, []), ibis.asc(matching.rid)]
