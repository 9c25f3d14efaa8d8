"""The reader of PDF files: from glyphs and their places to lines, columns and paragraphs in reading order."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from struct import error as struct_error
from typing import Any

from pdfminer import pdftypes
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTContainer, LTImage, LTPage
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect, PDFTextExtractionNotAllowed
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException

from lib.i18n import sentence
from lib.ingest.documents import bounds
from lib.ingest.documents.columns import in_order, rows_of
from lib.ingest.documents.flow import Printed, address_of, paragraphs_of
from lib.ingest.documents.glyphs import Glyph, line_text, votes_for_swap
from lib.ingest.documents.pages import records_of
from lib.ingest.encodings import NotText
from lib.model import Article, Problem
from lib.text.languages import base_direction

PAGES = 2_000
GLYPHS = 6_000_000
_STREAM = 64 * 2**20
_UNREADABLE = 0.2
_DAMAGE = (
    PDFException, PSException, RecursionError, AssertionError, MemoryError, struct_error, zlib.error,
    ArithmeticError, AttributeError, LookupError, TypeError, ValueError,
)  # fmt: skip

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


class _Zlib:
    """zlib for pdfminer, which asks for a whole stream at once: one that swells beyond all bounds is refused."""

    error = zlib.error
    decompressobj = staticmethod(zlib.decompressobj)

    @staticmethod
    def decompress(data: bytes) -> bytes:
        """The stream unpacked; NotText above 64 MB."""
        worker = zlib.decompressobj()
        found = worker.decompress(data, _STREAM)
        if worker.unconsumed_tail:
            raise NotText(
                sentence("A part of this PDF swells to more than 64 MB when unpacked; it was refused as a trap.")
            )
        return found + worker.flush()


vars(pdftypes)["zlib"] = _Zlib


@dataclass
class _Pile:
    """What a document holds: glyphs by page, and the pages that are pictures."""

    pages: list[list[Glyph]] = field(default_factory=list)
    pictures: int = 0
    nameless: int = 0
    beyond: int = 0


class _Device(PDFLayoutAnalyzer):
    """Keeps the page as it was painted, without a layout analysis."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager, laparams=None)
        self.page: LTPage | None = None

    def receive_layout(self, ltpage: LTPage) -> None:
        self.page = ltpage


def read(path: Path, name: str) -> Iterator[Article | Problem]:
    """The articles of a PDF, and notes on pages that are pictures; NotText when no text can be had."""
    if path.stat().st_size > bounds.DOCUMENT:
        raise NotText(sentence("This PDF is larger than {mb} MB. Cut it into parts.", mb=bounds.DOCUMENT // 2**20))
    with bounds.deadline():
        pile = _pile(path)
        notes, (paragraphs, address) = _told(pile, name), _paragraphs(pile)
    yield from notes
    yield from records_of(paragraphs, name, address)


def _pile(path: Path) -> _Pile:
    pile = _Pile()
    try:
        with path.open("rb") as file:
            document = PDFDocument(PDFParser(file))
            manager = PDFResourceManager()
            device = _Device(manager)
            interpreter = PDFPageInterpreter(manager, device)
            for number, page in enumerate(PDFPage.create_pages(document)):
                if number >= PAGES or sum(map(len, pile.pages)) > GLYPHS:
                    pile.beyond += 1
                    continue
                interpreter.process_page(page)
                if device.page is not None:
                    _take(device.page, pile)
    except NotText:
        raise
    except (PDFPasswordIncorrect, PDFEncryptionError, PDFTextExtractionNotAllowed):
        raise NotText(sentence("This PDF is locked with a password. Save it without one to read it.")) from None
    except _DAMAGE as error:
        if not any(pile.pages):
            raise NotText(sentence("This PDF is damaged ({why}). Fetch it again.", why=type(error).__name__)) from None
        pile.beyond += 1
    if not pile.pages:
        raise NotText(sentence("This PDF has no pages; it is damaged or was cut off. Fetch it again."))
    return pile


def _take(page: LTPage, pile: _Pile) -> None:
    glyphs: dict[tuple[str, int, int], Glyph] = {}
    images = 0
    for item in _leaves(page, 0):
        if isinstance(item, LTImage):
            images += 1
        elif isinstance(item, LTChar) and item.upright and (text := item.get_text()):
            if text.startswith("(cid:"):
                pile.nameless += 1
                continue
            size = abs(item.matrix[3]) * item.fontsize if hasattr(item, "fontsize") else item.size
            base = item.matrix[5]
            # Bold is often the same glyph printed twice, a hair's breadth apart.
            place = (text, round(item.x0 / max(1.0, 0.15 * item.size)), round(base))
            glyphs.setdefault(place, Glyph(text, item.x0, item.x1, base, size or item.size))
    pile.pictures += bool(images and not glyphs)
    pile.pages.append(list(glyphs.values()))


def _leaves(item: Any, depth: int) -> Iterator[Any]:
    if isinstance(item, LTContainer) and depth < 20:
        for inner in item:
            yield from _leaves(inner, depth + 1)
    else:
        yield item


def _told(pile: _Pile, name: str) -> list[Problem]:
    """What a reader should know of the document; NotText when it has no text."""
    count = sum(map(len, pile.pages))
    if pile.nameless > _UNREADABLE * (count + pile.nameless):
        raise NotText(
            sentence(
                "The letters of this PDF have no names: its fonts do not say which letter a shape is. Find "
                "the page on the web, or read it with a program for text recognition (OCR)."
            )
        )
    if not count:
        raise NotText(
            sentence("This PDF holds pictures of pages and no text. Run a text recognition (OCR) over it first.")
        )
    notes = []
    if pile.pictures:
        what = sentence("{pictures} of {all} pages are pictures without text; the others were read.",
                        pictures=pile.pictures, all=len(pile.pages))  # fmt: skip
        notes.append(Problem(name, "pages", what, True))
    if pile.nameless:
        what = sentence("{n} shape has no letter in this PDF and was left out; the rest was read.",
                        "{n} shapes have no letter in this PDF and were left out; the rest was read.",
                        n=pile.nameless)  # fmt: skip
        notes.append(Problem(name, "fonts", what, True))
    if pile.beyond:
        what = sentence(
            "Pages after page {n} could not be read (damaged or too many); those before were read.", n=len(pile.pages)
        )
        notes.append(Problem(name, f"page {len(pile.pages) + 1}", what, True))
    return notes


def _paragraphs(pile: _Pile) -> tuple[list[str], str | None]:
    """The paragraphs of a document, and the address that was printed with it."""
    rows = [rows_of(glyphs) for glyphs in pile.pages]
    swapped = sum(votes_for_swap(row.glyphs) for page in rows for row in page) > 0
    rtl = base_direction(" ".join(line_text(row.glyphs, swapped) for page in rows for row in page[:60])) == "rtl"
    lines: list[Printed] = []
    number = 0
    for page, own in enumerate(rows):
        for column in in_order(own, rtl):
            number += 1
            for row in column:
                text = line_text(row.glyphs, swapped)
                if text:
                    lines.append(Printed(text, row.left, row.right, row.base, row.size, number, page))
    return paragraphs_of(lines, rtl), address_of(lines)

