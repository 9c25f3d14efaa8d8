"""Days, weeks, months, quarters, years and centuries as closed intervals in the three calendars, in Python and engine.

Months, quarters, years and centuries are those of the calendar itself: Aban is never a November with another name.
Weeks begin on the day that begins them where the calendar is used: Monday (Gregorian), Saturday (Jalali), Sunday
(Hijri). Centuries are offered to nobody: they bound the axis when a text speaks of the year 622. Days before a
calendar's year 1 share one bin.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, get_args

import ibis
import pandas as pd

from lib.query.view import Granularity
from lib.text.calendars import Calendar
from lib.text.months import month_number, month_start

MOST_BINS = 2000
GRANULARITIES: tuple[Granularity, ...] = get_args(Granularity)
_UNITS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "century": 1200}
_LIMITS: tuple[tuple[int, Granularity], ...] = ((45, "day"), (200, "week"), (4 * 366, "month"), (12 * 366, "quarter"))
_WEEK_BEGINS: dict[Calendar, int] = {"gregorian": 0, "jalali": 5, "hijri": 6}  # date.weekday()


def granularity_for(since: date, until: date, calendar: Calendar = "gregorian") -> Granularity:
    """The bins that suit a span: days up to 45 days, weeks to 200, months to 4 years, quarters to 12, else years."""
    days = (until - since).days + 1
    fitting: Granularity = next((granularity for limit, granularity in _LIMITS if days <= limit), "year")
    return bounded(fitting, since, until, calendar)


def bounded(
    granularity: Granularity, since: date, until: date, calendar: Calendar = "gregorian", most: int = MOST_BINS
) -> Granularity:
    """The granularity asked for, or the next coarser one that covers the span in at most so many bins."""
    finer = GRANULARITIES[GRANULARITIES.index(granularity) :]
    return next((each for each in finer if _count(each, since, until, calendar) <= most), finer[-1])


def first_day(day: date, granularity: Granularity, calendar: Calendar = "gregorian") -> date:
    """The first day of the bin that holds `day`."""
    if granularity == "day":
        return day
    if granularity == "week":
        return day - timedelta(days=min(_into_week(day, calendar), (day - date.min).days))
    size = _MONTHS[granularity]
    return month_start(calendar, month_number(calendar, day) // size * size)


def last_day(first: date, granularity: Granularity, calendar: Calendar = "gregorian") -> date:
    """The last day of the bin that begins with `first`; the calendar's last day where the bin has no end."""
    try:
        if granularity == "day":
            return first
        if granularity == "week":
            return first + timedelta(days=6 - _into_week(first, calendar))
        size = _MONTHS[granularity]
        following = (month_number(calendar, first) // size + 1) * size
        return month_start(calendar, following) - timedelta(days=1)
    except (OverflowError, ValueError):
        return date.max


def bins(
    since: date, until: date, granularity: Granularity, calendar: Calendar = "gregorian"
) -> list[tuple[date, date]]:
    """All bins from the one with `since` to the one with `until`, without gaps, as (first day, last day)."""
    found = []
    first = first_day(since, granularity, calendar)
    while True:
        last = last_day(first, granularity, calendar)
        found.append((first, last))
        if last >= until or last == date.max:
            return found
        first = last + timedelta(days=1)


def truncated(column: Any, granularity: Granularity) -> Any:
    """Ibis: the first day of the Gregorian bin that holds each date of the column."""
    if granularity == "century":
        return ibis.date((column.year() - 1) // 100 * 100 + 1, 1, 1)
    return column.truncate(_UNITS[granularity])


def binned(dated: Any, granularity: Granularity, calendar: Calendar = "gregorian") -> Any:
    """Ibis rows with since and until, and `bin`: the first day of the bin that holds the whole interval, null where
    none does or it is not known.

    Engines know one calendar. For the others, each day that occurs is put into its bin here and joined by equality,
    which every engine can do: the days that news is about are thousands, however many articles there are.
    """
    if calendar == "gregorian" or granularity == "day":
        since, until = truncated(dated.since, granularity), truncated(dated.until, granularity)
        return dated.mutate(bin=ibis.ifelse(since == until, since, ibis.null("date")))
    found = dated.select(day=dated.since).union(dated.select(day=dated.until), distinct=True)
    days = sorted(day.date() for day in found.filter(found.day.notnull()).execute()["day"])
    firsts = _firsts(days, granularity, calendar)
    starts, ends = (_table(days, firsts, names) for names in (("_since", "_bin"), ("_until", "_last_bin")))
    joined = dated.left_join(starts, dated.since == starts["_since"])
    joined = joined.left_join(ends, joined.until == ends["_until"])
    whole = joined.mutate(bin=ibis.ifelse(joined["_bin"] == joined["_last_bin"], joined["_bin"], ibis.null("date")))
    return whole.drop("_since", "_bin", "_until", "_last_bin")


def _firsts(days: Iterable[date], granularity: Granularity, calendar: Calendar) -> list[date]:
    """The first day of each day's bin, for days in order."""
    found: list[date] = []
    first = last = None
    for day in days:
        if first is None or last is None or day > last:
            first = first_day(day, granularity, calendar)
            last = last_day(first, granularity, calendar)
        found.append(first)
    return found


def _table(days: list[date], firsts: list[date], names: tuple[str, str]) -> Any:
    columns = {name: pd.Series(values, dtype=object) for name, values in zip(names, (days, firsts), strict=True)}
    return ibis.memtable(pd.DataFrame(columns), schema=ibis.schema(dict.fromkeys(names, "date")))


def _into_week(day: date, calendar: Calendar) -> int:
    """How many days of its week are over before `day`."""
    return (day.weekday() - _WEEK_BEGINS[calendar]) % 7


def _count(granularity: Granularity, since: date, until: date, calendar: Calendar) -> int:
    if granularity in _MONTHS:
        size = _MONTHS[granularity]
        return month_number(calendar, until) // size - month_number(calendar, since) // size + 1
    return (until - since).days // (1 if granularity == "day" else 7) + 1
