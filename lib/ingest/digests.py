"""Digests of a feed in Markdown: a heading, a list with the link and the day, a few words, and so on for every item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lib.ingest.formats import Head
from lib.ingest.headings import field_of
from lib.ingest.rows import Row, Rows, reader
from lib.ingest.streams import Stream
from lib.model import Problem

_HEADING = re.compile(r"(#{2,4})\s+(\S.*)$")
_POINT = re.compile(r"\s*[-*]\s+(\S.*)$")
_LINK = re.compile(r"<?(?:\[[^\]]*\]\()?(https?://[^\s)>]+)[)>]*$")
_LABELLED = re.compile(r"([^:]{2,40}):\s+(\S.*)$")
_ITEM = re.compile(r"^(#{2,4})[ \t]+\S[^\n]*\r?\n(?:[ \t]*\r?\n)?[ \t]*[-*][ \t]+<?(?:\[[^\]\n]*\]\()?https?://", re.M)


def rows(path: Path, name: str) -> Rows:
    """The items of a digest; what stands above the first heading is the digest's own and no item."""
    stream = Stream(path)
    for number, (title, lines) in enumerate(_items(stream.lines()), 1):
        yield Row(f"item {number}", number, _cells(title, lines))
    for note in stream.notes:
        yield Problem(name, note.where, note.what, True)


def _items(lines: Iterator[str]) -> Iterator[tuple[str, list[str]]]:
    title, level = "", ""
    held: list[str] = []
    for line in lines:
        match = _HEADING.match(line.rstrip())
        if match and (not level or match[1] == level):
            if title:
                yield title, held
            level, title, held = match[1], match[2], []
        else:
            held.append(line.rstrip("\r\n"))
    if title:
        yield title, held


def _cells(title: str, lines: list[str]) -> dict[str, str]:
    cells = {"title": title}
    at = 0
    for at, line in enumerate(lines, 1):
        point = _POINT.match(line)
        if point is None:
            if line.strip():
                at -= 1
                break
        elif link := _LINK.match(point[1]):
            cells.setdefault("url", link[1])
        elif (labelled := _LABELLED.match(point[1])) and field_of(labelled[1]):
            cells.setdefault(labelled[1], labelled[2])
        elif not labelled:
            at -= 1
            break
    cells["text"] = "\n".join(lines[at:]).strip()
    return cells


def _claims(head: Head) -> bool:
    return head.suffix in (".md", ".markdown") and len(_ITEM.findall(head.text)) > 1


READERS = (reader("digest of a feed", _claims, rows),)
