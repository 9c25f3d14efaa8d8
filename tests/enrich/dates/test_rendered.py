"""Properties: a date written in any form of a language is found again, and no text breaks the tagger."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lib.enrich.dates import find_dates
from lib.text.calendars import Calendar, month_bounds, to_gregorian, year_bounds

_DIGITS = {"fa": "۰۱۲۳۴۵۶۷۸۹", "ar": "٠١٢٣٤٥٦٧٨٩", "en": "0123456789"}
_MONTHS: dict[tuple[str, Calendar], str] = {
    ("fa", "jalali"): "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
    ("prs", "jalali"): "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    ("fa", "gregorian"): "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    ("fa", "hijri"): "محرم صفر ربیع‌الاول ربیع‌الثانی جمادی‌الاول جمادی‌الثانی رجب شعبان رمضان شوال ذیقعده ذیحجه",
    ("ar", "gregorian"): "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    ("ar", "hijri"): "محرم صفر ربيع_الأول ربيع_الآخر جمادى_الأولى جمادى_الآخرة رجب شعبان رمضان شوال ذو_القعدة ذو_الحجة",
    ("en", "gregorian"): "January February March April May June July August September October November December",
    ("en", "jalali"): "Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand",
    ("tr", "gregorian"): "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    ("he", "gregorian"): "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    ("ur", "gregorian"): "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    (
        "ckb",
        "jalali",
    ): "خاکەلێوە گوڵان جۆزەردان پووشپەڕ گەلاوێژ خەرمانان ڕەزبەر خەزەڵوەر سەرماوەز بەفرانبار ڕێبەندان ڕەشەمە",
}
_MAGHREB = "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر"
# Sentences around a day, by language; {d} {m} {y} are day, month and year.
_DAYS = {
    "fa": ("در {d} {m} {y} برگزار شد.", "{d} {m}، سال {y}", "از روز {d} {m} سال {y} به بعد"),
    "prs": ("در {d} {m} {y} برگزار شد.",),
    "ar": ("في {d} {m} {y} وقع الحادث.", "يوم {d} {m} عام {y}", "بتاريخ {d} من {m} سنة {y}"),
    "en": ("on {d} {m} {y} in town", "On {m} {d}, {y}, it rained.", "the {d}th of {m}, {y}"),
    "tr": ("{d} {m} {y} günü",),
    "he": ("ב-{d} ב{m} {y} נפגשו",),
    "ur": ("{d} {m} {y} کو",),
    "ckb": ("لە {d}ی {m}ی {y}",),
}
_MONTH_FORMS = {
    "fa": ("در {m} {y} بود.", "{m} ماه سال {y}"),
    "ar": ("في {m} {y} كان", "خلال شهر {m} عام {y}"),
    "en": ("in {m} {y} it", "since {m} of {y}"),
    "tr": ("{m} {y} ayında",),
}
_YEARS: dict[Calendar, range] = {
    "jalali": range(1300, 1420),
    "gregorian": range(1900, 2060),
    "hijri": range(1343, 1500),
}
_KINDS = sorted(_MONTHS)


def _name(language: str, calendar: Calendar, month: int) -> str:
    return _MONTHS[language, calendar].replace("\u200c", "").split()[month - 1].replace("_", " ")


def _written(language: str, number: int) -> str:
    digits = _DIGITS.get("fa" if language == "prs" else language, _DIGITS["en"])
    return "".join(digits[int(each)] for each in str(number))


@st.composite
def _dates(draw: st.DrawFn) -> tuple[str, Calendar, int, int, int]:
    language, calendar = draw(st.sampled_from(_KINDS))
    year = draw(st.sampled_from(_YEARS[calendar]))
    first, last = month_bounds(calendar, year, month := draw(st.integers(1, 12)))
    return language, calendar, year, month, draw(st.integers(1, (last - first).days + 1))


def _found(text: str, language: str) -> list[tuple[date | None, date | None, str | None]]:
    mentions = find_dates(text, language, None)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.surface
    return [(mention.since, mention.until, mention.calendar) for mention in mentions]


@settings(max_examples=300)
@given(_dates(), st.data())
def test_a_day_in_every_form(when: tuple[str, Calendar, int, int, int], data: st.DataObject) -> None:
    language, calendar, year, month, day = when
    form = data.draw(st.sampled_from(_DAYS[language]))
    words = {"d": _written(language, day), "m": _name(language, calendar, month), "y": _written(language, year)}
    expected = to_gregorian(calendar, year, month, day)
    assert (expected, expected, calendar) in _found(form.format(**words), language), form.format(**words)


@settings(max_examples=150)
@given(_dates().filter(lambda when: when[0] in _MONTH_FORMS and when[1] != "hijri"), st.data())
def test_a_month_in_every_form(when: tuple[str, Calendar, int, int, int], data: st.DataObject) -> None:
    language, calendar, year, month, _ = when
    form = data.draw(st.sampled_from(_MONTH_FORMS[language]))
    text = form.format(m=_name(language, calendar, month), y=_written(language, year))
    assert (*month_bounds(calendar, year, month), calendar) in _found(text, language), text


@given(st.dates(date(1901, 1, 1), date(2059, 12, 31)))
def test_maghrebi_names(day: date) -> None:
    text = f"في {day.day} {_MAGHREB.split()[day.month - 1]} {day.year} بالعاصمة"
    assert (day, day, "gregorian") in _found(text, "ar")


_STRETCHES: list[tuple[str, str, Calendar, int, int]] = [
    *(
        ("fa", f"{name} {{y}}", "jalali", 3 * at + 1, 3)
        for at, name in enumerate(("بهار", "تابستان", "پاییز", "زمستان"))
    ),
    *(
        ("fa", f"سه ماهه {name} سال {{y}}", "jalali", 3 * at + 1, 3)
        for at, name in enumerate(("اول", "دوم", "سوم", "چهارم"))
    ),
    *(
        ("ar", f"الربع {name} من عام {{y}}", "gregorian", 3 * at + 1, 3)
        for at, name in enumerate(("الأول", "الثاني", "الثالث"))
    ),
    *(
        ("en", f"{name} quarter of {{y}}", "gregorian", 3 * at + 1, 3)
        for at, name in enumerate(("first", "second", "third"))
    ),
    *(("en", f"in Q{at} {{y}}", "gregorian", 3 * at - 2, 3) for at in (1, 2, 3, 4)),
    ("ar", "صيف {y}", "gregorian", 6, 3),
    ("en", "autumn of {y}", "gregorian", 9, 3),
    ("fa", "نیمه دوم {y}", "jalali", 7, 6),
    ("ar", "النصف الأول من {y}", "gregorian", 1, 6),
    ("en", "first nine months of {y}", "gregorian", 1, 9),
]


@given(st.sampled_from(_STRETCHES), st.integers(20, 119))
def test_stretches_of_a_year(stretch: tuple[str, str, Calendar, int, int], offset: int) -> None:
    language, form, calendar, month, months = stretch
    year = (1300 if calendar == "jalali" else 1900) + offset
    text = form.format(y=_written(language, year))
    since, until = month_bounds(calendar, year, month)[0], month_bounds(calendar, year, month + months - 1)[1]
    assert (since, until, calendar) in _found(text, language), text


def _persian_words(number: int) -> str:
    ones = [
        "یک",
        "دو",
        "سه",
        "چهار",
        "پنج",
        "شش",
        "هفت",
        "هشت",
        "نه",
        "ده",
        "یازده",
        "دوازده",
        "سیزده",
        "چهارده",
        "پانزده",
        "شانزده",
        "هفده",
        "هجده",
        "نوزده",
    ]
    tens = ["بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
    parts = ["هزار"] if number < 2000 else ["دو هزار"]
    hundreds, rest = divmod(number % 1000, 100)
    parts += (
        [(["صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"])[hundreds - 1]]
        if hundreds
        else []
    )
    parts += [ones[rest - 1]] if 0 < rest < 20 else []
    if rest >= 20:
        parts += [tens[rest // 10 - 2], *([ones[rest % 10 - 1]] if rest % 10 else [])]
    return " و ".join(parts)


@given(st.integers(1300, 1419))
@example(1400)
def test_persian_years_in_words(year: int) -> None:
    text = f"در سال {_persian_words(year)} رخ داد"
    assert (*year_bounds("jalali", year), "jalali") in _found(text, "fa"), text


@given(st.integers(2, 27), st.integers(0, 60), _dates().filter(lambda when: when[0] in ("fa", "ar", "en")))
def test_ranges_of_days(first: int, more: int, when: tuple[str, Calendar, int, int, int]) -> None:
    language, calendar, year, month, _ = when
    last = first + 1 + more % (28 - first)
    joint = {"fa": "تا", "ar": "إلى", "en": "to"}[language]
    text = f"{_written(language, first)} {joint} {_written(language, last)} {_name(language, calendar, month)} {year}"
    days = to_gregorian(calendar, year, month, first), to_gregorian(calendar, year, month, last)
    assert (*days, calendar) in _found(text, language), text


_PIECES = (
    "۲۴ 15 1398 2019 98 آبان March مارس رمضان و ، , - / ( ) . تا من of T سال عام year دهه century قرن نیمه first half "
    "Q3 "
    "بهار spring الشتاء عید_فطر Christmas هزار ألفين nineteen seventy و هشت سه_ماهه الربع گذشته last next هفته_دوم "
    "امروز "
    "אתמול שנות ה-80 1990'larda ق.م BC میلادی هـ تحصیلی academic ۲۴، ۲۵ \u200c \u0640 \ufeff 00 31/31 99/99/9999 ½ 𝟙𝟛𝟡𝟠"
)


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(_PIECES.split()), max_size=14).map(lambda each: " ".join(each).replace("_", " ")),
    st.sampled_from(("fa", "ar", "en", "und", "ps", "ur", "ckb", "he", "tr", "xx")),
    st.none() | st.dates(),
)
def test_no_order_of_words_breaks_anything(text: str, language: str, reference: date | None) -> None:
    last = 0
    for mention in find_dates(text, language, reference):
        assert text[mention.start : mention.end] == mention.surface and mention.surface
        assert mention.start >= last and mention.rule
        last = mention.end
        assert (mention.since is None) == (mention.until is None)
        assert mention.since is None or mention.until is None or mention.since <= mention.until


@given(st.text(max_size=80), st.sampled_from(("fa", "ar", "en", "und")))
def test_random_text(text: str, language: str) -> None:
    _found(text, language)


def _weekday_of(day: date) -> str:
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[day.weekday()]


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(0, 6))
def test_a_wrong_weekday_is_flagged_and_never_mended(day: date, off: int) -> None:
    text = f"{_weekday_of(day + timedelta(days=off))}, {day:%B} {day.day}, {day.year}"
    (mention,) = find_dates(text, "en", None)
    assert (mention.since, mention.until) == (day, day)
    assert ("conflict" in mention.flags) == bool(off)


@pytest.mark.parametrize("text", ["18 January 1400", "on 5 Muharram 1500 AH and 5 Muharram 1200 AH"])
def test_computed_islamic_days_say_so(text: str) -> None:

    for mention in find_dates(text, "en", None):
        assert ("civil" in mention.flags) == (mention.calendar == "hijri" and mention.surface.endswith("1200 AH"))


def test_one_character_is_never_part_of_two_dates() -> None:
    found = find_dates("March \u00bd \u0622\u0628\u0627\u0646", "fa", None)
    assert all(left.end <= right.start for left, right in pairwise(found)) and found
