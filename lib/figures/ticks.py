"""Tick marks written by us: Plotly would write Latin digits and English months whatever the reader's language."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

from lib.figures.caption import shown
from lib.i18n import Catalogue

_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000)
_DAYS = (1, 2, 7, 14)
LAST = date.max.year


def counts(top: float, t: Catalogue, wanted: int = 5) -> tuple[list[float], list[str]]:
    """Round whole numbers from zero to at least `top`, and how they are written."""
    step = max(1, _nice(top / max(wanted, 1)))
    values = [float(step * n) for n in range(math.ceil(max(top, 1) / step) + 1)]
    return values, [shown(t.number(value), t.language) for value in values]


def shares(top: float, t: Catalogue, wanted: int = 5) -> tuple[list[float], list[str]]:
    """Round shares from zero to at least `top` (0 to 1), written as percentages."""
    step = max(_nice(max(top, 1e-4) / wanted), 1e-4)
    values = [step * n for n in range(math.ceil(max(top, step) / step - 1e-9) + 1)]
    values = [min(value, 1.0) for value in values if value < 1 + step / 2]
    decimals = 0 if step >= 0.01 else 1 if step >= 0.001 else 2
    return values, [shown(t.percent(value, decimals), t.language) for value in values]


def _nice(rough: float) -> float:
    """The smallest of 1, 2, 5, 10 … times a power of ten that is not less than `rough`."""
    if rough <= 0:
        return 1
    power: float = 10.0 ** math.floor(math.log10(rough))
    return next(m * power for m in (1, 2, 5, 10) if m * power >= rough * (1 - 1e-9))


def days(since: date, until: date, t: Catalogue, wanted: int = 8) -> tuple[list[str], list[str]]:
    """At most about `wanted` ticks between two days: ISO dates, and how the reader's language writes them."""
    length = (until - since).days + 1
    step = next((n for n in _DAYS if length / n <= wanted), 0)
    if step and length < 45 * max(wanted / 8, 0.5):
        found, form = [since + timedelta(n) for n in range(0, length, step)], "d MMM"
        texts = [t.date(day, form) for day in found]
        for at, day in enumerate(found):
            if at == 0 or day.year != found[at - 1].year:
                texts[at] += f"<br>{t.date(day, 'y')}"
    else:
        months = (until.year - since.year) * 12 + until.month - since.month + 1
        step = next((n for n in _MONTHS if months / n <= wanted), _MONTHS[-1])
        found, texts = _months(since, until, step, t)
    written = ["<br>".join(shown(line, t.language) for line in text.split("<br>")) for text in texts]
    return [day.isoformat() for day in found], written


def _months(since: date, until: date, step: int, t: Catalogue) -> tuple[list[date], list[str]]:
    """First days of every `step` months (a divisor or multiple of a year) and their names, the year below a month."""
    start = since.year * 12 + since.month - 1 + (since.day > 1)
    start = -(-start // step) * step
    end = until.year * 12 + until.month - 1
    found = [date(n // 12, n % 12 + 1, 1) for n in range(start, end + 1, step) if 1 <= n // 12 <= LAST] or [since]
    if step >= 12:
        return found, [t.date(day, "y") for day in found]
    texts = [t.date(day, "MMM") for day in found]
    for at, day in enumerate(found):
        if at == 0 or day.year != found[at - 1].year:
            texts[at] += f"<br>{t.date(day, 'y')}"
    return found, texts


def day_span(since: date, until: date, granularity: str, t: Catalogue) -> str:
    """A bin in words: a day, a month, a year, or the two days that bound it."""
    if since == until:
        return t.date(since)
    if granularity == "month":
        return t.date(since, "MMMM y")
    if granularity == "year":
        return t.date(since, "y")
    return t("{since} to {until}", since=t.date(since), until=t.date(until))


def longest(texts: Sequence[str]) -> str:
    """The longest of some short texts, to reserve room for all of them."""
    return max(texts, key=len, default="")
