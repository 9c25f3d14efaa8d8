"""Dates found and resolved: a table of sentences per language, each with the days it speaks of."""

from __future__ import annotations

from datetime import date

import pytest

from lib.enrich.dates import find_dates

REFERENCE = date(2022, 10, 5)  # a Wednesday; 13 Mehr 1401, 9 Rabi al-Awwal 1444

# language, sentence, surface, since, until, precision, calendar
EXPLICIT = [
    ("fa", "نشست روز دوشنبه ۲۱ شهریور ۱۴۰۱ برگزار شد.", "دوشنبه ۲۱ شهریور ۱۴۰۱", "2022-09-12", "", "day", "jalali"),
    ("fa", "در تاريخ 25 شهريور 1401 درگذشت.", "25 شهريور 1401", "2022-09-16", "", "day", "jalali"),
    ("fa", "مورخ ۱۴۰۱/۰۶/۲۵ ابلاغ شد.", "۱۴۰۱/۰۶/۲۵", "2022-09-16", "", "day", "jalali"),
    ("fa", "نامه ۰۱/۰۶/۲۵ نیست ولی نامه ۹۹/۰۶/۲۵ هست.", "۹۹/۰۶/۲۵", "2020-09-15", "", "day", "jalali"),
    (
        "fa",
        "در بیست و پنجم شهریورماه سال ۱۴۰۱ رخ داد.",
        "بیست و پنجم شهریورماه سال ۱۴۰۱",
        "2022-09-16",
        "",
        "day",
        "jalali",
    ),
    ("fa", "پس از ۲۲ خرداد ۸۸ مردم به خیابان آمدند.", "۲۲ خرداد ۸۸", "2009-06-12", "", "day", "jalali"),
    ("fa", "در دی‌ماه ۹۶ آغاز شد.", "دی\u200cماه ۹۶", "2017-12-22", "2018-01-20", "month", "jalali"),
    ("fa", "اعتراضات آبان ۹۸ سرکوب شد.", "آبان ۹۸", "2019-10-23", "2019-11-21", "month", "jalali"),
    ("fa", "این شبکه در سال ۱۳۹۵ راه افتاد.", "سال ۱۳۹۵", "2016-03-20", "2017-03-20", "year", "jalali"),
    ("fa", "از انقلاب ۵۷ تا امروز", "۵۷", "1978-03-21", "1979-03-20", "year", "jalali"),
    ("fa", "سینمای دهه ۶۰ ایران", "دهه ۶۰", "1981-03-21", "1991-03-20", "range", "jalali"),
    ("fa", "نسل دههٔ هشتاد", "دههٔ هشتاد", "2001-03-21", "2011-03-20", "range", "jalali"),
    ("fa", "هفته سوم اردیبهشت ۱۴۰۱", "هفته سوم اردیبهشت ۱۴۰۱", "2022-05-05", "2022-05-11", "range", "jalali"),
    ("fa", "۳ ژانویه ۲۰۲۰ در بغداد کشته شد.", "۳ ژانویه ۲۰۲۰", "2020-01-03", "", "day", "gregorian"),
    ("fa", "نشست ۵ مه ۲۰۲۱ در وین", "۵ مه ۲۰۲۱", "2021-05-05", "", "day", "gregorian"),
    (
        "fa",
        "از ۱۰ تا ۱۲ نوامبر ۲۰۲۱ ادامه داشت.",
        "۱۰ تا ۱۲ نوامبر ۲۰۲۱",
        "2021-11-10",
        "2021-11-12",
        "range",
        "gregorian",
    ),
    ("fa", "دهم محرم ۱۴۴۴ قمری", "دهم محرم ۱۴۴۴ قمری", "2022-08-08", "", "day", "hijri"),
    ("prs", "در بیست و چهارم اسد ۱۴۰۰ کابل سقوط کرد.", "بیست و چهارم اسد ۱۴۰۰", "2021-08-15", "", "day", "jalali"),
    ("ar", "وقع الانفجار في 4 آب/أغسطس 2020 في بيروت.", "4 آب/أغسطس 2020", "2020-08-04", "", "day", "gregorian"),
    (
        "ar",
        "يوم الثلاثاء الموافق 4 أغسطس (آب) 2020م",
        "الثلاثاء الموافق 4 أغسطس (آب) 2020م",
        "2020-08-04",
        "",
        "day",
        "gregorian",
    ),
    ("ar", "في الحادي عشر من سبتمبر عام 2001", "الحادي عشر من سبتمبر عام 2001", "2001-09-11", "", "day", "gregorian"),
    ("ar", "صدر في ١٥ رجب ١٤٤٣هـ عن الوزارة", "١٥ رجب ١٤٤٣هـ", "2022-02-16", "", "day", "hijri"),
    ("ar", "بتاريخ 12/2/1444هـ", "12/2/1444هـ", "2022-09-08", "", "day", "hijri"),
    ("ar", "بتاريخ 29 / 9 / 1443 هـ", "29 / 9 / 1443 هـ", "2022-04-30", "", "day", "hijri"),
    ("ar", "اجتمعا في 14/9/2022 بالدوحة", "14/9/2022", "2022-09-14", "", "day", "gregorian"),
    ("ar", "مسلسلات رمضان 2022 كثيرة، وفي رمضان 2021 أيضا", "رمضان 2021", "2021-04-13", "2021-05-12", "month", "hijri"),
    ("ar", "تأسس الحزب عام 1985 ثم حُلّ", "عام 1985", "1985-01-01", "1985-12-31", "year", "gregorian"),
    ("ar", "بعد نكسة عام 67 تغير كل شيء", "عام 67", "1967-01-01", "1967-12-31", "year", "gregorian"),
    ("ar", "تظاهروا بالجزائر في 22 فيفري 2019 وفي أوت 2019", "22 فيفري 2019", "2019-02-22", "", "day", "gregorian"),
    (
        "ar",
        "اللقاء من 5 إلى 8 أيلول 2022 في بغداد",
        "5 إلى 8 أيلول 2022",
        "2022-09-05",
        "2022-09-08",
        "range",
        "gregorian",
    ),
    ("ar", "في النصف الأول من مايو 2022", "النصف الأول من مايو 2022", "2022-05-01", "2022-05-15", "range", "gregorian"),
    ("ar", "في ثمانينيات القرن الماضي", "ثمانينيات القرن الماضي", "1980-01-01", "1989-12-31", "range", "gregorian"),
    ("ar", "غرة شعبان 1443هـ", "غرة شعبان 1443هـ", "2022-03-04", "", "day", "hijri"),
    (
        "en",
        "He was killed on Friday, January 3, 2020.",
        "Friday, January 3, 2020",
        "2020-01-03",
        "",
        "day",
        "gregorian",
    ),
    ("en", "on the 3rd of January 2020", "3rd of January 2020", "2020-01-03", "", "day", "gregorian"),
    ("en", "signed on 14 July 2015 in Vienna", "14 July 2015", "2015-07-14", "", "day", "gregorian"),
    ("en", "from Sept. 5-8, 2022", "Sept. 5-8, 2022", "2022-09-05", "2022-09-08", "range", "gregorian"),
    ("en", "founded in 1985 by students", "1985", "1985-01-01", "1985-12-31", "year", "gregorian"),
    ("en", "the Iranian calendar year 1400 ended", "year 1400", "2021-03-21", "2022-03-20", "year", "jalali"),
    ("en", "since 2022-09-16T08:00 UTC", "2022-09-16", "2022-09-16", "", "day", "gregorian"),
    ("en", "music of the 1980s", "1980s", "1980-01-01", "1989-12-31", "range", "gregorian"),
    ("fa", "روز ۳۰ خرداد بار دیگر در سال‌های ۱۳۹۵، ۱۳۹۶ و ۱۳۹۷", "۱۳۹۶", "2017-03-21", "2018-03-20", "year", "jalali"),
    ("fa", "انتخابات ریاست جمهوری ۱۴۰۰", "۱۴۰۰", "2021-03-21", "2022-03-20", "year", "jalali"),
    ("en", "the first quarter of 2018", "first quarter of 2018", "2018-01-01", "2018-03-31", "range", "gregorian"),
    ("en", "under the 2015 nuclear deal", "2015", "2015-01-01", "2015-12-31", "year", "gregorian"),
    ("ur", "16 دسمبر 2014ء کو پشاور میں", "16 دسمبر 2014ء", "2014-12-16", "", "day", "gregorian"),
    ("ckb", "لە ٢٥ی تشرینی یەکەمی ٢٠١٧ دا", "٢٥ی تشرینی یەکەمی ٢٠١٧", "2017-10-25", "", "day", "gregorian"),
    ("he", "ב-14 במאי 1948 הוכרזה", "14 במאי 1948", "1948-05-14", "", "day", "gregorian"),
    ("tr", "6 Şubat 2023'te deprem oldu.", "6 Şubat 2023", "2023-02-06", "", "day", "gregorian"),
    ("tr", "2019 yılında kuruldu", "2019 yılında", "2019-01-01", "2019-12-31", "year", "gregorian"),
    ("es", "el 11 de marzo de 2004 en Madrid", "11 de marzo de 2004", "2004-03-11", "", "day", "gregorian"),
    ("de", "Am 9. November 1989 fiel die Mauer.", "9. November 1989", "1989-11-09", "", "day", "gregorian"),
    ("fr", "le 14 juillet 2016 à Nice", "14 juillet 2016", "2016-07-14", "", "day", "gregorian"),
    ("ru", "24 февраля 2022 года", "24 февраля 2022", "2022-02-24", "", "day", "gregorian"),
]


