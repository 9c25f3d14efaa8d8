"""Documents without markup as text pages: paragraphs go to page surgery, which knows headlines and captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lib.ingest.pubdate import dated
from lib.ingest.textpage import read_page
from lib.model import Article, Problem


def records_of(paragraphs: Sequence[str], name: str) -> Iterator[Article | Problem]:
    """The articles of a document given as paragraphs; offsets count in the paragraphs, parted by blank lines."""
    text = "\n\n".join(part for paragraph in paragraphs if (part := paragraph.strip()))
    if not text:
        yield Problem(name, "file", "There is no text in this document.", False)
        return
    yield from dated(list(read_page(text.encode("utf-8", "replace"), name)), name)
