"""Reading an article: copied text is the source's own, joined letters stay joined, paper gets the article alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
FA, AR = "000_138f315e1e6ba625-1", "002_193852a74a979431-1"
_SELECT = """() => { const range = document.createRange();
    range.selectNodeContents(document.querySelector('.rawi-article p:not([class])'));
    const selection = window.getSelection(); selection.removeAllRanges(); selection.addRange(range); }"""
# Widths of two letters that join, alone and with a drawn half-space between them.
_DRAWN = """() => { const article = document.querySelector('.rawi-article'), line = document.createElement('p');
    article.append(line);
    return ['بب', 'ب<span class="half-space"></span>ب', 'ب\\u200cب'].map((html) => {
        line.innerHTML = `<span class="probe">${html}</span>`;
        return line.firstChild.getBoundingClientRect().width; }); }"""


def test_what_is_copied_is_the_source_in_logical_order(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/article?doc={FA}&ui=fa", permissions=["clipboard-read", "clipboard-write"])
    assert page.locator(".half-space").count() > 10
    page.evaluate(_SELECT)
    page.keyboard.press("ControlOrMeta+C")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith("اپوزیسیون ایران در خارج مورد حمایت شخصیتهای سیاسی")
    assert not [c for c in copied if c in "\u200c\u2066\u2067\u2068\u2069\u200e\u200f"]


def test_a_drawn_half_space_parts_letters_like_a_written_one(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/article?doc={FA}")
    joined, drawn, written = page.evaluate(_DRAWN)
    assert abs(drawn - written) < 0.5
    assert abs(drawn - joined) > 1


def test_type_is_the_readers_choice_and_stays_in_the_link(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/article?doc={FA}&align=justified&spaces=source&shown=both")
    assert page.locator(".half-space").count() == 0
    paragraph = page.locator(".rawi-article.justified p:not([class])").first
    assert paragraph.evaluate("e => getComputedStyle(e).textAlign") == "justify"
    cleaned, found = page.locator(".rawi-article").all()
    assert found.locator("del").count() > 3 and cleaned.locator("del").count() == 0
    one, other = cleaned.bounding_box(), found.bounding_box()
    assert one and other
    assert one["x"] + one["width"] <= other["x"], "they stand side by side"
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(500)
    one, other = cleaned.bounding_box(), found.bounding_box()
    assert one and other
    assert one["y"] + one["height"] <= other["y"], "on a phone one follows the other"


def test_paper_gets_the_article_alone(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/article?doc={AR}&ui=ar")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    page.emulate_media(media="print")
    for hidden in ("stSidebar", "stHeader", "stExpander"):
        assert not page.locator(f'[data-testid="{hidden}"]').first.is_visible()
    assert page.locator(".rawi-article p").last.is_visible()
    mark = page.locator("mark.m").first
    assert mark.evaluate("e => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert page.locator(".rawi-article").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"


def test_the_interface_language_is_remembered(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/")
    page.locator('[data-testid="stSidebar"]').get_by_text("فارسی", exact=True).click()
    page.wait_for_url("**ui=fa*", timeout=30_000)
    settle(page)
    page.wait_for_function("() => document.cookie.includes('rawi-interface=fa')")
    page.goto(f"{seeds_server}/articles")
    page.wait_for_url("**ui=fa*", timeout=30_000)
    settle(page)
    expect(page.locator("html")).to_have_attribute("lang", "fa")
    assert page.context.cookies()[0]["sameSite"] == "Lax"


def test_a_picture_is_copied_or_that_is_said(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/actors?ui=ar", permissions=["clipboard-read", "clipboard-write"])
    page.locator('.st-key-tools-actors [data-testid="stPopover"] button').first.click()
    copy = page.locator('.snapshot button[data-kind="copy"]').first
    copy.click()
    expect(page.locator(".snapshot [role=status]").first).to_have_text("الصورة في الحافظة.")
    kinds = page.evaluate("async () => (await navigator.clipboard.read()).flatMap(item => item.types)")
    assert kinds == ["image/png"]
    page.evaluate("() => Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})")
    copy.click()
    expect(page.locator(".snapshot [role=status]").first).to_contain_text("لا يسمح هذا المتصفح")
