"""Readers of documents (web pages, PDF, DOCX, EPUB), archives and web archives, in the order of asking."""

from __future__ import annotations

from pathlib import Path

from lib.ingest.documents import archives, mhtml, rtf, warc, webpage
from lib.ingest.documents.bounds import guarded
from lib.ingest.formats import Head, Reader, Records


def _is_pdf(head: Head) -> bool:
    """The mark of a PDF stands in the first kilobyte, whatever the name."""
    return b"%PDF-" in head.data[:1024]


def _read_pdf(path: Path, name: str) -> Records:
    from lib.ingest.documents import pdf  # its parser takes a while to load

    yield from pdf.read(path, name)


PDF = Reader("PDF", _is_pdf, _read_pdf)
READERS: tuple[Reader, ...] = tuple(
    Reader(reader.name, reader.claims, guarded(reader.read))
    for reader in (archives.READER, PDF, warc.READER, rtf.READER, mhtml.READER, webpage.READER)
)
