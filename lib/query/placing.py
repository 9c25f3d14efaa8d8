"""Which bins the dates of articles fall into, and how fine the bins can be: what all charts over time begin with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from lib.query.bins import MOST_BINS, binned, bounded, granularity_for
from lib.query.frames import frame
from lib.query.selection import NO_LANGUAGE, NO_OUTLET, Selection, known
from lib.query.view import Granularity, View
from lib.text.calendars import Calendar

Span = tuple[date, date]
MOST_MARKS = 11_000  # numbers in a chart over time: one for each bin and series, two where the bin's day is sent too
_SPELT = ("month", "quarter", "year", "century")  # bins of unequal length, whose days are sent


def span(selection: Selection) -> Span | None:
    """First and last day of the matching articles' dates that lie in the period."""
    articles = replace(selection, filters=selection.filters.without("period")).articles
    rows = articles
    if selection.which == "spoken":
        dates = selection.table("dates")
        rows = dates.filter(dates.rid.isin(articles.rid))
    return ends(rows.filter(selection.wholly(rows)))


def ends(rows: Any) -> Span | None:
    """First and last day of rows with since and until; None where there are none."""
    found = frame(rows.aggregate(since=rows.since.min(), until=rows.until.max()))
    since, until = found.iloc[0]
    return None if since is None or until is None else (since, until)


def granularity(between: Span | None, view: View, series: int) -> Granularity:
    """The bins asked for, else those that suit the span; coarser ones where they would be too much to send."""
    if between is None:
        return view.granularity or "day"
    fitting = view.granularity or granularity_for(*between, view.calendar)
    lines = series * (2 if view.smooth > 1 else 1)
    fine = bounded(fitting, *between, view.calendar, min(MOST_BINS, MOST_MARKS // lines))
    return bounded(fine, *between, view.calendar, MOST_MARKS // (2 * lines)) if fine in _SPELT else fine


def placed(selection: Selection, step: Granularity, calendar: Calendar) -> Any:
    """Every (article, bin) with a date wholly in the bin and the period, repeats hidden; `counted`: filters passed."""
    articles = judged(selection)
    rows = articles if selection.which == "published" else selection.table("dates")
    rows = binned(rows.filter(selection.wholly(rows)), step, calendar)
    rows = rows.filter(rows.bin.notnull())
    if selection.which == "published":
        return rows.drop("since", "until")
    return rows.select("rid", "bin").distinct().inner_join(articles.drop("since", "until"), "rid")


def judged(selection: Selection) -> Any:
    """rid since until language outlet counted: every article but hidden repeats; `counted`: filters passed."""
    every = selection.every
    articles = every.filter(~selection.repeats(every))
    return articles.select(
        "rid",
        "since",
        "until",
        language=known(articles.language, NO_LANGUAGE),
        outlet=known(articles.outlet, NO_OUTLET),
        counted=selection.passes(articles),
    )
