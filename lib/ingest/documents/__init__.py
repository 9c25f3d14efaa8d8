"""Readers of documents (web pages, PDF, DOCX, EPUB), archives and web archives, in the order of asking."""

from __future__ import annotations

from lib.ingest.formats import Reader

READERS: tuple[Reader, ...] = ()
