"""Widgets that show one field of the state: each writes its value in a callback and is named by language and epoch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from lib.i18n import Catalogue
from lib.text.calendar_names import CALENDARS
from lib.text.calendars import Calendar
from lib.text.safe import plain
from lib.views import state


def one(name: str, label: str, names: Mapping[str, str], chosen: str, silent: bool = False) -> str:
    """A choice of one among a few, side by side; gives the value in force: the first where `chosen` is not offered.

    A `silent` label is heard by those who do not see, and not shown.
    """
    key = state.key(name)
    chosen = chosen if chosen in names else next(iter(names))
    st.segmented_control(
        label,
        list(names),
        default=chosen,
        format_func=lambda value: plain(names[value]),
        key=key,
        on_change=state.take,
        args=(name, key),
        required=True,
        label_visibility="collapsed" if silent else "visible",
    )
    return chosen


def listed(name: str, label: str, names: Mapping[str, str], chosen: str) -> str:
    """A choice of one among many, in a list; gives the value in force: the first where `chosen` is not offered."""
    key, values = state.key(name), list(names)
    chosen = chosen if chosen in names else values[0]
    st.selectbox(
        label,
        values,
        index=values.index(chosen),
        format_func=lambda value: names[value],
        key=key,
        on_change=state.take,
        args=(name, key),
    )
    return chosen


def calendar(chosen: Calendar, t: Catalogue, place: str = "page") -> None:
    """The calendar that time is told in. It may stand in several places: what is chosen in one shows in all."""
    key = f"{state.key('calendar')}:{place}"
    st.segmented_control(
        t("Calendar"),
        list(CALENDARS),
        default=chosen,
        format_func=lambda name: plain(t(CALENDARS[name])),
        key=key,
        on_change=_calendar,
        args=(key,),
        required=True,
    )


def _calendar(widget: str) -> None:
    """Callback: every other widget that shows days starts afresh in the calendar chosen."""
    state.change(calendar=st.session_state[widget])


@dataclass(frozen=True)
class Choice:
    """What can be chosen, how each option is written, what is chosen now, and what stands there while nothing is."""

    options: Sequence[str]
    show: Callable[[str], str]
    chosen: Sequence[str]
    empty: str


def several(name: str, label: str, choice: Choice) -> None:
    """A choice of any number. What a link asked for besides the options can be seen and taken away."""
    key, options, chosen = state.key(name), choice.options, choice.chosen
    st.multiselect(
        label,
        [*options, *(value for value in chosen if value not in options)],
        default=list(chosen),
        format_func=choice.show,
        key=key,
        on_change=state.take,
        args=(name, key),
        placeholder=choice.empty,
        filter_mode="contains",
        select_all=False,
    )
