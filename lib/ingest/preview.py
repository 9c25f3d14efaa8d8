"""What a table's columns were taken for, with some of its rows: so that a person can see and correct it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lib.ingest import columns
from lib.ingest.cells import is_blank, line
from lib.ingest.columns import Corrections, Plan
from lib.ingest.formats import read_file

_CELLS = 5
_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it was taken for (None: left out), whether by its content alone, and some of its cells."""

    name: str
    field: str | None
    unsure: bool
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is read: its columns, its first rows, field → column (several only for a joined text)."""

    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, str], ...]
    fields: Mapping[str, tuple[str, ...]]


class _Spy:
    """Is asked and told about tables like a reading, and keeps what is told of one of them."""

    def __init__(self, said: Corrections, wanted: str) -> None:
        self._said = said
        self._wanted = wanted
        self.found: tuple[Sequence[Mapping[str, Any]], Plan] | None = None

    def of(self, name: str) -> dict[str, Any]:
        """What is said of the file of this name."""
        return self._said.of(name)

    def saw(self, name: str, rows: Sequence[Mapping[str, Any]], plan: Plan) -> None:
        """Keeps the first plan for the table that is looked for."""
        if name == self._wanted and self.found is None:
            self.found = rows, plan


def preview(path: Path, name: str, said: Corrections | None = None) -> Table | None:
    """The table of this name as it is read from a file; None where there is none or it cannot be read.

    `path` is the file on disk, the archive where the table lies in one (`a.zip!/b.csv`).
    """
    spy = _Spy(said or Corrections(), name)
    with closing(read_file(path, name.partition("!/")[0])) as records:  # type: ignore[type-var]
        for _ in columns.within(spy, records):
            if spy.found:
                break
    return _table(*spy.found) if spy.found else None


def _table(rows: Sequence[Mapping[str, Any]], plan: Plan) -> Table:
    taken = {key: field for field, keys in reversed(list(plan.columns.items())) for key in keys}
    found = []
    for key in dict.fromkeys(key for row in rows for key in row):
        cells = [_shown(row[key]) for row in rows if not is_blank(row.get(key))][:_CELLS]
        field = taken.get(key)
        found.append(Column(key, field, field in plan.unsure, tuple(cells)))
    shown = tuple({key: _shown(value) for key, value in row.items()} for row in rows[:_CELLS])
    fields = {field: keys[:1] for field, keys in plan.columns.items()}
    return Table(tuple(found), shown, fields | ({"text": plan.joined} if plan.joined else {}))


def _shown(value: Any) -> str:
    text = line(value) or ""
    return text if len(text) <= _LENGTH else text[:_LENGTH] + "…"
