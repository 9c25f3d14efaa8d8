"""Digits of every kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.text.numerals import digit_set, parse_int, to_ascii


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("۱۳۹۹/۴/۲۹", "1399/4/29"),
        ("٠١٢٣٤٥٦٧٨٩", "0123456789"),
        ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
        ("१२", "12"),
        ("１２", "12"),
        ("𝟙", "1"),
        ("² ½ Ⅻ ①", "² ½ Ⅻ ①"),
        ("۱۲٬۳۴۵٫۶٪", "12٬345٫6٪"),
        ("no digits", "no digits"),
    ],
)
def test_to_ascii(text, want):
    assert to_ascii(text) == want


@given(st.text())
def test_to_ascii_keeps_the_length(text):
    written = to_ascii(text)
    assert len(written) == len(text)
    assert to_ascii(written) == written


@pytest.mark.parametrize(
    ("text", "ascii_", "arabic", "extended"),
    [("", 0, 0, 0), ("12 ٣ ۴۵۶", 2, 1, 3), ("१२ １", 0, 0, 0), ("²", 0, 0, 0)],
)
def test_digit_set(text, ascii_, arabic, extended):
    assert digit_set(text) == {"ascii": ascii_, "arabic-indic": arabic, "extended-arabic-indic": extended}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("12", 12),
        (" ۱۲ ", 12),
        ("۱۲٬۳۴۵", 12345),
        ("12,345,678", 12345678),
        ("١٢،٣٤٥", 12345),
        ("12\u00a0345", 12345),
        ("007", 7),
        ("1,2345", None),
        ("12,345٬678", None),
        ("1234,567", None),
        ("12.5", None),
        ("-12", None),
        ("1_000", None),
        ("²", None),
        ("", None),
        ("دو", None),
        ("9" * 5000, None),
    ],
)
def test_parse_int(text, want):
    assert parse_int(text) == want
