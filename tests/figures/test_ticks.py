"""Ticks in the reader's digits and months."""

from datetime import date

import pytest

from lib.figures import ticks
from lib.i18n import Catalogue, catalogue
from lib.text.bidi import strip
from lib.text.calendar_names import DayWords
from lib.text.calendars import Calendar

EN, FA, AR = (catalogue(language) for language in ("en", "fa", "ar"))


@pytest.mark.parametrize(
    ("top", "texts"),
    [
        (0, ["0", "1"]),
        (1, ["0", "1"]),
        (3, ["0", "1", "2", "3"]),
        (14, ["0", "5", "10", "15"]),
        (1234, ["0", "500", "1,000", "1,500"]),
    ],
)
def test_counts_are_round_whole_numbers_from_nought(top: int, texts: list[str]) -> None:
    values, written = ticks.counts(top, EN)
    assert written == texts
    assert values == [float(text.replace(",", "")) for text in texts]
    assert values[-1] >= top


@pytest.mark.parametrize(
    ("top", "texts"),
    [
        (1.0, ["0%", "20%", "40%", "60%", "80%", "100%"]),
        (0.43, ["0%", "10%", "20%", "30%", "40%", "50%"]),
        (0.004, ["0.0%", "0.1%", "0.2%", "0.3%", "0.4%"]),
    ],
)
def test_shares(top: float, texts: list[str]) -> None:
    assert ticks.shares(top, EN)[1] == texts


def test_numbers_are_written_in_the_reader_s_digits() -> None:
    assert [strip(text) for text in ticks.counts(12, FA)[1]] == ["۰", "۵", "۱۰", "۱۵"]
    assert [strip(text) for text in ticks.counts(12, AR)[1]] == ["٠", "٥", "١٠", "١٥"]


@pytest.mark.parametrize(
    ("since", "until", "days", "texts"),
    [
        ("2020-07-01", "2020-07-05", [1, 2, 3, 4, 5], ["1 Jul<br>2020", "2 Jul", "3 Jul", "4 Jul", "5 Jul"]),
        ("2020-12-30", "2021-01-02", [30, 31, 1, 2], ["30 Dec<br>2020", "31 Dec", "1 Jan<br>2021", "2 Jan"]),
        ("2018-01-01", "2018-12-31", [1] * 6, ["Jan<br>2018", "Mar", "May", "Jul", "Sep", "Nov"]),
        ("2010-01-01", "2019-12-31", [1] * 5, ["2010", "2012", "2014", "2016", "2018"]),
        ("0622-01-01", "2020-12-31", [1] * 7, ["800", "1000", "1200", "1400", "1600", "1800", "2000"]),
        ("9999-01-01", "9999-12-31", [1] * 6, ["Jan<br>9999", "Mar", "May", "Jul", "Sep", "Nov"]),
    ],
)
def test_days(since: str, until: str, days: list[int], texts: list[str]) -> None:
    found, written = ticks.days(date.fromisoformat(since), date.fromisoformat(until), DayWords(EN))
    assert written == texts
    assert [date.fromisoformat(day).day for day in found] == days


def test_days_in_persian_and_arabic() -> None:
    span = date(2018, 1, 1), date(2018, 12, 31)
    assert strip(ticks.days(*span, DayWords(FA))[1][0]) == "ژانویه<br>۲۰۱۸"
    assert strip(ticks.days(*span, DayWords(AR))[1][0]) == "يناير<br>٢٠١٨"


@pytest.mark.parametrize("wanted", [3, 8])
@pytest.mark.parametrize("length", [1, 10, 44, 45, 100, 400, 2000, 10_000, 700_000])
@pytest.mark.parametrize("calendar", ["gregorian", "jalali", "hijri"])
def test_never_more_ticks_than_have_room(length: int, wanted: int, calendar: Calendar) -> None:
    since = date(1, 1, 1) if length > 10_000 else date(2018, 1, 17)
    found, _ = ticks.days(since, date.fromordinal(since.toordinal() + length - 1), DayWords(EN, calendar), wanted)
    assert 1 <= len(found) <= wanted + 1
    assert found == sorted(set(found))


@pytest.mark.parametrize(
    ("calendar", "t", "since", "until", "days", "texts"),
    [
        ("jalali", FA, "2019-10-23", "2019-12-21", ["2019-10-23", "2019-11-22"], ["آبان<br>۱۳۹۸", "آذر"]),
        ("jalali", EN, "2020-02-20", "2020-04-19", ["2020-02-20", "2020-03-20"],
         ["Esfand<br>1398", "Farvardin<br>1399"]),
        ("jalali", AR, "2019-11-01", "2019-12-21", ["2019-11-22"], ["آذر<br>١٣٩٨"]),
        ("hijri", AR, "2019-10-29", "2019-12-26", ["2019-10-29", "2019-11-28"], ["ربيع الأول<br>١٤٤١", "ربيع الآخر"]),
        ("hijri", EN, "2019-10-29", "2019-12-26", ["2019-10-29", "2019-11-28"], ["Rabi I<br>1441", "Rabi II"]),
        ("jalali", FA, "2012-01-01", "2021-03-20",
         ["2013-03-21", "2015-03-21", "2017-03-21", "2019-03-21"], ["۱۳۹۲", "۱۳۹۴", "۱۳۹۶", "۱۳۹۸"]),
        ("jalali", FA, "2020-03-19", "2020-03-21", ["2020-03-19", "2020-03-20", "2020-03-21"],
         ["۲۹ اسفند<br>۱۳۹۸", "۱ فروردین<br>۱۳۹۹", "۲ فروردین"]),
    ],
)  # fmt: skip
def test_ticks_stand_on_the_months_and_years_of_the_calendar(
    calendar: Calendar, t: Catalogue, since: str, until: str, days: list[str], texts: list[str]
) -> None:
    span = date.fromisoformat(since), date.fromisoformat(until)
    found, written = ticks.days(*span, DayWords(t, calendar))
    assert (found, [strip(text) for text in written]) == (days, texts)
