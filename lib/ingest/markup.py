"""Records in tags: XML, RSS and Atom, several roots in one file, and the SGML of old collections, read as they stand.

A parser of our own, because real files are not well-formed: no tag is resolved to anything but itself, no entity is
ever defined, nothing is fetched, and text goes through it piece by piece.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from lib.i18n import sentence
from lib.ingest.cells import BLOCKS, INLINE

# Elements of web pages inside a record are part of its text. These few are also names of fields.
_FIELDS = frozenset({"article", "body", "header", "time", "cite", "address", "video", "section", "table", "main"})
AS_TEXT = (BLOCKS | INLINE) - _FIELDS
LARGEST = 2**26
LONGEST_TAG = 8192
_SECTIONS = (("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", "?>"))
_TAG = re.compile(
    r"<(?P<close>/)?(?P<name>[A-Za-z_][\w.:-]*)"
    r"(?P<attributes>(?:\s[^<>\"']*(?:\"[^\"]*\"|'[^']*'))*[^<>\"']*?)(?P<empty>/)?>"
)
_DECLARED = re.compile(r"<![A-Z][^<>\[]*(?P<subset>\[)?")
_SUBSET_END = re.compile(r"\]\s*>")
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
    for piece in chain(pieces, (None,)):
        last = piece is None
        text, at = text[at:] + (piece or ""), 0
        while at < len(text):
            opened = text.find("<", at)
            end = opened if opened >= 0 else len(text) if last else _safe_end(text, at)
            if end > at:
                yield Event("text", resolved(text[at:end]))
            at = end
            if opened < 0:
                break
            found, after = _markup(text, at, last)
            if after == at:
                break  # the end of it is still to come
            yield from found
            at = after
        if len(text) - at > LARGEST:
            raise TooLarge(sentence("a tag or a marked section is opened and never closed"))


def _markup(text: str, at: int, last: bool) -> tuple[Iterable[Event], int]:
    """The events at a "<", and where they end: at the same place where the text does not hold all of it yet."""
    following = text[at + 1 : at + 2]
    if following and not (following.isalpha() or following in "/!?_"):
        return (Event("text", "<"),), at + 1
    for opening, closing in _SECTIONS:
        if text.startswith(opening, at):
            end = text.find(closing, at + len(opening))
            if end < 0:
                return ((Event("text", text[at:]),), len(text)) if last else ((), at)
            inner = text[at + len(opening) : end]
            return ((Event("text", inner),) if opening == "<![CDATA[" and inner else ()), end + len(closing)
    if match := _TAG.match(text, at, at + LONGEST_TAG):
        return _events(match), match.end()
    if declared := _DECLARED.match(text, at):
        subset = _SUBSET_END.search(text, declared.end()) if declared["subset"] else None
        if subset:
            return (), subset.end()
        if text.startswith(">", declared.end()):
            return (), declared.end() + 1
        if not last and len(text) - at < LARGEST // 64:
            return (), at
    elif not last and len(text) - at < LONGEST_TAG:
        return (), at
    return (Event("text", "<"),), at + 1


def _safe_end(text: str, at: int) -> int:
    """How far text without a tag may be given away: up to a reference that the next piece may complete."""
    reference = text.rfind("&", max(at, len(text) - 40))
    return reference if reference >= 0 and ";" not in text[reference:] else len(text)


def _events(match: re.Match[str]) -> Iterator[Event]:
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
