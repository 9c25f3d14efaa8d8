"""Gaps in collection told from silence: stretches without any article at all, far longer than is usual here.

A paper that skips Fridays has no gap each week, and one that writes twice a month has none for three weeks. So each
series is held against its own rhythm: the distances between its bins with anything in them. A gap is a distance of more
than TIMES the one that nineteen of twenty stay within. What has too few bins to have a rhythm has no gaps either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

TIMES = 4
FEWEST = 8  # distances that make a rhythm
USUAL = 0.95


@dataclass(frozen=True, slots=True)
class Gap:
    """The first and last day of a stretch in which a series, "" for the whole corpus, has nothing."""

    series: str
    since: date
    until: date


def gaps(bins: Sequence[tuple[date, date]], counts: Sequence[int], series: str = "") -> tuple[Gap, ...]:
    """The gaps between the first and the last bin with anything in them; `counts` of all articles, whatever matches."""
    full = [at for at, count in enumerate(counts) if count]
    return tuple(Gap(series, bins[after + 1][0], bins[before - 1][1]) for after, before in _long(full))


def silences(days: Sequence[date], series: str = "") -> tuple[Gap, ...]:
    """The gaps between days, in order, on which there is anything."""
    return tuple(
        Gap(series, date.fromordinal(after + 1), date.fromordinal(before - 1))
        for after, before in _long([day.toordinal() for day in days])
    )


def _long(full: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbours in a rising row of places that are far more apart than is usual in it."""
    pairs = list(pairwise(full))
    if len(pairs) < FEWEST:
        return []
    usual = sorted(after - before for before, after in pairs)[int(USUAL * (len(pairs) - 1))]
    return [(before, after) for before, after in pairs if after - before > TIMES * usual]
