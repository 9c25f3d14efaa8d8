"""Gaps in collection told from silence: stretches without any article at all, far longer than is usual here.

A paper that skips Fridays has no gap each week, and one that writes twice a month has none for three weeks. So each
series is held against its own rhythm: the distances between its bins with anything in them. A gap is a distance of more
than TIMES the one that nineteen of twenty stay within. What has too few bins to have a rhythm has no gaps either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

TIMES = 3
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
    distances = [after - before for before, after in zip(full, full[1:], strict=False)]
    if len(distances) < FEWEST:
        return ()
    usual = sorted(distances)[int(USUAL * (len(distances) - 1))]
    return tuple(
        Gap(series, bins[before + 1][0], bins[before + distance - 1][1])
        for before, distance in zip(full, distances, strict=False)
        if distance > TIMES * usual
    )
