"""Who is named most: the one ranking that the actor pages, the timeline and the network all start from."""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any

import ibis
import pandas as pd

from lib.query.frames import frame
from lib.query.selection import Selection

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus


def ranking(corpus: Corpus, filters: Filters, limit: int = 30, kinds: tuple[str, ...] = ()) -> pd.DataFrame:
    """Actors by articles that name them: actor kind name_en name_fa name_ar articles mentions cited.

    Titles and text count, captions and quoted sources where the filters say so. `mentions` counts every place; `cited`
    is the number of articles that quote the actor as a source. Ties go by mentions, then by key.
    """
    return of(Selection.of(corpus, filters), limit, kinds)


def of(selection: Selection, limit: int, kinds: tuple[str, ...] = ()) -> pd.DataFrame:
    """The ranking on a connection that is already open."""
    mentions = selection.table("mentions")
    mentions = mentions.filter(mentions.rid.isin(selection.articles.rid))
    named = reduce(and_, selection.counts(mentions), ibis.literal(True))
    counts = mentions.group_by("actor").aggregate(
        articles=mentions.rid.nunique(where=named),
        mentions=mentions.n.sum(where=named).fill_null(0),
        cited=mentions.rid.nunique(where=mentions.role == "cited source"),
    )
    actors = selection.everybody
    if kinds:
        actors = actors.filter(actors.kind.cast("string").isin(kinds))
    ranked: Any = actors.inner_join(counts, "actor")
    ranked = ranked.filter((ranked.articles > 0) | (ranked.cited > 0))
    order = [ibis.desc("articles"), ibis.desc("mentions"), ibis.desc("cited"), ibis.asc("actor")]
    found = frame(ranked.order_by(order).limit(limit))
    return found.astype({"articles": int, "mentions": int, "cited": int})
