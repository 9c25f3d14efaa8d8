"""How likely a count as high as this is where counts scatter more than by mere chance: tails of two distributions.

Exact also far out, where one minus a sum of the rest would be nothing but rounding.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

_NONE = 1e-4  # so little spread that a count is a Poisson count
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(30)  # where and how much to ask of a normal distribution
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()
_TINY = 1e-300
_STEPS = 2000


def tail(count: int, mean: float, spread: float) -> float:
    """P(X >= count) where X has this mean and the variance mean + spread * mean**2; spread must be above nought."""
    if count <= 0:
        return 1.0
    if mean <= 0:
        return 0.0
    size = 1 / spread
    return incomplete_beta(float(count), size, mean / (size + mean))


def heavy_tail(count: int, mean: float, spread: float) -> float:
    """The same where the rate behind the count is log-normal, which reaches further out than what `tail` takes."""
    if count <= 0 or mean <= 0:
        return tail(count, mean, spread)
    wide = math.sqrt(math.log1p(spread))
    rates = mean * np.exp(wide * _NODES - wide * wide / 2)
    return float(sum(weight * tail(count, rate, _NONE) for weight, rate in zip(_WEIGHTS, rates, strict=True)))


def incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b), by its continued fraction."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    front = math.exp(max(log_front, -740.0))
    if x < (a + 1) / (a + b + 2):
        return min(1.0, front * _fraction(a, b, x) / a)
    return max(0.0, 1 - front * _fraction(b, a, 1 - x) / b)


def _fraction(a: float, b: float, x: float) -> float:
    """Lentz's way through the continued fraction of the incomplete beta function."""
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        before = value
        for term in (even, odd):
            d = 1 / _away(1 + term * d)
            c = _away(1 + term / c)
            value *= c * d
        if abs(value - before) <= 1e-12 * abs(value):
            break
    return value


def _away(value: float) -> float:
    """The value, kept from being nought where it stands below a line."""
    return value if abs(value) > _TINY else _TINY


def adjusted(values: Sequence[float]) -> list[float]:
    """Benjamini and Hochberg: the false-discovery rate at which each of these probabilities is still a discovery."""
    order = sorted(range(len(values)), key=values.__getitem__, reverse=True)
    found, least = [1.0] * len(values), 1.0
    for rank, at in zip(range(len(values), 0, -1), order, strict=True):
        least = min(least, values[at] * len(values) / rank)
        found[at] = least
    return found
