"""Lines of a name and a list in Python's way of writing, `content: ['…', '…']`: what a scraper's print left behind."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from lib.i18n import sentence
from lib.ingest.formats import Head
from lib.ingest.rows import Row, Rows, reader
from lib.ingest.streams import Stream
from lib.model import Problem

_LINE = re.compile(r"\s*[\"']?(\w+)[\"']?\s*:\s*(\[.*\])\s*$", re.DOTALL)
_LARGEST = 2**24


def rows(path: Path, name: str) -> Rows:
    """A row for each line that can be understood, a problem for every other; empty lists are empty rows."""
    stream = Stream(path)
    for number, line in enumerate(stream.lines(), 1):
        if not line.strip():
            continue
        match = _LINE.match(line)
        values = _values(match[2]) if match else None
        if match is None or values is None:
            what = sentence("This line is no list as the lines before it; it was left out.")
            yield Problem(name, f"row {number}", what, False)
            continue
        yield Row(f"row {number}", number, {match[1]: [value for value in values if value.strip()]})
    for note in stream.notes:
        yield Problem(name, note.where, note.what, True)


def _values(written: str) -> list[str] | None:
    if len(written) > _LARGEST:
        return None
    try:
        values = ast.literal_eval(written)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return [str(value) for value in values] if isinstance(values, list) else None


def _claims(head: Head) -> bool:
    lines = [line for line in head.text.split("\n") if line.strip()]
    whole = lines[:-1] or lines
    return head.suffix in ("", ".txt", ".text") and bool(whole) and all(_LINE.match(line) for line in whole[:20])


READERS = (reader("lists in lines", _claims, rows),)
