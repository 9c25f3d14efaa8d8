"""Tables of GDELT, which have no header: what their columns are, told by their number and what they hold.

A row of the Global Knowledge Graph is an article; one of the event and mention tables is not, and has no text at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from lib.i18n import sentence
from lib.ingest.outlets import is_address

_STAMP = re.compile(r"\d{14}")
_RECORD = re.compile(r"\d{14}-T?\d+")
_TITLE = re.compile(r"<PAGE_TITLE>(.*?)</PAGE_TITLE>", re.DOTALL)
_AUTHOR = re.compile(r"<PAGE_AUTHORS>(.*?)</PAGE_AUTHORS>", re.DOTALL)
_PRECISE = re.compile(r"<PAGE_PRECISEPUBTIMESTAMP>(\d{8,14})</PAGE_PRECISEPUBTIMESTAMP>")
_SOURCE = re.compile(r"srclc:(\w+)")
_GRAPH = 27  # columns of the knowledge graph, 2.1
_MENTIONS = 16
_EVENTS = (57, 58, 61)


def kind_of(rows: Sequence[Sequence[str]]) -> str:
    """`graph`, `events` or `mentions` where the rows are such a table, else nothing."""
    if not rows:
        return ""
    widths = {len(row) for row in rows}
    first = rows[0]
    if widths <= {_GRAPH, _GRAPH - 1} and _RECORD.fullmatch(first[0]) and _STAMP.fullmatch(first[1]):
        return "graph"
    if len(widths) != 1 or not first[0].isdigit():
        return ""
    if len(first) == _MENTIONS and _STAMP.fullmatch(first[1]) and _STAMP.fullmatch(first[2]):
        return "mentions"
    if len(first) in _EVENTS and re.fullmatch(r"\d{8}", first[1]) and re.fullmatch(r"\d{6}", first[2]):
        return "events"
    return ""


def graph_row(row: Sequence[str]) -> Mapping[str, Any]:
    """What a row of the knowledge graph says of its article."""
    extras = row[26] if len(row) > 26 else ""
    source = _SOURCE.search(row[25]) if len(row) > 25 else None
    precise, author = _PRECISE.search(extras), _AUTHOR.search(extras)
    title = _TITLE.search(extras)
    return {
        "id": row[0],
        "title": title[1] if title else "",
        "url": row[4] if is_address(row[4]) else "",
        "outlet": row[3],
        "author": author[1] if author else "",
        "published": precise[1][:8] if precise else "",
        "seendate": row[1][:8],
        "language": source[1] if source else "eng",
    }


def refusal(kind: str) -> str:
    """Why a table of this kind holds no articles."""
    if kind == "events":
        return sentence("This is a GDELT table of events: it holds no title and no text of an article. "
                        "Take the knowledge graph (gkg) or the list of articles from GDELT instead.")  # fmt: skip
    return sentence("This is a GDELT table of mentions: it holds no title and no text of an article. "
                    "Take the knowledge graph (gkg) or the list of articles from GDELT instead.")  # fmt: skip
