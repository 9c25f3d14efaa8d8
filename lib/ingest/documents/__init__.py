"""Readers of documents (web pages, PDF, DOCX, EPUB), archives and web archives, in the order of asking."""

from __future__ import annotations

from lib.ingest.documents import archives, mhtml, pdf, rtf, warc, webpage
from lib.ingest.documents.bounds import guarded
from lib.ingest.formats import Reader

READERS: tuple[Reader, ...] = tuple(
    Reader(reader.name, reader.claims, guarded(reader.read))
    for reader in (archives.READER, pdf.READER, warc.READER, rtf.READER, mhtml.READER, webpage.READER)
)
