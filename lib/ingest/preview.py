"""What a table's columns were taken for, with a few cells of each: so that a person can see and correct it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from lib.ingest import columns, formats
from lib.ingest.cells import is_blank, line
from lib.ingest.columns import Corrections
from lib.ingest.formats import DAMAGE
from lib.ingest.rows import FIRST, Row

_CELLS = 5
_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it was taken for (None: left out), whether by its content alone, and some of its cells."""

    name: str
    field: str | None
    unsure: bool
    cells: tuple[str, ...]


def preview(path: Path, name: str, said: Corrections | None = None) -> tuple[Column, ...]:
    """The columns of one file as they are read; empty where the file is no table or cannot be read."""
    try:
        reader = formats.reader_for(formats.head_of(path, name))
        if reader is None or reader.rows is None:
            return ()
        rows = [row for row in islice(reader.rows(path, name), FIRST) if isinstance(row, Row)]
    except (OSError, *DAMAGE):
        return ()
    cells = [row.cells for row in rows]
    named = all(row.named for row in rows)
    plan = next(columns.within(said or Corrections(), iter(_Planned(cells, name, named))))
    fields = {key: field for field, keys in reversed(plan.columns.items()) for key in keys}
    found = []
    for key in dict.fromkeys(key for row in cells for key in row):
        shown = [_shown(row[key]) for row in cells if not is_blank(row.get(key))][:_CELLS]
        field = fields.get(key)
        found.append(Column(key, field, field in plan.unsure, tuple(shown)))
    return tuple(found)


class _Planned:
    """One plan, made when it is asked for: while the corrections hold."""

    def __init__(self, *asked: Any) -> None:
        self._asked = asked

    def __iter__(self) -> Any:
        yield columns.plan(*self._asked)


def _shown(value: Any) -> str:
    text = line(value) or ""
    return text if len(text) <= _LENGTH else text[:_LENGTH] + "…"
