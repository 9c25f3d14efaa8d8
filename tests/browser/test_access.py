"""Reachable by everybody: axe-core finds nothing serious that is ours, and the keyboard gets everywhere, visibly.

Every page in every theme, width and language is asked in test_surfaces.py, where it is open anyway.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.access import faults
from tests.browser.audit import expand
from tests.browser.conftest import settle
from tests.browser.test_pages import address
from tests.browser.test_surfaces import tab

pytestmark = pytest.mark.browser

# What has the focus, and whether its own look or that of the box around it tells so.
_FOCUSED = """() => { const at = document.activeElement;
    const told = (e) => { const s = getComputedStyle(e);
        return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'
            || (e.dataset.focusVisible ?? e.dataset.focused) !== undefined; };
    let seen = false;
    for (let e = at, up = 0; e && up < 5; e = e.parentElement, up++) seen ||= told(e);
    return [at.tagName, seen || at === document.body, at.outerHTML.slice(0, 120)]; }"""
QUICK = [("article-fa", "dark", "phone", "fa"), ("actors", "light", "wide", "en")]


def visit(page: Page, server: str, name: str, language: str) -> list[str]:
    page.goto(address(server, name, language))
    settle(page)
    expand(page)
    return [f"{name} {language}: {each}" for each in faults(page)]


@pytest.mark.parametrize(("name", "theme", "width", "language"), QUICK)
def test_nothing_serious_on_a_page(
    seeds_server: str, browser: Browser, name: str, theme: str, width: str, language: str
) -> None:
    page, _ = tab(browser, theme, width)
    found = visit(page, seeds_server, name, language)
    page.evaluate("() => document.body.append(document.createElement('button'))")  # one that nobody can name
    planted = faults(page)
    page.context.close()
    assert not found
    assert len(planted) == 1


def test_the_keyboard_gets_to_everything_and_shows_where_it_is(seeds_server: str, browser: Browser) -> None:
    page, _ = tab(browser, "dark", "wide")
    page.goto(address(seeds_server, "article-fa", "fa"))
    settle(page)
    met: dict[str, int] = {}
    unseen = []
    for _step in range(60):
        page.keyboard.press("Tab")
        kind, shown, where = page.evaluate(_FOCUSED)
        met[kind] = met.get(kind, 0) + 1
        if not shown:
            unseen.append(where)
    page.context.close()
    assert not unseen
    assert {"A", "INPUT", "BUTTON", "MARK"} <= met.keys()