@pytest.mark.parametrize(("language", "text", "surface", "since", "until", "precision", "calendar"), EXPLICIT)
def test_dates_said_in_full(
    language: str, text: str, surface: str, since: str, until: str, precision: str, calendar: str
) -> None:
    found = {mention.surface: mention for mention in find_dates(text, language, None)}
    assert surface in found, sorted(found)
    mention = found[surface]
    assert text[mention.start : mention.end] == surface
    assert (str(mention.since), str(mention.until)) == (since, until or since)
    assert (mention.precision, mention.calendar, mention.basis, mention.flags) == (precision, calendar, "explicit", ())


# language, sentence, surface, since, until
RELATIVE = [
    ("fa", "دیروز وارد تهران شد.", "دیروز", "2022-10-04", ""),
    ("fa", "پریروز رفت و پس‌فردا برمی‌گردد.", "پس\u200cفردا", "2022-10-07", ""),
    ("fa", "روز گذشته اعلام شد.", "روز گذشته", "2022-10-04", ""),
    ("fa", "شنبه در ژنو دیدار کردند.", "شنبه", "2022-10-01", ""),
    ("fa", "این دیدار یکشنبه برگزار خواهد شد.", "یکشنبه", "2022-10-09", ""),
    ("fa", "سهشنبه گذشته آزاد شد.", "سهشنبه گذشته", "2022-10-04", ""),
    ("fa", "هفته آینده به بغداد می‌رود.", "هفته آینده", "2022-10-08", "2022-10-14"),
    ("fa", "ماه گذشته دلار گران شد.", "ماه گذشته", "2022-08-23", "2022-09-22"),
    ("fa", "سال گذشته صادرات کم شد.", "سال گذشته", "2021-03-21", "2022-03-20"),
    ("fa", "پارسال باران نبارید.", "پارسال", "2021-03-21", "2022-03-20"),
    ("fa", "سه روز پیش بازداشت شد.", "سه روز پیش", "2022-10-02", ""),
    ("fa", "بهمن پارسال درگذشت.", "بهمن پارسال", "2022-01-21", "2022-02-19"),
    ("ar", "وصل أمس إلى القاهرة.", "أمس", "2022-10-04", ""),
    ("ar", "عاد أول من أمس وسيغادر بعد غد.", "أول من أمس", "2022-10-03", ""),
    ("ar", "عاد أول من أمس وسيغادر بعد غد.", "بعد غد", "2022-10-07", ""),
    ("ar", "قال الأحد إن المحادثات مستمرة.", "الأحد", "2022-10-02", ""),
    ("ar", "وسيعقد المجلس جلسته الأحد في بيروت.", "الأحد", "2022-10-09", ""),
    ("ar", "الخميس المقبل", "الخميس المقبل", "2022-10-06", ""),
    ("ar", "في الشهر الماضي", "الشهر الماضي", "2022-09-01", "2022-09-30"),
    ("ar", "قبل أسبوعين اندلعت", "قبل أسبوعين", "2022-09-18", "2022-09-24"),
    ("ar", "في مارس الماضي", "مارس الماضي", "2022-03-01", "2022-03-31"),
    ("ar", "في العاشر من الشهر الجاري", "العاشر من الشهر الجاري", "2022-10-10", ""),
    ("ar", "خلال شهر رمضان المقبل", "شهر رمضان المقبل", "2023-03-23", "2023-04-20"),
    ("en", "He said on Monday that talks went on.", "Monday", "2022-10-03", ""),
    ("en", "The minister will visit Doha on Sunday.", "Sunday", "2022-10-09", ""),
    ("en", "Last week, three weeks ago and next month.", "Last week", "2022-09-26", "2022-10-02"),
    ("en", "It rained two days ago.", "two days ago", "2022-10-03", ""),
    ("en", "last March he resigned", "last March", "2022-03-01", "2022-03-31"),
]


