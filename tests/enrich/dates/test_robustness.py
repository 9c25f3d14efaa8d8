"""Any mixture of the pieces of dates: no error, places that hold, intervals the right way round."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lib.enrich.dates import find_dates

LINE = (
    "۱۵ 31 00 0 98 ۱۳۹۸ 2019 1436هـ 3000 / - – ، , ( ) . \n : نوامبر آبان تیر می مه مارس (آذار) أيلول رمضان شوال حمل "
    "May March Nov. Friday شنبه الجمعة يوم روز سال عام شهر ماه هفته الماضي گذشته آینده المقبل الجاري امسال پارسال "
    "دیروز أمس اليوم today last next ago قبل ثلاثة سه پیش دیگر دهه قیام في در تا إلى و من of آخر غرة الأول سوم "
    "بیست و یکم ی th هـ م ق شمسی برابر با الموافق \u200c \u200f"
)
PIECES = LINE.split(" ")
MIXED = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
GLUED = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


@given(MIXED | GLUED, st.sampled_from(["fa", "ar", "en", "und", "ckb"]), st.none() | st.dates(date(1900, 1, 1)))
def test_every_find_holds(text: str, language: str, reference: date | None) -> None:
    end = 0
    for mention in find_dates(text, language, reference):
        assert mention.surface == text[mention.start : mention.end] != ""
        assert mention.start >= end
        end = mention.end
        assert (mention.since is None) == (mention.until is None) == (mention.basis == "unresolved")
        if mention.since is not None and mention.until is not None:
            assert mention.since <= mention.until
            assert (mention.since == mention.until) == (mention.precision == "day") or mention.precision == "range"
