"""Every surface of every page, with a corpus made to hurt: both themes, a desk and a phone, three interface languages.

A few visits are part of every run; the whole grid is `heavy`. `RAWI_SURFACES=file` keeps the table of what was seen.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from lib.i18n import LANGUAGES
from tests.browser import hurting
from tests.browser.audit import CANVAS, Seen, look
from tests.browser.conftest import dashboard, settle, watched
from tests.browser.test_pages import PAGES

pytestmark = pytest.mark.browser

WIDTHS = {"wide": (1280, 900), "phone": (390, 844)}
THEMES = ("light", "dark")
GRID = [(theme, width, language) for theme in THEMES for width in WIDTHS for language in LANGUAGES]
OWN = {
    "timeline-by-outlet": "timeline?split=outlet",
    "languages-cloud": "languages?style=cloud",
    "actors-in-words": "actors?language=fa&language=ar&actor=iran",
    "articles-of-two": "articles?actor=iran&actor=tehran&match=any",
    **{f"article-{n}": f"article?doc=hurt-{n}" for n in (0, 1, 3, 4, 6, 7, 8, 9, 10, 11, 12)},
}
ADDRESSES = {**{name: path for name, path in PAGES.items() if "doc=" not in path}, **OWN}
QUICK = [
    ("timeline-by-outlet", "dark", "phone", "fa"),
    ("articles", "light", "wide", "ar"),
    ("article-6", "dark", "wide", "en"),
    ("actors", "dark", "wide", "fa"),
]


@pytest.fixture(scope="module")
def hurting_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard over the corpus made to hurt."""
    folder = tmp_path_factory.mktemp("hurting")
    with dashboard(hurting.write(folder / "corpus"), folder / "home") as address:
        yield address


def tab(browser: Browser, theme: str, width: str) -> tuple[Page, list[str]]:
    """A tab in a theme and a width, that keeps what is written on canvases."""
    wide, high = WIDTHS[width]
    context = browser.new_context(viewport={"width": wide, "height": high}, color_scheme=theme)  # type: ignore[arg-type]
    context.add_init_script(CANVAS)
    return watched(context)


def visit(page: Page, server: str, name: str, language: str, gestures: bool = True) -> Seen:
    """What is seen at an address, with `gestures` also what shows when the page is used."""
    path = ADDRESSES[name]
    page.goto(f"{server}/{path}{'&' if '?' in path else '?'}ui={language}")
    settle(page)
    assert page.locator('[data-testid="stException"]').count() == 0
    seen = look(page, gestures)
    seen.findings = [f"{name} {language}: {each}" for each in seen.findings]
    return seen


@pytest.mark.parametrize(("name", "theme", "width", "language"), QUICK)
def test_what_hurts_stands_right(
    hurting_server: str, browser: Browser, name: str, theme: str, width: str, language: str
) -> None:
    page, complaints = tab(browser, theme, width)
    seen = visit(page, hurting_server, name, language)
    page.context.close()
    assert not seen.findings
    assert seen.blocks.total() >= 10
    assert not complaints


@pytest.fixture(scope="module")
def verdicts() -> Iterator[dict[str, Seen]]:
    """What the whole grid saw, by interface language; written down at the end where a file for it is named."""
    found = {language: Seen() for language in LANGUAGES}
    yield found
    if path := os.environ.get("RAWI_SURFACES"):
        Path(path).write_text(table(found), "utf-8")


@pytest.mark.heavy
@pytest.mark.parametrize(("theme", "width", "language"), GRID)
def test_every_surface_of_every_page_stands_right(
    hurting_server: str, browser: Browser, verdicts: dict[str, Seen], theme: str, width: str, language: str
) -> None:
    page, complaints = tab(browser, theme, width)
    seen = Seen()
    for name in ADDRESSES:
        seen.join(visit(page, hurting_server, name, language, gestures=theme == "light"))
    page.context.close()
    verdicts[language].join(seen)
    assert not seen.findings
    assert not complaints


def table(found: dict[str, Seen]) -> str:
    """Surface by interface language: how many blocks of right-to-left text were looked at and how many were wrong."""
    surfaces = sorted({surface for seen in found.values() for surface in seen.blocks})
    head = ["surface", *found]
    rows = [head, ["---"] * len(head)]
    for surface in surfaces:
        cells = [f"{seen.blocks[surface]} looked at, {seen.wrong[surface] or 'none'} wrong" for seen in found.values()]
        rows.append([surface, *cells])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)
