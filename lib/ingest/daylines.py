"""The day in a header line of a page, in three calendars: read when it is written out, never guessed.

Dates inside the text are another matter (enrich/dates). Here a line is nothing but a date and its trimmings, and any
doubt about calendar or order of the numbers means that the line gives no date.
"""

from __future__ import annotations

import re
from datetime import date

from lib.text.calendars import Calendar, to_gregorian
from lib.text.fold import fold
from lib.text.numerals import to_ascii

_GREGORIAN = (
    "january jan يناير ینایر ژانویه جنوری كانون_الثاني|february feb فبراير فوریه شباط|march mar مارس آذار|"
    "april apr أبريل ابریل آوریل آپریل نيسان|"
    "may مايو می مه ماي أيار|june jun يونيو يونيه ژوئن حزيران|july jul يوليو يوليه ژوئیه جولای تموز|"
    "august aug أغسطس اوت آگوست آب|september sep sept سبتمبر سپتامبر أيلول|october oct أكتوبر اکتبر تشرين_الأول|"
    "november nov نوفمبر نوامبر تشرين_الثاني|december dec ديسمبر دسامبر كانون_الأول"
)
_JALALI = "فروردین|اردیبهشت|خرداد|تیر|مرداد امرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند"
_HIJRI = (
    "محرم|صفر|ربيع_الأول|ربيع_الآخر ربيع_الثاني|جمادى_الأولى جمادى_الاول|جمادى_الآخرة جمادى_الثانية|"
    "رجب|شعبان|رمضان|شوال|ذو_القعدة ذي_القعدة ذوالقعده|ذو_الحجة ذي_الحجة ذوالحجه"
)


def _months(names: str, calendar: str) -> dict[str, tuple[str, int]]:
    table = {}
    for number, group in enumerate(names.split("|"), 1):
        for name in group.split():
            table[fold(name.replace("_", " "))] = (calendar, number)
    return table


# The surest first, where a line gives a day in several; years outside these are no days of news.
_YEARS: dict[Calendar, range] = {
    "gregorian": range(1800, 2101),
    "jalali": range(1200, 1501),
    "hijri": range(1343, 1501),
}
_MONTHS = _months(_HIJRI, "hijri") | _months(_JALALI, "jalali") | _months(_GREGORIAN, "gregorian")
_NAMES = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s,.\-/]*(?:من |ماه )?({_NAMES})(?!\w)(?: ماه)?[\s,.\-/،]*(\d{{4}})(?!\d)"
)
_MONTH_FIRST = re.compile(rf"(?<!\w)({_NAMES})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?[\s,،]+(\d{{4}})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:t(?=\d))?")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?z?(?:[+-]\d{2}:\d{2})?"
_NOISE = re.compile(
    rf"{_CLOCK}|[+-]\d{{4}}|(?<!\w)(?:am|pm|a\.m\.?|p\.m\.?|gmt|utc|edt|est|irst|ast|z|t|at|on|"
    r"ق ظ|ب ظ|ص|م|ه|ق|ش|هجری|میلادی|بتوقیت [\w ]+|ساعت|الساعه|توقیت|قبل از ظهر|بعد از ظهر|صباحا|مساا?|"
    r"گرینویچ|غرینتش|تهران|مکه)(?!\w)"
)
_WEEKDAYS = re.compile(
    r"(?<!\w)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|"
    r"(?:یک|دو|سه|چهار|پنج)? ?شنبه|جمعه|ادینه|الاحد|الاثنین|الثلاثا|الاربعا|الخمیس|الجمعه|السبت|یوم)(?!\w)"
)
_WORD = re.compile(r"[^\W\d_]+|\d+")


def only_a_date(text: str) -> bool:
    """Whether nothing is left of the text once dates, clock times, weekdays and calendar letters are taken away."""
    rest, found = to_ascii(fold(text)), 0
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _YEAR_LAST):
        rest, count = pattern.subn(" ", rest)
        found += count
    return bool(found) and not _WORD.search(_WEEKDAYS.sub(" ", _NOISE.sub(" ", rest)))


def day_of(text: str) -> date | None:
    """The one day that a header line names, in the Gregorian calendar; None where it is missing or open to doubt."""
    folded = to_ascii(fold(text))
    days = []
    for match in _DAY_FIRST.finditer(folded):
        calendar, month = _MONTHS[match[2]]
        days.append((calendar, int(match[3]), month, int(match[1])))
    for match in _MONTH_FIRST.finditer(folded):
        calendar, month = _MONTHS[match[1]]
        days.append((calendar, int(match[3]), month, int(match[2])))
    for match in _YEAR_FIRST.finditer(folded):
        days.append((_calendar(int(match[1])), int(match[1]), int(match[2]), int(match[3])))
    for match in _YEAR_LAST.finditer(folded):
        first, second = int(match[1]), int(match[2])
        if first > 12 or first == second:
            days.append((_calendar(int(match[3])), int(match[3]), second, first))
    resolved = [_resolve(name, *day[1:]) for name in _YEARS for day in days if day[0] == name]
    return next((day for day in resolved if day), None)


def _calendar(year: int) -> str:
    """The calendar that a year of a numeric date belongs to; years that fit two calendars give none."""
    if 1900 <= year <= 2100:
        return "gregorian"
    return "jalali" if 1320 <= year <= 1410 else ""


def _resolve(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    try:
        return to_gregorian(calendar, year, month, day) if year in _YEARS[calendar] else None
    except ValueError:
        return None
