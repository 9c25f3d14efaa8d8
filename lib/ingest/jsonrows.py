"""JSON Lines, and JSON files that hold one list, one object or several values after another.

A file of lines is read line by line, so its size does not matter; one bad row is reported and the others are read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import IO, Any

from lib.ingest.encodings import decode
from lib.ingest.formats import Head, Reader
from lib.ingest.rows import RowError, article
from lib.model import Article, Problem

_LISTS = ("articles", "documents", "items", "data", "results", "docs", "news", "rows", "records", "entries")
_BLANK = re.compile(r"[\s,]*")


class _NotLines(Exception):
    """The file is JSON, but not one value a line."""


def read_lines(path: Path, source: str) -> Iterator[Article | Problem]:
    """The rows of a JSON Lines file; NotText when it is no text."""
    with path.open("rb") as file:
        start = file.read(4)
        file.seek(0)
        if start[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in start:
            yield from read_values(file.read(), source)
            return
        try:
            yield from _rows(file, source)
            return
        except _NotLines:
            file.seek(0)
        yield from read_values(file.read(), source)


def _rows(file: IO[bytes], source: str) -> Iterator[Article | Problem]:
    for number, line in enumerate(file, 1):
        stripped = line.lstrip(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
        if not stripped:
            continue
        try:
            value = json.loads(_utf8(stripped))
        except (ValueError, RecursionError) as error:
            if number == 1 and stripped[:1] in b"[{" and len(stripped) < 4096 and not stripped.endswith(b"}"):
                raise _NotLines from None
            what = f"This row is not valid JSON ({_what(error)}); it was left out."
            yield Problem(source, f"row {number}", what, False)
            continue
        if number == 1 and isinstance(value, list):
            raise _NotLines
        yield from _read(value, source, number)


def _utf8(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return decode(line).text


def read_values(data: bytes, source: str) -> Iterator[Article | Problem]:
    """The rows of a JSON file: a list, an object that holds a list, one object, or several of these in a row."""
    decoded = decode(data)
    for note in decoded.notes:
        yield Problem(source, note.where, note.what, kept=True)
    number = 0
    for value in _values(decoded.text, source):
        if isinstance(value, Problem):
            yield value
            continue
        for row in _unfold(value):
            number += 1
            yield from _read(row, source, number)


def _values(text: str, source: str) -> Iterator[Any]:
    decoder = json.JSONDecoder()
    at = _after_blank(text, 0)
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            where = f"line {text.count(chr(10), 0, getattr(error, 'pos', at)) + 1}"
            what = f"From here on this is not valid JSON ({_what(error)}); repair it there."
            yield Problem(source, where, what, False)
            return
        yield value
        at = _after_blank(text, at)


def _after_blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _what(error: Exception) -> str:
    return error.msg.lower() if isinstance(error, json.JSONDecodeError) else "nested too deeply"


def _unfold(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        yield from value
        return
    if isinstance(value, Mapping):
        for key in _LISTS:
            if isinstance(value.get(key), list):
                yield from value[key]
                return
    yield value


def _read(row: Any, source: str, number: int) -> Iterator[Article | Problem]:
    where = f"row {number}"
    if not isinstance(row, Mapping):
        what = "This row is no object with keys such as `title` and `text`; it was left out."
        yield Problem(source, where, what, False)
        return
    name = f"{PurePosixPath(source).with_suffix('')}-{number}"
    try:
        read, doubt = article(row, source, name)
    except RowError as error:
        yield Problem(source, where, str(error), False)
        return
    if doubt:
        yield Problem(source, where, f"The article was read, but {doubt}.", True)
    yield read


def _read_path(path: Path, name: str) -> Iterator[Article | Problem]:
    return read_values(path.read_bytes(), name)


def _claims(head: Head) -> bool:
    return head.suffix == ".json"


def _claims_lines(head: Head) -> bool:
    return head.suffix in (".jsonl", ".ndjson")


READERS = (Reader("JSON Lines", _claims_lines, read_lines), Reader("JSON", _claims, _read_path))
