"""The dashboard as `make run` starts it: one process reads ahead, and every tab sees how far it is and can stop it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from lib.settings import ROOT
from lib.store.generation import current, place
from tests.benchmarks import news
from tests.browser.conftest import HEADLINE, dashboard, watched

LONG, SHORT = 4_000, 3


def test_the_seeds_are_read_ahead(open_page: Callable[..., Page], tmp_path: Path) -> None:
    with dashboard(ROOT / "seeds", tmp_path / "home", ahead=True) as address:
        page = open_page(address)
        expect(page.locator(HEADLINE)).to_contain_text("seeds")
        expect(page.get_by_text("3 articles").first).to_be_visible()
    assert current(place(ROOT / "seeds", tmp_path / "home")) is not None


def test_two_tabs_see_the_reading_and_one_stops_it(browser: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    news.write(folder, LONG)
    with dashboard(folder, tmp_path / "home", ahead=True) as address:
        context = browser.new_context()
        (first, heard), (second, also) = watched(context), watched(context)
        for tab in (first, second):
            tab.goto(address)
        for tab in (first, second):
            expect(tab.locator(".st-key-reading")).to_contain_text("of 4,000 files")
        second.locator(".st-key-stop button").click()
        for tab in (first, second):
            expect(tab.get_by_text("Reading was stopped.").first).to_be_visible()
        assert current(place(folder, tmp_path / "home")) is None
        for page in sorted(folder.rglob("*.txt"))[SHORT:]:
            page.unlink()
        first.get_by_role("button", name="Go on reading").click()
        expect(first.get_by_text("3 articles").first).to_be_visible()
        context.close()
        assert heard + also == []
