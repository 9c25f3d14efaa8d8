"""Notes and events of the user's own, to be laid over a chart: `rawi-events.csv`, one row for each, a date and a text.

The date is a day, a month, a year or two of them with `..` between, in any of the three calendars. It is made by hand
or by other programs, so it is read tolerantly: what is wrong in one row costs only that row, and is listed.
"""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lib.i18n import sentence
from lib.ingest.corrcells import no_day, published
from lib.ingest.corrsheet import no_file, no_table, no_unicode, not_opened
from lib.ingest.walk import is_plain_file, reason
from lib.model import Problem

FILE = "rawi-events.csv"
MOST = 500
LONGEST = 200
_LARGEST = 4 * 1024 * 1024
_DATE = frozenset({"date", "day", "since", "from", "تاریخ", "تاريخ", "التاريخ", "روز", "اليوم"})
_UNTIL = frozenset({"until", "to", "end", "تا", "حتى", "إلى"})
_TEXT = frozenset(
    {"text", "event", "note", "title", "name", "متن", "رویداد", "یادداشت", "عنوان", "نص", "النص", "حدث", "الحدث"}
)


class EventsError(Exception):
    """The events cannot be kept; the message is one sentence with the reason."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened from one day to another, in the user's words."""

    since: date
    until: date
    text: str


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a file by day, and what of it could not be understood."""

    rows: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


def load(path: Path) -> Events:
    """The events in a file; none where there is no file, a problem where it cannot be understood. Never raises."""
    try:
        if not os.path.lexists(path):
            return Events()
        if path.is_symlink() or not is_plain_file(path):
            return _wrong(no_file())
        if path.stat().st_size > _LARGEST:
            return _wrong(sentence("This file is too large to be a list of events."))
        return parse(path.read_bytes())
    except OSError as error:
        return _wrong(not_opened(error))


def parse(data: bytes) -> Events:
    """The events in the bytes of a table. Never raises."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _wrong(no_unicode())
    head = text.lstrip().split("\n", 1)[0]
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count)))
    except csv.Error as error:
        return _wrong(no_table(error))
    numbered = [(number, row) for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    if not numbered:
        return Events()
    titles = [cell.strip().lower() for cell in numbered[0][1]]
    places = [_place(titles, names) for names in (_DATE, _TEXT, _UNTIL)]
    if places[0] is not None and places[1] is not None:
        return _read(numbered[1:], (places[0], places[1], places[2]))
    if published(numbered[0][1][0].strip()) and len(titles) > 1:
        return _read(numbered, (0, 1, None))
    return _wrong(sentence("The first row must name the columns {one} and {other}.", one="date", other="text"))


def _place(titles: list[str], names: frozenset[str]) -> int | None:
    return next((at for at, title in enumerate(titles) if title in names), None)


def _read(rows: Iterable[tuple[int, list[str]]], places: tuple[int, int, int | None]) -> Events:
    events: list[Event] = []
    problems: list[Problem] = []
    for number, row in rows:
        cells = ["" if at is None or at >= len(row) else row[at].strip() for at in places]
        found, what = _event(*cells)
        if found is not None and len(events) >= MOST:
            what = sentence("Only the first {n} event is shown.", "Only the first {n} events are shown.", n=MOST)
            problems.append(Problem(FILE, f"row {number}", what, False))
            break
        if found is None:
            problems.append(Problem(FILE, f"row {number}", what, False))
        else:
            events.append(found)
    return Events(tuple(sorted(events, key=lambda each: (each.since, each.until, each.text))), tuple(problems))


def _event(day: str, text: str, until: str) -> tuple[Event | None, str]:
    said = " ".join((text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text).split())
    if not said:
        return None, sentence("This row has no text.")
    first = published(day)
    last = published(until) if until else first
    if first is None or last is None or first.since is None or last.until is None:
        return None, no_day(until if first else day)
    if last.until < first.since:
        return None, sentence("The event ends before it begins.")
    return Event(first.since, last.until, said[:LONGEST]), ""


def _wrong(what: str) -> Events:
    return Events(problems=(Problem(FILE, "file", what, False),))


def save(data: bytes, path: Path) -> None:
    """Writes a file of events in one step. EventsError where it cannot be written."""
    beside = None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{FILE}.", delete=False) as file:
            beside = Path(file.name)
            file.write(data)
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as error:
        if beside:
            beside.unlink(missing_ok=True)
        why = reason(error)
        raise EventsError(sentence("The events cannot be written to {path}: {why}.", path=path, why=why)) from error