@pytest.mark.parametrize(("language", "text", "surface", "since", "until"), RELATIVE)
def test_dates_told_from_the_day_of_the_article(language: str, text: str, surface: str, since: str, until: str) -> None:
    found = {mention.surface: mention for mention in find_dates(text, language, REFERENCE)}
    assert surface in found, sorted(found)
    mention = found[surface]
    assert (str(mention.since), str(mention.until), mention.basis) == (since, until or since, "relative")


@pytest.mark.parametrize(("language", "text", "surface"), [row[:3] for row in RELATIVE])
def test_without_a_day_of_the_article_nothing_is_guessed(language: str, text: str, surface: str) -> None:
    found = {mention.surface: mention for mention in find_dates(text, language, None)}
    assert (found[surface].since, found[surface].until, found[surface].basis) == (None, None, "unresolved")


# language, sentence, surface, since, flags
YEARLESS = [
    ("fa", "در ۱۵ نوامبر گران شد.", "۱۵ نوامبر", "2021-11-15", ("assumed-year",)),
    ("fa", "شنبه ۳۰ فروردین بار دیگر گفت.", "شنبه ۳۰ فروردین", "2022-04-19", ("assumed-year", "conflict")),
    ("fa", "انتخابات دوم اسفند ماه، ۵۷ میلیون نفر", "دوم اسفند ماه", "2022-02-21", ("assumed-year",)),
    ("fa", "روز ۲۵ شهریور درگذشت.", "۲۵ شهریور", "2022-09-16", ("assumed-year",)),
    ("fa", "انتخابات در ۱۷ آبان برگزار خواهد شد.", "۱۷ آبان", "2022-11-08", ("assumed-year",)),
    ("fa", "روز پنجشنبه ۱۴ مهر به تعویق افتاد.", "پنجشنبه ۱۴ مهر", "2022-10-06", ("assumed-year",)),
    ("fa", "روز دوشنبه ۲۵ شهریور درگذشت.", "دوشنبه ۲۵ شهریور", "2022-09-16", ("assumed-year", "conflict")),
    ("fa", "از ۵ ژوئن تا ۸ ژوئیه ۲۰۲۱ باز بود.", "۵ ژوئن", "2021-06-05", ("assumed-year",)),
    ("ar", "قتل في 16 أيلول (سبتمبر) بطهران.", "16 أيلول (سبتمبر)", "2022-09-16", ("assumed-year",)),
    ("ar", "ستجرى الانتخابات في 30 أكتوبر في البلاد.", "30 أكتوبر", "2022-10-30", ("assumed-year",)),
    ("en", "killed on December 3 in Tehran", "December 3", "2021-12-03", ("assumed-year",)),
]


