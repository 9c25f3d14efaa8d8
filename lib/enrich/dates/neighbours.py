"""What dates lend each other: the year of a range's end to its beginning, of a full date to a bare one near it."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from lib.enrich.dates.resolve import bounds
from lib.enrich.dates.shapes import Fixed, Shape
from lib.enrich.dates.words import Words
from lib.text.calendars import from_gregorian

Anchor = tuple[int, date, date]

_SPAN = frozenset("-~&puf,W")
_SAME_DAY = frozenset("=(/u,pI")
_LISTED = frozenset((",", "&", ",&"))  # "in January, March and May 2019"
_FAR = timedelta(days=3 * 366)


def share_years(words: Words, shapes: Sequence[Shape]) -> list[Shape]:
    """«از ۱۴ ژوئن تا ۳۰ آگوست ۲۰۱۸»: the first day is of 2018; «۲۷ فوریه ۲۰۲۰ (هشتم اسفند)»: the same day twice."""
    found = list(shapes)
    for at in range(len(found) - 2, -1, -1):
        left, right = found[at], found[at + 1]
        if not (isinstance(left, Fixed) and isinstance(right, Fixed)):
            continue
        between = words.codes[left.last + 1 : right.first]
        if _lacks_year(left) and right.year is not None and right.month is not None:
            found[at] = _lent(left, right, between)
        elif _lacks_year(right) and left.year is not None and left.month is not None:
            found[at + 1] = _lent(right, left, between, after=True)
    return found


def _lacks_year(shape: Fixed) -> bool:
    return shape.year is None and shape.month is not None and not shape.turn and shape.year_shift is None


def _lent(shape: Fixed, full: Fixed, between: str, after: bool = False) -> Fixed:
    """`shape` with the year that `full` gives it, unchanged if the pieces between them do not join the two."""
    assert shape.month is not None and full.month is not None and full.year is not None
    if shape.calendar == full.calendar:
        if not after and between in _LISTED and shape.day is None and full.day is None:
            return replace(shape, year=full.year - (shape.month > full.month), assumed=True)
        if after or len(between) > 5 or not set(between) <= _SPAN or not set(between) & set("-~&"):
            return shape
        return replace(shape, year=full.year - (shape.month > full.month), assumed=True)
    if len(between) > 3 or not set(between) <= _SAME_DAY or not between:
        return shape
    try:
        year = from_gregorian(shape.calendar, bounds(full, full.year)[0])[0]
    except ValueError:
        return shape
    return replace(shape, year=year, assumed=True)


def anchors(shapes: Sequence[Shape]) -> list[Anchor]:
    """The dates that are said in full, those long before the latest of them left out: they tell of history."""
    full: list[Anchor] = []
    for index, shape in enumerate(shapes):
        if isinstance(shape, Fixed) and shape.year is not None:
            try:
                full.append((index, *bounds(shape, shape.year)))
            except (ValueError, OverflowError):
                continue
    latest = max((since for _, since, _ in full), default=date.min)
    return [anchor for anchor in full if latest - anchor[1] <= _FAR]


def nearest(known: Sequence[Anchor], index: int) -> list[tuple[date, date]]:
    """The days of the anchors on either side of shape `index`, the one named nearer to it first."""
    at = bisect.bisect_left(known, index, key=lambda anchor: anchor[0])
    beside = sorted(known[max(0, at - 1) : at + 1], key=lambda anchor: abs(anchor[0] - index))
    return [(since, until) for _, since, until in beside]
