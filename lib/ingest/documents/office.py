"""The readers of word processor files (DOCX, ODT): their paragraphs in order, without what was struck out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from lib.i18n import sentence
from lib.ingest.documents import bounds
from lib.ingest.documents.markup import xml_of
from lib.ingest.documents.pages import records_of
from lib.ingest.documents.unzipped import opened, part
from lib.model import Article, Problem

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WORD_SKIPPED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr", _FALLBACK})
_ODT_SKIPPED = frozenset({f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note"})
_BREAK = "\n"
_Pieces = Callable[[etree._Element, frozenset[str]], Iterator[str]]


def read_docx(path: Path, name: str) -> Iterator[Article | Problem]:
    """The articles of a Word document; NotText when it is damaged or locked."""
    with bounds.deadline():
        with opened(path, sentence("Word document")) as package:
            root = xml_of(part(package, _main_part(package)))
        found = _paragraphs(root, (f"{_W}p",), _word_pieces)
    yield from records_of(found, name)


def _main_part(package: zipfile.ZipFile) -> str:
    names = package.namelist()
    return next((one for one in names if re.fullmatch(r"word/document\d*\.xml", one)), "word/document.xml")


def read_odt(path: Path, name: str) -> Iterator[Article | Problem]:
    """The articles of an OpenDocument text; NotText when it is damaged or locked."""
    with bounds.deadline():
        with opened(path, sentence("OpenDocument text")) as package:
            root = xml_of(part(package, "content.xml"))
        found = _paragraphs(root, (f"{_TEXT}p", f"{_TEXT}h"), _odt_pieces)
    yield from records_of(found, name)


def _paragraphs(root: etree._Element, tags: tuple[str, ...], pieces: _Pieces) -> list[str]:
    """The lines of all paragraphs; a paragraph in a text box inside another one is a paragraph of its own."""
    found: list[str] = []
    for element in root.iter(*tags):
        if any(above.tag in _WORD_SKIPPED | _ODT_SKIPPED for above in element.iterancestors()):
            continue
        lines = "".join(pieces(element, frozenset(tags))).split(_BREAK)
        found += [line for line in (re.sub(r"[ \t]+", " ", one).strip() for one in lines) if line]
    return found


def _word_pieces(element: etree._Element, paragraphs: frozenset[str]) -> Iterator[str]:
    for child in element:
        if child.tag in _WORD_SKIPPED or child.tag in paragraphs:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield " "
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield _BREAK
        elif child.tag == f"{_W}noBreakHyphen":
            yield "\u2011"
        else:
            yield from _word_pieces(child, paragraphs)


def _odt_pieces(element: etree._Element, paragraphs: frozenset[str]) -> Iterator[str]:
    yield (element.text or "").replace("\n", " ")
    for child in element:
        if child.tag in (f"{_TEXT}s", f"{_TEXT}tab"):
            yield " "
        elif child.tag == f"{_TEXT}line-break":
            yield _BREAK
        elif isinstance(child.tag, str) and child.tag not in _ODT_SKIPPED and child.tag not in paragraphs:
            yield from _odt_pieces(child, paragraphs)
        yield (child.tail or "").replace("\n", " ")
