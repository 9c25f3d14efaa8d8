"""Which year of which calendar a number is, and which it may be when it is written with two digits."""

from __future__ import annotations

import re

from lib.text.calendars import Calendar, from_gregorian, month_bounds, year_bounds

_PLAUSIBLE: dict[Calendar, range] = {
    "gregorian": range(1500, 2151),
    "jalali": range(1200, 1501),
    "hijri": range(1, 1501),
}
_IRANIAN = range(1300, 1426)  # "the calendar year 1399" in English news is Iranian
_SOLAR = range(1200, 1426)  # later numbers in Persian news are lunar years


def fits(calendar: Calendar, year: int) -> bool:
    """Whether news could speak of this year of this calendar."""
    return year in _PLAUSIBLE[calendar]


def calendar_of(year: int, language: str, era: str = "") -> Calendar | None:
    """The calendar of a year that stands without a month, by its era, its size and the language; None if it is none."""
    if era in ("gregorian", "jalali", "hijri"):
        named: Calendar = era  # type: ignore[assignment]
        return named if fits(named, year) else None
    if year in range(1500, 2151):
        return "gregorian"
    if language in ("fa", "prs", "und", "ckb", "ps") and year in _SOLAR:
        return "jalali"
    if year in range(1300, 1501) and language in ("ar", "arz", "fa", "prs", "ur", "ps", "und"):
        return "hijri"
    if language == "en" and year in _IRANIAN:
        return "jalali"
    return "gregorian" if language not in ("fa", "ar", "und") and year in range(1000, 1500) else None


def full_year(digits: str, calendar: Calendar, language: str) -> int | None:
    """The year that two digits mean: «۹۸» is 1398, «۰۱» 1401, «عام 67» 1967; None where the custom is unknown."""
    number = int(digits)
    if len(digits) == 4:
        return number if fits(calendar, number) else None
    if calendar == "jalali":
        if digits.startswith("0"):
            return 1400 + number
        return 1300 + number if number >= 20 else None
    if calendar == "gregorian" and number >= 32 and language in ("ar", "en"):
        return 1900 + number
    return None


def year_at(digits: str, language: str, era: str = "") -> tuple[Calendar | None, int | None]:
    """Calendar and year of a number that stands for a year, with two digits or four."""
    if len(digits) == 4:
        return calendar_of(int(digits), language, era), int(digits)
    custom: Calendar = "jalali" if language in ("fa", "prs", "und") else "gregorian"
    if era in ("gregorian", "jalali", "hijri"):
        custom = era  # type: ignore[assignment]
    return custom, full_year(digits, custom, language)


def own_calendar(language: str) -> Calendar:
    """The calendar that "this year" is a year of."""
    return "jalali" if language in ("fa", "prs", "ps", "und") else "gregorian"


def numeric_date(written: str, language: str, era: str) -> tuple[Calendar, int, int, int] | None:
    """Calendar, year, month and day of "2019-11-15", «۹۸/۰۸/۲۴» or "14/10/1436"; the day comes first where it can."""
    parts = re.split("[-/.]", written)
    lengths = [len(part) for part in parts]
    first, second, third = (int(part) for part in parts)
    if lengths[0] == 4 and lengths[2] <= 2:
        return _checked(first, second, third, language, era)
    if lengths[2] == 4 and lengths[0] <= 2:
        day, month = (first, second) if second <= 12 else (second, first)
        return _checked(third, month, day, language, era)
    if lengths[0] > 2 or lengths[2] != 2 or "-" in written:
        return None
    if language in ("fa", "prs", "und") and max(first, third) > 31:
        year, day = (first, third) if first > 31 else (third, first)
        return _checked(1300 + year, second, day, language, "jalali")
    if language not in ("fa", "prs", "ps", "und") and first <= 31 and third <= 39:
        return _checked(2000 + third, second, first, language, "gregorian")
    return None


def either_order(written: str) -> bool:
    """Whether an English reader may take the first number for the month: "5/6/2019"."""
    parts = re.split("[-/.]", written)
    return len(parts[2]) == 4 and parts[0] != parts[1] and all(int(part) <= 12 for part in parts[:2])


def _checked(year: int, month: int, day: int, language: str, era: str) -> tuple[Calendar, int, int, int] | None:
    calendar = calendar_of(year, language, era)
    if calendar == "gregorian" and year < 1500:
        calendar = "jalali" if year in _SOLAR else None  # Iranian dates in English text
    if calendar is None or not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return calendar, year, month, day


def year_of_another(year: int, language: str, calendar: Calendar, month: int) -> int | None:
    """The year of `calendar` whose month begins in a year of another: «رمضان 2024» is 1445, «نوامبر ۱۳۹۸» is 2019."""
    other = calendar_of(year, language)
    if other is None or other == calendar or year < 1290:
        return None
    since, until = year_bounds(other, year)
    first = from_gregorian(calendar, since)[0]
    fitting = (each for each in range(first, first + 3) if since <= month_bounds(calendar, each, month)[0] <= until)
    return next(fitting, None)
