"""Pictures: our fonts inside, nothing clipped, nothing given away, and a browser that comes back when it died."""

from __future__ import annotations

import getpass
import io
import os
import re
import signal
import socket
import struct
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from PIL import Image

from lib.figures import browser, faces, images
from lib.figures.layout import with_size
from lib.figures.plan import SIZES, Size
from lib.settings import ROOT
from tests.chromium import find
from tests.figures.examples import INTERFACES, every

FIGURES = [(name, language, figure) for language in INTERFACES for name, figure in every(language)]
PNG_SIZES = {"wide": (2400, 1350), "square": (2160, 2160), "tall": (2160, 2700)}
# Every text of the drawn figure that leaves the picture, or lies on another one that is not turned.
FAULTS = """(async figure => {
    await draw(figure);
    const {width, height} = figure.layout, faults = [];
    const boxes = [...document.querySelectorAll("#figure text")].map(text => {
        const {left, top, right, bottom} = text.getBoundingClientRect();
        const turned = /rotate\\((?!0[,)])/.test(text.getAttribute("transform") || "");
        return {words: text.textContent, left, top, right, bottom, turned};
    }).filter(box => box.right > box.left && box.words.trim());
    boxes.forEach((a, at) => {
        if (a.left < -.5 || a.top < -.5 || a.right > width + .5 || a.bottom > height + .5)
            faults.push(["outside", a.words]);
        for (const b of boxes.slice(at + 1)) {
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            const least = .4 * Math.min(a.bottom - a.top, b.bottom - b.top);
            if (!a.turned && !b.turned && wide > 2 && high > least) faults.push(["on another", a.words, b.words]);
        }
    });
    return [boxes.length, faults];
})"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[str]:
    """A browser for the pictures, ended when the module is done."""
    with pytest.MonkeyPatch.context() as patch:
        path = find()
        patch.setenv("RAWI_CHROMIUM", path)
        yield path
        images.close()


def one(name: str = "timeline", language: str = "fa") -> go.Figure:
    """One of the figures."""
    return next(figure for at, code, figure in FIGURES if (at, code) == (name, language))


def chunks(data: bytes) -> list[bytes]:
    """The kinds of chunks in a PNG."""
    found, at = [], 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        found.append(data[at + 4 : at + 8])
        at += 12 + length
    return found


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
@pytest.mark.parametrize("size", PNG_SIZES)
def test_png_has_its_size_and_says_nothing_about_this_machine(size: Size) -> None:
    data = images.render(one(), "png", size)
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == PNG_SIZES[size]
    assert set(chunks(data)) == {b"IHDR", b"iTXt", b"IDAT", b"IEND"}
    assert set(chunks(images.render(one(), "png", size, told=False))) == {b"IHDR", b"IDAT", b"IEND"}
    assert len(data) > 20_000


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
def test_a_png_tells_its_caption_and_nothing_else() -> None:
    with Image.open(io.BytesIO(images.render(one("timeline", "fa")))) as picture:
        picture.load()
        told = {str(name): str(text) for name, text in picture.info.items() if isinstance(text, str)}
    assert told["Title"] == "شمار مقاله\u200cها در ماه"
    assert "۲ آوریل ۲۰۱۸" in told["Description"] and "۳۱۲ مقاله" in told["Description"]
    assert told["Source"] == "منبع: seeds"
    assert set(told) == {"Title", "Description", "Source", "Software"}
    said = " ".join(told.values())
    assert not [each for each in (str(ROOT), getpass.getuser(), socket.gethostname(), "/") if each in said]


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
@pytest.mark.parametrize(("name", "language", "figure"), FIGURES, ids=[f"{n}-{code}" for n, code, _ in FIGURES])
def test_no_word_is_clipped_or_covered(name: str, language: str, figure: go.Figure) -> None:
    for size in SIZES:
        if size == "page" and language != "fa":
            continue
        raw: dict[str, Any] = with_size(figure, size).to_plotly_json()
        raw["layout"].setdefault("width", SIZES[size].width)
        texts, faults = images.asked(FAULTS, raw)
        assert texts >= 4
        if name == "network":  # its names may touch where many meet
            faults = [fault for fault in faults if fault[0] == "outside"]
        assert not faults, f"{size}: {faults[:3]}"


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
def test_svg_carries_its_fonts_and_nothing_from_elsewhere() -> None:
    data = images.render(one("ranking", "ar"), "svg", "wide").decode()
    root = ET.fromstring(data)
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("1200", "675", "0 0 960 540")
    name = "{http://www.w3.org/2000/svg}"
    assert (root.findtext(f"{name}title") or "").startswith("عدد المقالات")
    assert "٣١٢" in (root.findtext(f"{name}desc") or "")
    assert data.count("@font-face") == 4, "Arabic and Latin, regular and bold"
    links = re.findall(r"""(?:href|src)=["']?([^"'>\s]+)|url\(["']?([^"')]+)""", data)
    assert all(link.startswith(("#", "data:font/woff2")) for pair in links for link in pair if link)
    assert set(re.findall(r"https?://[^\s\"'<]+", data)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    assert len(data) < 120_000


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
def test_pictures_are_drawn_in_our_fonts() -> None:
    images.render(one("ranking", "fa"), "png", "wide")
    faces_loaded = images.asked("(() => [...document.fonts].map(face => [face.family, face.status]))", None)
    assert faces_loaded
    assert all(status == "loaded" for _, status in faces_loaded)
    families = (
        "(() => [...new Set([...document.querySelectorAll('#figure text')].map(t => getComputedStyle(t).fontFamily))])"
    )
    assert all(family.startswith("Vazirmatn") for family in images.asked(families, None))


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
def test_several_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: images.render(one(), "png", "wide"), range(4)))
    assert len(set(found)) == 1


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
def test_a_browser_that_died_is_replaced() -> None:
    before = images.render(one(), "png", "wide")
    os.kill(images.process_id(), signal.SIGTERM)
    assert images.render(one(), "png", "wide") == before


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
def test_what_takes_too_long_is_given_up_with_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    images.render(one(), "png", "wide")
    monkeypatch.setattr(browser, "DRAW_S", 0.5)
    with pytest.raises(browser.BrowserError, match="too long"):
        images.asked("(() => new Promise(() => {}))", None)
    monkeypatch.undo()
    assert images.render(one(), "png", "wide")


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
def test_what_cannot_be_drawn_is_an_error_and_not_the_end() -> None:
    with pytest.raises(browser.BrowserError, match="could not be drawn"):
        images.asked("(() => { throw new Error('no'); })", None)
    assert images.asked("(x => x)", 3) == 3


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
def test_the_browser_has_no_way_to_the_network() -> None:
    fetched = "(async address => { try { await fetch(address); return true } catch { return false } })"
    assert images.asked(fetched, "http://localhost:1/") is False
    assert images.asked(fetched, "https://example.org/") is False


