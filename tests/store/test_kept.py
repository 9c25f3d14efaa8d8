"""Many correct at once: from several processes and from homes that know nothing of each other, no row is lost."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from lib.ingest.corrections import FILE, Corrections, load
from lib.store import kept
from lib.store.kept import correct


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    return tmp_path / "source"


def test_rows_of_all_who_write_at_once_are_kept(source: Path, tmp_path: Path) -> None:
    def one(who: int, turn: int) -> None:
        title = f"{who}-{turn}"
        correct(source, tmp_path / "home", lambda known: known.set([f"a{who}"], {"title": title}, title))

    def write(who: int) -> None:
        for turn in range(10):
            one(who, turn)

    writers = [threading.Thread(target=write, args=(who,)) for who in range(4)]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    titles = {row["title"] for row in load(source / FILE).sheet.records()}
    assert titles == {f"{who}-{turn}" for who in range(4) for turn in range(10)}
    assert not (tmp_path / "home").exists() or not any((tmp_path / "home").iterdir()), "a lock was left behind"
    assert [each.name for each in source.iterdir()] == [FILE]


def test_what_somebody_with_another_home_wrote_meanwhile_is_kept(source: Path, tmp_path: Path) -> None:
    calls: list[int] = []

    def change(known: Corrections) -> Corrections:
        calls.append(1)
        if len(calls) == 1:
            correct(source, tmp_path / "other", lambda other: other.set(["b"], {"title": "theirs"}, "1"))
        return known.set(["a"], {"title": "ours"}, "2")

    assert correct(source, tmp_path / "home", change)
    assert {row["title"] for row in load(source / FILE).sheet.records()} == {"ours", "theirs"} and len(calls) == 2


def test_whether_it_must_be_read_again_is_told(source: Path, tmp_path: Path) -> None:
    def said(cells: dict[str, str]) -> bool:
        return correct(source, tmp_path / "home", lambda known: known.set(["a"], cells, "1"))

    assert said({"star": "yes"}) is False and said({"outlet": "Times"}) is True
    assert correct(source, tmp_path / "home", lambda known: known) is False
    assert correct(source, tmp_path / "home", lambda known: known.undo(["a"])) is True


def test_a_home_that_cannot_be_written_is_said(source: Path, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file", "utf-8")
    with pytest.raises(kept.StoreError, match="cannot be written"):
        correct(source, tmp_path / "home", lambda known: known.set(["a"], {"star": "yes"}, "1"))
