"""A curation session: merge, split, undo, read again, and the list taken to another corpus."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lib.enrich.identity.curated import load
from lib.enrich.identity.rows import FILE
from lib.settings import SEEDS
from tests.browser.conftest import dashboard, settle

WHO = "curate?who=maryam-rajavi"


def spellings(page: Page) -> int:
    settle(page)
    return page.get_by_role("button", name="Not this actor").count()


@pytest.mark.browser
def test_a_curation_session(tmp_path: Path, open_page: Callable[..., Page]) -> None:
    corpus, other = (
        Path(shutil.copytree(SEEDS, tmp_path / name, ignore=shutil.ignore_patterns("rawi-*")))
        for name in ("seeds", "other")
    )
    with dashboard(corpus, tmp_path / "home") as address:
        page = open_page(f"{address}/{WHO}")
        before = spellings(page)
        page.get_by_role("textbox", name="Merge with another actor").fill("سليماني")
        page.get_by_role("textbox", name="Merge with another actor").press("Enter")
        page.get_by_role("button", name="Merge ").first.click()
        expect(page.get_by_text("Joined with this actor")).to_be_visible()
        assert spellings(page) > before
        page.get_by_role("button", name="Not this actor").first.click()
        expect(page.get_by_text("split from")).to_be_visible()
        settle(page)
        page.get_by_role("button", name="Undo").first.click()
        expect(page.get_by_text("split from")).to_have_count(0)
        page.get_by_role("link", name="All sentences").click()
        expect(page.locator(".sentence mark").first).to_be_visible()
        page.goto(f"{address}/timeline?actor=qasem-soleimani")
        settle(page)
        expect(page.get_by_text("was merged into")).to_be_visible()
        assert "actor=maryam-rajavi" in page.url
        page.goto(f"{address}/corpus")
        settle(page)
        page.get_by_role("button", name="Read again").click()
        settle(page)
        page.goto(f"{address}/{WHO}")
        assert spellings(page) > before
        page.goto("about:blank")
    assert load(corpus / FILE).standing.parents == {"qasem-soleimani": "maryam-rajavi"}
    with dashboard(other, tmp_path / "home") as address:
        page = open_page(f"{address}/curate")
        page.locator('input[type="file"]').set_input_files(str(corpus / FILE))
        expect(page.get_by_text(FILE)).to_be_visible()
        page.get_by_role("button", name="Take it in").click()
        expect(page.get_by_text("The list was taken in.")).to_be_visible()
        page.goto(f"{address}/{WHO}")
        assert spellings(page) > before
        page.goto("about:blank")
    assert load(other / FILE).standing.parents == load(corpus / FILE).standing.parents
