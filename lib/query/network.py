"""Who is named together, in an article or in a sentence: actors, the ties between them, and groups.

A tie is a pair that is together at least so many times, and more often than chance would have it. How strong it is says
`npmi`, how sure `g2`: see `lib.query.association`. The units that chance is reckoned with are all matching articles, or
all sentences of them that name anybody: among all sentences nearly any two names would seem drawn to each other. Who is
asked for is in every matching article, and would be tied to nobody: for those ties chance is reckoned over what the
other filters let through.

Which sentences name whom is written when a corpus is read (`surfaces`). Over 100,000 articles a question then takes 1.5
seconds of computing, against 28 where the texts and the places of their names are unpacked; the store grows by 1.3 MB,
the reading by 75 microseconds an article.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib.query import ranking as ranked
from lib.query.association import log_likelihood, npmi
from lib.query.communities import communities
from lib.query.frames import frame, rows
from lib.query.selection import Selection
from lib.query.view import Unit, View

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus

UNITS: dict[Unit, list[str]] = {"article": ["rid"], "sentence": ["rid", "part", "sentence"]}
_ENOUGH = ((20_000, 5), (1_000, 3), (20, 2), (0, 1))  # from so many units on, so many times together
_LINES_AT_LEAST, _LINES_PER_ACTOR = 45, 3


@dataclass(frozen=True)
class Network:
    """Actors and their ties, the surest first.

    `nodes`: actor kind name_en name_fa name_ar articles [sentences] group, the most named first, those without a tie
    left out. `edges`: a b articles [sentences] a_… b_… npmi g2, where a < b. `seldom` and `chance` are the pairs left
    out because they are together too seldom, or no more often than chance; `alone` the actors left out. `wider`:
    whether chance is reckoned without the filter on actors for the ties of who is asked for.
    """

    unit: Unit
    nodes: pd.DataFrame
    edges: pd.DataFrame
    least: int
    total: int
    seldom: int = 0
    chance: int = 0
    alone: int = 0
    wider: bool = False

    @property
    def measure(self) -> str:
        """The column of what is counted."""
        return f"{self.unit}s"

    @property
    def drawn(self) -> pd.DataFrame:
        """The ties that a picture can hold: the surest, three for each actor."""
        return self.edges.head(max(_LINES_AT_LEAST, _LINES_PER_ACTOR * (len(self.nodes) + self.alone)))


def network(corpus: Corpus, filters: Filters, view: View) -> Network:
    """The network of the view's `top` most named actors of its `kinds`, together `least` times in a `unit`."""
    selection = Selection.of(corpus, filters)
    top = ranked.of(selection, view.top, view.kinds)
    top = top[top["articles"] > 0].drop(columns=["mentions", "cited"])
    keys, measure = list(top["actor"]), f"{view.unit}s"
    sizes, total = _sizes(selection, view.unit, keys)
    edges = _measured(_together(selection, view.unit, keys), sizes, total, measure)
    named = map(corpus.overlay.resolve, filters.actors)
    asked = frozenset(key for key in named if total and sizes.get(key) == total)
    if asked:
        edges = _wider(corpus, filters, view.unit, edges, asked)
    least = view.least or enough(total)
    often = edges[edges[measure] >= least]
    kept = often[often["npmi"] > 0].sort_values(["g2", "a", "b"], ascending=[False, True, True], ignore_index=True)
    groups = communities(list(top["actor"]), zip(kept["a"], kept["b"], kept["npmi"], strict=True))
    nodes = top[top["actor"].isin(list(groups))].reset_index(drop=True)
    nodes[measure] = nodes["actor"].map(sizes).astype("int64")
    nodes["group"] = nodes["actor"].map(groups).astype("int64")
    left = (len(edges) - len(often), len(often) - len(kept), len(top) - len(nodes))
    return Network(view.unit, nodes, kept, least, total, *left, wider=bool(asked & {*kept["a"], *kept["b"]}))


def enough(total: int) -> int:
    """How often two must be together at the least where the reader does not say, among so many units."""
    return next(times for units, times in _ENOUGH if total >= units)


def named_in(selection: Selection, unit: Unit) -> Any:
    """Who is named in each unit: one row for each of the columns UNITS[unit] and actor."""
    if unit == "article":
        return selection.mentions.select("rid", "actor").distinct()
    written = selection.table("surfaces")
    asked = [written.rid.isin(selection.articles.rid), *selection.counts(written)]
    written = written.filter(asked)
    return written.select("rid", "part", "actor", sentence=written.sentences.unnest()).distinct()


def _sizes(selection: Selection, unit: Unit, keys: Iterable[str]) -> tuple[dict[str, int], int]:
    """How many units name each of the keys, and the number of all units."""
    named = named_in(selection, unit)
    units = selection.articles if unit == "article" else named.select(UNITS[unit]).distinct()
    chosen = named.filter(named.actor.isin(sorted(keys)))
    found = frame(chosen.group_by("actor").aggregate(n=chosen.count()))
    return {str(row.actor): int(row.n) for row in rows(found)}, int(units.count().execute())


def _together(selection: Selection, unit: Unit, keys: Iterable[str]) -> pd.DataFrame:
    """Pairs of the keys with their counts."""
    named = named_in(selection, unit)
    chosen = named.filter(named.actor.isin(sorted(keys)))
    left, right = chosen.rename(a="actor"), chosen.view().rename(b="actor")
    joined: Any = left.inner_join(right, [*UNITS[unit], left.a < right.b])
    counts = {"articles": joined.rid.nunique()} | ({"sentences": joined.count()} if unit == "sentence" else {})
    return frame(joined.group_by("a", "b").aggregate(**counts).order_by(["a", "b"]))


def _wider(corpus: Corpus, filters: Filters, unit: Unit, edges: pd.DataFrame, asked: frozenset[str]) -> pd.DataFrame:
    """The ties again, those of who is asked for and so in every unit measured among what others may be in as well."""
    whose = [asked & pair for pair in map(frozenset, zip(edges["a"], edges["b"], strict=True))]
    measured = []
    for who in dict.fromkeys(whose):
        pairs = edges[[each == who for each in whose]]
        if who:
            others = tuple(key for key in filters.actors if corpus.overlay.resolve(key) not in who)
            wide = replace(filters, actors=others if filters.match == "all" else ())
            sizes, total = _sizes(Selection.of(corpus, wide), unit, {*pairs["a"], *pairs["b"]})
            pairs = _measured(pairs.copy(), sizes, total, f"{unit}s")
        measured.append(pairs)
    return pd.concat(measured, ignore_index=True) if measured else edges


def _measured(pairs: pd.DataFrame, sizes: dict[str, int], total: int, measure: str) -> pd.DataFrame:
    pairs[f"a_{measure}"], pairs[f"b_{measure}"] = pairs["a"].map(sizes), pairs["b"].map(sizes)
    numbers = pairs[[measure, f"a_{measure}", f"b_{measure}"]].astype("int64")
    tables = [tuple(map(int, each)) for each in numbers.itertuples(index=False, name=None)]
    for name, measured in (("npmi", npmi), ("g2", log_likelihood)):
        pairs[name] = pd.Series([measured(both, a, b, total) for both, a, b in tables], pairs.index, dtype=float)
    return pairs
