"""The file of corrections as rows and cells: read tolerantly, written back with every row and column where it was."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lib.i18n import Sentence, sentence
from lib.ingest.walk import is_plain_file, reason
from lib.model import Problem
from lib.text.safe import csv_cell

FILE = "rawi-articles.csv"
COLUMNS = ("article", "source", "date", "since", "until", "outlet", "language", "title", "article?", "split", "join",
           "star", "tags", "sets", "note", "changed")  # fmt: skip
_MARK = "\ufeff"
_HEADING = sentence(
    "The first row must name the columns: {one} or {other}, and {others} or the like.",
    one="article", other="source", others="date, outlet, language, title",
)  # fmt: skip
_LARGEST = 64 * 1024 * 1024


class CorrectionsError(Exception):
    """The corrections cannot be written; the message is one sentence with the file and the reason."""


@dataclass(frozen=True)
class Form:
    """What a file of the user's is called, its columns, the column names of which one must be there, and what is said
    where none is."""

    file: str = FILE
    columns: tuple[str, ...] = COLUMNS
    needs: frozenset[str] = frozenset({"article", "source"})
    heading: str = _HEADING


CORRECTIONS = Form()


@dataclass(frozen=True)
class Sheet:
    """Titles and rows as they stand in the file, and how it is written. `broken`: it must not be written over.

    `remarks`: lines that begin with # before the titles.
    """

    titles: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    delimiter: str = ","
    newline: str = "\n"
    problems: tuple[Problem, ...] = ()
    broken: bool = False
    form: Form = CORRECTIONS
    remarks: str = ""

    @property
    def names(self) -> list[str]:
        """The titles as columns are known by."""
        return [title.strip().lower() for title in self.titles]

    def records(self) -> list[dict[str, str]]:
        """Every row as column name to cell, the first column of a name; what has no title is left out."""
        names = self.names
        first = {name: names.index(name) for name in names}
        return [{name: row[at] for name, at in first.items() if at < len(row)} for row in self.rows]

    def with_rows(self, added: Sequence[Mapping[str, str]]) -> Sheet:
        """With rows at the end, and columns for what they say where those are new."""
        names = self.names
        wanted = {name for row in added for name, value in row.items() if value}
        columns = self.form.columns
        new = [name for name in columns if name in wanted and name not in names] if names else list(columns)
        names += new
        rows = [tuple(_line(row.get(name, "")) if name else "" for name in names) for row in added]
        return replace(self, titles=(*self.titles, *new), rows=(*self.rows, *rows))

    def without(self, numbers: Container[int]) -> Sheet:
        """Without the rows of these numbers, as a spreadsheet counts them: the titles are row 1."""
        return replace(self, rows=tuple(row for number, row in enumerate(self.rows, 2) if number not in numbers))


def _line(value: str) -> str:
    return " ".join(value.replace("\0", "").split())


def load(path: Path, form: Form = CORRECTIONS) -> Sheet:
    """The rows of a file; an empty sheet where there is none, a broken one with a problem where it makes no sense."""
    try:
        if not os.path.lexists(path):
            return Sheet(form=form)
        if path.is_symlink() or not is_plain_file(path):
            return _broken(no_file(), form)
        if path.stat().st_size > _LARGEST:
            return _broken(sentence("This file is too large to be a list of this kind."), form)
        return read(path.read_bytes(), form)
    except OSError as error:
        return _broken(not_opened(error), form)


def read(data: bytes, form: Form = CORRECTIONS) -> Sheet:
    """The rows of a file's content; a broken sheet with a problem where it makes no sense."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _broken(no_unicode(), form)
    return _parsed(text, form) if text.strip() else Sheet(form=form)


def no_file() -> Sentence:
    """Says that there is something else in the place of a list."""
    return sentence("This is a link or a device, not a file, and was not opened.")


def not_opened(error: OSError) -> Sentence:
    """Says that the system refused to open a list."""
    return sentence("This file cannot be opened: {why}.", why=reason(error))


def no_unicode() -> Sentence:
    """Says that a list is in another encoding."""
    return sentence("This file is not in {encoding}. Save it as \u201c{kind}\u201d.",
                    encoding="UTF-8", kind="CSV UTF-8")  # fmt: skip


def no_table(error: csv.Error) -> Sentence:
    """Says that a list has no rows and cells."""
    return sentence("This file is not a table ({why}).", why=error)


def _parsed(text: str, form: Form) -> Sheet:
    remarks = ""
    while text.startswith("#"):
        line, mark, text = text.partition("\n")
        remarks += line + mark
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    newline = "\r\n" if head.endswith("\r") else "\n"
    try:
        rows = [tuple(map(_bare, row)) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        return _broken(no_table(error), form)
    if not rows:
        return Sheet(form=form, remarks=remarks)
    sheet = Sheet(rows[0], tuple(rows[1:]), delimiter, newline, form=form, remarks=remarks)
    return sheet if form.needs & set(sheet.names) else _broken(form.heading, form)


def _bare(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    return cell[1:] if cell.startswith("'") and _formula(cell) else cell


def _guarded(cell: str) -> str:
    return "'" + cell if cell != "-" and _formula(cell) else cell


def _formula(cell: str) -> bool:
    inner = cell.lstrip("'")
    return csv_cell(inner) != inner


def _broken(what: str, form: Form) -> Sheet:
    return Sheet(problems=(Problem(form.file, "file", what, False),), broken=True, form=form)


def content(sheet: Sheet) -> bytes:
    """The file; spreadsheets know it for UTF-8 by its mark."""
    text = io.StringIO(newline="")
    text.write(sheet.remarks)
    writer = csv.writer(text, delimiter=sheet.delimiter, lineterminator=sheet.newline)
    writer.writerow(sheet.titles or sheet.form.columns)
    writer.writerows([_guarded(cell) for cell in row] for row in sheet.rows)
    return (_MARK + text.getvalue()).encode("utf-8", "replace")


def save(sheet: Sheet, path: Path) -> None:
    """Writes beside the file and renames. Raises CorrectionsError."""
    if sheet.broken:
        why = sheet.problems[0].what
        raise CorrectionsError(
            sentence("{file} was not understood and is left as it is: {why}", file=path.name, why=why)
        )
    beside = None
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{sheet.form.file}.", delete=False) as file:
            beside = Path(file.name)
            file.write(content(sheet))
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(path)
    except OSError as error:
        if beside:
            beside.unlink(missing_ok=True)
        why = reason(error)
        raise CorrectionsError(
            sentence("The corrections cannot be written to {path}: {why}.", path=path, why=why)
        ) from error