@pytest.mark.parametrize(("language", "text", "surface", "since", "flags"), YEARLESS)
def test_a_day_without_a_year(language: str, text: str, surface: str, since: str, flags: tuple[str, ...]) -> None:
    found = {mention.surface: mention for mention in find_dates(text, language, REFERENCE)}
    assert surface in found, sorted(found)
    assert (str(found[surface].since), found[surface].flags) == (since, flags)


def test_a_full_date_near_it_lends_its_year_when_the_article_has_no_day() -> None:
    text = "قیام ۸۸ مردم را به خیابان آورد.\n\nدر ۱۳ ژوئن هزاران نفر راهپیمایی کردند."
    year, day = find_dates(text, "fa", None)
    assert (str(year.since), year.calendar) == ("2009-03-21", "jalali")
    assert (day.surface, str(day.since), day.basis, day.flags) == (
        "۱۳ ژوئن",
        "2009-06-13",
        "explicit",
        ("assumed-year",),
    )


def test_a_year_of_history_lends_nothing() -> None:
    text = "انقلاب ۱۳۵۷ را به یاد داشت. در ۲۵ شهریور ۱۴۰۱ و سپس در ۱۰ مهر تظاهرات شد."
    days = {mention.surface: str(mention.since) for mention in find_dates(text, "fa", None)}
    assert days["۱۰ مهر"] == "2022-10-02"


def test_a_wrong_weekday_is_flagged_and_nothing_mended() -> None:
    (mention,) = find_dates("يوم الأحد 3 يناير 2020", "ar", REFERENCE)
    assert (str(mention.since), mention.flags) == ("2020-01-03", ("conflict",))


def test_a_weekday_beside_today_wins_over_it() -> None:
    (mention,) = find_dates("اليوم (الثلاثاء)", "ar", REFERENCE)
    assert str(mention.since) == "2022-10-04"


def test_days_that_do_not_exist_are_left_out() -> None:
    assert find_dates("در ۳۱ مهر ۱۴۰۱ و 30 February 2020", "fa", REFERENCE) == []


def test_parts_and_lines() -> None:
    text = "عنوان ۱۴۰۱\r\nدر ۲۵ شهریور\n۱۴۰۱ گفت"
    mentions = find_dates(text, "fa", REFERENCE, "title")
    assert [mention.part for mention in mentions] == ["title"]
    assert mentions[0].surface == "۲۵ شهریور"
    assert find_dates("", "fa", REFERENCE) == []


@pytest.mark.parametrize("language", ["fa", "ar", "en", "und", "xx", "fa-IR"])
def test_any_language_code_is_taken(language: str) -> None:
    (mention,) = find_dates("2022-09-16", language, None)
    assert str(mention.since) == "2022-09-16"
