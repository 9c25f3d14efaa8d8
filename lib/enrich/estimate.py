"""When an article appeared that does not say so: an interval, why it is thought to be that, and how sure it is.

Nothing here is ever taken for a stated date or used to resolve "yesterday". An article appears no earlier than the last
past day that it names in full and no later than the first day to come; a day at its very beginning («الرياض 25 شوال
1436هـ») or beside "today" is its own. What is left open is filled with what is usual, and the confidence says so: it is
a rule of thumb, not a measured probability.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from lib.enrich.dates import Spoken, spoken
from lib.enrich.dates.resolve import bounds, precision
from lib.enrich.dates.shapes import Fixed, Moving
from lib.enrich.dates.tense import points_forward
from lib.enrich.dates.words import Words
from lib.model import Estimate
from lib.text.calendars import from_gregorian

_SURE, _TODAY, _WEEKDAY, _NAMED, _LONE = 0.9, 0.95, 0.4, 0.3, 0.2
_USUAL = timedelta(days=14)  # news appears within days of the last day that it tells of
_SOON = timedelta(days=120)
_HISTORY = timedelta(days=366)
_BESIDE = frozenset("(,=u)Ww")
_DATELINE_WORDS, _DATELINE_REST = 7, 4
_CLOSES = frozenset("~:()\n")


@dataclass
class _Told:
    """What the words say: days and months or years in full, days to come, the weekday of today, days without a year."""

    own: Estimate | None = None
    past: list[tuple[date, date]] = field(default_factory=list)
    long: list[tuple[date, date]] = field(default_factory=list)
    coming: list[date] = field(default_factory=list)
    weekday: int | None = None
    yearless: list[tuple[Fixed, bool]] = field(default_factory=list)
    early: bool = False


def estimate(title: str, text: str, language: str) -> Estimate | None:
    """The days on which the article may have appeared; None where its words tell nothing."""
    told = _Told()
    _read(told, list(spoken(title, language)), headline=True)
    _read(told, list(spoken(text, language)))
    if told.own is not None:
        return told.own
    _lend_years(told)
    return _from_days(told) if told.past else None


def _read(told: _Told, found: Sequence[Spoken], headline: bool = False) -> None:
    """Sorts what a part speaks of; ends early where it says on which day it was written."""
    for index, (offset, words, shape) in enumerate(found):
        if isinstance(shape, Moving):
            _relative(told, found, index)
        if not isinstance(shape, Fixed) or (shape.month is None and shape.year is None):
            continue
        forward = points_forward(words, shape.first, shape.last) is True
        if shape.year is None:
            if shape.day is not None and not shape.turn and shape.year_shift is None:
                told.yearless.append((shape, forward))
            continue
        with contextlib.suppress(ValueError, OverflowError):
            since, until = bounds(shape, shape.year)
            if precision(shape) != "day":
                if not forward and precision(shape) in ("month", "year"):
                    told.long.append((since, until))
                continue
            if told.own is None and offset == 0 and not headline and _dateline(words, shape):
                told.own = Estimate(since, since, _SURE, "dateline")
            if forward:
                told.coming.append(since)
            else:
                told.past.append((since, until))
                told.early |= headline or offset < 400


def _dateline(words: Words, shape: Fixed) -> bool:
    """Whether the first line begins with a place and this date, and is closed by a dash, a bracket, or its end."""
    if shape.first > _DATELINE_WORDS or any(words.codes[at] == ";" for at in range(shape.first)):
        return False
    rest = words.codes[shape.last + 1 : shape.last + 2 + _DATELINE_REST]
    short = len(words.codes) - shape.last - 1 <= _DATELINE_REST and ";" not in rest
    return short or (rest[:1] in _CLOSES and bool(rest))


def _relative(told: _Told, found: Sequence[Spoken], index: int) -> None:
    """ "today (15 November 2019)" dates the article; "today, Friday" says its weekday."""
    _, words, shape = found[index]
    assert isinstance(shape, Moving)
    if shape.unit != "day" or shape.turn or (shape.weekday is not None and shape.rule != "day"):
        return
    if shape.weekday is not None and told.weekday is None:
        told.weekday = (shape.weekday - 1 - shape.shift) % 7 + 1
    if index + 1 == len(found) or told.own is not None:
        return
    _, other, full = found[index + 1]
    near = other is words and set(words.codes[shape.last + 1 : full.first]) <= _BESIDE and full.first - shape.last <= 3
    if near and isinstance(full, Fixed) and full.year is not None and precision(full) == "day":
        with contextlib.suppress(ValueError, OverflowError):
            day = bounds(full, full.year)[0] - timedelta(days=shape.shift)
            told.own = Estimate(day, day, _TODAY, "today")


def _lend_years(told: _Told) -> None:
    """Days without a year follow the last full one; with nothing but a year said, their weekday may tell which."""
    for shape, forward in told.yearless:
        if told.past:
            last = max(until for _, until in told.past)
            days = [day for day in _years(shape, last) if last <= day <= last + _SOON]
        else:
            days = [day for since, until in told.long for day in _years(shape, since) if since <= day <= until]
            days = days if shape.weekday is not None else []
        if shape.weekday is not None:
            days = [day for day in days if day.isoweekday() == shape.weekday]
        if len(set(days)) == 1:
            told.early |= shape.weekday is not None  # day, month, weekday and year agree: as good as a full date
            (told.coming if forward else told.past).append(days[0] if forward else (days[0], days[0]))  # type: ignore[arg-type]


def _years(shape: Fixed, around: date) -> Iterable[date]:
    """The day in the years about another one."""
    year = from_gregorian(shape.calendar, around)[0]
    for each in (year - 1, year, year + 1):
        with contextlib.suppress(ValueError, OverflowError):
            yield bounds(shape, each)[0]


def _from_days(told: _Told) -> Estimate | None:
    since = max(until for _, until in told.past)
    if any(later - since > _HISTORY for later, _ in told.long):
        return None  # the days that are named in full are history here
    until = min([since + _USUAL, *(day for day in told.coming if day >= since)])
    company = sum(since - day <= timedelta(days=60) for _, day in told.past) > 1
    if not (company or told.early):
        return None
    confidence = _NAMED if company else _LONE
    if told.weekday is not None:
        day = since + timedelta(days=(told.weekday - since.isoweekday()) % 7)
        if day <= until:
            return Estimate(day, day, max(confidence, _WEEKDAY), "text")
    return Estimate(since, until, confidence, "text")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An article of a file, in its order: the day on which it appeared where that is stated, else what is estimated."""

    rid: int
    day: date | None
    estimate: Estimate | None
    stated: bool = True

    @property
    def known(self) -> date | None:
        """The day to go by."""
        if self.stated:
            return self.day
        sure = self.estimate is not None and self.estimate.confidence >= _SURE
        return self.estimate.since if sure and self.estimate else None


