"""The one door to all formats: a file is told by its first bytes, then by its name, and handed to a reader.

Readers of documents and archives stand in lib/ingest/documents, those of rows and records beside this module. They are
imported when the first file is read, so that they may use `read_file` themselves for what they hold.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lib.i18n import sentence
from lib.ingest.encodings import NotText, decode
from lib.ingest.walk import reason
from lib.model import Article, Problem

HEAD = 65_536
SAMPLE = 8_192
# What parsers raise when bytes are not what they should be.
DAMAGE = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError, RuntimeError, SyntaxError,
    SystemError, TypeError, ValueError, zlib.error,
)  # fmt: skip
Records = Iterator[Article | Problem]


@dataclass(frozen=True)
class Head:
    """The first bytes of a file (64 kB at most), the ending of its name (".csv", in lower case, or "") and its size."""

    data: bytes
    suffix: str
    size: int

    @functools.cached_property
    def text(self) -> str:
        """The beginning of the file as text without leading blanks, "" where it is none."""
        try:
            return decode(self.data[:SAMPLE]).text.lstrip()
        except NotText:
            return ""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: whether a file is written in it, and the articles of a file (path on disk, name to show)."""

    name: str
    claims: Callable[[Head], bool]
    read: Callable[[Path, str], Records]


def read_file(path: Path, name: str) -> Records:
    """The articles of one file, and a problem for whatever could not be read; never raises on bad data."""
    try:
        head = head_of(path, name)
        if not head.size:
            raise NotText(sentence("This file is empty (0 bytes). Save it again from where it came from."))
        reader = reader_for(head)
        if reader is None:
            yield Problem(name, "file", unknown(head), False)
            return
        yield from reader.read(path, name)
    except OSError as error:
        yield Problem(name, "file", sentence("This file cannot be opened: {why}.", why=reason(error)), False)
    except NotText as error:
        yield Problem(name, "file", str(error), False)
    except DAMAGE as error:
        said = f"{type(error).__name__}: {str(error)[:120]}"
        what = sentence("This file is damaged or written in a way that is not understood ({why}).", why=said)
        yield Problem(name, "file", what, False)


def head_of(path: Path, name: str) -> Head:
    """What the readers are chosen by."""
    with path.open("rb") as file:
        data = file.read(HEAD)
    return Head(data, PurePosixPath(name).suffix.lower(), path.stat().st_size)


def reader_for(head: Head) -> Reader | None:
    """The first reader that claims a file; None when no reader does."""
    return next((reader for reader in readers() if reader.claims(head)), None)


@functools.cache
def readers() -> tuple[Reader, ...]:
    """All readers, the surest signs first: binary formats, documents, records, and text pages as the last resort."""
    from lib.ingest import (
        arrowrows,
        databases,
        digests,
        documents,
        jsonrows,
        listlines,
        newsbanks,
        plain,
        sheets,
        tables,
        xmlrows,
    )

    binary = (*sheets.READERS, *arrowrows.READERS, *databases.READERS)
    records = (*jsonrows.READERS, *xmlrows.READERS, *listlines.READERS, *digests.READERS)
    tabled = (*newsbanks.READERS, *tables.READERS)
    return (plain.PICKLE, *binary, *documents.READERS, *records, *tabled, plain.PAGE)


def unknown(head: Head) -> str:
    """The sentence about a file that no reader claims."""
    if not head.suffix:
        return sentence(
            "This file cannot be read. Save it as text, a web page, a table (CSV, Excel) or JSON to read it."
        )
    return sentence(
        "Files that end in {ending} cannot be read yet. "
        "Save it as text, a web page, a table (CSV, Excel) or JSON to read it.", ending=head.suffix,
    )  # fmt: skip
