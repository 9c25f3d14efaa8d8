"""Tables of text: CSV, TSV and every other delimiter, with a header or without, of any size.

Programs disagree about delimiters, quotes and headers, so each is told from the beginning of the file. A quotation mark
that is never closed would swallow the rest of a file: what it swallowed is read again line by line, and said.
"""

from __future__ import annotations

import csv
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lib.i18n import sentence
from lib.ingest import gdelt
from lib.ingest.dayvalues import interval
from lib.ingest.formats import Head
from lib.ingest.headings import field_of
from lib.ingest.outlets import is_address
from lib.ingest.rows import Row, Rows, reader
from lib.ingest.streams import Stream
from lib.model import Problem

LARGEST_CELL = 64 * 2**20
SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".psv"})
_DELIMITERS = "\t;,|\x1f\x01^~"
_SAMPLE = 200_000
_TRIED = 400  # rows of the sample that are parsed for each delimiter
_MANY = 200  # lines that one row may have before it is looked at with suspicion
csv.field_size_limit(LARGEST_CELL)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table is written. `stacked`: every field stands on a line of its own, so many to a row (0: no).

    `gdelt`: which of GDELT's tables without a header it is, if any.
    """

    delimiter: str
    names: tuple[str, ...] = ()
    width: int = 0
    stacked: int = 0
    gdelt: str = ""


def shape_of(sample: str) -> Shape:
    """The shape of the table that begins with `sample` (cut at the end of a line)."""
    lines = sample.splitlines(keepends=True)
    if lines and lines[0][:4].lower() == "sep=" and len(lines[0].strip()) == 5:
        return _headed(lines[0][4], list(_parsed(lines[1:], lines[0][4])))
    if count := _stacked(lines):
        return Shape(",", (), count, count)
    best, delimiter, rows = 0.0, ",", list(_parsed(lines, ","))
    for one in _DELIMITERS:
        if one not in sample:
            continue
        parsed = list(_parsed(lines, one))
        if (score := _score(parsed)) > best:
            best, delimiter, rows = score, one, parsed
    if not best:
        rows = [[line.rstrip("\r\n")] for line in lines if line.strip()]
        return _headed("\0", rows)
    return _headed(delimiter, rows)


def _parsed(lines: Sequence[str], delimiter: str) -> Iterator[list[str]]:
    try:
        for row in itertools.islice(csv.reader(iter(lines), delimiter=delimiter), _TRIED):
            if row:
                yield row
    except csv.Error:
        return


def _score(rows: Sequence[Sequence[str]]) -> float:
    """How table-like the rows are: the share that has the most frequent width, better for a header that we know."""
    if not rows:
        return 0.0
    width, count = Counter(len(row) for row in rows).most_common(1)[0]
    if len(rows[0]) > 1 and (known := sum(field_of(cell) is not None for cell in rows[0])) > 1:
        return 10.0 + known + count / len(rows)
    if width < 2 or count < 0.6 * len(rows):
        return 0.0
    return count / len(rows) + min(width, 10) / 100


def _headed(delimiter: str, rows: Sequence[Sequence[str]]) -> Shape:
    width = max(Counter(len(row) for row in rows).most_common(1)[0][0], len(rows[0])) if rows else 1
    if kind := gdelt.kind_of(rows) if delimiter == "\t" else "":
        return Shape(delimiter, (), width, 0, kind)
    names = header_of(rows)
    return Shape(delimiter, names, len(names) or width)


def header_of(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The names that the first row gives to the columns, each unlike the others; none where it is no header."""
    if not rows or not _is_header(rows[0], rows[1:]):
        return ()
    names: list[str] = []
    for position, cell in enumerate(rows[0], 1):
        name = cell.strip() or f"col{position}"
        names.append(name if name not in names else f"{name} {position}")
    return tuple(names)


