"""What a gesture on each kind of chart narrows the filters to; gestures that mean nothing leave them as they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lib.query import compare, marks
from lib.query.filters import Filters, Which
from lib.query.timeline import Timeline
from lib.views.picking import Gesture, Pick


def by_actor(filters: Filters, gesture: Gesture) -> Filters:
    """A click on an actor, or on a pair of them."""
    for mark in gesture.marks[:1]:
        return marks.pair(filters, mark.key, mark.other) if mark.other else marks.actor(filters, mark.key)
    return filters


def of_pair(gesture: Gesture) -> dict[str, object]:
    """A click on the tie of two actors: what is behind it is opened; any other changes nothing of the view."""
    for mark in gesture.marks[:1]:
        return {"pair": (mark.key, mark.other), "page": 1} if mark.other else {}
    return {}


def by_language(filters: Filters, gesture: Gesture) -> Filters:
    """A click on a language."""
    return marks.series(filters, "language", gesture.marks[0].key) if gesture.marks else filters


def by_word(language: str) -> Pick:
    """A click on one of a language's words: the articles in that language that hold it."""

    def pick(filters: Filters, gesture: Gesture) -> Filters:
        for mark in gesture.marks[:1]:
            return replace(filters, languages=(language,), search=mark.key)
        return filters

    return pick


def by_time(timeline: Timeline) -> Pick:
    """A dragged period, kept inside what the timeline shows, or a click on a bar: its series and its days."""

    def pick(filters: Filters, gesture: Gesture) -> Filters:
        if gesture.period:
            since, until = clamped(timeline, *gesture.period)
            return marks.period(filters, timeline.which, since, until) if since <= until else filters
        for mark in gesture.marks[:1]:
            if mark.key not in timeline.series:
                return filters
            if timeline.split == "layer" and mark.day:
                which: Which = "spoken" if mark.key == "spoken" else "published"
                return marks.period(filters.without("period"), which, mark.day, last_day(timeline, mark.day))
            if mark.day:
                until = last_day(timeline, mark.day)
                filters = marks.period(filters, timeline.which, mark.day, until)
            if timeline.split == "compare":
                return compare.narrowed(filters, mark.key)
            return marks.series(filters, timeline.split, mark.key) if mark.key else filters
        return filters

    return pick


def clamped(timeline: Timeline, since: date, until: date) -> tuple[date, date]:
    """The part of a period that lies on the timeline, in its own days."""
    frame = timeline.frame
    return max(since, frame["since"].min()), min(until, frame["until"].max())


def last_day(timeline: Timeline, day: date) -> date:
    """The last day of the bin that begins on `day`; the day itself where there is none."""
    found = timeline.frame.loc[timeline.frame["since"] == day, "until"]
    return day if found.empty else found.iloc[0]
