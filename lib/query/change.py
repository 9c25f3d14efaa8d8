"""Who is named more and who less than before, and who is new: shares in two stretches of time, held side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import ibis
import pandas as pd

from lib.query.frames import frame, shares
from lib.query.reasons import keyness
from lib.query.selection import Selection
from lib.query.windows import Windows, windows, within

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus

SURE = 1.96  # standard deviations: less may be chance
SMALL = 20  # articles in a stretch of time, below which a share says little
COLUMNS = ["actor", "before", "before_total", "share_before", "now", "now_total", "share_now", "share_change", "sure"]
NEW = ["actor", "kind", "articles", "first", "undated"]


@dataclass(frozen=True)
class Change:
    """`frame`: COLUMNS; before and now are articles that name the actor, of so many in all; `share_change` is the later
    share less the earlier, missing where one is; `sure`: more than chance would make of it, and not of a handful.
    `windows` is None where there is no time to tell apart.
    """

    windows: Windows | None = None
    frame: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=COLUMNS))
    totals: tuple[int, int] = (0, 0)

    @property
    def small(self) -> bool:
        """Whether there are too few articles on either side to say much."""
        return min(self.totals) < SMALL


@dataclass(frozen=True)
class Newcomers:
    """`frame`: NEW, actors whose first article is in the later stretch, with its day, most articles first; `undated`
    counts articles that name the actor without a date. `earlier`: matching articles before that stretch."""

    windows: Windows | None = None
    frame: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=NEW))
    earlier: int = 0


def change(corpus: Corpus, filters: Filters, keys: Sequence[str]) -> Change:
    """One row for each of `keys`, in their order."""
    selection = Selection.of(corpus, filters)
    found = windows(selection)
    if found is None:
        return Change()
    columns: dict[str, Any] = {"actor": pd.Series(list(keys), dtype=object)}
    totals = []
    for name, span in (("before", found.before), ("now", found.now)):
        counts, total = _named(within(selection, span), keys)
        columns[name] = pd.Series([counts.get(key, 0) for key in keys], dtype="int64")
        columns[f"{name}_total"] = pd.Series([total] * len(keys), dtype="int64")
        totals.append(total)
    rows = pd.DataFrame(columns)
    for name in ("before", "now"):
        rows[f"share_{name}"] = shares(rows[name], rows[f"{name}_total"])
    rows["share_change"] = rows["share_now"] - rows["share_before"]
    before, now = totals
    both = zip(rows["now"], rows["before"], strict=True)
    enough = min(before, now) >= SMALL
    rows["sure"] = [enough and abs(keyness((int(a), int(b)), (now, before))) >= SURE for a, b in both]
    return Change(found, rows[COLUMNS], (before, now))


def _named(selection: Selection, keys: Sequence[str]) -> tuple[dict[str, int], int]:
    mentions = selection.mentions
    mentions = mentions.filter(mentions.actor.isin(list(keys)))
    counts = frame(mentions.group_by("actor").aggregate(n=mentions.rid.nunique()))
    total = int(selection.articles.count().execute())
    return {str(key): int(n) for key, n in counts.itertuples(index=False)}, total


def newcomers(corpus: Corpus, filters: Filters, limit: int = 15, kinds: tuple[str, ...] = ()) -> Newcomers:
    """Who is first named in the later stretch, by days of publication.

    An article whose imprecise date may lie before that stretch keeps its actors from being new.
    """
    selection = Selection.of(corpus, filters)
    found = windows(selection) if selection.which == "published" else None
    if found is None:
        return Newcomers()
    every = replace(selection, filters=filters.without("period"))
    articles = every.articles.select("rid", "since", "until")
    named = every.named.select("rid", "actor").distinct()
    rows: Any = named.inner_join(articles, "rid")
    inside = within(selection, found.now).wholly(rows).fill_null(False)
    counts = rows.group_by("actor").aggregate(
        articles=inside.cast("int64").sum(), first=rows.since.min(), undated=rows.since.isnull().cast("int64").sum()
    )
    day = ibis.literal(found.now[0])
    earlier = int(articles.filter(articles.until < day).count().execute())
    if not earlier:
        return Newcomers(found)
    fresh = counts.filter((counts.first >= day) & (counts.articles > 0))
    people = selection.everybody.select("actor", "kind")
    if kinds:
        people = people.filter(people.kind.cast("string").isin(kinds))
    joined: Any = people.inner_join(fresh, "actor")
    order = [ibis.desc("articles"), ibis.asc("first"), ibis.asc("actor")]
    rows = frame(joined.order_by(order).limit(limit).select(NEW))
    return Newcomers(found, rows.astype({"articles": int, "undated": int}), earlier)
