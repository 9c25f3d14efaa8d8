"""The tables of actors as the reader's list has them: what it touches is put together anew, the rest is read as it is.

Rows that no merge, split or hiding touches take the short way. The others are few; they are summed up again under the
actor that they count for, so that one article is never two of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import ibis
import pandas as pd

from lib.enrich.identity.overlay import Overlay
from lib.model import Actor
from lib.store.rows import actor_row

Table = Callable[[str], Any]
_TEXT = "string"
_NAMED = ("actor", "kind", "name_en", "name_fa", "name_ar")
_ACTOR = {**dict.fromkeys(_NAMED, _TEXT), "aliases": "array<string>", "wikidata": _TEXT, "origin": _TEXT}
_ACTOR["names"] = _TEXT


def mentions(table: Table, overlay: Overlay) -> Any:
    """The table `mentions`: still one row for each article, actor, role and part."""
    raw = table("mentions")
    if not overlay.touched:
        return raw
    columns = list(raw.columns)
    whole = _targets(overlay, overlay.touched - overlay.sources)
    moved = raw.inner_join(whole, raw.actor == whole.found).drop("actor", "found").rename(actor="target")
    parts = [moved.mutate(kind=ibis.coalesce(moved.shown, moved.kind.cast(_TEXT))).select(columns)]
    if overlay.sources:
        parts.append(_from_surfaces(table, overlay).select(columns))
    again = ibis.union(*parts) if len(parts) > 1 else parts[0]
    by = [name for name in columns if name not in ("n", "kind")]
    summed = again.group_by(by).aggregate(n=again.n.sum().cast("int32"), kind=again.kind.max())
    return ibis.union(_untouched(raw, overlay).mutate(kind=raw.kind.cast(_TEXT)), summed.select(columns))


def surfaces(table: Table, overlay: Overlay) -> Any:
    """The table `surfaces` under the actors that spellings count for."""
    raw = table("surfaces")
    if not overlay.touched:
        return raw
    columns = list(raw.columns)
    whole = _targets(overlay, overlay.touched - overlay.sources)
    moved = raw.inner_join(whole, raw.actor == whole.found).drop("actor", "found").rename(actor="target")
    parts = [_untouched(raw, overlay), moved.select(columns)]
    if overlay.sources:
        parts.append(_told_apart(raw, overlay).select(columns))
    return ibis.union(*parts)


def names(table: Table, overlay: Overlay) -> Any:
    """actor kind name_en name_fa name_ar of everybody who may be named."""
    raw = table("actors").select(*_NAMED)
    if not overlay.touched:
        return raw
    kept = _without(raw, [*overlay.into, *overlay.hidden, *overlay.actors])
    kept = kept.mutate(kind=kept.kind.cast(_TEXT))
    shown = [actor for key, actor in overlay.actors.items() if key not in overlay.hidden]
    return ibis.union(kept, _actors(shown).select(*_NAMED)) if shown else kept


def actors(table: Table, overlay: Overlay) -> Any:
    """The table `actors`, those in it that occur, with the numbers that they have now."""
    raw = table("actors")
    if not overlay.touched:
        return raw
    columns = list(raw.columns)
    kept = _without(raw, list(overlay.touched))
    again = raw.drop("articles", "mentions").filter(raw.actor.isin(sorted(overlay.targets - overlay.actors.keys())))
    again = again.mutate(kind=again.kind.cast(_TEXT))
    shown = [actor for key, actor in overlay.actors.items() if key in overlay.targets]
    told = ibis.union(again, _actors(shown).select(again.columns)) if shown else again
    named = mentions(table, overlay)
    named = named.filter(named.actor.isin(sorted(overlay.targets)))
    counts = named.group_by("actor").aggregate(
        articles=named.rid.nunique().cast("int32"), mentions=named.n.sum().cast("int32")
    )
    counted = told.inner_join(counts, "actor")
    return ibis.union(kept.mutate(kind=kept.kind.cast(_TEXT)), counted.select(columns))


def _untouched(raw: Any, overlay: Overlay) -> Any:
    return _without(raw, list(overlay.touched))


def _without(raw: Any, keys: Iterable[str]) -> Any:
    gone = _small(pd.DataFrame({"gone": sorted(keys)}, dtype=object), {"gone": _TEXT})
    return raw.anti_join(gone, raw.actor == gone.gone)


def _targets(overlay: Overlay, keys: Iterable[str]) -> Any:
    """(found, target, shown): found keys that are not hidden, whom they count for, and its kind where that is set."""
    rows = [(key, target) for key in sorted(keys) if (target := overlay.resolve(key)) not in overlay.hidden]
    return _mapped([(key, "", target) for key, target in rows], overlay).drop("surface")


def _mapped(rows: list[tuple[str, str, str]], overlay: Overlay) -> Any:
    kinds = [actor.kind if (actor := overlay.actors.get(target)) else None for *_, target in rows]
    columns = ("found", "surface", "target")
    frame = pd.DataFrame(rows, columns=columns, dtype=object).assign(shown=pd.Series(kinds, dtype=object))
    return _small(frame, dict.fromkeys((*columns, "shown"), _TEXT))


def _told_apart(raw: Any, overlay: Overlay) -> Any:
    """Rows of `surfaces` of the keys that something was split from, under the actors their spellings count for."""
    rows = [(key, surface, target) for (key, surface), target in sorted(overlay.surfaces.items())]
    parted = _mapped([row for row in rows if row[2] not in overlay.hidden], overlay)
    same = [raw.actor == parted.found, raw.surface == parted.surface]
    joined = raw.inner_join(parted, same)
    return joined.drop("actor", "found").rename(actor="target")


def _from_surfaces(table: Table, overlay: Overlay) -> Any:
    """Rows of `mentions` made from those of `surfaces`, for the keys that something was split from."""
    told, articles, kinds = _told_apart(table("surfaces"), overlay), table("articles"), table("actors")
    known = kinds.select("actor", known=kinds.kind.cast(_TEXT))
    about = articles.select(
        "rid", "language", "outlet", "since", "until", duplicate=articles.duplicate_of.notnull()
    )
    rows = told.inner_join(about, "rid").left_join(known, "actor")
    return rows.mutate(kind=ibis.coalesce(rows.shown, rows.known, ibis.literal("person")))


def _actors(shown: Iterable[Actor]) -> Any:
    return _small(pd.DataFrame([actor_row(actor) for actor in shown], columns=list(_ACTOR), dtype=object), _ACTOR)


def _small(frame: pd.DataFrame, kinds: dict[str, str]) -> Any:
    return ibis.memtable(frame[list(kinds)], schema=ibis.schema(kinds))
