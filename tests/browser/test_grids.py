"""Grids wider than their place begin where the interface begins to read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle

SCROLLER = '[data-testid="stDataFrame"] .dvn-scroller'


@pytest.mark.parametrize("language", ["ar", "fa", "en"])
def test_a_wide_grid_begins_at_the_readers_side(
    seeds_server: str, open_page: Callable[..., Page], language: str
) -> None:
    page = open_page(f"{seeds_server}/network?ui={language}", viewport={"width": 1000, "height": 1200})
    settle(page)
    grid = page.locator(SCROLLER).first
    expect(grid).to_be_visible()
    room = grid.evaluate("each => each.scrollWidth - each.clientWidth")
    assert room > 40
    if language == "en":
        assert grid.evaluate("each => each.scrollLeft") == 0
    else:
        expect(grid).to_have_attribute("data-begun", "right")
        assert abs(grid.evaluate("each => each.scrollLeft") - room) < 2
