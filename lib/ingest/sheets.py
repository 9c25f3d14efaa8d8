"""Excel and OpenDocument sheets: every sheet of a workbook is a table, its header wherever it stands.

A workbook is a compressed archive: what it would unpack to is looked at before it is opened, which happens in a process
of its own (see sheetwork.py).
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from lib.i18n import Sentence, sentence
from lib.ingest import sheetwork
from lib.ingest.cells import is_blank
from lib.ingest.formats import Head
from lib.ingest.headings import field_of
from lib.ingest.rows import Row, Rows, reader
from lib.ingest.sheetwork import MEMORY
from lib.ingest.tables import header_of
from lib.model import Problem

LARGEST = 2**30  # bytes unpacked: the text of a million long articles
_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOOKED_AT = 20  # rows at the top of a sheet among which the header is looked for


def rows(path: Path, name: str) -> Rows:
    """The rows of all sheets; row numbers are those that the program shows, ids count on from sheet to sheet."""
    if (size := _unpacked(path)) > LARGEST:
        what = sentence(
            "Unpacked, this workbook would be {mb} MB. Save its sheets as CSV files to read it.", mb=size // 2**20
        )
        yield Problem(name, "file", what, False)
        return
    with _Workbook(path) as book:
        yield from _sheets(book, name)


def _sheets(book: _Workbook, name: str) -> Rows:
    titles = book.answer()
    if not isinstance(titles, list):
        what = sentence("This workbook cannot be opened ({why}). Save it again as .xlsx.", why=titles)
        yield Problem(name, "file", what if titles else _ended(), False)
        return
    read = 0
    for title in titles:
        first, last = book.answer(), 0
        if isinstance(first, int):
            for row in _table(book.rows(), title if len(titles) > 1 else "", first):
                last = row.number
                yield Row(row.where, read + row.number, row.cells, row.named)
            first = book.said
        read += last
        if first:
            yield Problem(name, f"sheet {title}", sentence("This sheet cannot be read ({why}).", why=first), False)
        elif first is None:
            yield Problem(name, f"sheet {title}", _ended(), False)
            return


def _ended() -> Sentence:
    return sentence("This workbook cannot be read: it is broken or takes more than {mb} MB of memory. "
                    "Save its sheets as CSV files.", mb=MEMORY // 2**20)  # fmt: skip


class _Workbook:
    """The process that opens a workbook, and what it answers (see sheetwork.py); None where it ended too early."""

    def __init__(self, path: Path) -> None:
        command = [sys.executable, "-P", sheetwork.__file__, str(path.resolve())]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.said: str | None = ""  # how the rows of the last sheet ended

    def answer(self) -> Any:
        """The next answer."""
        if self._process.stdout is None:
            return None
        try:
            return pickle.load(self._process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError):
            return None

    def rows(self) -> Iterator[Sequence[Any]]:
        """The rows of a sheet whose first row is known."""
        while isinstance(some := self.answer(), list):
            yield from some
        self.said = some

    def __enter__(self) -> _Workbook:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()


def _table(cells: Iterator[Sequence[Any]], sheet: str, first: int) -> Iterator[Row]:
    top = list(islice(cells, 100))
    at = _header_at(top)
    names: tuple[str, ...] = ()
    if at is not None:
        written = [["" if is_blank(cell) else str(cell) for cell in row] for row in top[at:]]
        names = header_of(written)
    place = f"sheet {sheet}, row " if sheet else "row "
    number = first - 1
    for row in chain(top, cells):
        number += 1
        if at is not None and number - first <= at and names:
            continue
        if all(map(is_blank, row)):
            continue
        keys = names or tuple(f"col{column}" for column in range(1, len(row) + 1))
        yield Row(f"{place}{number}", number, dict(zip(keys, row, strict=False)), bool(names))


def _header_at(top: Sequence[Sequence[Any]]) -> int | None:
    """The row of the header: the one with most names that we know, else the first that is not blank."""
    known = [
        len({found[0] for cell in row if isinstance(cell, str) and len(cell) < 60 and (found := field_of(cell))})
        for row in top[:_LOOKED_AT]
    ]
    if known and max(known) > 1:
        return known.index(max(known))
    return next((at for at, row in enumerate(top) if not all(map(is_blank, row))), None)


def _unpacked(path: Path) -> int:
    """Bytes that the members of the workbook state; 0 where it is no archive (old .xls files)."""
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        return 0


def _claims(head: Head) -> bool:
    if head.data.startswith(b"PK\x03\x04"):
        if b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in head.data[:200]:
            return True
        if head.suffix in _SUFFIXES:
            return True
        return b"[Content_Types].xml" in head.data and b"xl/" in head.data and b"word/" not in head.data
    named = head.suffix in (".xls", ".xlsx") or "Workbook".encode("utf-16-le") in head.data
    return head.data.startswith(_OLE) and named


READERS = (reader("sheets", _claims, rows),)
