"""The reader's own actor list: rows in `rawi-actors.csv`, made to be read, compared, shared and edited by hand.

A change made in the app is a further row that says only what changed, with its time, so that every change can be taken
back and the file is its own log. Where rows speak of the same thing, the last one holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lib.enrich.identity.rows import FILE, FORM, NAMES, NOTHING, Said, said
from lib.i18n import sentence
from lib.ingest import corrsheet
from lib.ingest.corrsheet import Sheet
from lib.model import Kind, Problem
from lib.text.fold import fold


@dataclass
class Standing:
    """What holds once all rows are read.

    `parents`: actor to the one it is merged into, without circles; `alone`: actors that nothing may be joined with;
    `aliases`: spellings to look for in texts; `defined`: actors of which the names are looked for too, because a row
    gives their kind with them; `splits`: (new actor, actor it is split from, spellings) in order.
    """

    parents: dict[str, str] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    kinds: dict[str, Kind] = field(default_factory=dict)
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    defined: dict[str, None] = field(default_factory=dict)
    splits: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)
    apart: set[frozenset[str]] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def root(self, key: str) -> str:
        """The actor that a key was merged into in the end."""
        return _chain(self.parents, key)[-1]


@dataclass(frozen=True)
class Change:
    """A change made in the app: when, and its rows."""

    when: str
    rows: tuple[Said, ...]


@dataclass(frozen=True)
class Curated:
    """The rows of the file and what they say. A new value comes of every change; nothing here writes but `save`."""

    sheet: Sheet = field(default_factory=lambda: Sheet(form=FORM))

    @cached_property
    def _read(self) -> tuple[list[Said], list[Problem]]:
        found: list[Said] = []
        problems: list[Problem] = list(self.sheet.problems)
        for number, row in enumerate(self.sheet.records(), 2):
            one, wrong = said(number, row)
            found += [one] if one else []
            problems += wrong
        return found, problems

    @property
    def rows(self) -> list[Said]:
        """What the rows say, in order."""
        return self._read[0]

    @property
    def problems(self) -> list[Problem]:
        """What cannot be understood or done, with the number of the row as a spreadsheet counts it."""
        return [*self._read[1], *self.standing.problems]

    @cached_property
    def standing(self) -> Standing:
        """What holds once all rows are read."""
        found = Standing()
        for row in self.rows:
            _take(found, row)
        return found

    def wanted(self) -> Iterator[dict[str, str]]:
        """What reading texts needs to know, as rows of an actor list: new actors and spellings, no merges."""
        standing = self.standing
        extra = {name: {row.key: row.cells[name] for row in self.rows if row.cells.get(name)} for name in _EXTRA}
        keys = [*standing.defined, *standing.aliases, *extra["short"]]
        for key in dict.fromkeys(keys):
            names = standing.names.get(key, {}) if key in standing.defined else {}
            row = {"key": key, "kind": str(standing.kinds.get(key, "")), **names}
            row["aliases"] = "|".join(standing.aliases.get(key, ()))
            yield row | {name: of[key] for name, of in extra.items() if key in of}

    def stamp(self) -> bytes:
        """A digest of what reading texts needs to know: equal digests mean that reading again would give the same."""
        rows = [sorted(row.items()) for row in self.wanted()]
        return hashlib.blake2b(repr(rows).encode("utf-8", "replace"), digest_size=16).digest() if rows else b""

    def with_rows(self, rows: Sequence[Mapping[str, str]], when: str) -> Curated:
        """With further rows; `when`: the time of the change, by which it is taken back as one."""
        return Curated(self.sheet.with_rows([{**row, "changed": when} for row in rows]))

    def log(self) -> list[Change]:
        """The changes made in the app, the newest first."""
        found: dict[str, list[Said]] = {}
        for row in self.rows:
            if row.changed:
                found.setdefault(row.changed, []).append(row)
        return [Change(when, tuple(rows)) for when, rows in sorted(found.items(), reverse=True)]

    def undo(self, when: str) -> Curated:
        """Without the change made at this time."""
        records = enumerate(self.sheet.records(), 2)
        made = {number for number, row in records if when and (row.get("changed") or "").strip() == when}
        return Curated(self.sheet.without(made))

    def save(self, path: Path) -> None:
        """Writes the file in one step. CorrectionsError where the old one makes no sense or it cannot be written."""
        corrsheet.save(self.sheet, path)


_EXTRA = ("short", "wikidata", "role")


def load(path: Path) -> Curated:
    """The list in a file; an empty one where there is no file, a problem where it makes no sense. Never raises."""
    return Curated(corrsheet.load(path, FORM))


def read(data: bytes) -> Curated:
    """The list in a file's content."""
    return Curated(corrsheet.read(data, FORM))


def spelling(surface: str) -> str:
    """The key of a spelling, by which those that are split off are known again."""
    return " ".join(fold(surface).split())


def _chain(parents: Mapping[str, str], key: str) -> list[str]:
    """A key, the one it is merged into, and so on to the end."""
    found = [key]
    while found[-1] in parents:
        found.append(parents[found[-1]])
    return found


def _take(found: Standing, row: Said) -> None:
    """One more row."""
    key = row.key
    if row.kind:
        found.kinds[key] = row.kind
        if row.names and not row.split_from:
            found.defined[key] = None
    if row.hidden is not None:
        (found.hidden.add if row.hidden else found.hidden.discard)(key)
    for language in NAMES:
        if name := row.names.get(language):
            known = found.names.setdefault(key, {})
            if name == NOTHING:
                known.pop(language, None)
            else:
                known[language] = name
    spellings = tuple(each for each in row.aliases if each != NOTHING)
    if row.split_from == NOTHING:
        found.splits = [each for each in found.splits if each[0] != key]
    elif row.split_from:
        found.splits.append((key, row.split_from, tuple(map(spelling, spellings))))
    else:
        kept = () if NOTHING in row.aliases else found.aliases.get(key, ())
        if row.aliases:
            found.aliases[key] = tuple(dict.fromkeys((*kept, *spellings)))
    if row.apart_from:
        found.apart.add(frozenset((key, row.apart_from)))
    _merge(found, row)


def _merge(found: Standing, row: Said) -> None:
    if row.merged_into == NOTHING:
        found.parents.pop(row.key, None)
        found.alone.add(row.key)
    elif row.merged_into:
        if row.key in _chain(found.parents, row.merged_into):
            what = sentence("{one} is merged into {other} already; this would close a circle and is left out.",
                            one=row.merged_into, other=row.key)  # fmt: skip
            found.problems.append(Problem(FILE, f"row {row.number}", what, True))
            return
        found.parents[row.key] = row.merged_into
        found.alone.discard(row.key)
        found.apart.discard(frozenset((row.key, row.merged_into)))
