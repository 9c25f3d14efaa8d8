"""Up to six actors or searches side by side: which articles belong to each, as rows that a chart over time can count.

An item is a key, never a label: "actor:maryam-rajavi" or "q:human rights". Each is asked within the filters in force,
so that what is compared differs in nothing else. An article may belong to several.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

import ibis
import pandas as pd

from lib.query.selection import Selection

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus

Sort = Literal["actor", "q"]
_ROWS = ibis.schema({"rid": "int32", "series": "string"})


def parted(item: str) -> tuple[str, str]:
    """What an item is, "actor" or "q", and the key or the words."""
    sort, _, value = item.partition(":")
    return sort, value


def item(sort: Sort, value: str) -> str:
    """The item of an actor's key or of words to search for."""
    return f"{sort}:{value.strip()}"


def typed(values: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Items as a reader chose or typed them: what is no item of `known` is taken for words to search for."""
    offered = set(known)
    found = (value if value in offered else item("q", value) for value in values if value.strip())
    return tuple(dict.fromkeys(found))


def unknown(corpus: Corpus, items: Iterable[str]) -> list[str]:
    """Keys of actors asked for that this corpus does not have."""
    return corpus.unknown_actors(value for sort, value in map(parted, items) if sort == "actor")


def members(corpus: Corpus, selection: Selection, items: Sequence[str]) -> Any:
    """(rid, series) of the articles of each item, before any filter; the series is the item itself."""
    tables = []
    for each in items:
        sort, value = parted(each)
        if sort == "q":
            rids = pd.DataFrame({"rid": pd.array(corpus.search_ids(value), dtype="int32")})
            tables.append(ibis.memtable(rids.assign(series=each), schema=_ROWS))
        else:
            named = selection.named
            naming = named.filter(named.actor == selection.overlay.resolve(value))
            tables.append(naming.select("rid", series=ibis.literal(each)).distinct())
    return ibis.union(*tables) if len(tables) > 1 else tables[0]


def narrowed(filters: Filters, each: str) -> Filters:
    """The filters narrowed to the articles of one item."""
    from lib.query import marks  # which knows timelines, and they know this module

    sort, value = parted(each)
    if sort == "actor":
        return marks.actor(filters, value)
    return replace(filters, search=f"{filters.search} {value}".strip())
