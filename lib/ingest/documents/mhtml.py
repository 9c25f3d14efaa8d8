"""The reader of pages saved as one file (MHTML): the page stands among its pictures, in an envelope like an e-mail.

The envelope's date is when the page was saved, which is no publication, and is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import cast

from lib.i18n import sentence
from lib.ingest.documents import bounds, webpage
from lib.ingest.encodings import NotText
from lib.ingest.formats import Head, Reader
from lib.model import Article, Problem

_ENVELOPE = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}", re.I)
_LARGEST = 128 * 2**20


def claims(head: Head) -> bool:
    """Whether a file is a saved page in an envelope."""
    start = _ENVELOPE.match(head.data[:8192].replace(b"\r\n", b"\n").lstrip())
    fields = start.group().lower() if start else b""
    return b"mime-version:" in fields and b"multipart/related" in fields


def read(path: Path, name: str) -> Iterator[Article | Problem]:
    """The articles of the page inside; NotText when there is no page."""
    data = bounds.contents(path, _LARGEST)
    with bounds.deadline():
        found = _page(data)
    if found is None:
        raise NotText(sentence("There is no page in this saved web page, only pictures or styles. Save it again."))
    content, charset, address = found
    yield from webpage.read_bytes(content, name, address, charset)


def _page(data: bytes) -> tuple[bytes, str | None, str | None] | None:
    """The first page of an envelope as bytes, with its charset and address."""
    message = cast(EmailMessage, message_from_bytes(data, policy=policy.compat32))
    address = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                place = str(address or part.get("Content-Location") or "")
                return content, part.get_content_charset(), place if place.startswith("http") else None
    return None


READER = Reader("saved web page", claims, read)
