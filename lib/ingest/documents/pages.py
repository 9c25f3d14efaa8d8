"""Documents without markup as text pages: paragraphs go to page surgery, which knows headlines and captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lib.i18n import sentence
from lib.ingest import newsbanks
from lib.ingest.outlets import outlet_of
from lib.ingest.pubdate import dated
from lib.ingest.rows import Row, articles
from lib.ingest.textpage import read_page
from lib.model import Article, Problem


def records_of(paragraphs: Sequence[str], name: str, address: str | None = None) -> Iterator[Article | Problem]:
    """The articles of a document given as paragraphs; offsets count in the paragraphs, parted by blank lines.

    `address` is where the document was found, and that of its article if there is only one.
    """
    text = "\n\n".join(part for paragraph in paragraphs if (part := paragraph.strip()))
    if not text:
        yield Problem(name, "file", sentence("There is no text in this document."), False)
        return
    if newsbanks.is_newsbank(paragraphs):
        found = enumerate(newsbanks.entries(paragraphs), 1)
        yield from articles((Row(f"item {number}", number, cells) for number, cells in found), name)
        return
    records = list(read_page(text.encode("utf-8", "replace"), name))
    if address and sum(isinstance(record, Article) for record in records) == 1:
        records = [_found_at(record, address) if isinstance(record, Article) else record for record in records]
    yield from dated(records, name)


def _found_at(read: Article, address: str) -> Article:
    return read if read.url else replace(read, url=address, outlet=read.outlet or outlet_of(address))
