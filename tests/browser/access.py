"""Asks axe-core about an open page: what it finds serious or critical and is ours."""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
# What Streamlit 1.67 itself draws and offers no way to change: (rule, part of the element's HTML) and why.
STREAMLIT: dict[tuple[str, str], str] = {}
_RUN = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
    .filter(each => ['serious', 'critical'].includes(each.impact))
    .flatMap(each => each.nodes.map(node => [each.id, node.html, node.failureSummary || '']))"""


def faults(page: Page) -> list[str]:
    """Serious and critical findings of axe-core that are not Streamlit's own."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE)
    found: list[list[str]] = page.evaluate(_RUN)
    return [
        f"{rule}: {html[:160]} ({why.splitlines()[-1].strip()[:160]})"
        for rule, html, why in found
        if not any(rule == known and part in html for known, part in STREAMLIT)
    ]
