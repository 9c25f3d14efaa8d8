"""Generations on disk: published in one step, swept when nobody reads them, rebuilt when damaged."""

from __future__ import annotations

import gc
import stat
from pathlib import Path
from typing import Any

import pytest

from lib.model import Article
from lib.store import generation
from lib.store.corpus import Corpus
from lib.store.generation import StoreError, current, forget, lease, place, publish, sweep, temporary, write_lock
from lib.store.locks import FileLock
from lib.store.writer import Writer
from tests.corpora import enriched
from tests.processes import finish, processes


def make(folder: Path, word: str, n: int = 3) -> Path:
    """Publishes a generation of `n` articles that all say `word`."""
    with write_lock(folder):
        written = temporary(folder)
        writer = Writer(written)
        writer.add(
            [enriched(Article(f"{word}{i}", "s.txt", f"{word} text", title=word, language="en")) for i in range(n)]
        )
        manifest = {"name": "x", "kind": "folder", "articles": n, **writer.finish()}
        return publish(folder, written, manifest)


def opened(folder: Path) -> Corpus:
    held = lease(folder)
    assert held is not None
    return Corpus(*held)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.name not in ("lock", "CURRENT")}


def test_a_fresh_open_sees_the_new_generation_and_an_open_one_keeps_the_old(tmp_path: Path) -> None:
    make(tmp_path, "first")
    old = opened(tmp_path)
    make(tmp_path, "second", 4)
    new = opened(tmp_path)
    assert set(new.articles()["title"]) == {"second"}
    # The old one is still whole: rows, texts that were not read before, and the word index.
    assert set(old.articles()["title"]) == {"first"}
    assert old.text("first2") == "first text" and old.search_ids("first") == [0, 1, 2]
    assert names(tmp_path) == {"g000001", "g000002"}


def test_what_nobody_reads_is_swept(tmp_path: Path) -> None:
    make(tmp_path, "first")
    old = opened(tmp_path)
    make(tmp_path, "second")
    old.close()
    (tmp_path / "new-left-by-the-dead").mkdir()
    make(tmp_path, "third")
    assert names(tmp_path) == {"g000003"}


def test_a_corpus_that_was_dropped_keeps_nothing(tmp_path: Path) -> None:
    make(tmp_path, "first")
    dropped = opened(tmp_path)
    make(tmp_path, "second")
    assert "g000001" in names(tmp_path)
    del dropped
    gc.collect()
    make(tmp_path, "third")
    assert names(tmp_path) == {"g000003"}


def test_numbers_are_never_used_twice(tmp_path: Path) -> None:
    make(tmp_path, "first")
    (tmp_path / "CURRENT").unlink()
    assert make(tmp_path, "second").name == "g000002"


@pytest.mark.parametrize("pointer", ["", "g1", "../../etc", "g000009", "g000001\x00", "\ud800"])
def test_a_broken_pointer_is_no_generation(tmp_path: Path, pointer: str) -> None:
    make(tmp_path, "first")
    (tmp_path / "CURRENT").write_bytes(pointer.encode("utf-8", "surrogatepass"))
    assert current(tmp_path) is None and lease(tmp_path) is None


@pytest.mark.parametrize("name", ["corpus.duckdb", "text-001.sqlite", "manifest.json"])
@pytest.mark.parametrize("damage", ["cut", "gone"])
def test_a_damaged_generation_is_no_generation(tmp_path: Path, name: str, damage: str) -> None:
    file = make(tmp_path, "first") / name
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:-7])
    assert current(tmp_path) is None


def test_another_version_is_no_generation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "first")
    monkeypatch.setattr(generation, "FORMAT", 0)
    assert current(tmp_path) is None


def test_places_differ_by_path_and_by_actor_list(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "a")
    home = tmp_path / "home"
    assert place(tmp_path / "a", home) == place(tmp_path / "link", home) == place(tmp_path / "a" / "..\u002fa", home)
    assert place(tmp_path / "a", home) != place(tmp_path / "b", home)
    assert place(tmp_path / "a", home, tmp_path / "x.csv").parent == place(tmp_path / "a", home)
    assert place(tmp_path / "a", home).name != "a"


def test_only_the_owner_may_look(tmp_path: Path) -> None:
    folder = place(tmp_path / "a", tmp_path / "home")
    live = make(folder, "first")
    assert stat.S_IMODE(folder.stat().st_mode) == stat.S_IMODE(live.stat().st_mode) == 0o700


def test_a_home_that_is_a_file_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("x")
    with pytest.raises(StoreError, match="cannot be written"):
        write_lock(tmp_path / "home" / "x")


def test_forget_leaves_nothing(tmp_path: Path) -> None:
    home, source = tmp_path / "home", tmp_path / "source"
    make(place(source, home), "first")
    make(place(source, home, tmp_path / "list.csv"), "second")
    make(place(tmp_path / "other", home), "third")
    assert forget(source, home) is True
    assert forget(source, home) is False
    assert [path.name for path in home.iterdir()] == [place(tmp_path / "other", home).name]


def test_a_swept_generation_is_not_leased(tmp_path: Path) -> None:
    live = make(tmp_path, "first")
    sweeper = FileLock(live / "lease")
    assert sweeper.acquire(wait=False)
    assert lease(tmp_path) is None  # being deleted at this moment
    sweeper.release()
    held = lease(tmp_path)
    assert held is not None
    sweep(tmp_path)
    assert live.exists()


def _build(folder: Path, word: str, barrier: Any) -> None:
    barrier.wait(100)
    for _ in range(3):
        make(folder, word)


def test_two_writers_take_turns(tmp_path: Path) -> None:
    context = processes()
    barrier = context.Barrier(2)
    both = [context.Process(target=_build, args=(tmp_path, word, barrier)) for word in ("one", "two")]
    for each in both:
        each.start()
    for each in both:
        assert finish(each) == 0
    assert names(tmp_path) == {"g000006"}
    assert len(set(opened(tmp_path).articles()["title"])) == 1
