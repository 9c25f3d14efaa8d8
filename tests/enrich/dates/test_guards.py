"""Words that look like dates and are none."""

from __future__ import annotations

from datetime import date

import pytest

from lib.enrich.dates import find_dates

NONE = [
    ("fa", "به گزارش خبرگزاری مهر، ۹۵ درصد مردم رأی دادند."),
    ("fa", "مأموران با تیر هوایی و ۳ تیر خلاص او را کشتند."),
    ("fa", "بشار اسد و بهمن قبادی به میزان ۲۰ واحد آب می‌خورند."),
    ("fa", "حدود ۲۰ می‌شود و ۱۲ می رود."),
    ("fa", "در ۱۵۰۰ نقطه از ۱۴۰۰ واحد صنعتی بازدید شد."),
    ("fa", "امام جمعه تهران در خطبه‌های نماز جمعه سخن گفت."),
    ("fa", "در ورزشگاه ۱۷ شهریور و میدان ۷ تیر بازی کردند."),
    ("fa", "در دو روز گذشته و دو هفته گذشته و ۲۴ ساعت گذشته"),
    ("fa", "نسخه ۱.۲.۳ و ساعت ۱۲:۳۰ و شماره ۰۲۱-۸۸-۳۳۴"),
    ("fa", "۲ سال و ۳ ماه پیش و چند سال پیش"),
    ("fa", "خیابان ۱۵ خرداد و قطعنامه ۲۲۳۱ و گروه ۱+۵"),
    ("ar", "فاز الفريق 3-صفر، ومارس الضغط على خصمه."),
    ("ar", "زار رجب طيب أردوغان ورمضان شلح القاهرة."),
    ("ar", "أدى صلاة الجمعة في الجامع، وهذه صحيفة اليوم."),
    ("ar", "يربح عشرين دولارا في اليوم، وذلك اليوم العالمي."),
    ("ar", "قتل 1500 متظاهر واعتقل 2000 في المدينة، وباب 5 مفتوح."),
    ("ar", "خلال الأيام الثلاثة الماضية وبعد شهرين من المفاوضات"),
    ("en", "He may march on; 1,950 people and 2019 others may die."),
    ("en", "An august assembly, see you on the 24/7 line 192.168.1.12."),
    ("en", "Friday prayers and Black Friday at https://example.org/2020/01/03/news"),
    ("en", "in 2000 cases and for 1500 people"),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_date_is_found(language: str, text: str) -> None:
    assert [mention.surface for mention in find_dates(text, language, date(2022, 10, 5))] == []


NAMES_WITH_CUES = [
    ("fa", "ماه مهر آغاز سال تحصیلی است.", "ماه مهر"),
    ("fa", "از مهرماه امسال", "مهرماه امسال"),
    ("fa", "۱۵ می ۲۰۲۰ آمد", "۱۵ می ۲۰۲۰"),
    ("fa", "۳ تیر به تهران آمد", "۳ تیر"),
    ("ar", "في مارس وقع الهجوم", "مارس"),
    ("ar", "في شهر آب اللهاب", "شهر آب"),
    ("ar", "آب/أغسطس", "آب/أغسطس"),
    ("en", "in March he left", "March"),
]


@pytest.mark.parametrize(("language", "text", "surface"), NAMES_WITH_CUES)
def test_a_common_word_is_a_month_with_something_beside_it(language: str, text: str, surface: str) -> None:
    assert [mention.surface for mention in find_dates(text, language, date(2022, 10, 5))] == [surface]
