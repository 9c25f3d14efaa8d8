"""Pairs of actors that may be one, with what speaks for it: their names, where both are named, and with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ibis
import pandas as pd

from lib.query.frames import frame
from lib.query.selection import Selection

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus

COLUMNS = ["a", "b", "similarity", "a_articles", "b_articles", "shared", "companions"]
_READ = 2_000


def doubtful(corpus: Corpus, filters: Filters, limit: int = 10) -> pd.DataFrame:
    """COLUMNS of the pairs that a reader has not decided on, the most alike and most named first.

    `shared`: articles that name both; `companions`: other actors that are named beside either of them.
    """
    selection, known = Selection.of(corpus, filters), corpus.overlay
    pairs = frame(selection.table("pairs").order_by([ibis.desc("similarity"), "a", "b"]).limit(_READ))
    pairs["a"], pairs["b"] = pairs["a"].map(known.resolve), pairs["b"].map(known.resolve)
    kept = [
        a != b and not {a, b} & known.hidden and frozenset((a, b)) not in known.apart
        for a, b in zip(pairs["a"], pairs["b"], strict=True)
    ]
    pairs = pairs.loc[kept].drop_duplicates(["a", "b"])
    keys = sorted({*pairs["a"], *pairs["b"]})
    mentions = selection.mentions
    asked = mentions.filter(mentions.actor.isin(keys))
    sizes = frame(asked.group_by("actor").aggregate(articles=asked.rid.nunique()))
    counts = {str(key): int(n) for key, n in sizes.itertuples(index=False)}
    pairs["a_articles"] = [counts.get(key, 0) for key in pairs["a"]]
    pairs["b_articles"] = [counts.get(key, 0) for key in pairs["b"]]
    least = pairs[["a_articles", "b_articles"]].min(axis=1)
    pairs = pairs[least > 0].assign(least=least).sort_values(["similarity", "least"], ascending=False, kind="stable")
    pairs = pairs.head(limit).reset_index(drop=True)
    beside = _beside(mentions, sorted({*pairs["a"], *pairs["b"]}))
    both = list(zip(pairs["a"], pairs["b"], strict=True))
    pairs["shared"] = [len(beside[a][0] & beside[b][0]) for a, b in both]
    pairs["companions"] = [tuple(sorted((beside[a][1] & beside[b][1]) - {a, b})) for a, b in both]
    return pd.DataFrame(pairs[COLUMNS])


def _beside(mentions: Any, keys: list[str]) -> dict[str, tuple[set[int], set[str]]]:
    """For each of some actors: the articles that name it, and who else they name."""
    found: dict[str, tuple[set[int], set[str]]] = {key: (set(), set()) for key in keys}
    if not keys:
        return found
    pairs = mentions.select("rid", "actor").distinct()
    mine = pairs.filter(pairs.actor.isin(keys)).rename(key="actor")
    joined = mine.inner_join(pairs, "rid")
    for key, rid, actor in frame(joined.select("key", "rid", "actor")).itertuples(index=False):
        found[key][0].add(int(rid))
        found[key][1].add(actor)
    return found
