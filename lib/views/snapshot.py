"""Pictures where the server has no browser: the reader's own browser draws the chart as it stands on the page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lib.i18n import Catalogue

_snapshot = st.components.v2.component(
    "rawi_snapshot",
    html='<div class="snapshot"><button type="button" data-kind="png"></button>'
    '<button type="button" data-kind="svg"></button></div>',
    js=Path(__file__).with_name("assets").joinpath("snapshot.js").read_text("utf-8"),
    isolate_styles=False,
)


def snapshot(chart: str, stem: str, t: Catalogue) -> None:
    """Buttons that save the chart with the key `chart` as PNG (2400 pixels wide) and as SVG."""
    data = {"chart": chart, "stem": stem, "png": t("PNG, as on this page"), "svg": t("SVG, as on this page")}
    _snapshot(key=f"snapshot-{chart}", data=data)
