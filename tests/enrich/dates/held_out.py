"""Sentences written before the rules that read them, each with the days it speaks of, and how they are scored.

In data/held_out.tsv `_` stands for a half-space. A value is a calendar (g, j, h, none for relative days) and a day,
month or year, or two of them with `..` between; `@` before an ISO day says that it is no date of the calendar's own.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lib.enrich.dates import find_dates
from lib.model import DateMention
from lib.text.calendars import Calendar, month_bounds, to_gregorian, year_bounds

REFERENCE = date(2020, 7, 18)  # a Saturday; 28 Tir 1399, 27 Dhu al-Qadah 1441
_CALENDARS: dict[str, Calendar] = {"g": "gregorian", "j": "jalali", "h": "hijri"}
_FILE = Path(__file__).parent / "data" / "held_out.tsv"


class Expected(NamedTuple):
    """Where a date stands and which days it is; no calendar where it is counted from the reference."""

    start: int
    end: int
    since: date
    until: date
    calendar: Calendar | None


class Sentence(NamedTuple):
    """A sentence, the day it was written, and the dates in it."""

    language: str
    reference: date
    text: str
    dates: tuple[Expected, ...]

    def found(self) -> list[DateMention]:
        """What the tagger finds."""
        return find_dates(self.text, self.language, self.reference)


def sentences() -> list[Sentence]:
    """All of them."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = []
    for row in rows:
        text = row["text"].replace("_", "\u200c")
        wanted, after = [], 0
        for each in filter(None, row["dates"].split(";")):
            surface, _, value = each.replace("_", "\u200c").rpartition("=")
            start = text.index(surface, after)
            after = start + len(surface)
            wanted.append(Expected(start, after, *_interval(value)))
        reference = date.fromisoformat(row["reference"]) if row["reference"] else REFERENCE
        found.append(Sentence(row["language"], reference, text, tuple(wanted)))
    return found


def _interval(value: str) -> tuple[date, date, Calendar | None]:
    calendar = _CALENDARS.get(value[0])
    ends = value.removeprefix(value[0] if calendar else "").split("..")
    if ends[0].startswith("@"):
        day = date.fromisoformat(ends[0][1:])
        return day, day, calendar
    assert calendar
    return _bounds(calendar, ends[0])[0], _bounds(calendar, ends[-1])[1], calendar


def _bounds(calendar: Calendar, place: str) -> tuple[date, date]:
    year, *rest = map(int, place.split("-"))
    if not rest:
        return year_bounds(calendar, year)
    if len(rest) == 1:
        return month_bounds(calendar, year, rest[0])
    day = to_gregorian(calendar, year, *rest)
    return day, day


def agrees(expected: Expected, mention: DateMention) -> bool:
    """Whether a date found is this one: the same days, in a place that overlaps."""
    overlaps = mention.start < expected.end and expected.start < mention.end
    return overlaps and (mention.since, mention.until) == (expected.since, expected.until)


def same_calendar(expected: Expected, mention: DateMention) -> bool:
    """Whether it is counted in the calendar of the text, where that names one."""
    return expected.calendar is None or expected.calendar == mention.calendar


def score(every: Sequence[Sentence]) -> dict[str, float]:
    """F1 by value, F1 by value and calendar, and the share of sentences without a date in which none was found."""
    wanted = found = right = whole = empty = clean = 0
    for sentence in every:
        mentions = [mention for mention in sentence.found() if mention.since]
        wanted, found = wanted + len(sentence.dates), found + len(mentions)
        if not sentence.dates:
            empty, clean = empty + 1, clean + (not mentions)
        pairs = [(e, m) for e in sentence.dates for m in mentions if agrees(e, m)]
        right += len({e for e, _ in pairs})
        whole += len({e for e, m in pairs if same_calendar(e, m)})
    total = wanted + found
    return {"F1": 2 * right / total, "F1_calendar": 2 * whole / total, "negatives_clean": clean / max(1, empty)}
