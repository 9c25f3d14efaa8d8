"""Two layers over one axis: when articles appeared (coverage), and the days that they speak of (events covered).

The axis is that of the dates that the filters go by. An article is in a layer once in each bin; what lies outside the
axis, is too imprecise for a bin or has no date is counted for each layer by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import ibis
import pandas as pd

from lib.query import conservation, placing
from lib.query.bins import binned, bins
from lib.query.frames import frame, shares
from lib.query.selection import Selection
from lib.query.timeline import COLUMNS, Timeline, Told
from lib.query.view import Granularity, View

if TYPE_CHECKING:
    from lib.i18n import Catalogue
    from lib.query.filters import Filters, Which
    from lib.store.corpus import Corpus

WHICH: tuple[Which, ...] = ("published", "spoken")


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of the matching articles in one layer; each is in exactly one of these."""

    shown: int = 0
    undated: int = 0
    outside: int = 0
    imprecise: int = 0

    def sentence(self, name: str, t: Catalogue) -> str:
        """The layer's sum in words."""
        said = [t.n("{n} article", "{n} articles", self.shown)]
        if self.undated:
            said.append(t.n("{n} without a date", "{n} without a date", self.undated))
        if self.outside:
            said.append(t.n("{n} only outside this span", "{n} only outside this span", self.outside))
        if self.imprecise:
            said.append(t.n("{n} with a date too imprecise", "{n} with dates too imprecise", self.imprecise))
        return f"{name}: {t(', ').join(said)}"


def layers(corpus: Corpus, filters: Filters, view: View) -> tuple[Timeline, dict[Which, Fates]]:
    """A timeline with the series "published" and "spoken", and what became of the articles in each of them."""
    selection = Selection.of(corpus, filters)
    main = selection.which
    span = placing.span(selection)
    step = placing.granularity(span, replace(view, compare=()), 2)
    found = conservation.of(selection, None)
    steps = bins(*span, step, view.calendar) if span else []
    axis = (steps[0][0], steps[-1][1]) if steps else None
    frames: list[pd.DataFrame] = []
    fates: dict[Which, Fates] = {}
    for which in WHICH:
        rows = _rows(selection, which)
        if steps:
            frames.append(_counted(rows, steps, (step, view, which)))
        fates[which] = _fates(rows, axis, (step, view))
    filled = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=COLUMNS)
    whole = filled[filled["series"] == main][["since", "until", "articles", "total"]].reset_index(drop=True)
    split: Told = "layer"
    kinds = step, view.granularity, main, split
    pairs, series = int(filled["articles"].sum()), WHICH if frames else ()
    return Timeline(filled, *kinds, series, pairs, found, view.calendar, whole), fates


def _rows(selection: Selection, which: Which) -> Any:
    """rid since until counted: every article's dates of one kind; the period cuts those of the kind it is about."""
    judged = placing.judged(selection)
    judged = judged.mutate(counted=judged.rid.isin(selection.articles.rid))
    rows = judged.select("rid", "since", "until", "counted")
    if which == "spoken":
        dates = selection.table("dates").select("rid", "since", "until")
        rows = judged.select("rid", "counted").left_join(dates, "rid")[["rid", "since", "until", "counted"]]
    if which == selection.which and selection.filters.has_period:
        rows = rows.filter(selection.wholly(rows).fill_null(False))
    return rows


def _counted(rows: Any, steps: list[tuple[date, date]], how: tuple[Granularity, View, Which]) -> pd.DataFrame:
    step, view, which = how
    placed = binned(rows.filter(rows.since.notnull() & rows.until.notnull()), step, view.calendar)
    placed = placed.filter(placed.bin.notnull()).select("rid", "bin", "counted").distinct()
    counts = frame(
        placed.group_by("bin").aggregate(articles=placed.counted.cast("int64").sum(), total=placed.count())
    ).rename(columns={"bin": "since"})
    grid = pd.DataFrame(steps, columns=["since", "until"], dtype=object).assign(series=which)
    filled = grid.merge(counts, how="left", on="since")
    for name in ("articles", "total"):
        filled[name] = filled[name].astype(float).fillna(0).astype("int64")
    filled["share"] = shares(filled["articles"], filled["total"])
    return filled[COLUMNS]


def _fates(rows: Any, axis: tuple[date, date] | None, how: tuple[Granularity, View]) -> Fates:
    """The classes of the matching articles: the best that any date of theirs comes to; none is on a missing axis."""
    step, view = how
    rows = binned(rows.filter(rows.counted), step, view.calendar)
    dated = rows.since.notnull() & rows.until.notnull()
    touching = dated & (rows.since <= axis[1]) & (rows.until >= axis[0]) if axis else dated & ibis.literal(False)
    flags = {"dated": dated, "touching": touching, "placed": touching & rows.bin.notnull()}
    by_article = rows.group_by("rid").aggregate(**{name: flag.fill_null(False).any() for name, flag in flags.items()})
    fate = ibis.cases(
        (by_article.placed, "shown"), (by_article.touching, "imprecise"), (by_article.dated, "outside"), else_="undated"
    )
    counted = by_article.select(fate=fate).group_by("fate").aggregate(n=ibis._.count()).execute()
    return Fates(**{str(name): int(n) for name, n in counted.itertuples(index=False)})
