"""Several processes find what one finds, in the same order, and a worker that dies costs nothing but time."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from lib.enrich import enrich, pool
from lib.enrich.pool import Pool
from lib.settings import ROOT


def frame(n: int) -> pd.DataFrame:
    row = {"id": f"a{n}", "title": "Iran", "captions": (), "language": "en", "since": None, "until": None}
    return pd.DataFrame([{**row, "text": f"Maryam Rajavi spoke {n} times on 3 May 2020."}] * 3).astype(object)


def plain(found: pd.DataFrame | None) -> list[dict[str, object]] | None:
    return None if found is None else found.to_dict("records")  # type: ignore[return-value]


@pytest.fixture(scope="module")
def workers() -> Iterator[Pool]:
    with Pool(workers=2) as several:
        yield several


def test_the_same_in_the_same_order(workers: Pool) -> None:
    found = list(workers.map(range(9), frame))
    assert [n for n, _ in found] == list(range(9))
    assert [plain(each) for _, each in found] == [plain(enrich(frame(n))) for n in range(9)]


def test_few_are_taken_ahead(workers: Pool) -> None:
    taken: list[int] = []
    for n, _ in workers.map((taken.append(n) or n for n in range(20)), frame):
        assert len(taken) <= n + 3


def test_a_frame_that_breaks_comes_back_empty(workers: Pool) -> None:
    found = list(workers.map(range(4), lambda n: frame(n).drop(columns="text") if n == 1 else frame(n)))
    assert [each is None for _, each in found] == [False, True, False, False]


def test_dead_workers_give_the_work_back() -> None:
    with Pool(workers=2) as several:
        found = several.map(range(8), frame)
        next(found)
        for worker in several._workers:
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        assert sum(each is None for _, each in found) >= 4


def test_no_worker_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool.sys, "executable", "/no/such/python")
    with Pool(workers=2) as several:
        assert [each for _, each in several.map(range(3), frame)] == [None] * 3


def test_workers_end_with_their_pool() -> None:
    with pytest.raises(KeyboardInterrupt), Pool(workers=1) as several:
        next(several.map(range(3), frame))
        worker = several._workers[0]
        raise KeyboardInterrupt
    assert worker.poll() is not None


def test_a_worker_ends_when_its_input_does() -> None:
    command = [sys.executable, "-m", "lib.enrich.pool"]
    done = subprocess.run(command, input=b"", cwd=ROOT, capture_output=True, timeout=120, check=True)
    assert done.stdout == b""


def test_an_actor_list_of_ones_own_reaches_the_workers(tmp_path: Path) -> None:
    actors = tmp_path / "mine.csv"
    actors.write_text("key,kind,en,fa,ar,aliases,wikidata\ntimes,group,Times Square,,,,\n", "utf-8")
    given = frame(1).assign(text="They met in Times Square again.")
    with Pool(actors, workers=1) as several:
        ((_, found),) = several.map([0], lambda _: given)
    assert found is not None and {mention.actor for mention in found["mentions"][0]} >= {"times"}
