from __future__ import annotations

import pytest

from lib.text.alphabet import FROM, TO, sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["آب", "بابا", "پدر", "تهران", "چین", "خبر", "ژاپن", "سپاه", "کشور", "گزارش", "لبنان", "میهن", "یمن"],
        ["أحمد", "اخبار", "بغداد", "«تونس»", "ثورة", "كتاب", "لبنان", "يوم"],
        ["ٹرین", "ڈاک", "ڑ", "گھر", "لاہور"],
        ["Ahmad", "«berlin»", "Zürich", "آب"],
    ],
)
def test_readers_find_titles_where_they_look(ordered: list[str]) -> None:
    assert sorted(ordered, key=sort_key) == ordered


@pytest.mark.parametrize(("one", "other"), [("كشور", "کشور"), ("می\u200cشود", "ميشود"), ("مُحَمَّد", "محمد"), ("‘x’", "X")])
def test_spellings_stand_together(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


def test_engines_and_we_have_the_same_table() -> None:
    assert len(set(FROM)) == len(FROM) > len(TO)
    assert sort_key(FROM) == TO
