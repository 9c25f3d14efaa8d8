"""The reader of web archives: the pages a crawler was sent, one record after another, never the archive as a whole.

The date of a record is when it was fetched. That is no publication, and it is not looked at.
"""

from __future__ import annotations

import dataclasses
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from lib.i18n import sentence
from lib.ingest.documents import bounds, webpage
from lib.ingest.documents.streams import unpacked
from lib.ingest.encodings import NotText
from lib.ingest.formats import Head, Reader
from lib.ingest.pubdate import dated
from lib.ingest.textpage import read_page
from lib.model import Article, Problem

_LINE = 65_536
_HEADERS = 400
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]*\r?\n")
_SILENT = frozenset({"warcinfo", "request", "metadata", "revisit", "continuation"})


def claims(head: Head) -> bool:
    """Whether a file is a web archive that is not compressed; compressed ones come through the archive reader."""
    return head.data.startswith(b"WARC/")


def read(path: Path, name: str) -> Iterator[Article | Problem]:
    """The articles of all pages in a web archive."""
    with unpacked(path, None) as stream:
        yield from records(stream, name)


def records(stream: IO[bytes], name: str) -> Iterator[Article | Problem]:
    """The articles of a stream of records, and in the end what was left out and why."""
    left: Counter[str] = Counter()
    number = pages = 0
    for kind, headers, body in _blocks(stream):
        number += 1
        if kind in _SILENT:
            continue
        if body is None:
            left["larger than a page can be"] += 1
            continue
        pages += 1
        for record in _page(headers, body, f"{name}!/record-{number}"):
            if isinstance(record, Problem) and not record.kept:
                left[record.what] += 1
            else:
                yield record
    if not pages and not left:
        raise NotText(
            sentence("There is no page in this web archive; it is damaged, was cut off or holds only requests.")
        )
    for why, count in left.items():
        what = sentence("{n} of {all} pages were left out. {why}", n=count, all=pages or number, why=why)
        yield Problem(name, "records", what, True)


def _blocks(stream: IO[bytes]) -> Iterator[tuple[str, dict[str, str], bytes | None]]:
    """Kind, headers and content of each record; content None where it is too large to be a page."""
    while (line := stream.readline(_LINE)) != b"":
        if not line.startswith(b"WARC/"):
            continue
        headers = _headers(stream)
        size = int(length) if (length := headers.get("content-length", "")).isdigit() and len(length) < 13 else 0
        kind = headers.get("warc-type", "")
        if kind in _SILENT or size > bounds.MARKUP:
            _pass_over(stream, size)
            yield kind, headers, None
        else:
            yield kind, headers, stream.read(size)


def _headers(stream: IO[bytes]) -> dict[str, str]:
    found: dict[str, str] = {}
    for _ in range(_HEADERS):
        line = stream.readline(_LINE).strip()
        if not line:
            break
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found.setdefault(name.strip().lower(), value.strip())
    return found


def _pass_over(stream: IO[bytes], size: int) -> None:
    while size > 0 and (piece := stream.read(min(size, 2**20))):
        size -= len(piece)


def _page(headers: dict[str, str], body: bytes, source: str) -> Iterator[Article | Problem]:
    """The articles of one record; a problem that is not kept where it is no page."""
    address = headers.get("warc-target-uri", "").strip("<>") or None
    kind = headers.get("content-type", "").lower()
    try:
        if "application/http" in kind or headers.get("warc-type") == "response":
            status, sent, body = _answer(body)
            if status != 200:
                raise NotText(sentence("The server sent an error or a redirection."))
            kind = sent.get("content-type", "").lower()
            body = _decoded(body, sent)
        charset = match[1] if (match := re.search(r"charset=[\"']?([\w:.-]+)", kind)) else None
        if "html" in kind:
            yield from webpage.read_bytes(body, source, address, charset)
        elif "text/plain" in kind:
            yield from dated(_text(body, source, address), "")
        else:
            raise NotText(sentence("It is a picture, a script or another file that is no page."))
    except NotText as error:
        yield Problem(source, "file", str(error), False)


def _text(body: bytes, source: str, address: str | None) -> list[Article | Problem]:
    """A page of which only the text was archived."""
    found = list(read_page(body, source))
    return [dataclasses.replace(one, url=one.url or address) if isinstance(one, Article) else one for one in found]


def _answer(body: bytes) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and content of a server's answer."""
    head, _, content = body.partition(b"\r\n\r\n") if b"\r\n\r\n" in body[:_LINE] else body.partition(b"\n\n")
    first, *lines = head.decode("latin-1").splitlines() or [""]
    parts = first.split()
    status = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
    pairs = (line.partition(":") for line in lines)
    return status, {name.strip().lower(): value.strip() for name, _, value in pairs}, content


def _decoded(body: bytes, sent: dict[str, str]) -> bytes:
    """The content without its wrapping for the way; many archives took the wrapping off and left its label on."""
    if "chunked" in sent.get("transfer-encoding", "").lower():
        body = _joined(body)
    coding = sent.get("content-encoding", "").lower()
    if coding in ("gzip", "x-gzip", "deflate") and body.lstrip()[:1] != b"<":
        body = _inflated(body)
    return body


def _joined(body: bytes) -> bytes:
    pieces: list[bytes] = []
    at = 0
    while (match := _CHUNK.match(body, at)) is not None:
        size = int(match[1], 16)
        pieces.append(body[match.end() : match.end() + size])
        at = match.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else body[at : at + 1] == b"\n"
        if size == 0:
            break
    return b"".join(pieces) if pieces else body


def _inflated(body: bytes) -> bytes:
    for bits in (47, -15):
        worker = zlib.decompressobj(bits)
        try:
            found = worker.decompress(body, bounds.MARKUP)
        except zlib.error:
            continue
        if worker.unconsumed_tail:
            raise NotText(sentence("It swells to more than a page can hold when unpacked; it was refused as a trap."))
        return found
    return body


READER = Reader("web archive", claims, read)
