"""From what a text says to the days it means. Nothing is ever resolved against today: without a reference day a
relative date stays unresolved, and a day without a year takes the year of a date near it or none."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from lib.enrich.dates.feasts import holidays, occurrences
from lib.enrich.dates.shapes import AMBIGUOUS, Feast, Fixed, Moving, Shape
from lib.model import Precision
from lib.text.calendars import Calendar, from_gregorian, is_civil, month_bounds, to_gregorian, year_bounds

ASSUMED_YEAR = "assumed-year"
CONFLICT = "conflict"
CIVIL = "civil"  # an Islamic date before or after the tables of Umm al-Qura
Basis = Literal["explicit", "relative", "unresolved"]

_SOON = timedelta(days=21)  # a day without a year that comes so soon is meant, if no verb in the past denies it
_AHEAD = timedelta(days=200)  # how far a verb in the future reaches: «راهپیمایی ۲۲ بهمن» is rather the last one
_KINDS: dict[str, Precision] = {"day": "day", "week": "range", "month": "month", "year": "year", "century": "range"}
_WEEK_BEGINS = {"fa": 6, "prs": 6, "ps": 6, "ar": 7, "arz": 7, "he": 7}  # ISO weekdays; Monday elsewhere


@dataclass(frozen=True, slots=True)
class Setting:
    """What a date is resolved in: the day of the article, its language, and where the sentence points."""

    reference: date | None
    language: str
    forward: bool | None = None
    anchors: Sequence[tuple[date, date]] = ()


@dataclass(frozen=True, slots=True)
class Days:
    """A closed interval of days, or None where it is not known which, and how that was found."""

    since: date | None
    until: date | None
    precision: Precision
    calendar: Calendar | None
    basis: Basis
    flags: tuple[str, ...] = ()


def resolve(shape: Shape, setting: Setting) -> Days | None:
    """The days meant; None if the calendar has no such day."""
    try:
        if isinstance(shape, Feast):
            days = _feast(shape, setting)
        else:
            days = _fixed(shape, setting) if isinstance(shape, Fixed) else _moving(shape, setting)
        civil = days.calendar == "hijri" and days.since is not None and is_civil(days.since)
        more = (*shape.flags, *((CIVIL,) if civil else ()))
        return replace(days, flags=(*days.flags, *more)) if more else days
    except (ValueError, OverflowError):
        return None


def bounds(shape: Fixed, year: int) -> tuple[date, date]:
    """The days of a place in the calendar in a given year."""
    if shape.month is None:
        return year_bounds(shape.calendar, year)[0], year_bounds(shape.calendar, shape.until_year or year)[1]
    if shape.months > 1:
        turns, month = divmod(shape.month + shape.months - 2, 12)
        first = month_bounds(shape.calendar, year, shape.month)[0]
        return first, month_bounds(shape.calendar, year + turns, month + 1)[1]
    if shape.end and shape.day:
        last = month_bounds(shape.calendar, year, shape.month)[1]
        if shape.day < 0:
            return last + timedelta(days=shape.day + 1), last
        return to_gregorian(shape.calendar, year, shape.month, shape.day), last
    if shape.end:
        last = month_bounds(shape.calendar, year, shape.month)[1]
        return last, last
    if shape.day is None:
        return month_bounds(shape.calendar, year, shape.month)
    since = to_gregorian(shape.calendar, year, shape.month, shape.day)
    until = to_gregorian(shape.calendar, year, shape.month, shape.until_day) if shape.until_day else since
    return since, until


def precision(shape: Fixed) -> Precision:
    """Day, month, year, or range where it is a stretch of them."""
    if shape.until_day or shape.until_year or shape.months > 1 or (shape.end and shape.day):
        return "range"
    if shape.month is None:
        return "year"
    return "month" if shape.day is None and not shape.end else "day"


def _fixed(shape: Fixed, setting: Setting) -> Days:
    if shape.year is not None:
        since, until = bounds(shape, shape.year)
        assumed = (ASSUMED_YEAR,) if shape.assumed else ()
        flags = (*assumed, *_conflict(shape, since))
        return Days(since, until, precision(shape), shape.calendar, "explicit", flags)
    reference = setting.reference
    if reference is None:
        return _from_anchors(shape, setting)
    this_year = from_gregorian(shape.calendar, reference)[0]
    if shape.year_shift is not None:
        since, until = bounds(shape, this_year + shape.year_shift)
        shifted = (ASSUMED_YEAR, *_conflict(shape, since))
        return Days(since, until, precision(shape), shape.calendar, "relative", shifted)
    since, until = _nearest(shape, setting, reference)
    basis: Basis = "relative" if shape.turn else "explicit"
    return Days(since, until, precision(shape), shape.calendar, basis, (ASSUMED_YEAR, *_conflict(shape, since)))


def _candidates(shape: Fixed, around: date) -> list[tuple[date, date]]:
    """The place in the years around a day, oldest first; years in which it does not exist are left out."""
    this = from_gregorian(shape.calendar, around)[0]
    found: list[tuple[date, date]] = []
    for reach in (2, 8):  # a 29 February can be eight years away
        for year in range(this - reach, this + reach + 1):
            with contextlib.suppress(ValueError):
                found.append(bounds(shape, year))
        if len(found) > 2:
            return found
        found = []
    raise ValueError("no such day in any year")


def _nearest(shape: Fixed, setting: Setting, reference: date) -> tuple[date, date]:
    """The latest that has begun, or the next one where the text points forward."""
    return _chosen(shape, _candidates(shape, reference), setting, reference)


def _chosen(
    shape: Fixed | Feast, found: Sequence[tuple[date, date]], setting: Setting, reference: date
) -> tuple[date, date]:
    past = max((days for days in found if days[0] <= reference), default=found[0])
    coming = min((days for days in found if days[0] > reference), default=found[-1])
    if shape.turn == "last":
        return max((days for days in found if days[1] < reference), default=past)
    if shape.turn == "next":
        return coming
    if shape.turn == "this":
        return past if reference - past[0] < coming[0] - reference else coming
    if isinstance(shape, Fixed) and shape.weekday is not None and shape.day is not None:
        fits = [days[0].isoweekday() == shape.weekday for days in (past, coming)]
        if fits[0] != fits[1] and (fits[0] or coming[0] - reference < timedelta(days=120)):
            return past if fits[0] else coming
    if past[1] >= reference:
        return past
    if setting.forward and coming[0] - reference <= _AHEAD:
        return coming
    if setting.forward is None and getattr(shape, "day", 1) is not None and coming[0] - reference <= _SOON:
        return coming
    return past


def _from_anchors(shape: Fixed, setting: Setting) -> Days:
    """The year of a date that the text gives in full, the nearest first."""
    unresolved = Days(None, None, precision(shape), shape.calendar, "unresolved")
    if shape.turn or shape.year_shift is not None:
        return unresolved
    for since, until in setting.anchors:
        middle = since + (until - since) / 2
        found = _candidates(shape, middle)
        inside = [days for days in found if since <= days[0] and days[1] <= until]
        days = inside[0] if inside else min(found, key=lambda days: abs(days[0] - middle))
        flags = (ASSUMED_YEAR, *_conflict(shape, days[0]))
        return Days(*days, precision(shape), shape.calendar, "explicit", flags)
    return unresolved


def _conflict(shape: Fixed, day: date) -> tuple[str, ...]:
    wrong = shape.weekday is not None and shape.day is not None and day.isoweekday() != shape.weekday
    return (CONFLICT,) if wrong else ()


def _moving(shape: Moving, setting: Setting) -> Days:
    kind = _KINDS[shape.unit] if shape.day is None and shape.weekday is None else "day"
    reference = setting.reference
    if reference is None:
        return Days(None, None, kind, shape.calendar, "unresolved")
    if shape.unit == "day":
        day, flags = _day(shape, setting, reference)
        return Days(day, day, "day", None, "relative", flags)
    if shape.unit == "week":
        since, until = _week(shape, setting, reference)
    elif shape.unit == "month":
        since, until = _month(shape, reference)
    elif shape.unit == "century":
        first = (reference.year - 1) // 100 * 100 + 1 + 100 * shape.shift
        since, until = year_bounds("gregorian", first)[0], year_bounds("gregorian", first + 99)[1]
    else:
        calendar = shape.calendar or "gregorian"
        since, until = year_bounds(calendar, from_gregorian(calendar, reference)[0] + shape.shift)
    return Days(since, until, kind, shape.calendar, "relative")


def _day(shape: Moving, setting: Setting, reference: date) -> tuple[date, tuple[str, ...]]:
    """A day counted from the reference, or a weekday: the last one unless the text points forward."""
    day = reference + timedelta(days=shape.shift)
    if shape.weekday is None:
        return day, ()
    if shape.shift or shape.turn == "":
        back = (day.isoweekday() - shape.weekday) % 7
        ahead = -back % 7
        if shape.shift:
            near = day - timedelta(days=back) if back <= ahead else day + timedelta(days=ahead)
            return near, (CONFLICT,) if back else ()
        forward = setting.forward is True
        return (day + timedelta(days=ahead) if forward else day - timedelta(days=back)), ()
    back = (day.isoweekday() - shape.weekday) % 7
    if shape.turn == "last":
        return day - timedelta(days=back or 7), ()
    return day + timedelta(days=(-back % 7) if shape.turn == "this" else (-back % 7 or 7)), ()


def _week(shape: Moving, setting: Setting, reference: date) -> tuple[date, date]:
    begins = _WEEK_BEGINS.get(setting.language, 1)
    start = reference - timedelta(days=(reference.isoweekday() - begins) % 7) + timedelta(weeks=shape.shift)
    if shape.weekday is not None:
        start += timedelta(days=(shape.weekday - begins) % 7)
        return start, start
    return start, start + timedelta(days=6)


def _month(shape: Moving, reference: date) -> tuple[date, date]:
    calendar = shape.calendar or "gregorian"
    year, month, _ = from_gregorian(calendar, reference)
    turns, month = divmod(month - 1 + shape.shift, 12)
    if shape.day is not None:
        day = to_gregorian(calendar, year + turns, month + 1, shape.day)
        return day, day
    return month_bounds(calendar, year + turns, month + 1)


def _feast(shape: Feast, setting: Setting) -> Days:
    """A holiday in the year that is named, else the latest one, or the coming one where the text points forward."""
    holiday = holidays()[shape.holiday]
    kind: Precision = "day" if holiday.days == 1 else "range"
    year: int | None = shape.year
    assumed: tuple[str, ...] = ()
    if year is None:
        if setting.reference is None:
            return Days(None, None, kind, holiday.calendar, "unresolved")
        if shape.year_shift is None:
            around = (setting.reference - timedelta(days=750), setting.reference + timedelta(days=750))
            found = list(occurrences(shape.holiday, *around))
            basis: Basis = "relative" if shape.turn else "explicit"
            days = _chosen(shape, found, setting, setting.reference)
            return Days(*days, kind, holiday.calendar, basis, (ASSUMED_YEAR,))
        year = from_gregorian(shape.calendar, setting.reference)[0] + shape.year_shift
        assumed = (ASSUMED_YEAR,)
    found = list(occurrences(shape.holiday, *year_bounds(shape.calendar, year)))
    if not found:
        raise ValueError("no such holiday in that year")
    twice = (AMBIGUOUS,) if len(found) > 1 else ()  # an Islamic day can fall twice into another calendar's year
    return Days(*found[0], kind, holiday.calendar, "relative" if assumed else "explicit", (*assumed, *twice))
