"""Tick marks written by us: Plotly would write Latin digits and English months whatever the reader's language."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

from lib.figures.caption import shown
from lib.i18n import Catalogue
from lib.text.calendar_names import DayWords, Form
from lib.text.months import month_number, month_start

_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000)
_DAYS = (1, 2, 7, 14)


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


def days(since: date, until: date, words: DayWords, wanted: int = 8) -> tuple[list[str], list[str]]:
    """At most about `wanted` ticks between two days: ISO dates, and how the reader's language and calendar write them.

    Ticks on months and years stand on the first days of those of the reader's calendar.
    """
    length = (until - since).days + 1
    step = next((n for n in _DAYS if length / n <= wanted), 0)
    if step and length < 45 * max(wanted / 8, 0.5):
        form: Form = "d MMM"
        found = [since + timedelta(n) for n in range(0, length, step)]
    else:
        step = next((n for n in _MONTHS if _months_between(since, until, words) / n <= wanted), _MONTHS[-1])
        form = "MMM" if step < 12 else "y"
        found = _months(since, until, step, words)
    texts = [_tick(found, at, form, words) for at in range(len(found))]
    return [day.isoformat() for day in found], texts


def _tick(found: list[date], at: int, form: Form, words: DayWords) -> str:
    """One tick in words; below the first of a year, the year."""
    lines = [words.day(found[at], form)]
    if form != "y" and (at == 0 or words.day(found[at], "y") != words.day(found[at - 1], "y")):
        lines.append(words.day(found[at], "y"))
    return "<br>".join(shown(line, words.t.language) for line in lines)


def _months_between(since: date, until: date, words: DayWords) -> int:
    return month_number(words.calendar, until) - month_number(words.calendar, since) + 1


def _months(since: date, until: date, step: int, words: DayWords) -> list[date]:
    """First days of every `step` months (a divisor or multiple of a year), round years where there are several."""
    first, last = (month_number(words.calendar, day) + 12 for day in (since, until))
    numbers = range(-(-max(first, 12) // step) * step, last + 1, step)
    found = [month_start(words.calendar, number - 12) for number in numbers]
    return [day for day in found if day >= since] or [since]


def longest(texts: Sequence[str]) -> str:
    """The longest of some short texts, to reserve room for all of them."""
    return max(texts, key=len, default="")
