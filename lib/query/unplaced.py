"""The matching articles that no bar stands for: without a date, or with one too imprecise. They must not vanish."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
import pandas as pd

from lib.query import conservation
from lib.query.frames import frame
from lib.query.selection import NO_LANGUAGE, Selection, known
from lib.query.view import Granularity
from lib.text.calendars import Calendar

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus


def unplaced(
    corpus: Corpus, filters: Filters, step: tuple[Granularity, Calendar], limit: int = 30
) -> pd.DataFrame:
    """id title language fate ("undated" or "imprecise") since until: the undated first, then by date; at most so many.

    since and until are those of publication, also where the filters go by dates spoken of.
    """
    selection = Selection.of(corpus, filters)
    fates = conservation.fated(selection, *step).select("rid", "fate")
    every = selection.every
    rows = every.select("rid", "id", "title", "since", "until", language=known(every.language, NO_LANGUAGE))
    rows = rows.inner_join(fates.filter(fates.fate.isin(["undated", "imprecise"])), "rid")
    page = rows.order_by([ibis.desc("fate"), ibis.asc("since", nulls_first=True), "rid"]).limit(limit)
    return frame(page)[["id", "title", "language", "fate", "since", "until"]]
