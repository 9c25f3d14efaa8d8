"""The reader of EPUB files: every chapter is a small web page, and in the newspapers among them an article."""

from __future__ import annotations

import dataclasses
import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from lxml import etree

from lib.i18n import sentence
from lib.ingest.documents import bounds
from lib.ingest.documents.markup import page_text, words, xml_of
from lib.ingest.documents.unzipped import opened, part
from lib.ingest.documents.webpage import Page, articles_of
from lib.ingest.encodings import NotText
from lib.ingest.pubdate import from_value
from lib.model import Article, Problem, Published

_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_CHAPTERS = 5_000


@dataclass(frozen=True, slots=True)
class _Book:
    chapters: tuple[str, ...]
    publisher: str | None
    author: str | None
    published: Published | None


def read(path: Path, name: str) -> Iterator[Article | Problem]:
    """The articles of a book or newspaper, and a note on parts without text; NotText when it is damaged."""
    with bounds.deadline(), opened(path, sentence("EPUB file")) as package:
        book = _book(package)
        read_parts = [_chapter(package, chapter, name) for chapter in book.chapters]
    articles = [record for records in read_parts for record in records if isinstance(record, Article)]
    if not articles:
        raise NotText(sentence("There is no running text in this EPUB file, only covers, contents or pictures."))
    stem = PurePosixPath(name).with_suffix("")
    for number, one in enumerate(articles, 1):
        known = one.published if one.published.since else book.published or one.published
        outlet, author = one.outlet or book.publisher, one.author or (book.author if len(articles) == 1 else None)
        yield dataclasses.replace(one, id=f"{stem}-{number}", outlet=outlet, author=author, published=known)
    empty = sum(not any(isinstance(record, Article) for record in records) for records in read_parts)
    if empty:
        what = sentence(
            "{n} part of this EPUB holds no running text (cover, contents, pictures) and was left out.",
            "{n} parts of this EPUB hold no running text (cover, contents, pictures) and were left out.", n=empty,
        )  # fmt: skip
        yield Problem(name, "chapters", what, True)


def _chapter(package: zipfile.ZipFile, chapter: str, name: str) -> Sequence[Article | Problem]:
    try:
        decoded = page_text(part(package, chapter))
        return articles_of(Page(decoded.text, None, name, ""))
    except (KeyError, NotText):
        return []


def _book(package: zipfile.ZipFile) -> _Book:
    """The chapters in reading order and what the book says of itself."""
    container = xml_of(part(package, "META-INF/container.xml"))
    opf = next((one.get("full-path") for one in container.iter("{*}rootfile") if one.get("full-path")), "")
    root = xml_of(part(package, opf or ""))
    folder = posixpath.dirname(opf or "")
    manifest = {
        item.get("id"): posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        for item in root.iter(f"{_OPF}item")
        if item.get("media-type") in _PAGES and "nav" not in (item.get("properties") or "").split()
    }
    order = [manifest[ref.get("idref")] for ref in root.iter(f"{_OPF}itemref") if ref.get("idref") in manifest]
    made_by_program = "calibre" in "".join(str(text) for text in root.itertext()).lower()
    publisher = _said(root, "publisher")
    return _Book(
        chapters=tuple(dict.fromkeys(order))[:_CHAPTERS],
        publisher=None if made_by_program and (publisher or "").lower() == "calibre" else publisher,
        author=_said(root, "creator"),
        # A program that fetches newspapers writes the time of fetching here.
        published=None if made_by_program else _issued(root),
    )


def _said(root: etree._Element, name: str) -> str | None:
    return next((words(one) for one in root.iter(f"{_DC}{name}") if words(one)), None)


def _issued(root: etree._Element) -> Published | None:
    """The day of issue; a day of conversion or of the last change says so in its `event`."""
    for one in root.iter(f"{_DC}date"):
        if (one.get(f"{_OPF}event") or "publication") == "publication" and (found := from_value(words(one))):
            return found
    return None
