"""Tails against plain sums of the distributions themselves, far out too, and the adjustment against its definition."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.query.chance import adjusted, heavy_tail, incomplete_beta, tail


def summed(count: int, mean: float, spread: float) -> float:
    """The upper tail of the negative binomial, term by term from `count` on."""
    size = 1 / spread
    total = 0.0
    for n in range(count, count + 20_000):
        log = math.lgamma(n + size) - math.lgamma(size) - math.lgamma(n + 1)
        term = math.exp(log + size * math.log(size / (size + mean)) + n * math.log(mean / (size + mean)))
        total += term
        if term < total * 1e-14 and n > mean:
            break
    return total


@pytest.mark.parametrize("mean", [0.01, 0.5, 3, 40, 150])
@pytest.mark.parametrize("spread", [1e-3, 0.1, 1.0, 3.0])
@pytest.mark.parametrize("times", [1, 3, 12])
def test_a_tail_is_the_sum_of_its_terms(mean: float, spread: float, times: int) -> None:
    count = math.ceil(mean * times) + 1
    assert tail(count, mean, spread) == pytest.approx(summed(count, mean, spread), rel=1e-6)


def test_the_heavy_tail_is_what_many_draws_show() -> None:
    chance = np.random.default_rng(1)
    wide = math.sqrt(math.log1p(0.5))
    draws = chance.poisson(8 * np.exp(wide * chance.normal(size=400_000) - wide * wide / 2))
    for count in (5, 12, 30):
        assert heavy_tail(count, 8.0, 0.5) == pytest.approx(float((draws >= count).mean()), rel=0.06)
    assert heavy_tail(60, 8.0, 0.5) > tail(60, 8.0, 0.5)


@pytest.mark.parametrize(("count", "mean", "odds"), [(0, 3.0, 1.0), (-1, 3.0, 1.0), (1, 0.0, 0.0)])
def test_edges(count: int, mean: float, odds: float) -> None:
    assert tail(count, mean, 0.1) == heavy_tail(count, mean, 0.1) == odds
    assert (incomplete_beta(2, 3, 0), incomplete_beta(2, 3, 1)) == (0, 1)


@given(st.lists(st.floats(0, 1), max_size=30))
def test_adjusted_is_that_of_benjamini_and_hochberg(values: list[float]) -> None:
    many = len(values)
    for value, found in zip(values, adjusted(values), strict=True):
        higher = [other * many / sum(each <= other for each in values) for other in values if other >= value]
        assert found == pytest.approx(min(1.0, *higher) if higher else 1.0)
