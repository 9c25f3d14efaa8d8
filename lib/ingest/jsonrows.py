"""JSON in every shape in which news is kept: lines, lists, lists deep inside objects, values one after the other.

Lines are read one by one, so that a bad one costs itself alone; everything else goes through jsonscan.py. Neither ever
holds more of a file than an article or a few megabytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lib.i18n import sentence
from lib.ingest.formats import Head
from lib.ingest.headings import field_of
from lib.ingest.jsonscan import Broken, Scanner
from lib.ingest.rows import Row, Rows, flatten, reader
from lib.ingest.streams import Stream
from lib.model import Problem

SUFFIXES = frozenset({".json", ".jsonl", ".ndjson", ".geojson", ".jl", ".jsonlines"})
_NO_OBJECT = sentence("This row is no object with keys such as `title` and `text`; it was left out.")
_SAID = 20  # bad rows that are listed one by one; the others are counted
_START = re.compile(r'(?:\[\s*)?\{\s*"(?:[^"\\]|\\.)*"\s*:')


def rows(path: Path, name: str) -> Rows:
    """The rows of a JSON file, whatever its shape, and a problem where it is broken."""
    stream = Stream(path)
    source = _lines(stream) if _is_lines(path) else _values(stream)
    strange = 0
    for item in source:
        if isinstance(item, Row):
            yield item
            continue
        strange += 1
        if strange <= _SAID:
            yield Problem(name, *item, False)
    if strange > _SAID:
        what = sentence("{n} more row is no article and was left out.",
                        "{n} more rows are no articles and were left out.", n=strange - _SAID)  # fmt: skip
        yield Problem(name, "rows", what, False)
    for note in stream.notes:
        yield Problem(name, note.where, note.what, True)


_Item = Row | tuple[str, str]


def _is_lines(path: Path) -> bool:
    """Whether the first two lines are whole values by themselves."""
    pieces = Stream(path, 65_536).pieces()
    begun = next(pieces, "").removeprefix("\ufeff").lstrip()
    lines = [line for line in begun.split("\n") if line.strip()]
    whole = [_is_value(line) for line in lines[:3]]
    if len(lines) > 1:
        return whole[0] or (any(whole) and not lines[0].rstrip().endswith(("[", "{", ",", ":")))
    return False


def _is_value(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _lines(stream: Stream) -> Iterator[_Item]:
    for number, line in enumerate(stream.lines(), 1):
        written = line.strip().strip("\ufeff\x1e").strip().removesuffix(",")
        if not written or written in ("[", "]"):
            continue
        try:
            value = json.loads(written, strict=False)
        except json.JSONDecodeError as error:
            yield f"row {number}", _invalid(error.msg.lower())
            continue
        except (RecursionError, ValueError):
            yield f"row {number}", _invalid(sentence("nested too deeply"))
            continue
        yield from _unfolded(value, number)


def _invalid(why: str) -> str:
    return sentence("This line is not valid JSON ({why}); repair it or leave it out.", why=why)


def _unfolded(value: Any, number: int) -> Iterator[_Item]:
    """The rows in the value of one line; all of them bear its number."""
    for found in unfold(value):
        yield _row(found, number) if isinstance(found, Mapping) else (f"row {number}", _NO_OBJECT)


def _values(stream: Stream) -> Iterator[_Item]:
    number = 0
    try:
        for value in Scanner(stream).values():
            for found in unfold(value):
                number += 1
                yield _row(found, number) if isinstance(found, Mapping) else (f"row {number}", _NO_OBJECT)
    except Broken as error:
        yield f"line {error.line}", sentence("From here on this is not valid JSON ({why}); repair it there.", why=error)


def _row(value: Mapping[str, Any], number: int) -> Row:
    return Row(f"row {number}", number, flatten(value))


def unfold(value: Any, depth: int = 6) -> Iterator[Any]:
    """The objects in a value that look like articles: itself, or those in the lists and objects that it holds."""
    if isinstance(value, list):
        for inner in value:
            yield from unfold(inner, depth)
        return
    if not isinstance(value, Mapping) or _is_article(value) or not depth:
        yield value
        return
    if table := _split_table(value):
        yield from table
        return
    found = [one for inner in value.values() for one in _inside(inner, depth - 1)]
    if found:
        yield from found
        return
    yield value


def _is_article(value: Mapping[str, Any]) -> bool:
    """Whether an object holds a text itself, or a title and nothing of its own kind."""
    for key, inner in value.items():
        known = field_of(key)
        if known and known[0] == "text" and (isinstance(inner, str) or _is_prose(inner)):
            return True
    return False


def _is_prose(value: Any) -> bool:
    """A list of strings, or of objects that are paragraphs."""
    if not isinstance(value, list) or not value:
        return isinstance(value, Mapping) and isinstance(value.get("rendered"), str)
    if all(isinstance(one, str) for one in value):
        return True
    return all(isinstance(one, Mapping) and _is_paragraph(one) for one in value)


def _is_paragraph(value: Mapping[str, Any]) -> bool:
    fields = {known[0] for key in value if (known := field_of(key))}
    return "text" in fields and not fields & {"title", "url", "published"}


def _inside(value: Any, depth: int) -> list[Any]:
    """Articles in what an object holds under one key; none where it holds something else."""
    if isinstance(value, list):
        objects = [one for one in value if isinstance(one, Mapping)]
        found = [one for inner in objects for one in unfold(inner, depth)]
    elif isinstance(value, Mapping):
        found = list(unfold(value, depth))
    else:
        return []
    return [one for one in found if isinstance(one, Mapping) and looks_like_article(one)]


def looks_like_article(value: Mapping[str, Any]) -> bool:
    """Whether an object has a text of its own, or a title with an address, a date or a summary beside it."""
    if _is_article(value):
        return True
    fields = {known[0] for key, inner in flatten(value).items() if inner and (known := field_of(key))}
    return "title" in fields and bool(fields & {"url", "published", "summary", "text"})


def _split_table(value: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of pandas' layouts: `{"columns": […], "data": [[…]]}`, and one object of cells for each column."""
    names, data = value.get("columns"), value.get("data")
    if isinstance(names, list) and isinstance(data, list) and all(isinstance(one, list) for one in data):
        return [dict(zip(map(str, names), one, strict=False)) for one in data]
    if len(value) > 1 and all(isinstance(one, Mapping) for one in value.values()):
        columns = {name: cells for name, cells in value.items() if field_of(name)}
        keys = [tuple(cells) for cells in value.values()]
        numbered = all(str(key).isdigit() for key in keys[0])
        if len(columns) > 1 and len(set(keys)) == 1 and numbered:
            return [{name: cells[key] for name, cells in value.items()} for key in keys[0]]
    return []


def _claims(head: Head) -> bool:
    """A name that says so and no sign of a page, or a beginning that only JSON has."""
    if not head.text:
        return False
    if head.suffix in SUFFIXES:
        return not head.text.startswith("<")
    return bool(_START.match(head.text)) and head.suffix in ("", ".txt", ".text", ".dat")


READERS = (reader("JSON", _claims, rows),)
