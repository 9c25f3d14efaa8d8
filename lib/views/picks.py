"""What a gesture on each kind of chart narrows the filters to; gestures that mean nothing leave them as they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lib.query import compare, marks
from lib.query.filters import Filters, Which
from lib.query.timeline import Timeline
from lib.query.windows import Windows
from lib.views.picking import Gesture, Pick, as_day


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


def by_part(split: str) -> Pick:
    """A click on the dot of an actor in one language or outlet."""

    def pick(filters: Filters, gesture: Gesture) -> Filters:
        for mark in gesture.marks[:1]:
            return marks.series(marks.actor(filters, mark.key), split, mark.other)
        return filters

    return pick


def by_window(found: Windows, which: Which) -> Pick:
    """A click on the dot of an actor before or now."""

    def pick(filters: Filters, gesture: Gesture) -> Filters:
        for mark in gesture.marks[:1]:
            since, until = found.before if mark.other == "before" else found.now
            return marks.actor(replace(filters, since=since, until=until, which=which), mark.key)
        return filters

    return pick


def by_square(timeline: Timeline) -> Pick:
    """A click on an actor's square in a bin."""

    def pick(filters: Filters, gesture: Gesture) -> Filters:
        for mark in gesture.marks[:1]:
            day = as_day(mark.other)
            if day and mark.key in timeline.series:
                narrowed = marks.period(filters, timeline.which, day, last_day(timeline, day))
                return marks.actor(narrowed, mark.key)
        return filters

    return pick


def by_newcomer(found: Windows) -> Pick:
    """A click on somebody new: the articles of the stretch of time in which it is."""

    def pick(filters: Filters, gesture: Gesture) -> Filters:
        for mark in gesture.marks[:1]:
            return marks.actor(marks.period(filters, "published", *found.now), mark.key)
        return filters

    return pick


def by_companion(key: str) -> Pick:
    """A click on somebody named beside an actor: the articles that name both."""

    def pick(filters: Filters, gesture: Gesture) -> Filters:
        for mark in gesture.marks[:1]:
            return marks.pair(filters, key, mark.key)
        return filters

    return pick


def by_value(split: str) -> Pick:
    """A click on a language or an outlet."""

    def pick(filters: Filters, gesture: Gesture) -> Filters:
        return marks.series(filters, split, gesture.marks[0].key) if gesture.marks else filters

    return pick


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
