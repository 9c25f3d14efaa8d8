"""Which column of a table is the text, the title, the date …: by its name, else by its content, and as the user says.

What the user says stands in `rawi.toml` beside the corpus and always wins:

    [columns]                  # for every table
    date_order = "dmy"         # 02/03/2020 is 2 March
    [columns."export.csv"]     # for this one (or for "2020/*.csv")
    text = "col3"              # the name of a column, or several: ["lead", "body"]
    published = ""             # no column is this
"""

from __future__ import annotations

import fnmatch
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from lib.i18n import sentence
from lib.ingest.contents import by_content, manner_of
from lib.ingest.dayvalues import PLAIN, Manner
from lib.ingest.headings import NAMES, field_of
from lib.model import Problem

FIELDS = tuple(NAMES)
_ALIASES = {"date": "published", "link": "url", "source": "outlet", "body": "text", "headline": "title"}
_SETTINGS = ("date_order", "calendar")
# A list of articles from GDELT has such a column, and its date is the day on which it saw them.
_OF_GDELT = frozenset({"mobileurl", "url_mobile", "urlmobile"})
FILE = "rawi.toml"
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Plan:
    """Field → the columns to look in, surest first. `joined`: columns whose texts make one; `unsure`: by content."""

    columns: Mapping[str, tuple[str, ...]]
    joined: tuple[str, ...] = ()
    unsure: frozenset[str] = frozenset()
    manner: Manner = PLAIN
    known: frozenset[str] = frozenset()
    said: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Corrections:
    """What the user's file says of columns: pattern of file names → field → column or columns; "" is for all files."""

    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def of(self, name: str) -> dict[str, Any]:
        """What is said of the file of this name: patterns are laid over all, the exact name over both."""
        said = dict(self.tables.get("", {}))
        base = name.rpartition("/")[2]
        for pattern, table in self.tables.items():
            if pattern and (fnmatch.fnmatchcase(name, pattern) or fnmatch.fnmatchcase(base, pattern)):
                said |= table
        return said | dict(self.tables.get(name, {}))

    def saw(self, name: str, rows: Sequence[Mapping[str, Any]], plan: Plan) -> None:
        """Nobody wants to know."""


class Says(Protocol):
    """Whoever is asked what the user says of a file's columns, and told what became of it."""

    def of(self, name: str) -> dict[str, Any]:
        """What is said of the file of this name."""

    def saw(self, name: str, rows: Sequence[Mapping[str, Any]], plan: Plan) -> None:
        """The first rows of the file, and the plan that was made for it."""


class Asked:
    """Corrections that remember what they were asked for, so that a file is read again when the answer changes."""

    def __init__(self, said: Corrections) -> None:
        self._said = said
        self.answers: dict[str, str] = {}

    def of(self, name: str) -> dict[str, Any]:
        """What is said of the file of this name."""
        found = self._said.of(name)
        self.answers[name] = answer(found)
        return found

    def saw(self, name: str, rows: Sequence[Mapping[str, Any]], plan: Plan) -> None:
        """Nothing more is remembered."""


def answer(said: Mapping[str, Any]) -> str:
    """A key of what is said of a file, empty where nothing is."""
    return repr(sorted(said.items())) if said else ""


_NONE = Corrections()
_CURRENT: ContextVar[Says] = ContextVar("corrections", default=_NONE)


def corrections(path: Path) -> tuple[Corrections, list[Problem]]:
    """What a `rawi.toml` says of columns, and a problem where it cannot be understood."""
    try:
        with path.open("rb") as file:
            columns = tomllib.load(file).get("columns", {})
    except FileNotFoundError:
        return Corrections(), []
    except (OSError, ValueError) as error:
        what = sentence("This file cannot be understood and is left out ({why}).", why=error)
        return Corrections(), [Problem(FILE, "file", what, False)]
    if not isinstance(columns, Mapping):
        what = sentence("`columns` must be a table: write `[columns]`.")
        return Corrections(), [Problem(FILE, "columns", what, False)]
    problems: list[Problem] = []
    tables: dict[str, dict[str, Any]] = {"": {}}
    for key, value in columns.items():
        place: str = key if isinstance(value, Mapping) else ""
        said: Mapping[str, Any] = value if isinstance(value, Mapping) else {key: value}
        for name, column in said.items():
            if problem := _wrong(place, name, column):
                problems.append(problem)
            else:
                field_name = _ALIASES.get(name, name)
                tables.setdefault(place, {})[field_name] = column
    return Corrections(tables), problems


