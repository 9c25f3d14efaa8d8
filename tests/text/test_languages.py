"""Directions of languages and of texts."""

import pytest

from lib.text.languages import base_direction, direction, primary, strong


@pytest.mark.parametrize(
    ("language", "want"),
    [("fa", "fa"), ("fa-IR", "fa"), ("AR_eg", "ar"), ("", "und"), (None, "und"), ("und", "und"), ("ckb", "ckb")],
)
def test_primary(language, want):
    assert primary(language) == want


@pytest.mark.parametrize(
    ("language", "want"),
    [
        *((code, "rtl") for code in ("fa", "ar", "he", "ur", "ps", "ckb", "ug", "yi", "sd", "dv", "fa-AF", "AR")),
        *((code, "ltr") for code in ("en", "tr", "kmr", "az", "de", "zh", "und", "", None, "xx")),
    ],
)
def test_direction(language, want):
    assert direction(language) == want


@pytest.mark.parametrize(("text", "want"), [("", (0, 0)), ("12 ۱۲ .", (0, 0)), ("abc سلام", (4, 3)), ("שa", (1, 1))])
def test_strong(text, want):
    assert strong(text) == want


@pytest.mark.parametrize(
    ("text", "language", "want"),
    [
        ("G7 — مجموعة السبع", "ar", "rtl"),
        ("G7 — مجموعة السبع", None, "rtl"),
        ("Iranian Resistance (مقاومت)", None, "ltr"),
        ("Iranian Resistance (مقاومت)", "fa", "rtl"),
        ("TT", "fa", "ltr"),
        ("12.", "fa", "rtl"),
        ("12.", None, "ltr"),
        ("", "ar", "rtl"),
        ("", None, "ltr"),
        ("سلام", "en", "rtl"),
        ("Reuters", "en", "ltr"),
        ("سلام ab", "und", "rtl"),
        ("שלום", "he", "rtl"),
    ],
)
def test_base_direction(text, language, want):
    assert base_direction(text, language) == want
