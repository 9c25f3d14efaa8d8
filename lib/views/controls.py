"""Widgets that show one field of the state: each writes its value in a callback and is named by language and epoch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from lib.text.safe import plain
from lib.views import state


def one(name: str, label: str, names: Mapping[str, str], chosen: str) -> str:
    """A choice of one among a few, side by side; gives the value in force: the first where `chosen` is not offered."""
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


def several(name: str, label: str, options: Sequence[str], show: Callable[[str], str], chosen: Sequence[str]) -> None:
    """A choice of any number. What a link asked for besides the options can be seen and taken away."""
    key = state.key(name)
    st.multiselect(
        label,
        [*options, *(value for value in chosen if value not in options)],
        default=list(chosen),
        format_func=show,
        key=key,
        on_change=state.take,
        args=(name, key),
        filter_mode="contains",
        select_all=False,
    )
