"""Grids wider than their place begin where the interface begins to read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle

EXPANDER = '[data-testid="stMain"] [data-testid="stExpander"]'
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


def test_numbers_in_persian_digits_are_sorted_as_numbers(seeds_server: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{seeds_server}/languages?ui=fa", viewport={"width": 1280, "height": 1200})
    settle(page)
    words = page.locator(EXPANDER, has=page.get_by_text("همین داده‌ها در جدول")).nth(3)
    words.locator("summary").click()
    grid = words.locator('[data-testid="stDataFrame"]')
    expect(grid).to_be_visible()
    box = grid.bounding_box()
    assert box
    middle = {"x": box["width"] / 2, "y": 15}  # of three columns, from the left: articles, count, word
    found: list[list[int]] = []
    for _ in range(3):  # as they came, then sorted from the least, then from the most
        settle(page)
        found.append([int(each.text_content() or "") for each in grid.locator("tbody tr td:nth-child(2)").all()])
        grid.click(position=middle)
    came, rising, falling = found
    assert max(came) >= 10 > min(came)
    assert rising != falling
    assert rising == sorted(rising) and falling == sorted(falling, reverse=True)
