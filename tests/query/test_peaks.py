"""Planted bursts come back with few false ones, and noise of many kinds stays silent."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from lib.query.peaks import LEAST, RATE, SHORTEST, TIMES, Peak, peaks

FIRST = date(2019, 1, 1)
WEEK = np.array([1.2, 1.2, 1.2, 1.2, 1.1, 0.5, 0.4])
SEEDS = range(25)


def days(many: int, step: int = 1) -> list[tuple[date, date]]:
    """Bins of `step` days."""
    starts = (FIRST + timedelta(days=at * step) for at in range(many))
    return [(start, start + timedelta(days=step - 1)) for start in starts]


def scattered(chance: Any, mean: Any, spread: float) -> Any:
    """Counts of this mean that scatter like news: Poisson counts of a rate that scatters itself."""
    return chance.poisson(chance.gamma(1 / spread, spread * mean) if spread else mean)


def planted(seed: int, level: float, spread: float) -> tuple[list[tuple[date, date]], Any, list[int]]:
    """A year and a half with a weekly rhythm and five bursts of up to four days, five to ten times as high."""
    chance = np.random.default_rng(seed)
    mean = level * WEEK[np.arange(540) % 7]
    counts = scattered(chance, mean, spread)
    starts = sorted(int(at) for at in chance.choice(np.arange(10, 520, 20), 5, replace=False))
    for start in starts:
        for day in range(start, start + int(chance.integers(1, 5))):
            counts[day] += chance.poisson(level * chance.uniform(5, 10))
    return days(540), counts, starts


def false(found: Peak, starts: list[int]) -> bool:
    first, last = ((day - FIRST).days for day in (found.since, found.until))
    return not any(first <= start + 4 and last >= start - 1 for start in starts)


@pytest.mark.parametrize(("level", "spread", "recall"), [(6, 0.05, 0.9), (20, 0.1, 0.95), (60, 0.2, 0.8)])
def test_planted_bursts_come_back_and_few_others(level: float, spread: float, recall: float) -> None:
    rates, found = [], 0
    for seed in SEEDS:
        bins, counts, starts = planted(seed, level, spread)
        told = peaks(bins, counts.tolist())
        rates.append(sum(false(each, starts) for each in told) / max(len(told), 1))
        found += sum(any(not false(each, [start]) for each in told) for start in starts)
    assert np.mean(rates) <= 0.1
    assert found / (5 * len(SEEDS)) >= recall


def noise(kind: str, chance: Any) -> tuple[list[tuple[date, date]], Any]:
    """Counts without any burst."""
    many = 300
    mean = np.full(many, 8.0)
    if kind == "weekly":
        mean = mean * WEEK[np.arange(many) % 7]
    if kind == "growing":
        mean = mean * np.exp(np.linspace(-1.5, 1.5, many)) * (1 + 0.5 * np.sin(np.arange(many) / 45))
    if kind == "thin":
        mean = mean / 20
    if kind == "months":
        return days(150, 30), scattered(chance, mean[:150] * 30, 0.05)
    if kind == "log-normal":
        return days(many), chance.poisson(mean * np.exp(chance.normal(0, 0.5, many)))
    return days(many), scattered(chance, mean, {"scattered": 0.3, "wild": 1.0}.get(kind, 0.0))


@pytest.mark.parametrize(
    "kind", ["plain", "scattered", "wild", "weekly", "growing", "thin", "months", "log-normal"]
)
def test_noise_is_silent(kind: str) -> None:
    told = 0
    for seed in SEEDS:
        bins, counts = noise(kind, np.random.default_rng(seed))
        told += bool(peaks(bins, counts.tolist()))
    assert told <= 1, "of 25 series, where chance alone may give one"


def test_noise_altogether_keeps_the_rate() -> None:
    kinds = ("plain", "scattered", "weekly", "growing", "thin", "months")
    told = total = 0
    for kind in kinds:
        for seed in range(100, 120):
            bins, counts = noise(kind, np.random.default_rng(seed))
            told, total = told + bool(peaks(bins, counts.tolist())), total + 1
    assert told / total <= 0.03


@pytest.mark.parametrize("counts", [[], [0] * 400, [5] * 400, [0] * 399 + [4], [3] * (SHORTEST - 2) + [90]])
def test_nothing_where_there_is_nothing_to_go_by(counts: list[int]) -> None:
    assert peaks(days(len(counts)), counts) == ()


def test_a_burst_that_the_whole_corpus_shares_is_none_of_its_share() -> None:
    chance = np.random.default_rng(3)
    whole = chance.poisson(40, 200)
    whole[100:103] *= 6
    counts = chance.binomial(whole, 0.25)
    assert peaks(days(200), counts.tolist())
    assert peaks(days(200), counts.tolist(), whole.tolist()) == ()
    counts[50] = whole[50] - 2
    (only,) = peaks(days(200), counts.tolist(), whole.tolist())
    assert only.top == FIRST + timedelta(days=50)


def test_a_peak_says_what_it_is() -> None:
    chance = np.random.default_rng(4)
    counts = chance.poisson(5, 120)
    counts[60:63] = [30, 60, 28]
    (peak,) = peaks(days(120), counts.tolist())
    assert (peak.since, peak.until) == (FIRST + timedelta(days=60), FIRST + timedelta(days=62))
    assert peak.top == FIRST + timedelta(days=61)
    assert peak.articles == 118
    assert 8 < peak.expected < 22
    assert 0 <= peak.rate <= RATE
    assert peak.articles >= max(LEAST, TIMES * peak.expected)


def test_bins_in_which_nothing_was_collected_are_no_part_of_it() -> None:
    chance = np.random.default_rng(5)
    whole = np.where(np.arange(160) % 2, 0, chance.poisson(30, 160))
    counts = chance.binomial(whole, 0.3)
    assert peaks(days(160), counts.tolist(), whole.tolist()) == ()