def _is_header(first: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    cells = [cell.strip() for cell in first]
    if any(is_address(cell) or len(cell) > 60 or "\n" in cell for cell in cells):
        return False
    if any(cell and (cell.replace(".", "").isdigit() or interval(cell)) for cell in cells):
        return False
    known = [cell for cell in cells if field_of(cell)]
    if len(known) > 1 or (known and len(cells) <= 2):
        return True
    if not others or len(set(cells)) < len(cells) or sum(map(bool, cells)) < len(cells) - 1:
        return False
    longest = max(sum(map(len, row)) for row in others)
    return longest > 4 * sum(map(len, cells)) and all(len(cell.split()) <= 4 for cell in cells)


def _stacked(lines: Sequence[str]) -> int:
    """Fields of a row where each line is one field that ends with a comma, and only a row's last line does not."""
    ends = [line.rstrip().endswith(",") for line in lines if line.strip()]
    lasts = [number for number, comma in enumerate(ends, 1) if not comma]
    if len(lasts) * 2 > len(ends) or not lasts or lasts[0] < 3 or any('"' in line[:1] for line in lines):
        return 0
    period = lasts[0]
    return period if all(last % period == 0 for last in lasts) and len(lasts) == len(ends) // period else 0


def rows(path: Path, name: str) -> Rows:
    """The rows of a table, and a problem for each that does not fit."""
    stream = Stream(path)
    lines = stream.lines()
    taken: list[str] = []
    size = 0
    for line in lines:
        taken.append(line)
        size += len(line)
        if size > _SAMPLE and len(taken) > 1:
            break
    shape = shape_of("".join(taken))
    if shape.gdelt in ("events", "mentions"):
        yield Problem(name, "file", gdelt.refusal(shape.gdelt), False)
        return
    everything = itertools.chain(taken, lines)
    yield from _stacks(everything, shape) if shape.stacked else _Table(shape, name).rows(everything)
    for note in stream.notes:
        yield Problem(name, note.where, note.what, True)


def _stacks(lines: Iterable[str], shape: Shape) -> Rows:
    fields: list[str] = []
    number = 0
    for line in lines:
        if not line.strip():
            continue
        fields.append(line.strip().removesuffix(","))
        if len(fields) == shape.stacked:
            number += 1
            yield _row(number, fields)
            fields = []
    if fields:
        yield _row(number + 1, fields)


def _row(number: int, cells: Sequence[str]) -> Row:
    return Row(f"row {number}", number, {f"col{place}": cell for place, cell in enumerate(cells, 1)}, named=False)


class _Table:
    """The reading of one table: lines go in, rows come out, with the lines of the current row kept for a second try."""

    def __init__(self, shape: Shape, source: str) -> None:
        self._shape = shape
        self._source = source
        self._number = 0
        self._current: list[str] = []

    def rows(self, lines: Iterable[str]) -> Rows:
        """All rows; "row 1" is the first line, be it a header or not."""
        if self._shape.delimiter == "\0":
            for line in lines:
                yield from self._one([line.rstrip("\r\n")])
            return
        fed = self._fed(lines)
        while True:
            parser = csv.reader(fed, delimiter=self._shape.delimiter)
            try:
                for cells in parser:
                    if self._is_torn(cells):
                        yield from self._again()
                    elif cells:
                        yield from self._one(cells)
                    self._current.clear()
                return
            except csv.Error:
                yield from self._again()
                self._current.clear()

    def _fed(self, lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            self._current.append(line)
            yield line

    def _is_torn(self, cells: Sequence[str]) -> bool:
        """Whether a quotation mark was opened and not closed, so that this row holds the rows after it."""
        if len(self._current) < 2:
            return False
        if sum(line.count('"') for line in self._current) % 2:
            return True
        return len(self._current) > _MANY and len(cells) < self._shape.width

    def _again(self) -> Rows:
        """The lines of a torn row, each read by itself, without quotation marks that would tear it again."""
        first = self._number + 1
        what = sentence(
            "A quotation mark is opened here and not closed; this row and the {n} line after it were read line by "
            "line. Close or double the mark.",
            "A quotation mark is opened here and not closed; this row and the {n} lines after it were read line by "
            "line. Close or double the mark.", n=len(self._current) - 1,
        )  # fmt: skip
        yield Problem(self._source, f"row {first}", what, True)
        for line in list(self._current):
            cells = next(_parsed([line.replace('"', "")], self._shape.delimiter), [])
            if cells:
                yield from self._one(cells)

    def _one(self, cells: list[str]) -> Rows:
        self._number += 1
        shape = self._shape
        if self._number == 1 and cells and cells[0][:4].lower() == "sep=" and len(cells) <= 2:
            self._number = 0
            return
        if not shape.names:
            number = self._number
            yield Row(f"row {number}", number, gdelt.graph_row(cells)) if shape.gdelt else _row(number, cells)
            return
        where = f"row {self._number}"
        if self._number == 1:
            return
        if len(cells) > len(shape.names):
            spare = len(cells) - len(shape.names)
            last = len(shape.names) - 1
            if any(cell.strip() for cell in cells[last + 1 :]):
                what = sentence(
                    "This row has {n} cell more than the header; it was joined to its last column, “{column}”. "
                    "Put quotation marks around cells that hold a delimiter.",
                    "This row has {n} cells more than the header; they were joined to its last column, “{column}”. "
                    "Put quotation marks around cells that hold a delimiter.", n=spare, column=shape.names[last],
                )  # fmt: skip
                yield Problem(self._source, where, what, True)
                cells = [*cells[:last], shape.delimiter.join(cells[last:])]
        yield Row(where, self._number, dict(zip(shape.names, cells, strict=False)))


def _claims(head: Head) -> bool:
    """A name that says so, for text; else a first line of names that we know, as programs write a header."""
    if not head.text or b"\0" * 16 in head.data:
        return head.suffix in SUFFIXES and bool(head.text)
    if head.suffix in SUFFIXES:
        return True
    if head.suffix not in ("", ".txt", ".text", ".dat", ".asc", ".export"):
        return False
    first = head.text.splitlines()[0].strip()
    for delimiter in "\t;,|":
        cells = next(_parsed([first], delimiter), [])
        fields = {known[0] for cell in cells if len(cell) < 40 and (known := field_of(cell))}
        if len(fields) > 2 and len(fields) * 2 >= len(cells) and {"text", "title"} & fields:
            return True
    return False


READERS = (reader("table of text", _claims, rows),)
