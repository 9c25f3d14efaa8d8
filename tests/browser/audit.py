"""Runs the geometry audit in an open page and says its findings in words."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, TimeoutError

from tests.browser.access import faults
from tests.browser.conftest import settle

HERE = Path(__file__).parent
SCRIPT = (HERE / "vendor" / "bidi.min.js").read_text("utf-8") + (HERE / "audit.js").read_text("utf-8")
CANVAS = (HERE / "canvas.js").read_text("utf-8")
_HOVERED = 4  # marks of a chart whose hover label is looked at


@dataclass
class Seen:
    """What an audit looked at: blocks of right-to-left text by the surface they stand on, wrong ones, findings."""

    blocks: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)

    def add(self, judged: list[dict[str, Any]]) -> None:
        """Takes in what audit.js says of some blocks."""
        for block in judged:
            said = _words(block)
            self.blocks[block["surface"]] += 1
            self.wrong[block["surface"]] += bool(said)
            self.findings += [one for one in said if one not in self.findings]

    def say(self, surface: str, looked: int, findings: list[str]) -> None:
        """Takes in what another check says of a surface."""
        self.blocks[surface] += looked
        self.wrong[surface] += len(findings)
        self.findings += findings

    def join(self, other: Seen) -> None:
        """Takes in what another audit saw."""
        self.blocks += other.blocks
        self.wrong += other.wrong
        self.findings += other.findings


def audit(page: Page) -> tuple[int, list[str]]:
    """(number of blocks with right-to-left text, findings in words) of the page as it stands."""
    seen = Seen()
    seen.add(_asked(page, "audit"))
    return seen.blocks.total(), seen.findings


def look(page: Page, gestures: bool = True, reach: bool = False) -> Seen:
    """The page as it stands with its folded parts, with `gestures` also what it shows in use: labels, lists.

    `reach` also asks whether everybody reaches it.
    """
    seen = Seen()
    expand(page)
    seen.add(_asked(page, "audit"))
    seen.add(_asked(page, "canvas"))
    joined = _asked(page, "joining")
    seen.say("highlight in a word", joined["words"], [f"torn by a mark: {word}" for word in joined["torn"]])
    if wider := _asked(page, "overflow"):
        seen.findings.append(f"wider than the window by {wider} pixels")
    if reach:
        seen.findings += faults(page)
    if gestures:
        _hover(page, seen)
        _lists(page, seen)
    return seen


def surfaces() -> set[str]:
    """Every surface that an audit can name."""
    named = re.search(r"const SURFACES = \[(.*?)\];", SCRIPT, re.DOTALL)
    assert named
    return {*re.findall(r"\['([a-z, ]+)', '", named.group(1)), "grid header", "grid cell", "highlight in a word"}


def expand(page: Page) -> None:
    """Open what is folded, so that the audit sees it too."""
    folded = '[data-testid="stMain"] [data-testid="stExpander"] details:not([open]) > summary'
    page.evaluate("folded => document.querySelectorAll(folded).forEach(each => each.click())", folded)
    settle(page)


def _hover(page: Page, seen: Seen) -> None:
    """The labels over the first marks of every chart."""
    marks = ".barlayer .point path, .scatterlayer .points path, .heatmaplayer image, .slice path"
    for chart in page.locator(".js-plotly-plot").all():
        for mark in chart.locator(marks).all()[:_HOVERED]:
            box = mark.bounding_box()
            if not box or box["width"] < 2 or box["height"] < 2:
                continue
            mark.scroll_into_view_if_needed()
            box = mark.bounding_box() or box
            page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            page.wait_for_timeout(60)
            seen.add(page.evaluate(
                "() => [...document.querySelectorAll('.hoverlayer')].flatMap(l => window.rawiAudit.audit(l))"
            ))  # fmt: skip


def _lists(page: Page, seen: Seen) -> None:
    """What every list of the sidebar offers; on a phone the sidebar is opened first."""
    if page.locator('[data-testid="stSidebar"][data-collapsed="true"]').count():
        page.locator('[data-testid="stExpandSidebarButton"]').click()
        page.wait_for_timeout(500)
        seen.add(_asked(page, "audit"))
    for box in page.locator('[data-testid="stSidebar"] [data-testid="stMultiSelect"] input').all():
        if not box.is_visible():
            continue
        box.click()
        with suppress(TimeoutError):  # a list without choices shows none
            page.locator("[role=listbox]").first.wait_for(timeout=5_000)
        page.wait_for_timeout(150)
        seen.add(page.evaluate(
            "() => [...document.querySelectorAll('[role=listbox]')].flatMap(l => window.rawiAudit.audit(l))"
        ))  # fmt: skip
        page.keyboard.press("Escape")
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")  # an opened sidebar would be remembered


def _asked(page: Page, check: str) -> Any:
    if not page.evaluate("() => Boolean(window.rawiAudit)"):
        page.evaluate(SCRIPT)
    return page.evaluate(f"() => window.rawiAudit.{check}()")


def _words(block: dict[str, Any]) -> list[str]:
    where = f"<{block['tag']}> {block['text']!r} ({block['surface']})"
    said = [f"wrong order in {where}: seen {w['seen']!r}, asked {w['asked']!r}" for w in block["order"]]
    if block["painted"]:
        said.append(f"bidi control painted in {where}")
    if block["presentation"]:
        said.append(f"presentation forms in {where}")
    if block["flush"]:
        said.append(f"flush left: {where}")
    return said
