import pytest

from lib.ingest.daylines import day_of, only_a_date


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("۷ بهمن ۱۳۹۸ - ۰۹:۲۱", "2020-01-27"),
        ("دوشنبه ۱۲ خرداد ۱۳۹۹ ساعت ۱۴:۳۰", "2020-06-01"),
        ("۱۳۹۹/۰۳/۱۲", "2020-06-01"),
        ("الثلاثاء 12 مايو 2020", "2020-05-12"),
        ("18:20-10 يوليو 2020 م ـ 19 ذو القِعدة 1441 هـ", "2020-07-10"),
        ("12 أيار 2020 - 10:20 ص", "2020-05-12"),
        ("Monday, July 6, 2020 10:30 GMT", "2020-07-06"),
        ("6 July 2020", "2020-07-06"),
        ("2020-07-06T10:30:00Z", "2020-07-06"),
        ("25/12/2020", "2020-12-25"),
        ("1 محرم 1442 هـ", "2020-08-20"),
    ],
)
def test_header_dates(line: str, day: str) -> None:
    assert only_a_date(line)
    assert str(day_of(line)) == day


@pytest.mark.parametrize("line", ["05/06/2020", "1441/03/12", "31 February 2020", "12:30", "2020", ""])
def test_a_date_open_to_doubt_gives_no_day(line: str) -> None:
    assert day_of(line) is None


@pytest.mark.parametrize("line", ["The talks of 6 July 2020 failed", "کنفرانس ۷ بهمن ۱۳۹۸ در تهران برگزار شد", "12:30"])
def test_a_sentence_with_a_date_is_no_date_line(line: str) -> None:
    assert not only_a_date(line)
