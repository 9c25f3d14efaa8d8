"""Peaks in counts over time: bins far above what their own neighbourhood makes likely, with a bound on false ones.

Each bin is held against a baseline from the bins around it, leaving out itself, its nearest neighbours and whatever is
already taken for a peak; days of the week have their own level. Counts of news scatter more than a Poisson count, so
the tail is that of a negative binomial whose spread is estimated from the series itself, and widened for what so few
neighbours cannot tell. The probabilities of all bins go through Benjamini and Hochberg at RATE. A peak must also be
large enough to matter. Series too short or too thin have no peaks: better silent than wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from lib.query.chance import adjusted, heavy_tail, tail

RATE = 0.01  # of false ones among the bins found, at most
SHORTEST, THINNEST = 40, 20  # bins, and articles in all of them
LEAST, TIMES = 5, 2.0  # articles in a peak's highest bin, and how many times the expected
_REACH, _GUARD = 15, 2  # bins on each side that make the baseline, and those next to a bin that do not
_ROUNDS = 6
_FEW = 60  # bins with which an estimate of scatter is to be doubted twice as much
_PLAIN = 0.02  # what is likelier than this is not asked about any further
_ASIDE = 0.001  # what is less likely than this is no part of a baseline
_WEEKS = 4  # days are told apart by weekday where there are so many weeks


@dataclass(frozen=True, slots=True)
class Peak:
    """A run of high bins, one of them at least found: its first and last day, its clearest bin, how many articles there
    were and were expected.

    `rate` is the false-discovery rate at which its clearest bin would still be found.
    """

    since: date
    until: date
    top: date
    articles: int
    expected: float
    rate: float


def peaks(
    bins: Sequence[tuple[date, date]], counts: Sequence[int], whole: Sequence[int] | None = None
) -> tuple[Peak, ...]:
    """The peaks of counts per bin, the clearest first. `whole`: all articles of each bin, where the share is meant.

    Bins in which there is nothing at all in `whole` are left out of everything.
    """
    n = np.asarray(counts, dtype=float)
    exposure = np.ones(len(n)) if whole is None else np.asarray(whole, dtype=float)
    if len(n) < SHORTEST or n.sum() < THINNEST or (exposure > 0).sum() < SHORTEST:
        return ()
    expected, spread = _baseline(n, exposure, _weekdays(bins))
    rates = np.asarray(adjusted(_odds(n, expected, spread, exposure > 0).tolist()))
    high = (exposure > 0) & (n >= LEAST) & (n >= TIMES * expected)
    found = [_peak(bins, n, expected, (rates, run)) for run in _runs(high, high & (rates <= RATE))]
    return tuple(sorted(found, key=lambda peak: (peak.rate, -peak.articles, peak.since)))


def _weekdays(bins: Sequence[tuple[date, date]]) -> Any:
    """The weekday of each bin; nought for all where bins are no days or are too few."""
    days = all(since == until for since, until in bins) and len(bins) >= 7 * _WEEKS
    return np.asarray([since.weekday() if days else 0 for since, _ in bins])


def _baseline(n: Any, exposure: Any, weekdays: Any) -> tuple[Any, Any]:
    """What is expected in each bin, and the spread of its distribution, once what sticks out is put aside."""
    there = exposure > 0
    aside = _sticking_out(n, exposure, there)
    expected, spread = n, np.ones(len(n))
    for _ in range(_ROUNDS):
        kept = there & ~aside
        level = exposure * _rhythm(n, exposure, kept, weekdays)
        expected, seen = _around(n, level, kept)
        own = _overdispersion(n[kept], expected[kept])
        spread = own + (1 / np.maximum(expected, 1e-9) + own) / seen
        now = _odds(n, expected, spread, there) < _ASIDE
        if (now == aside).all():
            break
        aside = now
    return expected, spread


def _sticking_out(n: Any, exposure: Any, there: Any) -> Any:
    """A first guess at what to put aside, by running medians and the median deviation from them."""
    per = n / np.where(there, exposure, 1) * exposure[there].mean()
    padded = np.pad(np.where(there, per, np.nan), _REACH, mode="reflect" if len(n) > _REACH else "edge")
    middle = np.nanmedian(np.lib.stride_tricks.sliding_window_view(padded, 2 * _REACH + 1), axis=1)
    off = 2 * (np.sqrt(per + 0.375) - np.sqrt(np.nan_to_num(middle) + 0.375))
    usual = max(float(np.median(np.abs(off[there]))) * 1.4826, 1.0)
    return there & (off > 3 * usual) & (n >= LEAST)


def _odds(n: Any, expected: Any, spread: Any, there: Any) -> Any:
    """How likely each count is, or a higher one; 1 where it is plainly none that sticks out."""
    odds = np.ones(len(n))
    for at in np.flatnonzero(there & (n >= LEAST) & (n > expected)):
        count, mean, wide = int(n[at]), float(expected[at]), float(spread[at])
        odds[at] = tail(count, mean, wide)
        if odds[at] < _PLAIN:
            odds[at] = max(odds[at], heavy_tail(count, mean, wide))
    return odds


def _rhythm(n: Any, exposure: Any, kept: Any, weekdays: Any) -> Any:
    """The level of each bin's weekday against the mean of all, drawn towards it where there is little to go by."""
    factors = np.ones(len(n))
    if not weekdays.any():
        return factors
    mean = n[kept].sum() / max(exposure[kept].sum(), 1e-9)
    for day in range(7):
        mine = kept & (weekdays == day)
        usual = mean * exposure[mine].sum()
        factors[weekdays == day] = (n[mine].sum() + 5) / (usual + 5)
    return factors


