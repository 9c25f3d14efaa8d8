"""Rows of any structured file to articles: one way for tables, JSON, XML and databases.

A reader yields rows and knows nothing of articles; here the columns are told apart (columns.py), once for a file, and
every row becomes an article, or a problem that names it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from lib.i18n import sentence
from lib.ingest import columns
from lib.ingest.cells import body, is_blank, line
from lib.ingest.columns import Plan
from lib.ingest.dayvalues import PLAIN, Manner, interval
from lib.ingest.formats import Head, Reader
from lib.ingest.outlets import host_of, is_address, outlet_of
from lib.ingest.pubdate import from_url
from lib.model import Article, Precision, Problem, Published

_BASES = ("user", "metadata", "url", "filename", "dateline", "page", "inferred")
_PRECISIONS: tuple[Precision, ...] = ("day", "month", "year", "range")
FIRST = 100  # rows that are looked at before the first is read
FIRST_CHARACTERS = 8_000_000


class RowError(ValueError):
    """A row that is no article; the message says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file: where it stands ("row 17"), its number in ids, its cells by column; `named`: see columns."""

    where: str
    number: int
    cells: Mapping[str, Any]
    named: bool = True


Rows = Iterator[Row | Problem]


def reader(name: str, claims: Callable[[Head], bool], rows: Callable[[Path, str], Rows]) -> Reader:
    """A reader made of one that yields rows."""
    return Reader(name, claims, lambda path, source: articles(rows(path, source), source))


def articles(rows: Rows, source: str) -> Iterator[Article | Problem]:
    """The articles of a file's rows, a problem for each row that is none, and one for all rows that are empty."""
    first, begun = _begin(rows)
    sample = [row for row in first if isinstance(row, Row)]
    plan = columns.plan([row.cells for row in sample], source, all(row.named for row in sample))
    if not first:
        yield Problem(source, "file", sentence("There is no row in this file, or only a header."), False)
        return
    stem = str(PurePosixPath(source).with_suffix(""))
    empty = 0
    for row in itertools.chain(first, begun):
        if isinstance(row, Problem):
            yield row
            continue
        if new := [key for key in row.cells if key not in plan.known]:
            plan = columns.wider(plan, new)
        if all(is_blank(value) for value in row.cells.values()):
            empty += 1
            continue
        try:
            read, doubt = article(row.cells, source, f"{stem}-{row.number}", plan)
        except RowError as error:
            yield Problem(source, row.where, str(error), False)
            continue
        if doubt:
            yield Problem(source, row.where, sentence("The article was read, but {doubt}.", doubt=doubt), True)
        yield read
    if empty:
        what = sentence("{n} row is empty and was left out.", "{n} rows are empty and were left out.", n=empty)
        yield Problem(source, "rows", what, True)


def _begin(rows: Rows) -> tuple[list[Row | Problem], Rows]:
    """The first rows, fewer where they are long, and the rest of them."""
    first: list[Row | Problem] = []
    room = FIRST_CHARACTERS
    for row in rows:
        first.append(row)
        if isinstance(row, Row):
            room -= sum(len(value) for value in row.cells.values() if isinstance(value, str))
        if len(first) >= FIRST or room < 0:
            break
    return first, rows


def article(row: Mapping[str, Any], source: str, name: str, plan: Plan | None = None) -> tuple[Article, str | None]:
    """The article of a row, and a sentence about what was not understood; `name` is its id if it has none."""
    plan = plan or columns.plan([row], source)
    found = {field: value for field, keys in plan.columns.items() if (value := _first(row, keys)) is not None}
    text, title = _text(row, plan), line(found.get("title"))
    if not text.strip() and not title:
        if plan.columns.get("text"):
            raise RowError(sentence("The text of this row is empty."))
        raise RowError(
            sentence("There is no text in this row; give it a `text` key, or say in rawi.toml which column it is.")
        )
    url = _address(row, plan)
    published, doubt = _published(row, plan, url)
    read = Article(
        id=line(found.get("id")) or name,
        source=source,
        text=text,
        title=title,
        language=line(found.get("language")),
        outlet=_outlet(line(found.get("outlet")), url),
        author=line(found.get("author")),
        url=url,
        published=published,
        section=line(found.get("section")),
        captions=_captions(found.get("captions")),
    )
    return read, doubt


def _first(row: Mapping[str, Any], keys: Iterable[str]) -> Any:
    return next((row[key] for key in keys if not is_blank(row.get(key))), None)


