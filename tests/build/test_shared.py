"""Two who want the same corpus: one reads, the other sees how far it is, and either can stop it for both."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from lib.build import ensure
from lib.store.generation import current, place, read_manifest
from lib.store.progress import Progress
from lib.store.shared import Shared, Stopped, stop

PAGE = "A headline of page {n}\n\n" + "The ministers met in Geneva to talk. " * 5
PATIENCE = 120


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for n in range(12):
        (folder / f"{n:02}.txt").write_text(PAGE.format(n=n))
    return folder


class Other(threading.Thread):
    """Reads or waits in a thread of its own, and keeps what it is told and what comes of it."""

    def __init__(self, source: Path, home: Path, heard: Callable[[Progress], None]) -> None:
        super().__init__(daemon=True)
        self.given = source, home, heard
        self.generation: Path | None = None
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.generation = ensure(*self.given)
        except Stopped as error:
            self.error = error


def together(pages: Path, home: Path, meanwhile: Callable[[], None]) -> tuple[Other, Other, list[Progress]]:
    """A reader that holds on at its first word until another waits and has been told, and `meanwhile` was done."""
    told: list[Progress] = []
    begun, heard = threading.Event(), threading.Event()

    def hold(_: Progress) -> None:
        if not begun.is_set():
            begun.set()
            assert heard.wait(PATIENCE)
            meanwhile()
            threading.Event().wait(0.3)  # longer than the time between two looks at what others say

    def hear(progress: Progress) -> None:
        told.append(progress)
        heard.set()

    reader = Other(pages, home, hold)
    reader.start()
    assert begun.wait(PATIENCE)
    waiter = Other(pages, home, hear)
    waiter.start()
    for each in (reader, waiter):
        each.join(PATIENCE)
        assert not each.is_alive()
    return reader, waiter, told


def test_who_waits_sees_how_far_the_reader_is_and_uses_its_work(pages: Path, tmp_path: Path) -> None:
    reader, waiter, told = together(pages, tmp_path / "home", lambda: None)
    assert reader.generation is not None and reader.generation == waiter.generation
    assert told[0].total == 12 and told[0].articles == 0
    assert not (place(pages, tmp_path / "home") / "progress.json").exists()


def test_whoever_stops_it_stops_it_for_all_and_the_corpus_of_before_stays(pages: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    before = ensure(pages, home)
    (pages / "new.txt").write_text(PAGE.format(n="new"))
    reader, waiter, _ = together(pages, home, lambda: stop(place(pages, home)))
    assert isinstance(reader.error, Stopped) and isinstance(waiter.error, Stopped)
    assert current(place(pages, home)) == before and not list(place(pages, home).glob("new-*"))
    again = ensure(pages, home)
    assert again != before and read_manifest(again)["articles"] == 13


def test_what_a_dead_reader_left_is_not_told(pages: Path, tmp_path: Path) -> None:
    folder = place(pages, tmp_path / "home")
    folder.mkdir(parents=True)
    (folder / "progress.json").write_text("[half")
    assert Shared(folder).told() is None
    shared = Shared(folder)
    shared.clear()
    shared.tell(Progress(1, 2, 3, 4.0))
    assert Shared(folder).told() == Progress(1, 2, 3, 4.0)