def _wrong(place: str, name: str, column: Any) -> Problem | None:
    where = f"columns.{place}".rstrip(".")
    if _ALIASES.get(name, name) not in (*FIELDS, *_SETTINGS):
        fields = ", ".join(FIELDS[:9])
        what = sentence("“{name}” is no field; the fields are {fields}.", name=name, fields=fields)
        return Problem(FILE, where, what, False)
    several = isinstance(column, list) and all(isinstance(one, str) for one in column)
    if not several and not isinstance(column, (str, int)):
        what = sentence("“{name}” must be the name of a column, or a list of names.", name=name)
        return Problem(FILE, where, what, False)
    return None


def within(said: Says, items: Iterator[Item]) -> Iterator[Item]:
    """Items made while these corrections hold; between two of them nothing of it can be seen outside."""
    while True:
        token = _CURRENT.set(said)
        try:
            item = next(items)
        except StopIteration:
            return
        finally:
            _CURRENT.reset(token)
        yield item


def plan(rows: Sequence[Mapping[str, Any]], name: str, named: bool = True) -> Plan:
    """The plan for a file of this name, from its first rows; `named` is false where columns have only numbers."""
    said = _CURRENT.get().of(name)
    keys = list(dict.fromkeys(key for row in rows for key in row))
    found: dict[str, list[tuple[int, int, str]]] = {}
    if named:
        for position, key in enumerate(keys):
            if known := field_of(key):
                found.setdefault(known[0], []).append((known[1], position, key))
    columns = {name: tuple(key for _, _, key in sorted(places)) for name, places in found.items()}
    if any(key.lower() in _OF_GDELT for key in keys) and "seen" not in columns and "published" in columns:
        columns["seen"] = columns.pop("published")
    guessed = by_content(rows, keys, columns, named)
    columns |= {name: (key,) for name, key in guessed.items()}
    joined = _joined(columns, said, keys)
    if joined and "text" not in said:
        columns["text"] = joined
    _correct(columns, said, keys)
    manner = manner_of(rows, columns, said)
    made = Plan(columns, joined, frozenset(guessed) - set(said), manner, frozenset(keys), said)
    _CURRENT.get().saw(name, rows, made)
    return made


def wider(old: Plan, keys: Sequence[str]) -> Plan:
    """The plan with keys that none of the first rows had; they come after those known before."""
    columns = dict(old.columns)
    for key in keys:
        known = field_of(key)
        if known and known[0] not in old.said:
            columns[known[0]] = (*columns.get(known[0], ()), key)
    return Plan(columns, old.joined, old.unsure, old.manner, old.known | set(keys), old.said)


def _joined(columns: dict[str, tuple[str, ...]], said: Mapping[str, Any], keys: Sequence[str]) -> tuple[str, ...]:
    """Columns whose texts follow one another: those that the user lists, and Factiva's lead and body."""
    listed = said.get("text")
    if isinstance(listed, list):
        return tuple(key for one in listed if (key := _column(one, keys)))
    if listed:
        return ()
    upper = {key.upper().removeprefix("ARTICLE."): key for key in keys}
    for lead, rest in (("LP", "TD"), ("LEADPARAGRAPH", "TAILPARAGRAPHS.PARAGRAPH")):
        if {lead, rest} <= set(upper) and ("text" in columns or lead != "LP"):
            return upper[lead], upper[rest]
    return ()


def _correct(columns: dict[str, tuple[str, ...]], said: Mapping[str, Any], keys: Sequence[str]) -> None:
    for name, wanted in said.items():
        if name in _SETTINGS:
            continue
        wants = wanted if isinstance(wanted, list) else [wanted]
        columns[name] = tuple(key for one in wants if (key := _column(one, keys)))
        for other in columns:
            if other != name and other not in said:
                columns[other] = tuple(key for key in columns[other] if key not in columns[name])


def _column(wanted: str | int, keys: Sequence[str]) -> str | None:
    """The column that the user means: its name as it is, without regard to case and spaces, or its number from 1."""
    if wanted in keys:
        return str(wanted)
    for key in keys:
        if key.strip().lower() == str(wanted).strip().lower():
            return key
    number = str(wanted).lower().removeprefix("col")
    if number.isdigit() and 0 < int(number) <= len(keys):
        return keys[int(number) - 1]
    return None
