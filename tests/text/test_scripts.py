"""Letters per script."""

import pytest

from lib.text.scripts import script_counts


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("", {}),
        ("12 – ۱۲ ٪ «»", {}),
        ("می\u200cشود", {"Arabic": 5}),
        ("الـ34", {"Arabic": 2}),
        ("تهران (dpa)", {"Arabic": 5, "Latin": 3}),
        ("naïve Größe", {"Latin": 10}),
        ("e\u0301", {"Latin": 1}),
        ("ＡＢ", {"Latin": 2}),
        ("שָׁלוֹם", {"Hebrew": 4}),
        ("Привет Ελλάδα", {"Cyrillic": 6, "Greek": 6}),
        ("新闻 ニュース 뉴스", {"Han": 2, "Katakana": 3, "Hangul": 2, "Other": 1}),
        ("ﷺ ﻻ", {"Arabic": 2}),
        ("\ue000", {}),
    ],
)
def test_script_counts(text, want):
    assert script_counts(text) == want


def test_the_most_frequent_script_comes_first():
    assert list(script_counts("a تهران")) == ["Arabic", "Latin"]
