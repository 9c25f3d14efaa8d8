"""The two stretches of time between which a change is told: a period, and one before it.

Where the reader set a period, it is held against one as long right before it. Else the second half of the days of the
matching articles is held against the first. Which of the two is part of the answer, so that a page can say it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lib.query import placing
from lib.query.placing import Span
from lib.query.selection import Selection

if TYPE_CHECKING:
    from lib.text.calendar_names import DayWords


@dataclass(frozen=True, slots=True)
class Windows:
    """The later and the earlier stretch, both ends inside; `asked`: the later one is the reader's period."""

    now: Span
    before: Span
    asked: bool

    def sentence(self, days: DayWords) -> str:
        """Both in words."""
        now, before = (days.span(*each, "d MMM y") for each in (self.now, self.before))
        if self.asked:
            return days.t("The period, {now}, against the one as long before it, {before}.", now=now, before=before)
        return days.t(
            "No period is set: the later half of the days of these articles, {now}, against the earlier, {before}.",
            now=now,
            before=before,
        )


def windows(selection: Selection) -> Windows | None:
    """The stretches for these filters; None where no date is known, or too few days to halve them."""
    filters = selection.filters
    if filters.since is not None and filters.until is not None:
        return _asked(filters.since, filters.until)
    between = placing.span(selection)
    if between is None:
        return None
    first, last = between
    if filters.since is not None:
        return _asked(filters.since, last)
    length = (last - first).days + 1
    if length < 2:
        return None
    middle = last - timedelta(days=length // 2 - 1)
    return Windows((middle, last), (first, middle - timedelta(days=1)), asked=False)


def _asked(since: date, until: date) -> Windows | None:
    """A period and the one before it; None where the calendar does not reach back so far."""
    length = until - since
    if since - date.min <= length:
        return None
    last = since - timedelta(days=1)
    return Windows((since, until), (last - length, last), asked=True)


def within(selection: Selection, span: Span) -> Selection:
    """The same selection in another period."""
    return replace(selection, filters=replace(selection.filters, since=span[0], until=span[1], which=selection.which))
