"""Runs the geometry audit in an open page and says its findings in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

HERE = Path(__file__).parent
SCRIPT = (HERE / "vendor" / "bidi.min.js").read_text("utf-8") + (HERE / "audit.js").read_text("utf-8")


def audit(page: Page) -> tuple[int, list[str]]:
    """(number of blocks with right-to-left text, findings in words) of the page as it stands."""
    if not page.evaluate("() => Boolean(window.rawiAudit)"):
        page.evaluate(SCRIPT)
    judged: list[dict[str, Any]] = page.evaluate("() => window.rawiAudit.audit()")
    findings = []
    for block in judged:
        where = f"<{block['tag']}> {block['text']!r}"
        findings += [f"wrong order in {where}: seen {w['seen']!r}, asked {w['asked']!r}" for w in block["order"]]
        if block["painted"]:
            findings.append(f"bidi control painted in {where}")
        if block["presentation"]:
            findings.append(f"presentation forms in {where}")
        if block["flush"]:
            findings.append(f"flush left: {where}")
    return len(judged), findings
