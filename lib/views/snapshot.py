"""Pictures by the reader's own browser: copied, and saved where the server has no browser that could draw them."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lib.i18n import Catalogue

_KINDS = ("copy", "png", "svg")
_snapshot = st.components.v2.component(
    "rawi_snapshot",
    html='<div class="snapshot">'
    + "".join(f'<button type="button" data-kind="{kind}" hidden></button>' for kind in _KINDS)
    + '<p role="status"></p></div>',
    js=Path(__file__).with_name("assets").joinpath("snapshot.js").read_text("utf-8"),
    isolate_styles=False,
)


def snapshot(chart: str, stem: str, t: Catalogue, files: bool = True) -> None:
    """A button that copies the chart with the key `chart`, and with `files` some that save it as PNG and as SVG."""
    data = {
        "chart": chart,
        "stem": stem,
        "copy": t("Copy image"),
        "copied": t("The picture is on the clipboard."),
        "refused": t("This browser does not let a page copy pictures. Save one of the files instead."),
    }
    if files:
        data |= {"png": t("PNG, as on this page"), "svg": t("SVG, as on this page")}
    _snapshot(key=f"snapshot-{chart}", data=data)
