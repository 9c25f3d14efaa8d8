"""Every day of the solar and the Islamic calendar once more, against arithmetic and a table that share nothing with
the libraries in use.

The published tables of Umm al-Qura agree with each other from 1402 on. Of the years before, they tell some months one
day or two apart: what is called an Islamic day of those years is no surer than that.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from lib.text.calendars import Calendar, from_gregorian, is_civil, to_gregorian

DAY = timedelta(days=1)
_LEAP_OF_33 = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
_LEAP_OF_30 = frozenset((2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29))
_AGREED = 1402
_TABLE = Path(__file__).parent / "data" / "umalqura.txt"


def _differs(calendar: Calendar, lengths: Iterator[tuple[int, int, int]], day: date) -> tuple[list[object], date]:
    """What our calendar says otherwise of (year, month, length) from a first day on, and the day after the last."""
    wrong: list[object] = []
    for year, month, length in lengths:
        for number in range(1, length + 1):
            ours = to_gregorian(calendar, year, month, number), from_gregorian(calendar, day)
            if ours != (day, (year, month, number)):
                wrong.append((year, month, number))
            day += DAY
    return wrong, day


def test_every_solar_day_in_cycles_of_33_years() -> None:
    lengths = (
        (year, month, 31 if month < 7 else 30 if month < 12 or year % 33 in _LEAP_OF_33 else 29)
        for year in range(1200, 1501)
        for month in range(1, 13)
    )
    assert _differs("jalali", lengths, date(1821, 3, 21)) == ([], date(2122, 3, 21))


def test_every_civil_day_in_cycles_of_30_years() -> None:
    lengths = (
        (year, month, 30 if month % 2 or (month == 12 and year % 30 in _LEAP_OF_30) else 29)
        for year in range(1300, 1343)
        for month in range(1, 13)
    )
    wrong, after = _differs("hijri", lengths, date(1882, 11, 12))
    # The two calendars meet with one day in common, which belongs to the table.
    assert wrong == [(1342, 12, 29)] and after == date(1924, 8, 2)


def _published() -> Iterator[tuple[int, int, int]]:
    for line in _TABLE.read_text().splitlines():
        year, long = line.split()
        for month, bit in enumerate(long, 1):
            yield int(year), month, 29 + int(bit)


def test_every_day_of_umm_al_qura_as_published() -> None:
    first = date(1981, 10, 28)
    lengths = (each for each in _published() if each[0] >= _AGREED)
    assert _differs("hijri", lengths, first) == ([], date(2077, 11, 17))


def test_earlier_months_are_never_more_than_two_days_apart() -> None:
    day, apart = date(1924, 8, 1), 0
    for year, month, length in _published():
        if year == _AGREED:
            break
        apart = max(apart, abs(to_gregorian("hijri", year, month, 1) - day).days)
        day += timedelta(days=length)
    assert day == date(1981, 10, 28) and apart == 2


def test_which_days_are_computed() -> None:
    assert is_civil(date(1924, 7, 31)) and is_civil(date(2077, 11, 17))
    assert not is_civil(date(1924, 8, 1)) and not is_civil(date(2077, 11, 16))
