"""The corpus page in a real browser: files are sent, problems taken home, and a second reading says what is new."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import HEADLINE, dashboard, settle

PERSIAN = "خبر تازه\n\n" + "وزیران در ژنو گفتگو کردند. " * 9
PAGE = "A headline of page {n}\n\n" + "The ministers met in Geneva to talk about {n} things. " * 5


def write(folder: Path, numbers: Iterable[int]) -> None:
    """A page for each number."""
    folder.mkdir(exist_ok=True)
    for n in numbers:
        (folder / f"{n}.txt").write_text(PAGE.format(n=n))


def problems(page: Page, folder: Path) -> list[dict[str, str]]:
    """The rows of the file that the table of problems gives."""
    with page.expect_download() as given:
        page.locator(".st-key-csv-problems button").click()
    given.value.save_as(folder / "problems.csv")
    with (folder / "problems.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_sent_files_become_a_corpus_and_the_first_comes_back(open_page: Callable[..., Page], tmp_path: Path) -> None:
    first = tmp_path / "first"
    write(first, range(3))
    with dashboard(first, tmp_path / "home") as address:
        page = open_page(f"{address}/corpus")
        expect(page.locator(HEADLINE)).to_contain_text("first")
        sent: list[FilePayload] = [
            {"name": "one.txt", "mimeType": "text/plain", "buffer": PAGE.format(n=7).encode()},
            {"name": "خبر.txt", "mimeType": "text/plain", "buffer": PERSIAN.encode()},
            {"name": "empty.txt", "mimeType": "text/plain", "buffer": b""},
        ]  # fmt: skip
        page.locator('input[type="file"]').first.set_input_files(sent)
        expect(page.get_by_text("one.txt")).to_be_visible()
        page.get_by_role("button", name="Open these files").click()
        expect(page.get_by_text("2 of 2 articles")).to_be_visible()
        settle(page)
        (row,) = problems(page, tmp_path)
        assert row["File"] == "003-empty.txt" and "empty" in " ".join(row.values())
        page.get_by_role("button", name="Back to").click()
        expect(page.get_by_text("3 of 3 articles")).to_be_visible()
        page.context.close()


def test_a_second_reading_says_what_is_new_and_what_vanished(open_page: Callable[..., Page], tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    write(folder, range(3))
    with dashboard(folder, tmp_path / "home") as address:
        page = open_page(f"{address}/corpus")
        expect(page.get_by_text("3 of 3 articles")).to_be_visible()
        (folder / "0.txt").unlink()
        write(folder, (3, 4))
        page.get_by_role("button", name="Read again").click()
        expect(page.get_by_text("4 of 4 articles")).to_be_visible()
        settle(page)
        page.screenshot(path=tmp_path / "again.png", full_page=True)
        for what in ("New files: 2", "Vanished files: 1"):
            expect(page.get_by_text(what).first).to_be_visible()
        page.context.close()
