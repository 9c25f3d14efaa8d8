"""The user's own spellings in the tree of names: they come before all others, wherever they stand."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from lib.enrich.actors.lexicon import Entry, case_of
from lib.enrich.actors.names import with_and_without_article
from lib.enrich.actors.words import name_words
from lib.enrich.identity.curated import load
from lib.enrich.identity.rows import NAMES, values
from lib.model import Actor, Kind

if TYPE_CHECKING:
    from lib.enrich.actors.gazetteer import Gazetteer

Own = tuple[tuple[tuple[str, str], ...], ...]


def own_rows(path: Path | None) -> Own:
    """What a user's list wants to be looked for, as rows; read again only when the file changed."""
    if path is None:
        return ()
    try:
        state = path.stat()
    except OSError:
        return ()
    return _rows(path, (state.st_mtime_ns, state.st_size, state.st_ino))


@functools.lru_cache(maxsize=4)
def _rows(path: Path, _: tuple[int, int, int]) -> Own:
    return tuple(tuple(sorted(row.items())) for row in load(path).wanted())


def add_own(gazetteer: Gazetteer, rows: Iterable[Mapping[str, str]]) -> None:
    """Enters the user's actors and spellings; a row about nobody known that gives no kind cannot be entered."""
    for row in rows:
        key, known = row["key"], gazetteer.actors.get(row["key"])
        kind = cast("Kind", row.get("kind") or (known.kind if known else ""))
        if not kind:
            continue
        names = {code: row[code] for code in NAMES if row.get(code)}
        aliases, short = values(row.get("aliases", "")), values(row.get("short", ""))
        if known:
            more = tuple(dict.fromkeys((*known.aliases, *aliases, *short)))
            gazetteer.actors[key] = replace(known, kind=kind, names={**known.names, **names}, aliases=more)
        else:
            shown = names or {"en": aliases[0] if aliases else key}
            more = tuple(dict.fromkeys((*aliases, *short)))
            gazetteer.actors[key] = Actor(key, kind, shown, more, row.get("wikidata") or None, "user")
        if row.get("role") == "agency":
            gazetteer.agencies.add(key)
        for spelling in (*names.values(), *aliases):
            for form in with_and_without_article(spelling) if kind == "person" else (spelling,):
                gazetteer.enter(Entry(form, key, case=case_of(form), own=True), name_words(form))
        for spelling in short:
            entry = Entry(spelling, key, anchored=True, case=case_of(spelling), own=True)
            gazetteer.enter(entry, name_words(spelling))
