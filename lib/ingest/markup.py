"""Records in tags: XML, RSS and Atom, several roots in one file, and the SGML of old collections, read as they stand.

A parser of our own, because real files are not well-formed: no tag is resolved to anything but itself, no entity is
ever defined, nothing is fetched, and text goes through it piece by piece.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lib.ingest.cells import BLOCKS, INLINE

# Elements of web pages inside a record are part of its text. These few are also names of fields.
_FIELDS = frozenset({"article", "body", "header", "time", "cite", "address", "video", "section", "table", "main"})
AS_TEXT = (BLOCKS | INLINE) - _FIELDS
LARGEST = 2**26
_TAG = re.compile(
    r"<(?:!\[CDATA\[(?P<cdata>.*?)\]\]>|!--.*?-->|\?.*?\?>|!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>|![A-Z][^<>]*>"
    r"|(?P<close>/)?(?P<name>[A-Za-z_][\w.:-]*)"
    r"(?P<attributes>(?:\s[^<>\"']*(?:\"[^\"]*\"|'[^']*'))*[^<>\"']*?)(?P<empty>/)?>)",
    re.DOTALL,
)
_OPENING = re.compile(r"<!\[CDATA\[|<!--|<\?|<!DOCTYPE")
_ATTRIBUTE = re.compile(r"([A-Za-z_][\w.:-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


@dataclass(frozen=True, slots=True)
class Event:
    """What the text holds next: the beginning or end of an element, or a piece of text with its references resolved."""

    kind: Literal["start", "end", "text"]
    name: str
    attributes: dict[str, str] = field(default_factory=dict)


class TooLarge(ValueError):
    """A tag or a marked section is never closed; the message says so."""


def events(pieces: Iterator[str]) -> Iterator[Event]:
    """The events of a text given in pieces; element names keep their case and lose their prefix."""
    text, at = "", 0
    for piece in pieces:
        text, at = text[at:] + piece, 0
        while True:
            match = _TAG.search(text, at)
            if match and (opened := _OPENING.search(text, at, match.start())):
                match = None  # a marked section of which the end is still to come; what stands in it are no tags
                end = opened.start()
            else:
                end = match.start() if match else _safe_end(text, at)
            if end > at:
                yield Event("text", resolved(text[at:end]))
            at = end
            if match is None:
                break
            yield from _events(match)
            at = match.end()
        if len(text) - at > LARGEST:
            raise TooLarge("a tag or a marked section is opened and never closed")
    if at < len(text):
        yield Event("text", resolved(text[at:]))


def _safe_end(text: str, at: int) -> int:
    """How far text without a whole tag may be given away: up to a tag or reference that the next piece may complete."""
    opened = text.find("<", at)
    while opened >= 0 and not _may_open(text, opened):
        opened = text.find("<", opened + 1)
    end = opened if opened >= 0 else len(text)
    reference = text.rfind("&", max(at, end - 40), end)
    return reference if reference >= 0 and ";" not in text[reference:end] and end == len(text) else end


def _may_open(text: str, at: int) -> bool:
    """Whether "<" at this place can be the beginning of a tag of which the rest is still to come."""
    following = text[at + 1 : at + 2]
    if following and not (following.isalpha() or following in "/!?_"):
        return False
    return following in "!?" or (len(text) - at < 65_536 and "<" not in text[at + 1 :])


def _events(match: re.Match[str]) -> Iterator[Event]:
    if match["cdata"] is not None:
        yield Event("text", match["cdata"])
        return
    if match["name"] is None:
        return
    name = match["name"].rpartition(":")[2]
    if name.lower() in AS_TEXT:
        yield Event("text", match[0])
    elif match["close"]:
        yield Event("end", name)
    else:
        yield Event("start", name, _attributes(match["attributes"]))
        if match["empty"]:
            yield Event("end", name)


def _attributes(written: str) -> dict[str, str]:
    found = {}
    for match in _ATTRIBUTE.finditer(written):
        found[match[1].rpartition(":")[2]] = resolved(match[2] or match[3] or match[4] or "")
    return found


def resolved(text: str) -> str:
    """Text with its character references resolved; one that is not known stays as it is written."""
    return _REFERENCE.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text
