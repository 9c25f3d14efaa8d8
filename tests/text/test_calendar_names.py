"""Days in words: names of months, digits, and what is done where a calendar has no name for a day."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from lib.i18n import LANGUAGES, catalogue
from lib.settings import ROOT
from lib.text.calendar_names import DayWords, Form, month_name
from lib.text.calendars import Calendar
from lib.text.fold import fold

D = date.fromisoformat
UPRISING = D("2019-11-15")


@pytest.mark.parametrize(
    ("language", "calendar", "form", "text"),
    [
        ("en", "gregorian", "d MMMM y", "15 November 2019"),
        ("en", "jalali", "d MMMM y", "24 Aban 1398"),
        ("en", "hijri", "d MMMM y", "18 Rabi al-Awwal 1441"),
        ("en", "hijri", "d MMM y", "18 Rabi I 1441"),
        ("fa", "gregorian", "MMMM y", "نوامبر ۲۰۱۹"),
        ("fa", "jalali", "d MMMM y", "۲۴ آبان ۱۳۹۸"),
        ("fa", "jalali", "MMMM y", "آبان ۱۳۹۸"),
        ("fa", "hijri", "MMMM y", "ربیع\u200cالاول ۱۴۴۱"),
        ("ar", "gregorian", "MMM", "نوفمبر"),
        ("ar", "jalali", "d MMM", "٢٤ آبان"),
        ("ar", "hijri", "MMMM y", "ربيع الأول ١٤٤١"),
        ("ar", "hijri", "y", "١٤٤١"),
        ("fa", "jalali", "y/MM/dd", "۱۳۹۸/۰۸/۲۴"),
        ("en", "jalali", "y/MM/dd", "1398/08/24"),
    ],
)
def test_a_day_in_words(language: str, calendar: Calendar, form: Form, text: str) -> None:
    assert DayWords(catalogue(language), calendar).day(UPRISING, form) == text


@pytest.mark.parametrize(
    ("calendar", "since", "until", "step", "text"),
    [
        ("gregorian", "2020-07-17", "2020-07-17", "day", "17 July 2020"),
        ("gregorian", "2020-07-01", "2020-07-31", "month", "July 2020"),
        ("gregorian", "2020-01-01", "2020-12-31", "year", "2020"),
        ("gregorian", "2020-07-13", "2020-07-19", "week", "13 July 2020 to 19 July 2020"),
        ("jalali", "2019-10-23", "2019-11-21", "month", "Aban 1398"),
        ("jalali", "2019-03-21", "2020-03-19", "year", "1398"),
        ("jalali", "2019-09-23", "2019-12-21", "quarter", "1 Mehr 1398 to 30 Azar 1398"),
        ("hijri", "2019-10-29", "2019-11-27", "month", "Rabi al-Awwal 1441"),
        ("jalali", "0001-01-01", "0622-03-20", "year", "1 January 1 to 20 March 622"),
    ],
)
def test_a_bin_in_words(calendar: Calendar, since: str, until: str, step: str, text: str) -> None:
    assert DayWords(catalogue("en"), calendar).bin(D(since), D(until), step) == text


def test_a_day_before_the_calendar_is_gregorian() -> None:
    assert DayWords(catalogue("fa"), "hijri").day(D("0610-01-02")) == catalogue("fa").date(D("0610-01-02"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("calendar", ["jalali", "hijri"])
def test_what_we_write_is_what_dates_in_texts_are_read_by(calendar: Calendar, language: str) -> None:
    path = ROOT / "lib" / "data" / "dates" / "months.csv"
    with path.open(encoding="utf-8", newline="") as file:
        read = {
            (row["calendar"], row["language"], int(row["month"]), fold(row["name"])) for row in csv.DictReader(file)
        }
    names = [month_name(calendar, month, catalogue(language)) for month in range(1, 13)]
    assert len(set(names)) == 12
    assert all((calendar, language, month, fold(name)) in read for month, name in enumerate(names, 1))


def test_names_of_gregorian_months() -> None:
    assert [month_name("gregorian", 11, catalogue(language)) for language in LANGUAGES] == [
        "November",
        "نوامبر",
        "نوفمبر",
    ]
