"""A correction session: date, outlet, star and set for the seeds; pages follow, undo, all there after a restart."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from lib.settings import SEEDS
from tests.browser.conftest import dashboard, settle

ARTICLE = "article?doc=000_138f315e1e6ba625-1"


def correct(page: Page) -> None:
    """Unfold the form under the article, where it is folded."""
    settle(page)
    if not page.get_by_role("textbox", name="Date of publication").is_visible():
        page.get_by_text("Correct this article").click()
    expect(page.get_by_role("textbox", name="Date of publication")).to_be_visible()


def label(page: Page) -> None:
    """Put a star on the article, and put it into a new set."""
    page.locator(".st-key-star button").click()
    expect(page.locator(".facts >> nth=1")).to_contain_text("Starred")
    settle(page)
    page.get_by_text("Tags, sets and a note").click()
    field = page.get_by_role("combobox", name="Sets")
    field.evaluate("field => field.scrollIntoView({block: 'center'})")  # its list closes where the page scrolls for it
    settle(page)
    offered, chosen = page.get_by_role("option").filter(has_text="Exile"), page.locator("[data-tag]", has_text="Exile")
    for _ in range(4):  # on a busy machine the list may close before it was used
        field.fill("Exile")
        with suppress(TimeoutError):
            offered.first.wait_for(timeout=10_000)
            field.press("Enter")
            chosen.first.wait_for(timeout=5_000)
            break
        page.keyboard.press("Escape")
    expect(chosen).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Save").last.click()
    expect(page.locator(".facts >> nth=1")).to_contain_text("Exile")


@pytest.mark.browser
def test_dates_and_outlets_given_by_the_user_stay(tmp_path: Path, open_page: Callable[..., Page]) -> None:
    corpus = Path(shutil.copytree(SEEDS, tmp_path / "seeds", ignore=shutil.ignore_patterns("rawi-*")))
    facts = ".facts >> nth=0"
    with dashboard(corpus, tmp_path / "home") as address:
        page = open_page(f"{address}/{ARTICLE}")
        correct(page)
        page.get_by_role("textbox", name="Date of publication").fill("2020-07-17")
        page.get_by_role("textbox", name="Outlet", exact=True).fill("Hamshahri")
        page.get_by_role("button", name="Save").first.click()
        expect(page.locator(facts)).to_contain_text("17 July 2020")
        expect(page.locator(facts)).to_contain_text("Hamshahri")
        page.goto(f"{address}/timeline?by=month&which=published")
        settle(page)
        expect(page.locator(".st-key-card-timeline")).to_contain_text("2020")

        page.goto(f"{address}/{ARTICLE}")
        settle(page)
        correct(page)
        page.get_by_role("textbox", name="Date of publication").fill("2019-05")
        page.get_by_role("button", name="Save").first.click()
        expect(page.locator(facts)).to_contain_text("May 2019")
        correct(page)
        page.get_by_role("button", name="Undo the last correction").first.click()
        expect(page.locator(facts)).to_contain_text("17 July 2020")
        settle(page)
        label(page)
        page.goto(f"{address}/articles?star=1&set=Exile")
        settle(page)
        expect(page.locator(".st-key-matching")).to_contain_text("1 of 3 articles")
        page.goto("about:blank")  # a page that loses its server complains
    written = (corpus / "rawi-articles.csv").read_text("utf-8-sig")
    assert "2020-07-17" in written and "2019-05" not in written and "Exile" in written

    with dashboard(corpus, tmp_path / "home") as address:
        page = open_page(f"{address}/{ARTICLE}")
        expect(page.locator(facts)).to_contain_text("17 July 2020")
        expect(page.locator(facts)).to_contain_text("Hamshahri")
        page.goto(f"{address}/articles?outlet=Hamshahri&star=1&set=Exile")
        settle(page)
        expect(page.locator(".st-key-matching")).to_contain_text("1 of 3 articles")
        page.goto("about:blank")
