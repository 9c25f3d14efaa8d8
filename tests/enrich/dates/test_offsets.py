"""The cheap way from folded text to the source against the plain one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.enrich.dates.offsets import Offsets
from lib.text.fold import fold_with_map

ALPHABET = "aB1۲٣ي ک\u200c\u200f\u0640\u0651\u0621هـﻻﷲ\ufb01é\u0301.\nم"


@given(st.text(ALPHABET, max_size=40), st.data())
def test_spans_begin_and_end_where_the_map_says(text: str, data: st.DataObject) -> None:
    folded = fold_with_map(text)
    if not folded.key:
        return
    start = data.draw(st.integers(0, len(folded.key) - 1))
    end = data.draw(st.integers(start + 1, len(folded.key)))
    begin, stop = Offsets(text).span(start, end)
    assert begin == folded.origin[start]
    assert folded.origin[end - 1] < stop <= folded.span(start, end)[1]


@pytest.mark.parametrize(
    ("text", "start", "end", "span"),
    [("1436هـ", 0, 5, (0, 6)), ("الأربعاء، ", 0, 7, (0, 8)), ("می\u200cشود", 0, 2, (0, 2)), ("ﷲx", 4, 5, (1, 2))],
)
def test_marks_stay_with_their_letter(text: str, start: int, end: int, span: tuple[int, int]) -> None:
    assert Offsets(text).span(start, end) == span
