"""The writer is killed at random moments: readers must see one whole generation or another, whatever happens."""

from __future__ import annotations

import itertools
import random
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from lib.store.corpus import Corpus
from lib.store.generation import current, lease
from tests.processes import await_start, finish, processes
from tests.store.test_generation import make, names


def write_for_ever(folder: Path, word: str, ready: Any) -> None:
    """Publishes generations until it is killed."""
    ready.set()
    for number in itertools.count():
        make(folder, f"{word}x{number}", 40)


class Reader(threading.Thread):
    """Opens the live generation again and again and holds its tables, texts and index against each other."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder, self.stop, self.reads = folder, threading.Event(), 0
        self.wrong, self.words = list[str](), set[str]()

    def run(self) -> None:
        while not self.stop.is_set():
            try:
                self.read()
            except Exception as error:
                self.wrong.append(repr(error))

    def wait_for_another(self) -> None:
        """Returns when a reading that began after this call has ended, however busy this machine is."""
        enough = self.reads + len(self.wrong) + 2
        while self.is_alive() and self.reads + len(self.wrong) < enough:
            time.sleep(0.005)

    def read(self) -> None:
        held = lease(self.folder)
        assert held is not None
        with Corpus(*held) as corpus:
            titles = set(corpus.articles()["title"])
            word = titles.pop()
            texts = {text for _, text in corpus.texts(range(40))}
            whole = not titles and len(corpus.articles()) == corpus.meta["articles"]
            if not (whole and texts == {f"{word} text"} and len(corpus.search_ids(word)) == corpus.meta["articles"]):
                self.wrong.append(f"{word}: {titles} {texts}")
        self.words.add(word)
        self.reads += 1


@pytest.mark.parametrize("kills", [4, pytest.param(50, marks=pytest.mark.heavy)])
def test_killed_writers_leave_whole_generations(tmp_path: Path, kills: int) -> None:
    make(tmp_path, "wordfirst", 40)
    reader = Reader(tmp_path)
    reader.start()
    context = processes()
    chance = random.Random(7)
    try:
        for kill in range(kills):
            ready = context.Event()
            writer = context.Process(target=write_for_ever, args=(tmp_path, f"word{kill}", ready))
            before = current(tmp_path)
            writer.start()
            await_start(writer, ready)
            started = time.monotonic()
            while current(tmp_path) == before:
                assert writer.is_alive()
                time.sleep(0.005)
            # Somewhere in the writing of the next one or two, however fast this machine is.
            time.sleep(chance.uniform(0, 2) * (time.monotonic() - started))
            writer.kill()
            finish(writer)
            reader.wait_for_another()
    finally:
        reader.stop.set()
        reader.join()
    assert reader.wrong == []
    assert reader.reads > kills and len(reader.words) > 1
    last = make(tmp_path, "wordlast", 40)
    assert names(tmp_path) == {last.name}
