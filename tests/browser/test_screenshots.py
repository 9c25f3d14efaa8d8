"""The README's pictures are taken from the running app; `RAWI_SCREENSHOTS=folder` keeps the new ones there."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from lib.settings import ROOT
from tests.browser.conftest import settle

PICTURES = {
    "overview-en": "",
    "timeline-en": "timeline?by=year",
    "timeline-fa": "timeline?by=year&cal=jalali&ui=fa",
    "article-fa": "article?doc=000_138f315e1e6ba625-2&ui=fa",
    "actors-ar": "actors?ui=ar",
}

QUICK = ("timeline-fa", "article-fa")


@pytest.mark.browser
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in QUICK else pytest.mark.heavy) for name in PICTURES]
)
def test_picture_for_the_readme(seeds_server: str, open_page: Callable[..., Page], name: str, tmp_path: Path) -> None:
    page = open_page(f"{seeds_server}/{PICTURES[name]}")
    if "article" not in name:
        page.wait_for_selector(".js-plotly-plot .main-svg")
    settle(page)
    raw = page.screenshot()
    picture = Image.open(io.BytesIO(raw)).convert("RGB")
    colours = picture.getcolors(maxcolors=2**24) or []
    assert len(colours) > 100
    assert max(n for n, _ in colours) < 0.95 * picture.width * picture.height
    folder = Path(os.environ.get("RAWI_SCREENSHOTS", tmp_path))
    (folder / f"{name}.png").write_bytes(raw)


def test_every_picture_is_kept() -> None:
    kept = {path.stem for path in (ROOT / "tests" / "browser" / "screenshots").glob("*.png")}
    assert kept == set(PICTURES)
