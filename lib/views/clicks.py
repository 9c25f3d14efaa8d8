"""Clicks on charts that can be dragged over: there Streamlit passes on the drag alone, so a script of ours listens."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

_clicks = st.components.v2.component(
    "rawi_clicks",
    html="",
    js=Path(__file__).with_name("assets").joinpath("clicks.js").read_text("utf-8"),
    isolate_styles=False,
)


def listen(chart: str, clicked: Callable[[dict[str, Any]], None]) -> None:
    """Calls `clicked` with the point of a mark, as a selection event has it, when one of the chart's is clicked."""
    key = f"click-{chart}"
    with st.container(key=f"clicks-{chart}"):
        _clicks(key=key, data={"chart": chart}, on_mark_change=partial(_heard, key, clicked))


def _heard(key: str, clicked: Callable[[dict[str, Any]], None]) -> None:
    """Callback: what the browser says is a curve and a point, or it is nothing."""
    mark = st.session_state[key].get("mark")
    if isinstance(mark, dict):
        clicked({"curve_number": mark.get("curve"), "point_index": mark.get("point")})
