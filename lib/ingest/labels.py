"""Stars, tags, sets and notes that the user puts on articles: looked up when asked, and never built into a corpus.

They lie in the file of corrections, so that they can be read, compared and shared like those; a change shows at once.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from lib.ingest import corrsheet
from lib.ingest.corrcells import UNKNOWN, labels
from lib.ingest.corrsheet import Sheet

Kind = Literal["tags", "sets"]


@dataclass(frozen=True, slots=True)
class Label:
    """What is put on one article."""

    starred: bool = False
    tags: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    note: str | None = None


NONE = Label()


@dataclass(frozen=True)
class Labels:
    """Labels by the ids of articles; the last row about an article wins, cell by cell."""

    by_id: Mapping[str, Label] = field(default_factory=dict)

    @classmethod
    def of(cls, sheet: Sheet) -> Labels:
        """What the rows of a file say; cells that mean nothing are passed over, as corrections list them."""
        found: dict[str, dict[str, Any]] = {}
        for row in sheet.records():
            if (id := row.get("article", "").strip()) and (said := labels(row)[0]):
                found.setdefault(id, {}).update(said)
        made = {id: Label(**said) for id, said in found.items()}
        return cls({id: label for id, label in made.items() if label != NONE})

    def of_article(self, id: str) -> Label:
        """What is put on one article."""
        return self.by_id.get(id, NONE)

    @cached_property
    def _counts(self) -> dict[Kind, Counter[str]]:
        every = self.by_id.values()
        return {"tags": Counter(name for each in every for name in each.tags),
                "sets": Counter(name for each in every for name in each.sets)}  # fmt: skip

    def names(self, kind: Kind) -> list[str]:
        """All tags or all sets, those on most articles first."""
        return sorted(self._counts[kind], key=lambda name: (-self._counts[kind][name], name))

    @cached_property
    def any_starred(self) -> bool:
        """Whether any article has a star."""
        return any(each.starred for each in self.by_id.values())

    def having(self, starred: bool, tags: Iterable[str], sets: Iterable[str]) -> list[str]:
        """Ids of the articles with a star where that is asked, any of the tags, and any of the sets."""
        tags, sets = frozenset(tags), frozenset(sets)
        return [
            id
            for id, each in self.by_id.items()
            if (each.starred or not starred)
            and (not tags or not tags.isdisjoint(each.tags))
            and (not sets or not sets.isdisjoint(each.sets))
        ]


def cells(label: Label, added: Mapping[Kind, Iterable[str]], removed: Mapping[Kind, Iterable[str]]) -> dict[str, str]:
    """The cells of a row that adds and removes tags and sets; only those that change anything."""
    changed: dict[str, str] = {}
    for kind, before in (("tags", label.tags), ("sets", label.sets)):
        gone = set(removed.get(kind, ()))  # type: ignore[call-overload]
        after = tuple(dict.fromkeys([each for each in (*before, *added.get(kind, ())) if each not in gone]))  # type: ignore[call-overload]
        if after != before:
            changed[kind] = "; ".join(after) or UNKNOWN
    return changed


_lock = threading.Lock()
_known: dict[Path, tuple[tuple[int, ...], Labels]] = {}


def load(path: Path) -> Labels:
    """The labels in a file as it stands now, read only where it changed since the last time. Never raises."""
    try:
        state = path.stat()
    except (OSError, ValueError):
        return Labels()
    mark = (state.st_mtime_ns, state.st_size, state.st_ino)
    with _lock:
        known = _known.get(path)
    if known is None or known[0] != mark:
        known = mark, Labels.of(corrsheet.load(path))
        with _lock:
            _known[path] = known
    return known[1]
