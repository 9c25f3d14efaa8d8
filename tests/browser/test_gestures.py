"""What a reader does: opens a link, drags a period, clicks a mark, goes back, switches the language, takes a file."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def matching(page: Page) -> str:
    return page.locator(".st-key-matching p").first.inner_text()


def test_a_cold_link_opens_exactly_what_was_shared(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/timeline?language=fa&actor=maryam-rajavi&by=year&ui=fa")
    expect(page.locator(".st-key-matching")).to_contain_text("۱")
    tags = page.locator('[data-testid="stSidebar"]').inner_text()
    assert "مریم رجوی" in tags
    assert "فارسی" in tags
    assert query(page) == {"language": ["fa"], "actor": ["maryam-rajavi"], "by": ["year"], "ui": ["fa"]}
    page.reload()
    settle(page)
    assert query(page)["actor"] == ["maryam-rajavi"]


def test_a_dragged_period_becomes_a_filter_and_back_undoes_it(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/timeline?by=year")
    assert matching(page) == "3 of 3 articles"
    plot = page.locator(".js-plotly-plot .nsewdrag").first
    box = plot.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 5, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, middle, steps=8)
    page.mouse.move(box["x"] + box["width"] - 5, middle, steps=8)
    page.mouse.up()
    page.wait_for_url("**since=*", timeout=30_000)
    settle(page)
    found = query(page)
    assert found["since"] <= found["until"]
    assert matching(page) != "3 of 3 articles"
    page.go_back()
    page.wait_for_url(lambda url: "since=" not in url, timeout=30_000)
    settle(page)
    assert matching(page) == "3 of 3 articles"


def test_a_clicked_bar_of_the_timeline_keeps_its_days_and_language(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/timeline?by=year&cal=jalali&hide=imprecise")
    bar = page.locator(".st-key-desk-timeline .barlayer .point path").first
    box = bar.bounding_box()
    assert box
    page.wait_for_timeout(1000)  # the listener comes with the chart, not before it
    page.mouse.move(box["x"] + 4, box["y"] + box["height"] / 2)
    page.wait_for_timeout(300)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**since=*", timeout=30_000)
    assert {"since", "until", "which", "language"} <= set(query(page))


def test_a_clicked_bar_keeps_its_actor(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/actors")
    bar = page.locator(".st-key-card-actors .barlayer .point path").first
    bar.click(force=True)
    page.wait_for_url("**actor=*", timeout=30_000)
    settle(page)
    assert len(query(page)["actor"]) == 1


def test_the_middle_of_a_tie_opens_its_articles(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/network?least=1&top=10")
    page.locator(".st-key-desk-network .scatterlayer .trace .points path").first.click(force=True)
    page.wait_for_url("**pair=*", timeout=30_000)
    settle(page)
    assert len(query(page)["pair"]) == 2
    assert page.locator(".st-key-behind [class*=st-key-item]").count() >= 1


def test_a_mark_in_the_text_keeps_its_actor_without_reloading(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/article?doc=000_138f315e1e6ba625-1")
    page.evaluate("() => { window.rawiSame = true; }")
    mark = page.locator('mark[data-actor="maryam-rajavi"][tabindex]').first
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**actor=maryam-rajavi*", timeout=30_000)
    assert page.evaluate("() => window.rawiSame === true")


def test_an_unknown_actor_in_a_link_is_said_and_can_be_removed(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/actors?actor=nobody-at-all")
    expect(page.locator(".st-key-unknown-0")).to_contain_text("nobody-at-all")
    page.locator(".st-key-unknown-0 button").click()
    page.wait_for_url(lambda url: "actor=" not in url, timeout=30_000)
    settle(page)
    assert matching(page) == "3 of 3 articles"


def test_an_unknown_article_in_a_link_is_said(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/article?doc=../../etc/passwd")
    expect(page.locator('[data-testid="stAlert"]')).to_contain_text("not in this corpus")


def test_filters_survive_a_page_switch_and_a_change_of_language(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/?language=ar")
    page.locator('[data-testid="stSidebar"] a', has_text="Actors").click()
    page.wait_for_url("**/actors*", timeout=30_000)
    settle(page)
    assert query(page)["language"] == ["ar"]
    page.locator('[data-testid="stSidebar"]').get_by_text("فارسی", exact=True).click()
    page.wait_for_url("**ui=fa*", timeout=30_000)
    settle(page)
    assert query(page) == {"language": ["ar"], "ui": ["fa"]}
    assert page.locator('[data-testid="stApp"]').evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_two_tabs_do_not_disturb_each_other(seeds_server: str, open_page: Open) -> None:
    first = open_page(f"{seeds_server}/timeline?language=fa")
    second = open_page(f"{seeds_server}/timeline?language=ar&ui=ar")
    first.reload()
    settle(first)
    assert query(first) == {"language": ["fa"]}
    assert query(second) == {"language": ["ar"], "ui": ["ar"]}


def test_the_picture_is_wide_full_and_in_our_font(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/actors?ui=fa", accept_downloads=True)
    page.locator('.st-key-tools-actors [data-testid="stPopover"] button').first.click()
    with page.expect_download(timeout=60_000) as taken:
        page.locator(".st-key-png-wide-actors button").first.click()
    raw = Path(taken.value.path()).read_bytes()
    image = Image.open(io.BytesIO(raw))
    assert image.size == (2400, 1350)
    assert image.convert("RGB").getpixel((2, 2)) == (255, 255, 255)
    colours = image.convert("RGB").getcolors(maxcolors=2**24) or []
    assert len(colours) > 50
    assert max(n for n, _ in colours) < 0.98 * 2400 * 1350
    with page.expect_download(timeout=60_000) as taken:
        page.locator(".st-key-svg-wide-actors button").first.click()
    svg = Path(taken.value.path()).read_text("utf-8")
    assert "@font-face" in svg
    assert "Vazirmatn" in svg
    assert "http://" not in svg.replace("http://www.w3.org/", "")


def test_data_can_be_taken_away(seeds_server: str, open_page: Open) -> None:
    page = open_page(f"{seeds_server}/actors", accept_downloads=True)
    with page.expect_download(timeout=30_000) as taken:
        page.locator(".st-key-csv-actors button").first.click()
    raw = Path(taken.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    text = raw.decode("utf-8-sig")
    assert "Iran" in text
    assert not [c for c in text if c in "\u2066\u2067\u2068\u2069\u200f\u200e\u061c"]
