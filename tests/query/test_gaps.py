from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from lib.query.gaps import Gap, gaps, silences

FIRST = date(2020, 1, 1)


def on(at: int) -> date:
    return FIRST + timedelta(days=at)


@pytest.mark.parametrize(
    ("full", "expected"),
    [
        (range(100), []),
        ([*range(40), *range(52, 100)], [(40, 51)]),
        ([*range(40), *range(43, 100)], []),  # three days are no gap of a daily paper's
        ([day for day in range(140) if day % 7 < 5], []),  # weekends are its rhythm
        ([day for day in range(140) if day % 7 < 5 and not 56 <= day < 77], [(54, 76)]),
        (range(0, 300, 14), []),
        ([*range(0, 150, 14), *range(224, 400, 14)], [(141, 223)]),
        ([0, 100, 101], []),  # too few to have a rhythm
        ([], []),
    ],
)
def test_silence_is_a_gap_only_against_its_own_rhythm(full: list[int], expected: list[tuple[int, int]]) -> None:
    found = [(gap.since, gap.until) for gap in silences([on(day) for day in full])]
    assert found == [(on(first), on(last)) for first, last in expected]


def test_bins_are_judged_by_what_is_in_them() -> None:
    bins = [(on(30 * at), on(30 * at + 29)) for at in range(24)]
    counts = [0, *[3] * 10, *[0] * 5, *[1] * 8]
    assert gaps(bins, counts, "fa") == (Gap("fa", bins[11][0], bins[15][1]),)
    assert gaps(bins, [1] * 24) == ()


def test_chance_makes_hardly_a_gap() -> None:
    chance = np.random.default_rng(2)
    found = [silences([on(int(day)) for day in np.flatnonzero(chance.random(700) < 0.3)]) for _ in range(40)]
    assert sum(map(bool, found)) <= 2
