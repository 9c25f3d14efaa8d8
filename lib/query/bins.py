"""Days, weeks, months, quarters, years and centuries as closed intervals, the same in Python and in the engine.

Weeks begin on Monday. Centuries are offered to nobody: they bound the axis when a text speaks of the year 622.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, get_args

import ibis

from lib.query.view import Granularity

MOST_BINS = 2000
GRANULARITIES: tuple[Granularity, ...] = get_args(Granularity)
_UNITS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "century": 1200}
_LIMITS: tuple[tuple[int, Granularity], ...] = ((45, "day"), (200, "week"), (4 * 366, "month"), (12 * 366, "quarter"))


def granularity_for(since: date, until: date) -> Granularity:
    """The bins that suit a span: days up to 45 days, weeks to 200, months to 4 years, quarters to 12, else years."""
    days = (until - since).days + 1
    return bounded(next((granularity for limit, granularity in _LIMITS if days <= limit), "year"), since, until)


def bounded(granularity: Granularity, since: date, until: date) -> Granularity:
    """The granularity asked for, or the next coarser one that covers the span in at most MOST_BINS bins."""
    finer = GRANULARITIES.index(granularity)
    return next(each for each in GRANULARITIES[finer:] if _count(each, since, until) <= MOST_BINS)


def first_day(day: date, granularity: Granularity) -> date:
    """The first day of the bin that holds `day`."""
    if granularity == "day":
        return day
    if granularity == "week":
        return day - timedelta(days=day.weekday())
    return _from_months(_months(day) // _MONTHS[granularity] * _MONTHS[granularity])


def last_day(first: date, granularity: Granularity) -> date:
    """The last day of the bin that begins with `first`; the calendar's last day where the bin has no end."""
    try:
        if granularity in ("day", "week"):
            return first + timedelta(days=0 if granularity == "day" else 6)
        return _from_months(_months(first) + _MONTHS[granularity]) - timedelta(days=1)
    except (OverflowError, ValueError):
        return date.max


def bins(since: date, until: date, granularity: Granularity) -> list[tuple[date, date]]:
    """All bins from the one with `since` to the one with `until`, without gaps, as (first day, last day)."""
    found = []
    first = first_day(since, granularity)
    while True:
        last = last_day(first, granularity)
        found.append((first, last))
        if last >= until or last == date.max:
            return found
        first = last + timedelta(days=1)


def truncated(column: Any, granularity: Granularity) -> Any:
    """Ibis: the first day of the bin that holds each date of the column."""
    if granularity == "century":
        return ibis.date((column.year() - 1) // 100 * 100 + 1, 1, 1)
    return column.truncate(_UNITS[granularity])


def fits(dated: Any, granularity: Granularity) -> Any:
    """Ibis condition on rows with since and until: the interval lies in one bin; null where it is not known."""
    return truncated(dated.since, granularity) == truncated(dated.until, granularity)


def _months(day: date) -> int:
    return (day.year - 1) * 12 + day.month - 1


def _from_months(months: int) -> date:
    return date(months // 12 + 1, months % 12 + 1, 1)


def _count(granularity: Granularity, since: date, until: date) -> int:
    if granularity in _MONTHS:
        size = _MONTHS[granularity]
        return _months(until) // size - _months(since) // size + 1
    return (until - since).days // (1 if granularity == "day" else 7) + 1
