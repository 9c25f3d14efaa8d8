"""What a reader does to actors, as rows of the list: the same whether it is done in the app or written by hand."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Mapping, Sequence

from lib.enrich.actors.keys import slug
from lib.enrich.actors.names import languages_of
from lib.enrich.actors.words import name_words
from lib.enrich.identity.curated import Curated
from lib.enrich.identity.rows import NOTHING
from lib.model import Actor

Rows = list[dict[str, str]]
Conflict = tuple[str, str, str, str]
OWN = "own-"


def merge(curated: Curated, keys: Iterable[str], into: str) -> Rows:
    """These actors count as another one from now on, whatever it was merged into before."""
    parents = curated.standing.parents
    rows: Rows = [{"key": into, "merged_into": NOTHING}] if into in parents else []
    return rows + [{"key": key, "merged_into": into} for key in keys if key != into]


def part(key: str) -> Rows:
    """An actor stands alone again, and no likeness joins it with another."""
    return [{"key": key, "merged_into": NOTHING}]


def split(actor: Actor, surfaces: Sequence[str], name: str = "") -> Rows:
    """Some spellings are somebody else: an actor of its own, called as it is written where no name is given."""
    shown = name or surfaces[0]
    row = {"key": new_key(shown), "kind": actor.kind, "split_from": actor.key, "aliases": "|".join(surfaces)}
    return [row | dict.fromkeys(languages_of(shown), shown)]


def add(kind: str, names: Mapping[str, str], aliases: str) -> Rows:
    """An actor that is on no list; its names and spellings are found at the next reading."""
    given = {code: name.strip() for code, name in names.items() if name.strip()}
    shown = given.get("en") or next(iter(given.values()), "") or aliases.split("|")[0].strip()
    return [{"key": new_key(shown), "kind": kind, **given, "aliases": aliases}] if shown else []


def rename(actor: Actor, names: Mapping[str, str]) -> Rows:
    """Other names; an empty one is taken back."""
    changed = {code: name.strip() for code, name in names.items() if name.strip() != actor.names.get(code, "")}
    return [{"key": actor.key, **{code: name or NOTHING for code, name in changed.items()}}] if changed else []


def alias(actor: Actor, spellings: str) -> Rows:
    """Further spellings, found at the next reading; with all that is known of an actor that is on no list."""
    row = {"key": actor.key, "aliases": spellings}
    if actor.origin != "list":
        row |= {"kind": actor.kind, **{code: actor.names[code] for code in ("en", "fa", "ar") if code in actor.names}}
    return [row] if spellings.strip(" |") else []


def new_key(name: str) -> str:
    """A key that nobody has."""
    base = slug(name) if re.search("[A-Za-z]", name) else "-".join(name_words(name))
    return f"{OWN}{base[:60]}-{secrets.token_hex(2)}"


def union(mine: Curated, theirs: Curated, prefer_theirs: bool, when: str) -> tuple[Curated, list[Conflict]]:
    """The list with what another one adds, and where they differ: (key, column, mine, theirs)."""
    known, last = _cells(mine), _cells(theirs)
    rows: Rows = []
    conflicts: list[Conflict] = []
    seen = {_content(row.cells) for row in mine.rows}
    for row in theirs.rows:
        if _content(row.cells) in seen:
            continue
        said = {name: value for name, value in row.cells.items() if value and name not in ("key", "changed", "note")}
        for name in [each for each in said if each in _SINGLE]:
            standing = known.get((row.key, name))
            if said[name] != last[row.key, name]:
                del said[name]  # their list says otherwise further down
            elif standing and standing != said[name]:
                conflicts.append((row.key, name, standing, said[name]))
                if not prefer_theirs:
                    del said[name]
        if said:
            rows.append({"key": row.key, **said, "note": row.cells.get("note", "")})
    return (mine.with_rows(rows, when) if rows else mine), conflicts


_SINGLE = ("kind", "en", "fa", "ar", "merged_into", "hidden")


def _content(cells: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, value) for name, value in cells.items() if value and name not in ("changed", "note")))


def _cells(curated: Curated) -> dict[tuple[str, str], str]:
    """The last word of a list on each cell that can hold one value."""
    return {(row.key, name): value for row in curated.rows for name in _SINGLE if (value := row.cells.get(name, ""))}
