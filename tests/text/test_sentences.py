from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.text.sentences import sentence_at


@pytest.mark.parametrize(
    ("text", "named", "sentence"),
    [
        ("First. It was on 3 May 2020. Last.", "3 May 2020", "It was on 3 May 2020."),
        ("اول این. در ۱۵ تیر ۱۳۹۹ رفت؟ بعد.", "۱۵ تیر ۱۳۹۹", "در ۱۵ تیر ۱۳۹۹ رفت؟"),
        ("قال د. محمد في 17 يوليو 2020 ذلك. ثم", "17 يوليو 2020", "قال د. محمد في 17 يوليو 2020 ذلك."),
        ("A head\n\nOn 3.5.2020 it\nrained! Yes", "3.5.2020", "On 3.5.2020 it rained!"),
        ("He said “on 3 May.” Then", "3 May", "He said “on 3 May.”"),
        ("3 May 2020", "3 May 2020", "3 May 2020"),
        ("خبر۔ یہ 3 مئی کو ہوا۔ ختم", "3 مئی", "یہ 3 مئی کو ہوا۔"),
    ],
)
def test_the_sentence_around_a_date(text: str, named: str, sentence: str) -> None:
    at = text.index(named)
    assert sentence_at(text, at, at + len(named)) == sentence


@given(st.text("ab .\n؟", max_size=300), st.text("ab .\n؟", max_size=300), st.integers(0, 80))
def test_the_date_is_in_it_and_it_is_not_long(before: str, after: str, longest: int) -> None:
    text = f"{before} DATE {after}"
    at = len(before) + 1
    found = sentence_at(text, at, at + 4, longest)
    assert "DATE" in found
    assert len(found) <= max(longest, 4) + 4
    assert "\n" not in found


def test_a_page_without_a_stop_is_cut_between_words() -> None:
    text = "word " * 5000 + "DATE" + " word" * 5000
    found = sentence_at(text, text.index("DATE"), text.index("DATE") + 4)
    assert found.startswith("…word") and found.endswith("word…") and len(found) <= 402
