"""Every surface of every page, with a corpus made to hurt: both themes, a desk and a phone, three interface languages.

A few visits are part of every run; the whole grid is `heavy`. `RAWI_SURFACES=folder` keeps there what each combination
saw, and the table of them all, SURFACES.md, whose copy beside this file is in the docs.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from lib.i18n import LANGUAGES
from tests.browser import hurting
from tests.browser.audit import CANVAS, Seen, look, surfaces
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
    "timeline-both": "timeline?layers=both&cal=jalali&by=month&compare=actor:iran&compare=q:تهران",
    "chronology": "timeline?part=chronology",
    "curate-one": "curate?who=iran",
    "nothing": "actors?q=zzzz",
    "no-such-article": "article?doc=نیست",
    "article-as-found": "article?doc=hurt-5&shown=both&align=justified",
    **{f"article-{n}": f"article?doc=hurt-{n}" for n in (0, 1, 3, 4, 6, 7, 8, 9, 10, 11, 12)},
}
ADDRESSES = {**{name: path for name, path in PAGES.items() if "doc=" not in path}, **OWN}
NAMES = {"en": "English", "fa": "Persian", "ar": "Arabic"}
NOTHING = "nothing from right to left"
KEPT = Path(__file__).with_name("SURFACES.md")
INTRODUCTION = f"""# Right-to-left text, surface by surface

Blocks of right-to-left text over a corpus made to hurt (`hurting.py`), by the language of the interface:
{len(ADDRESSES)} addresses; the last line says in which themes and widths. Looked at are the order of every line by the
Unicode Bidirectional Algorithm, presentation forms, painted controls, alignment, letters torn by a mark, and what is
wider than the window. Written by the tests; to write it anew:

    RAWI_SURFACES=folder .venv/bin/python -m pytest tests/browser/test_surfaces.py -m heavy --timeout 5400

"""
QUICK = [
    ("timeline-by-outlet", "dark", "phone", "fa"),
    ("articles", "light", "wide", "ar"),
    ("article-6", "dark", "wide", "en"),
]
CONTROL = ("timeline-by-outlet", "actors", "languages-cloud", "articles", "chronology", "article-0", "article-3")


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


def visit(page: Page, server: str, name: str, language: str, gestures: bool = True, reach: bool = False) -> Seen:
    """What is seen at an address; `gestures` and `reach` as in `look`."""
    path = ADDRESSES[name]
    page.goto(f"{server}/{path}{'&' if '?' in path else '?'}ui={language}")
    settle(page)
    assert page.locator('[data-testid="stException"]').count() == 0
    seen = look(page, gestures, reach)
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


@pytest.mark.heavy
@pytest.mark.parametrize(("theme", "width", "language"), GRID)
def test_every_surface_of_every_page_stands_right(
    hurting_server: str, browser: Browser, theme: str, width: str, language: str
) -> None:
    page, complaints = tab(browser, theme, width)
    seen = Seen()
    for name in ADDRESSES:
        seen.join(visit(page, hurting_server, name, language, gestures=theme == "light", reach=True))
    page.context.close()
    if folder := os.environ.get("RAWI_SURFACES"):
        keep(Path(folder), (theme, width, language), seen)
    wrong = [*seen.findings, *complaints]
    assert not wrong, "\n".join(wrong)


@pytest.mark.heavy
def test_the_corpus_made_to_hurt_does_without_the_display_module(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The control run: the same corpus, the same audit, and no bidi control or `dir` of ours."""
    folder = tmp_path_factory.mktemp("hurting-plain")
    with dashboard(hurting.write(folder / "corpus"), folder / "home", RAWI_PLAIN_TEXT="1") as server:
        page, _ = tab(browser, "light", "wide")
        seen = Seen()
        for name in CONTROL:
            seen.join(visit(page, server, name, "en", gestures=False))
        page.context.close()
    print(f"hurting corpus without the display module: {len(seen.findings)} findings in {seen.blocks.total()} blocks")
    assert len(seen.findings) >= 30


def keep(folder: Path, combination: tuple[str, str, str], seen: Seen) -> None:
    """What one combination saw, as a file, and the table of all that lie there."""
    folder.mkdir(parents=True, exist_ok=True)
    counts = {"blocks": seen.blocks, "wrong": seen.wrong}
    (folder / f"{'-'.join(combination)}.json").write_text(json.dumps(counts), "utf-8")
    found = {language: Seen() for language in LANGUAGES}
    visited = [each for each in GRID if (folder / f"{'-'.join(each)}.json").is_file()]
    for each in visited:
        read = json.loads((folder / f"{'-'.join(each)}.json").read_text("utf-8"))
        found[each[2]].join(Seen(Counter(read["blocks"]), Counter(read["wrong"])))
    last = f"\nLooked at: {'; '.join(f'{theme}, {width}, {NAMES[to]}' for theme, width, to in visited)}.\n"
    (folder / "SURFACES.md").write_text(INTRODUCTION + table(found) + last, "utf-8")


def table(found: dict[str, Seen]) -> str:
    """Surface by interface language: how many blocks of right-to-left text were looked at and how many were wrong."""
    met = sorted({surface for seen in found.values() for surface in seen.blocks})
    head = ["surface", *(NAMES[language] for language in found)]
    rows = [head, ["---"] * len(head)]
    for surface in met:
        verdicts = ((seen.blocks[surface], seen.wrong[surface] or "none") for seen in found.values())
        cells = (f"{looked:,} looked at, {wrong} wrong" if looked else NOTHING for looked, wrong in verdicts)
        rows.append([surface, *cells])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def test_the_table_in_the_docs_knows_every_surface_and_no_fault() -> None:
    rows = [line.strip("| \n").split(" | ") for line in KEPT.read_text("utf-8").splitlines() if line.startswith("| ")]
    assert rows[0] == ["surface", *(NAMES[language] for language in LANGUAGES)]
    assert {row[0] for row in rows[2:]} == surfaces()
    for row in rows[2:]:
        looked = [cell for cell in row[1:] if cell != NOTHING]
        assert looked and all(re.fullmatch(r"[1-9][\d,]* looked at, none wrong", cell) for cell in looked), row
