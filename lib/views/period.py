"""The period in the sidebar: two edges in the reader's calendar, and the kind of date they are about.

Streamlit's own picker knows the Gregorian calendar alone. In the others a year, a month and a day are chosen one by
one; an edge is set as soon as it has a year, at the year's first day or its last. Filters get Gregorian days always.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Literal

import streamlit as st

from lib.i18n import Catalogue
from lib.text.calendar_names import month_name
from lib.text.calendars import Calendar, from_gregorian
from lib.text.months import month_number, month_start
from lib.text.safe import escape
from lib.views import controls, state
from lib.views.shell import Here

Edge = Literal["since", "until"]
Unit = Literal["year", "month", "day"]
_CENTURY = timedelta(days=36525)
_ANY = 0


def draw(here: Here) -> None:
    """Both edges of the period, the calendar they are chosen in, and the kind of date they are about."""
    chosen, t, calendar = here.filters, here.t, here.view.calendar
    which = chosen.which_for(here.corpus)
    span = here.corpus.span(which)
    more = here.corpus.span("estimated") if chosen.estimated and which == "published" else None
    days = [day for day in (*(span or ()), *(more or ()), chosen.since, chosen.until) if day]
    bounds = (min(days), max(days)) if days else (date.today() - _CENTURY, date.today())
    with st.container(key="period", horizontal=calendar == "gregorian", gap="small"):
        if calendar == "gregorian":
            _day("since", t("From"), chosen.since, bounds)
            _day("until", t("Until"), chosen.until, bounds)
        else:
            _edge("since", chosen.since, bounds, here)
            _edge("until", chosen.until, bounds, here)
    controls.calendar(calendar, t, "sidebar")
    kinds = {"published": t("Published"), "spoken": t("Spoken of")}
    controls.one("which", t("Dates"), kinds, which)
    if here.corpus.has_estimates or chosen.estimated:
        key = state.key("estimated")
        st.toggle(
            t("Estimated dates"),
            chosen.estimated,
            key=key,
            on_change=state.take,
            args=("estimated", key),
            help=t("Articles that do not say when they appeared are counted at the days that their words suggest."),
        )


def _day(name: Edge, label: str, chosen: date | None, bounds: tuple[date, date]) -> None:
    key = state.key(name)
    options: dict[str, Any] = {"min_value": bounds[0], "max_value": bounds[1], "format": "YYYY-MM-DD"}
    st.date_input(label, chosen, key=key, on_change=state.take, args=(name, key), **options)


def _edge(name: Edge, chosen: date | None, bounds: tuple[date, date], here: Here) -> None:
    """One edge as three lists: year, month, day."""
    t, calendar = here.t, here.view.calendar
    year, month, day = parts_of(chosen, calendar)
    label, *labels = _labels(name, t)
    months = {number: month_name(calendar, number, t) for number in range(1, 13)}
    years = {_ANY: t("Any year"), **{each: t.digits(str(each)) for each in years_of(bounds, calendar)}}
    numbers = {each: t.digits(str(each)) for each in range(1, _length(chosen, calendar) + 1)}
    st.html(f'<p class="edge">{escape(label)}</p>')
    with st.container(key=f"edge-{name}", horizontal=True, gap="xxsmall"):
        units: tuple[Unit, ...] = ("year", "month", "day")
        for unit, names, value, words in zip(units, (years, months, numbers), (year, month, day), labels, strict=True):
            key = f"{state.key(name)}:{unit}"
            index = list(names).index(value) if value in names else None
            st.selectbox(
                words,
                list(names),
                index=0 if unit == "year" and index is None else index,
                format_func=names.__getitem__,
                key=key,
                on_change=_moved,
                args=(name, unit, key),
                label_visibility="collapsed",
                placeholder="\u2013",
                disabled=not year and unit != "year",
            )


def _labels(name: Edge, t: Catalogue) -> tuple[str, str, str, str]:
    """The visible label of an edge, and what its three lists are called for those who do not see them."""
    if name == "since":
        return t("From"), t("From: year"), t("From: month"), t("From: day")
    return t("Until"), t("Until: year"), t("Until: month"), t("Until: day")


def _moved(name: Edge, unit: Unit, widget: str) -> None:
    """Callback of a list: the edge moves, and its other lists follow."""
    now = state.now()
    value = st.session_state[widget]
    if value is not None:
        state.change(**{name: moved(name, now.view.calendar, getattr(now.filters, name), (unit, value))})


def moved(name: Edge, calendar: Calendar, day: date | None, to: tuple[Unit, int]) -> date | None:
    """The Gregorian day of an edge once one of its parts was chosen; None when it is to be open.

    The first edge begins with a year's first day, the last one ends with its last and keeps to the ends of months.
    """
    unit, value = to
    if unit == "year" and value == _ANY:
        return None
    last = name == "until"
    year, month, number = parts_of(day, calendar)
    if day is None or not year:
        year, month, number = value if unit == "year" else 1, 12 if last else 1, 31 if last else 1
    elif last and unit != "day" and number == _length(day, calendar):
        number = 31
    year, month, number = {
        "year": (value, month, number),
        "month": (year, value, number),
        "day": (year, month, value),
    }[unit]
    first = month_start(calendar, (year - 1) * 12 + month - 1)
    return first + timedelta(days=min(number, _length(first, calendar)) - 1)


def parts_of(day: date | None, calendar: Calendar) -> tuple[int, int, int]:
    """Year, month and day of an edge; noughts where it is open or before the calendar's first year."""
    try:
        return from_gregorian(calendar, day) if day else (0, 0, 0)
    except ValueError:
        return 0, 0, 0


def years_of(bounds: tuple[date, date], calendar: Calendar) -> range:
    """The calendar's years between two days, the latest first."""
    first, last = (max(month_number(calendar, day), 0) // 12 + 1 for day in bounds)
    return range(last, first - 1, -1)


def _length(day: date | None, calendar: Calendar) -> int:
    """How many days the month of a day has; 31 where there is none."""
    number = month_number(calendar, day) if day else -1
    return (month_start(calendar, number + 1) - month_start(calendar, number)).days if number >= 0 else 31
