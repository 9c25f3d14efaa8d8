"""Numbers, plurals and names in the reader's language, with a catalogue made for the test."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib import i18n
from lib.i18n import LANGUAGES, N_, Catalogue, catalogue
from lib.text.numerals import to_ascii

ARABIC = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);\\n"

msgid "No articles"
msgstr "لا مقالات"

msgid "From {outlet}"
msgstr "من {outlet}"

#, fuzzy
msgid "Guessed"
msgstr "تخمين"

msgid "Empty"
msgstr ""

msgid "{n} article"
msgid_plural "{n} articles"
msgstr[0] "لا مقال"
msgstr[1] "مقال واحد"
msgstr[2] "مقالان"
msgstr[3] "{n} مقالات"
msgstr[4] "{n} مقالًا"
msgstr[5] "{n} مقال"

msgid "{n} actor"
msgid_plural "{n} actors"
msgstr[0] "لا أحد"
msgstr[1] ""
msgstr[2] ""
msgstr[3] ""
msgstr[4] ""
msgstr[5] ""
"""
PERSIAN = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "{n} article in {place}"
msgid_plural "{n} articles in {place}"
msgstr[0] "یک مقاله در {place}"
msgstr[1] "{n} مقاله در {place}"
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "ar.po").write_text(ARABIC, "utf-8")
    (tmp_path / "fa.po").write_text(PERSIAN, "utf-8")
    monkeypatch.setattr(i18n, "_FOLDER", tmp_path)
    catalogue.cache_clear()
    yield
    catalogue.cache_clear()


@pytest.mark.usefixtures("folder")
def test_messages():
    t = catalogue("ar")
    assert t("No articles") == "لا مقالات"
    assert t("From {outlet}", outlet="{dpa} %s") == "من {dpa} %s"
    assert t("Not there {x}", x=1) == "Not there 1"
    assert (t("Guessed"), t("Empty")) == ("Guessed", "Empty")
    assert t("{braces} stay") == "{braces} stay"
    assert catalogue("en")("No articles") == "No articles"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("n", "want"),
    [
        (0, "لا مقال"),
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "٣ مقالات"),
        (10, "١٠ مقالات"),
        (11, "١١ مقالًا"),
        (99, "٩٩ مقالًا"),
        (100, "١٠٠ مقال"),
        (102, "١٠٢ مقال"),
        (103, "١٠٣ مقالات"),
        (1011, "١٬٠١١ مقالًا"),
    ],
)
def test_arabic_plurals(n, want):
    assert catalogue("ar").n("{n} article", "{n} articles", n) == want


@pytest.mark.usefixtures("folder")
def test_other_plurals():
    fa, en = catalogue("fa"), catalogue("en")
    assert fa.n("{n} article in {place}", "{n} articles in {place}", 1, place="قم") == "یک مقاله در قم"
    assert fa.n("{n} article in {place}", "{n} articles in {place}", 1200, place="قم") == "۱٬۲۰۰ مقاله در قم"
    assert [en.n("{n} article", "{n} articles", n) for n in (0, 1, 2)] == ["0 articles", "1 article", "2 articles"]
    assert catalogue("ar").n("{n} actor", "{n} actors", 2) == "٢ actors"


@pytest.mark.parametrize(
    ("language", "value", "decimals", "want"),
    [
        ("en", 0, 0, "0"),
        ("en", 1234567, 0, "1,234,567"),
        ("en", 1234.5, 2, "1,234.50"),
        ("en", -1234, 0, "-1,234"),
        ("fa", 1234567, 0, "۱٬۲۳۴٬۵۶۷"),
        ("fa", 0.25, 2, "۰٫۲۵"),
        ("ar", 1234.5, 1, "١٬٢٣٤٫٥"),
    ],
)
def test_number(language, value, decimals, want):
    assert Catalogue(language, {}).number(value, decimals) == want


@given(st.integers(-(10**12), 10**12), st.sampled_from(LANGUAGES))
def test_numbers_keep_their_value(value, language):
    written = to_ascii(Catalogue(language, {}).number(value))
    assert int(written.replace(",", "").replace("\u066c", "")) == value


@pytest.mark.parametrize(
    ("language", "share", "decimals", "want"),
    [("en", 0.456, 0, "46%"), ("fa", 0.456, 1, "۴۵٫۶٪"), ("ar", 1, 0, "١٠٠٪"), ("en", 0, 0, "0%")],
)
def test_percent(language, share, decimals, want):
    assert Catalogue(language, {}).percent(share, decimals) == want


@pytest.mark.parametrize(
    ("language", "want"), [("en", "19 July 2020"), ("fa", "۱۹ ژوئیهٔ ۲۰۲۰"), ("ar", "١٩ يوليو ٢٠٢٠")]
)
def test_date(language, want):
    assert Catalogue(language, {}).date(date(2020, 7, 19)) == want


@pytest.mark.parametrize(
    ("language", "code", "want"),
    [
        ("en", "fa", "Persian"),
        ("fa", "ar", "عربی"),
        ("ar", "fa", "الفارسية"),
        ("en", "ckb", "Central Kurdish"),
        ("en", "fa-IR", "Persian"),
        ("en", "und", "Language not known"),
        ("en", "", "Language not known"),
        ("en", "qqq", "qqq"),
    ],
)
def test_language_name(language, code, want):
    assert Catalogue(language, {}).language_name(code) == want


def test_an_interface_that_is_not_offered_is_english():
    t = catalogue("de")
    assert (t.language, t.direction, t("Anything")) == ("en", "ltr", "Anything")
    assert [catalogue(language).direction for language in LANGUAGES] == ["ltr", "rtl", "rtl"]


def test_marking_changes_nothing():
    assert N_("Publication date") == "Publication date"
