"""Records of XML and SGML to rows: which element is the record is told from the beginning of the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from lib.i18n import sentence
from lib.ingest.formats import Head
from lib.ingest.headings import field_of
from lib.ingest.markup import Event, TooLarge, events
from lib.ingest.rows import Row, Rows, reader
from lib.ingest.streams import Stream
from lib.model import Problem

RECORDS = frozenset(
    {"item", "entry", "article", "doc", "document", "news", "newsitem", "story", "record", "row", "reuters", "page"}
)
_MARKED = frozenset({"field", "str", "arr", "date", "property", "column", "value", "meta", "col"})
_HELD = frozenset({"href", "url", "value", "content", "datetime", "src"})
_SAMPLE = 2**20
_LARGEST_RECORD = 2**26
_DEEPEST = 60  # elements in one another; what is deeper belongs to the element at this depth
_HTML = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|p)\b", re.I | re.S)
_XML = re.compile(r"\s*<(?:\?xml|!DOCTYPE|!--|[A-Za-z_][\w.:-]*(?:\s[^<>]*)?/?>)", re.I)
_ANY_TAG = re.compile(r"<([A-Za-z_][\w.:-]*)[^<>]*>[^<]*(?:<!\[CDATA\[.*?\]\]>\s*)?</\1\s*>", re.S)


@dataclass
class _Element:
    """An element that is open: its text so far, and what it holds."""

    name: str
    path: str
    attributes: dict[str, str]
    text: list[str] = field(default_factory=list)
    size: int = 0


def rows(path: Path, name: str) -> Rows:
    """The records of a file in tags, and a problem where there is none or a tag is never closed."""
    stream = Stream(path)
    pieces = stream.pieces()
    first = ""
    for piece in pieces:
        first += piece
        if len(first) >= _SAMPLE:
            break
    record = record_name(events(iter([first[:_SAMPLE]])))
    if record is None:
        what = sentence("No element of this file holds a title or a text that repeats; give the elements such names.")
        yield Problem(name, "file", what, False)
        return
    number = 0
    try:
        for cells in _records(events(chain([first], pieces)), record):
            number += 1
            yield Row(f"record {number}", number, cells)
    except TooLarge as error:
        yield Problem(
            name, f"record {number + 1}", sentence("From here on this cannot be read: {why}.", why=error), False
        )
    for note in stream.notes:
        yield Problem(name, note.where, note.what, True)


def record_name(found: Iterable[Event]) -> str | None:
    """The name of the element that is a record: it holds titles or texts, repeats, and holds no other such element."""
    count: Counter[str] = Counter()
    depth: dict[str, int] = {}
    open_: list[str] = []
    for event in found:
        if event.kind == "start":
            parent = open_[-1] if open_ else ""
            known = field_of(_key(event.name, event.attributes))
            if parent and known and known[0] in ("text", "title"):
                count[f"{parent}\0{len(open_)}"] += 1
            depth.setdefault(event.name, len(open_))
            if len(open_) < _DEEPEST:
                open_.append(event.name)
        elif event.kind == "end" and event.name in open_:
            while open_.pop() != event.name:
                pass
    holders: Counter[str] = Counter()
    for key, number in count.items():
        holders[key.partition("\0")[0]] += number
    if not holders:
        return None
    named = [name for name in holders if name.lower() in RECORDS]
    if named:
        return max(named, key=lambda name: (holders[name], -depth[name]))
    usual = [name for name in holders if name.lower() not in ("channel", "feed", "head", "image")] or list(holders)
    return min(usual, key=lambda name: (holders[name] < max(holders.values()) / 3, depth[name]))


def _key(name: str, attributes: dict[str, str]) -> str:
    """What an element is called: `<field name="title">` is a title."""
    if name.lower() in _MARKED:
        return attributes.get("name") or attributes.get("key") or attributes.get("property") or name
    return name


def _records(found: Iterator[Event], record: str) -> Iterator[dict[str, Any]]:
    """The cells of every record; a record that is not closed ends where the next begins, or the file does."""
    cells: dict[str, Any] | None = None
    open_: list[_Element] = []
    for event in found:
        if event.kind == "start" and event.name == record and not _nested(open_, record):
            if cells is not None:
                _close(open_, 0, cells)
                yield cells
            cells = {f"{name}": value for name, value in event.attributes.items() if value}
            open_ = [_Element(record, "", {})]
        elif cells is None:
            continue
        elif event.kind == "start" and len(open_) < _DEEPEST:
            if _ends(open_[-1], event.name):
                _close(open_, len(open_) - 1, cells)
            prefix = f"{open_[-1].path}." if open_[-1].path else ""
            open_.append(_Element(event.name, prefix + _key(event.name, event.attributes), event.attributes))
        elif event.kind == "text":
            open_[-1].text.append(event.name)
            open_[-1].size += len(event.name)
            if open_[-1].size > _LARGEST_RECORD:
                raise TooLarge(sentence("an element is opened and never closed"))
        elif event.kind == "end" and any(element.name == event.name for element in open_):
            place = max(at for at, element in enumerate(open_) if element.name == event.name)
            _close(open_, place, cells)
            if not open_:
                yield cells
                cells = None
    if cells is not None:
        _close(open_, 0, cells)
        yield cells


def _ends(element: _Element, name: str) -> bool:
    """Whether an element of this name ends the one that is open: SGML leaves out the ends of short fields."""
    own, other = field_of(element.name), field_of(name)
    if own is None or other is None or own[0] in ("text", "summary") or own[0] == other[0] or not element.path:
        return False
    return any(not part.isspace() for part in element.text)


def _nested(open_: list[_Element], record: str) -> bool:
    """Whether an element named like the record is a field of one, as in `<article><article>…`."""
    known = field_of(record)
    return len(open_) > 1 and open_[-1].name != record and known is not None and known[0] == "text"


def _close(open_: list[_Element], place: int, cells: dict[str, Any]) -> None:
    """Closes all elements from `place` on and files what they hold."""
    while len(open_) > place:
        element = open_.pop()
        text = "".join(element.text).strip()
        path = element.path or "text"
        for name, value in element.attributes.items():
            if name in _HELD and not text and _is_wanted(element):
                text = value.strip()
            elif value and name not in ("type", "lang", "rel", "name", "key"):
                cells.setdefault(f"{path}.{name}", value)
        if not text:
            continue
        if path in cells:
            held = cells[path]
            cells[path] = [*held, text] if isinstance(held, list) else [held, text]
        else:
            cells[path] = text


def _is_wanted(element: _Element) -> bool:
    """Of the links of an Atom entry, the one to the article."""
    return element.attributes.get("rel", "alternate") == "alternate"


def _claims(head: Head) -> bool:
    """Tags from the first character on that are no web page, whatever the name; a page of text may hold a few."""
    if not head.text or not _XML.match(head.text) or _HTML.match(head.text):
        return False
    if head.suffix in (".xml", ".rss", ".atom", ".sgm", ".sgml", ".rdf") or head.text.startswith("<?xml"):
        return True
    return len(_ANY_TAG.findall(head.text)) > 1 and head.suffix in ("", ".txt", ".text", ".dat", ".tr", ".trec")


READERS = (reader("records in tags", _claims, rows),)