def test_a_browser_that_is_installed_while_we_run_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("RAWI_CHROMIUM", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert images.chromium_path() is None
    installed = tmp_path / "chromium"
    installed.write_text("#!/bin/sh\n")
    installed.chmod(0o755)
    assert images.chromium_path() == str(installed)



def test_without_a_browser_the_answer_is_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAWI_CHROMIUM", "/nowhere/chromium")
    assert images.chromium_path() is None
    assert not images.available()
    empty = browser.Browser("", [])
    with pytest.raises(browser.BrowserError, match="no Chromium"):
        empty.ask("draw", None)


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("abc", {"Vazirmatn"}),
        ("سلام\u200cabc", {"Vazirmatn"}),
        ("שלום", {"Noto Sans Hebrew"}),
        ("日本", set()),
        ("", set()),
    ],
)
def test_an_svg_carries_only_the_fonts_it_needs(text: str, families: set[str]) -> None:
    css = faces.used_css(text)
    assert set(re.findall(r"font-family:'([^']+)'", css)) == families
    assert len(css) < 20_000


def test_every_code_point_has_one_file() -> None:
    ranges = [set(re.findall(r"U\+[0-9A-F-]+", rule)) for rule in faces.page_css().split("@font-face")[1::2]]
    assert len(ranges) == 4
    assert not set.intersection(*ranges)
    assert sum(map(len, ranges)) == len(set.union(*ranges))