_NEAR, _ONE_TIME, _FAR = timedelta(days=7), timedelta(days=31), timedelta(days=62)
_BETWEEN_NEAR, _BETWEEN_FAR, _BESIDE_ONLY = 0.5, 0.35, 0.2


def between_neighbours(file: Sequence[Neighbour]) -> dict[int, Estimate]:
    """New estimates, by rid: of articles that stand between two dated ones of the same file not too far apart, and of
    those before or after all of them where these are all of one time."""
    known = [at for at, each in enumerate(file) if each.known is not None]
    if not known:
        return {}
    found = _outside(file, known)
    for left, right in pairwise(known):
        ends = sorted(day for at in (left, right) if (day := file[at].known))
        width = ends[1] - ends[0]
        if width > _FAR:
            continue
        between = Estimate(ends[0], ends[1], _BETWEEN_NEAR if width <= _NEAR else _BETWEEN_FAR, "neighbours")
        for at in range(left + 1, right):
            if not file[at].stated:
                found[file[at].rid] = _both(file[at].estimate, between)
    return found


def _outside(file: Sequence[Neighbour], known: Sequence[int]) -> dict[int, Estimate]:
    days = [day for at in known if (day := file[at].known)]
    first, last = min(days), max(days)
    if last - first > _ONE_TIME:
        return {}
    about = Estimate(first - _NEAR, last + _NEAR, _BESIDE_ONLY, "neighbours")
    outside = (*range(known[0]), *range(known[-1] + 1, len(file)))
    return {file[at].rid: _both(file[at].estimate, about) for at in outside if not file[at].stated}


def _both(own: Estimate | None, between: Estimate) -> Estimate:
    """What the words and the neighbours say together; the surer of the two where they disagree."""
    if own is None:
        return between
    since, until = max(own.since, between.since), min(own.until, between.until)
    if since > until:
        return own if own.confidence >= between.confidence else between
    confidence = min(_SURE, 1 - (1 - own.confidence) * (1 - between.confidence))
    return replace(own, since=since, until=until, confidence=round(confidence, 2))