def _around(n: Any, level: Any, kept: Any) -> tuple[Any, Any]:
    """The expected count of each bin by the bins around it that are kept, and how many those are."""
    counted, levels, ones = (np.where(kept, each, 0.0) for each in (n, level, np.ones(len(n))))
    sums = [_windowed(each, _REACH) - _windowed(each, _GUARD) for each in (counted, levels, ones)]
    return (sums[0] + 0.5) / np.maximum(sums[1], 1e-9) * level, np.maximum(sums[2], 1.0)


def _windowed(values: Any, reach: int) -> Any:
    """The sum over each place and `reach` places on either side; at the ends there are fewer, none from further off."""
    running = np.concatenate([[0.0], np.cumsum(values)])
    places = np.arange(len(values))
    low, high = np.maximum(places - reach, 0), np.minimum(places + reach + 1, len(values))
    return running[high] - running[low]


def _overdispersion(n: Any, expected: Any) -> float:
    """How much more the counts scatter than Poisson counts, with what the estimate may be short of on top."""
    squares = ((n - expected) ** 2 - expected) / np.maximum(expected, 0.05) ** 2
    weights = expected / (1 + expected)
    weighed = float((squares * weights).sum() / max(weights.sum(), 1e-9))
    error = float(np.sqrt((weights**2 * (squares - weighed) ** 2).sum()) / max(weights.sum(), 1e-9))
    return max(weighed + (1 + _FEW / len(n)) * error, 1e-4)


def _runs(high: Any, found: Any) -> list[range]:
    """Runs of high bins with one found among them, those with no more than a bin between them as one."""
    closed = high.copy()
    closed[1:-1] |= high[:-2] & high[2:]
    edges = np.flatnonzero(np.diff(np.concatenate([[0], closed.astype(int), [0]])))
    runs = (range(int(first), int(last)) for first, last in zip(edges[::2], edges[1::2], strict=True))
    return [run for run in runs if found[run.start : run.stop].any()]


def _peak(bins: Sequence[tuple[date, date]], n: Any, expected: Any, found: tuple[Any, range]) -> Peak:
    rates, run = found
    inside = slice(run.start, run.stop)
    top = run.start + int(np.argmin(rates[inside]))
    return Peak(
        since=bins[run.start][0],
        until=bins[run.stop - 1][1],
        top=bins[top][0],
        articles=int(n[inside].sum()),
        expected=round(float(expected[inside].sum()), 2),
        rate=float(rates[top]),
    )
