"""Damaged copies of every kind of file: no crash, no hang, memory bounded, and nothing left out in silence.

They are read in a process of its own, so that a library that dies of one is seen, and the peak of memory is theirs.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from lib.settings import SEEDS
from tests.ingest.damage import LIMIT, damaged, read_apart, samples, told, write_copies

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither the timer nor the count of memory")


@pytest.mark.parametrize(
    ("copies", "seed"), [(2, 1), *(pytest.param(60, seed, marks=pytest.mark.heavy) for seed in range(2, 5))]
)
def test_damaged_copies_are_read_or_listed(tmp_path: Path, copies: int, seed: int) -> None:
    seeds = {path.name: path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))}
    files = samples() | (seeds if copies > 2 else dict(list(seeds.items())[:2]))
    write_copies(tmp_path, files, copies, random.Random(seed))
    found = read_apart(tmp_path, 3000)
    print(told(found))
    assert len(found) == copies * len(files)
    assert not [each["name"] for each in found if not each["articles"] and not each["problems"]]
    assert max(each["peak"] for each in found) < LIMIT


def test_sound_files_of_every_kind_are_articles(tmp_path: Path) -> None:
    """Damage to what could not be read anyway would show nothing."""
    for name, data in samples().items():
        (tmp_path / name).write_bytes(data)
    assert not [each["name"] for each in read_apart(tmp_path, 300) if not each["articles"]]


def test_damage_changes_files_and_is_the_same_every_time() -> None:
    data = bytes(range(256)) * 8
    copies = [damaged(data, random.Random(seed)) for seed in range(40)]
    assert copies == [damaged(data, random.Random(seed)) for seed in range(40)]
    assert len(set(copies) - {data}) > 30
