"""Half-spaces are found where Persian writes them, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.text.halfspace import half_spaces, restored


@pytest.mark.parametrize(
    ("glued", "expected"),
    [
        ("میشود", "می\u200cشود"),
        ("نمیخواهند", "نمی\u200cخواهند"),
        ("کتابهای", "کتاب\u200cهای"),
        ("شدهاند", "شده\u200cاند"),
        ("گفتهاست", "گفته\u200cاست"),
        ("مهمترین", "مهم\u200cترین"),
        ("رئیسجمهور", "رئیس\u200cجمهور"),
        ("برنامههایشان", "برنامه\u200cهایشان"),
        ("كتابهاي", "كتاب\u200cهاي"),
        ("گفتوگوهای", "گفت\u200cوگوهای"),
    ],
)
def test_lost_half_spaces_are_found(glued: str, expected: str) -> None:
    assert restored(glued) == expected


@pytest.mark.parametrize(
    "word",
    ["تنها", "میان", "میلیون", "دفتر", "انتها", "میدان", "ایران", "نهایی", "می\u200cشود", "کتاب\u200cها", "دختر", "G7"],
)
def test_whole_words_are_left_alone(word: str) -> None:
    assert half_spaces(word) == []


@given(st.text(alphabet="میشودهایندترکب \u200c.،\u064b1aG\n", max_size=60))
def test_restoring_only_adds_half_spaces_inside_words(text: str) -> None:
    found = half_spaces(text)
    assert found == sorted(set(found))
    assert all(0 < at < len(text) and text[at - 1].isalpha() and text[at].isalpha() for at in found)
    assert restored(text).replace("\u200c", "") == text.replace("\u200c", "")
