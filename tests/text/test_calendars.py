"""The three calendars against the equinox at Tehran, hijridate's own table, and convertdate."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from convertdate import islamic, persian
from hijridate import ummalqura
from pymeeus.Epoch import Epoch
from pymeeus.Sun import Sun

from lib.text.calendars import from_gregorian, month_bounds, to_gregorian, year_bounds

DAY = timedelta(days=1)


def _new_year(jalali):
    """The day whose true noon at 52.5 degrees east is the first after the spring equinox."""
    year = jalali + 621
    equinox = Sun.get_equinox_solstice(year, target="spring") - Epoch.tt2ut(year, 3) / 86400
    minutes = Sun.equation_of_time(equinox)[0]
    # pymeeus forgets to bring this back under a quarter of a day in some years before 1901 (seen: 352 for -7),
    # by which convertdate itself puts the years 1243, 1255, 1259, 1267, 1271 and 1276 a day late.
    minutes -= 360 if minutes > 300 else 0
    noon_before = int(equinox.jde() + minutes / 1440 + 52.5 / 360)
    return date.fromordinal(noon_before + 1 - 1_721_425)


def test_every_jalali_day_of_three_centuries():
    day = _new_year(1200)
    assert day == date(1821, 3, 21)
    wrong = []
    for year in range(1200, 1501):
        following = _new_year(year + 1)
        leap = (following - day).days == 366
        for month in range(1, 13):
            for number in range(1, 32 if month < 7 else 31 if month < 12 or leap else 30):
                found = from_gregorian("jalali", day), to_gregorian("jalali", year, month, number)
                if found != ((year, month, number), day):
                    wrong.append((year, month, number))
                day += DAY
        assert day == following
    assert not wrong and day == date(2122, 3, 21)


@pytest.mark.parametrize("year", [1300, 1304, 1345, 1357, 1370, 1375, 1399, 1400, 1403, 1404, 1408, 1412, 1440, 1473])
def test_jalali_new_year_of_convertdate(year):
    assert to_gregorian("jalali", year, 1, 1) == date(*persian.to_gregorian(year, 1, 1))


def test_every_month_of_umm_al_qura():
    starts = [date.fromordinal(start + 2_400_000 - 1_721_425) for start in ummalqura.MONTH_STARTS]
    assert starts[0] == date(1924, 8, 1) and len(starts) == 158 * 12 + 1
    for index, (first, following) in enumerate(pairwise(starts)):
        year, month = 1343 + index // 12, index % 12 + 1
        assert month_bounds("hijri", year, month) == (first, following - DAY)
        for number in (1, 14, (following - first).days):
            day = first + (number - 1) * DAY
            assert to_gregorian("hijri", year, month, number) == day
            assert from_gregorian("hijri", day) == (year, month, number)


def test_civil_days_outside_the_table():
    for start, end in ((date(622, 7, 19), date(660, 1, 1)), (date(1900, 1, 1), date(1924, 8, 1)),
                       (date(2077, 11, 17), date(2110, 1, 1))):  # fmt: skip
        day = start
        while day < end:
            want = islamic.from_gregorian(day.year, day.month, day.day)
            assert from_gregorian("hijri", day) == want
            assert to_gregorian("hijri", *want) == day
            day += DAY


@pytest.mark.parametrize(
    ("calendar", "date_", "day"),
    [
        ("jalali", (1357, 11, 22), date(1979, 2, 11)),
        ("jalali", (1399, 4, 29), date(2020, 7, 19)),
        ("jalali", (1399, 12, 30), date(2021, 3, 20)),
        ("jalali", (1403, 12, 30), date(2025, 3, 20)),
        ("hijri", (1441, 11, 28), date(2020, 7, 19)),
        ("hijri", (1445, 9, 1), date(2024, 3, 11)),
        ("hijri", (1, 1, 1), date(622, 7, 19)),
        ("gregorian", (2020, 2, 29), date(2020, 2, 29)),
    ],
)
def test_known_days(calendar, date_, day):
    assert to_gregorian(calendar, *date_) == day
    assert from_gregorian(calendar, day) == date_


@pytest.mark.parametrize(
    ("calendar", "date_"),
    [
        ("gregorian", (2021, 2, 29)),
        ("gregorian", (0, 1, 1)),
        ("jalali", (1400, 12, 30)),
        ("jalali", (1399, 7, 31)),
        ("jalali", (1399, 13, 1)),
        ("jalali", (1399, 0, 1)),
        ("jalali", (1399, 1, 0)),
        ("jalali", (0, 1, 1)),
        ("hijri", (1442, 1, 31)),
        ("hijri", (1343, 9, 29)),
        ("hijri", (1441, 13, 1)),
        ("hijri", (1441, 0, 1)),
        ("hijri", (1341, 2, 30)),
        ("hijri", (1340, 12, 30)),
        ("hijri", (0, 1, 1)),
        ("hijri", (20_000, 1, 1)),
        ("hijri", (-1, 1, 1)),
        ("jalali", (20_000, 1, 1)),
    ],
)
def test_dates_that_do_not_exist(calendar, date_):
    with pytest.raises(ValueError):
        to_gregorian(calendar, *date_)


@pytest.mark.parametrize(("calendar", "day"), [("hijri", date(622, 7, 18)), ("jalali", date(600, 1, 1))])
def test_days_before_the_calendar(calendar, day):
    with pytest.raises(ValueError):
        from_gregorian(calendar, day)


@pytest.mark.parametrize(
    ("calendar", "year", "month", "bounds"),
    [
        ("gregorian", 2020, 2, (date(2020, 2, 1), date(2020, 2, 29))),
        ("gregorian", 2021, 2, (date(2021, 2, 1), date(2021, 2, 28))),
        ("gregorian", 2021, 12, (date(2021, 12, 1), date(2021, 12, 31))),
        ("gregorian", 9999, 12, (date(9999, 12, 1), date(9999, 12, 31))),
        ("jalali", 1399, 12, (date(2021, 2, 19), date(2021, 3, 20))),
        ("jalali", 1400, 12, (date(2022, 2, 20), date(2022, 3, 20))),
    ],
)
def test_month_bounds(calendar, year, month, bounds):
    assert month_bounds(calendar, year, month) == bounds


def test_year_bounds():
    assert year_bounds("jalali", 1399) == (date(2020, 3, 20), date(2021, 3, 20))
    assert year_bounds("hijri", 1441)[1] + DAY == year_bounds("hijri", 1442)[0]
    with pytest.raises(ValueError):
        month_bounds("jalali", 1399, 13)
