"""The builder is killed in the middle of its work: what was there before still opens, and the next attempt succeeds."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

import pytest

from lib.build import ensure
from lib.store.corpus import Corpus
from lib.store.generation import current, lease, place
from tests.build.test_incremental import everything, page
from tests.processes import await_start, finish, processes


def build(source: Path, home: Path, ready: Any) -> None:
    """Tells when it begins, and builds."""
    ready.set()
    ensure(source, home)


def change(source: Path, turn: int) -> None:
    """A new file, a changed one, and one that is gone."""
    (source / f"new-{turn}.jsonl").write_text("".join(page(1000 * turn + n) for n in range(20)), "utf-8")
    (source / "changed.jsonl").write_text(page(1000 * turn + 500), "utf-8")
    (source / f"new-{turn - 2}.jsonl").unlink(missing_ok=True)


@pytest.mark.parametrize("kills", [3, pytest.param(20, marks=pytest.mark.heavy)])
def test_a_killed_builder_leaves_the_generation_before(tmp_path: Path, kills: int) -> None:
    source, home, context, chance = tmp_path / "source", tmp_path / "home", processes(), random.Random(3)
    source.mkdir()
    change(source, 1)
    ensure(source, home)
    folder = place(source, home)
    whole, took = 0, 0.0
    for turn in range(2, kills + 2):
        change(source, turn)
        held = lease(folder)
        assert held is not None
        with Corpus(*held) as before:
            seen = everything(before)
            ready = context.Event()
            builder = context.Process(target=build, args=(source, home, ready))
            builder.start()
            await_start(builder, ready)
            started = time.monotonic()
            # The first dies at once, the others somewhere in their work: reading takes as long as it took before.
            moment = started + chance.random() * took
            while builder.is_alive() and time.monotonic() < moment:
                time.sleep(0.002)
            builder.kill()  # at the end of a quick one there is nothing left to kill
            finish(builder)
            assert everything(before) == seen
        live = current(folder)
        assert live is not None
        if live == before.generation:
            with Corpus(live) as after:
                assert everything(after) == seen
        else:
            whole += 1
        began = time.monotonic()
        generation = ensure(source, home)
        took = max(took, time.monotonic() - began) if live == before.generation else took
        with Corpus(generation) as done, Corpus(ensure(source, tmp_path / f"home-{turn}")) as fresh:
            assert everything(done) == everything(fresh)
        assert not [path for path in folder.iterdir() if path.name.startswith("new-")]
    assert whole < kills
