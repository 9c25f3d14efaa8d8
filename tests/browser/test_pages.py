"""Every page in every interface language: opens cold, without errors, with every right-to-left line in order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from lib.i18n import LANGUAGES
from lib.settings import ROOT
from tests.browser.audit import audit, expand
from tests.browser.conftest import HEADLINE, dashboard, settle

PAGES = {
    "overview": "",
    "timeline": "timeline",
    "timeline-by-actor": "timeline?split=actor",
    "actors": "actors",
    "actor": "actor?who=maryam-rajavi",
    "network": "network?top=10&least=1",
    "curate": "curate",
    "sentences": "sentences?who=iran",
    "languages": "languages",
    "articles": "articles",
    "article-fa": "article?doc=000_138f315e1e6ba625-1",
    "article-ar": "article?doc=002_193852a74a979431-1",
    "corpus": "corpus",
    "about": "about",
}


# Every page in Persian, which turns everything round; in the other languages those with most of their own to show.
MORE = {("overview", "en"), ("timeline", "ar"), ("article-ar", "en"), ("actor", "ar")}
QUICK = {(page, "fa") for page in PAGES} | MORE
VISITS = [
    pytest.param(page, language, marks=() if (page, language) in QUICK else pytest.mark.heavy)
    for page in PAGES
    for language in LANGUAGES
]
FAULTY = ("overview", "timeline", "actors", "articles", "article-fa", "article-ar")


def address(server: str, page: str, language: str) -> str:
    path = PAGES[page]
    return f"{server}/{path}{'&' if '?' in path else '?'}ui={language}"


@pytest.fixture(scope="module")
def plain_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard with the display module switched off."""
    home = tmp_path_factory.mktemp("plain") / "home"
    with dashboard(ROOT / "seeds", home, RAWI_PLAIN_TEXT="1") as started:
        yield started


@pytest.mark.browser
@pytest.mark.parametrize(("page", "language"), VISITS)
def test_page_opens_cold_and_stands_right(
    seeds_server: str, reader: tuple[Page, list[str]], page: str, language: str
) -> None:
    opened, complaints = reader
    complaints.clear()
    opened.goto(address(seeds_server, page, language))
    settle(opened)
    assert opened.locator('[data-testid="stException"]').count() == 0
    assert opened.locator(HEADLINE).first.inner_text().strip()
    expand(opened)
    blocks, findings = audit(opened)
    assert not findings
    assert blocks or language == "en"
    assert not complaints


@pytest.mark.browser
def test_the_audit_finds_many_faults_without_the_display_module(
    plain_server: str, reader: tuple[Page, list[str]]
) -> None:
    """The control run: an audit that could not fail would prove nothing."""
    opened, found = reader[0], []
    for page in FAULTY:
        opened.goto(address(plain_server, page, "en"))
        settle(opened)
        expand(opened)
        found += audit(opened)[1]
    print(f"audit without the display module: {len(found)} findings")
    assert len(found) >= 20