def _text(row: Mapping[str, Any], plan: Plan) -> str:
    if plan.joined:
        return body([row.get(key) for key in plan.joined])
    for field in ("text", "summary"):
        for key in plan.columns.get(field, ()):
            if (text := body(row.get(key))).strip():
                return text
    return ""


def _address(row: Mapping[str, Any], plan: Plan) -> str | None:
    """The first column of addresses that holds one; what is in them all the same where none does."""
    found = [value for key in plan.columns.get("url", ()) if (value := line(row.get(key)))]
    return next((value for value in found if is_address(value)), found[0] if found else None)


def _outlet(named: str | None, url: str | None) -> str | None:
    """What the source calls the outlet, and for an address or nothing the outlet at that address, else its host."""
    if named and not is_address(named) and not (host_of(named) and " " not in named):
        return named
    for address in filter(None, (named, url)):
        if known := outlet_of(address):
            return known
    return host_of(named or url or "") or named


def _published(row: Mapping[str, Any], plan: Plan, url: str | None) -> tuple[Published, str | None]:
    """The first date of the row's columns that is understood, else the day in the address, else when it was seen."""
    doubts: list[str] = []
    for key in plan.columns.get("published", ()):
        values = row.get(key)
        for value in values if isinstance(values, list) else [values]:
            found, doubt = published_of(None if is_blank(value) else value, plan.manner)
            if found.since:
                inferred = "published" in plan.unsure and found.basis == "metadata"
                basis = "inferred" if inferred else found.basis
                return Published(found.since, found.until, found.precision, basis), None
            doubts += [doubt] if doubt else []
    doubt = doubts[0] if doubts else None
    if url and (linked := from_url(url)):
        return linked, sentence("{doubt}; the day in its address was taken", doubt=doubt) if doubt else None
    for key in plan.columns.get("seen", ()):
        if seen := interval(row.get(key), plan.manner):
            return Published(*seen, "inferred"), doubt
    return Published(), doubt


def published_of(value: Any, manner: Manner = PLAIN) -> tuple[Published, str | None]:
    """A publication date as rows carry it: a date in any way of writing, or our export's own object; else a doubt."""
    if value is None:
        return Published(), None
    if isinstance(value, Mapping):
        since, until = interval(value.get("since")), interval(value.get("until"))
        precision = value.get("precision")
        basis: Any = value.get("basis") if value.get("basis") in _BASES else "metadata"
        if since is None or until is None or since[0] > until[1]:
            empty = value.get("since") is None and value.get("until") is None
            return Published(), None if empty else sentence("its date {date} is not understood", date=_short(value))
        known = next((p for p in _PRECISIONS if p == precision), "day" if since[0] == until[1] else "range")
        return Published(since[0], until[1], known, basis), None
    found = interval(value, manner)
    if found is None:
        return Published(), sentence(
            "its date {date} is not understood (write it as {day})", date=_short(value), day="2020-07-17"
        )
    return Published(*found, "metadata"), None


def _short(value: Any) -> str:
    written = str(value)
    return f"“{written[:40]}…”" if len(written) > 41 else f"“{written}”"


def _captions(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(text for part in values if isinstance(part, str) and (text := body(part).strip()))


def flatten(value: Mapping[str, Any], prefix: str = "", depth: int = 5) -> dict[str, Any]:
    """A nested object as one row: `{"a": {"b": 1}}` is `{"a.b": 1}`; lists of objects become lists of their texts."""
    flat: dict[str, Any] = {}
    for key, inner in value.items():
        name = f"{prefix}{key}"
        if isinstance(inner, Mapping):
            if {"since", "until"} <= inner.keys():
                flat[name] = inner
            elif depth:
                flat |= flatten(inner, f"{name}.", depth - 1)
        elif isinstance(inner, list):
            flat[name] = _texts(inner)
        else:
            flat[name] = inner
    return flat


def _texts(values: list[Any]) -> list[Any]:
    """The strings of a list; of an object in it the text, value or name that it holds."""
    texts: list[Any] = []
    for value in values:
        if isinstance(value, Mapping):
            known = (value.get(key) for key in ("text", "content", "value", "p", "paragraph", "name", "url", "href"))
            value = next((one for one in known if isinstance(one, str)), None)
        if isinstance(value, (str, int, float, date)):
            texts.append(value)
    return texts
