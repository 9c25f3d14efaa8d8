from __future__ import annotations

import math

import pytest

from lib.query.association import log_likelihood, npmi


@pytest.mark.parametrize(
    ("table", "found"),
    [((1, 1, 1, 1), 1.0), ((5, 5, 5, 100), 1.0), ((4, 20, 20, 100), 0.0), ((2, 20, 20, 100), -0.177)],
)
def test_npmi(table: tuple[int, int, int, int], found: float) -> None:
    assert npmi(*table) == pytest.approx(found, abs=1e-3)


def test_a_rare_pair_that_is_always_together_is_tied_more_than_two_that_everybody_names() -> None:
    assert npmi(5, 5, 5, 1000) > npmi(300, 500, 500, 1000)


def test_log_likelihood_is_that_of_the_table() -> None:
    """The bigram "the swiss" in Dunning's paper, table 1: A B 110, A not-B 2442, not-A B 111, neither 29114."""
    assert log_likelihood(110, 2552, 221, 31777) == pytest.approx(270.72, abs=0.01)


def test_log_likelihood_of_independence_is_nothing_and_it_grows_with_the_witnesses() -> None:
    assert log_likelihood(4, 20, 20, 100) == pytest.approx(0)
    assert log_likelihood(8, 10, 10, 100) < log_likelihood(80, 100, 100, 1000)
    assert log_likelihood(3, 3, 3, 3) == 0
    assert math.isfinite(log_likelihood(1, 1, 5, 10))
