"""Marks in text: where they may be cut, how they nest, and that nothing from a corpus becomes markup."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.views.marks import Span, breaks_letters, date_css, marked, paragraphs, pieces, snap, within

LAM_ALEF = "\u0633\u0644\u0627\u0645"  # salam


@pytest.mark.parametrize(
    ("text", "cut", "breaks"),
    [
        (LAM_ALEF, 2, True),  # between lam and alef
        (LAM_ALEF, 1, False),
        (LAM_ALEF, 3, False),
        ("\u0644\u0651\u0627", 2, True),  # lam, shadda, alef
        ("\u0644\u0651\u0627", 1, True),  # before the shadda
        ("\u0645\u0627", 1, False),  # meem, alef: no ligature
        ("e\u0301", 1, True),  # before a combining accent
        ("\u0644\u200c\u0627", 1, False),  # parted by a non-joiner: no ligature
        ("ab", 0, False),
        ("ab", 2, False),
    ],
)
def test_breaks_letters(text: str, cut: int, breaks: bool) -> None:
    assert breaks_letters(text, cut) is breaks


@pytest.mark.parametrize(
    ("text", "span", "snapped"),
    [
        (LAM_ALEF, (2, 4), (1, 4)),
        (LAM_ALEF, (0, 2), (0, 3)),
        (LAM_ALEF, (0, 4), (0, 4)),
        ("ae\u0301z", (2, 3), (1, 3)),
        ("abc", (-4, 99), (0, 3)),
    ],
)
def test_snap(text: str, span: tuple[int, int], snapped: tuple[int, int]) -> None:
    found = snap(text, Span(*span, "person"))
    assert (found.start, found.end) == snapped


def test_pieces_of_nested_and_overlapping_spans() -> None:
    outer, inner, late = Span(0, 6, "organisation"), Span(2, 4, "state"), Span(5, 8, "date")
    assert list(pieces("abcdefgh", [outer, inner, late])) == [
        (0, 2, (outer,)),
        (2, 4, (inner, outer)),
        (4, 5, (outer,)),
        (5, 6, (late, outer)),
        (6, 8, (late,)),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n\nb", ["a", "b"]),
        ("\n\na\nb\n\n\n\nc\n\n", ["a\nb", "c"]),
        ("", []),
        ("\n\n", []),
        ("one", ["one"]),
    ],
)
def test_paragraphs(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == found


def test_within_counts_from_the_part_and_clips() -> None:
    spans = [Span(0, 3, "a"), Span(4, 9, "b"), Span(10, 12, "c")]
    assert within(spans, 2, 8) == [Span(0, 1, "a"), Span(2, 6, "b")]


def test_marks_have_neither_direction_nor_box() -> None:
    found = marked("\u0648\u0627\u06cc\u0631\u0627\u0646", [Span(1, 6, "state", "iran", "Iran")], clickable=True)
    assert found.count("<mark") == 1
    assert not re.search(r"<bdi|dir=|style=", found)
    assert 'data-actor="iran"' in found and 'role="button" tabindex="0"' in found


def test_a_mention_is_one_stop_for_the_keyboard() -> None:
    found = marked("abcdef", [Span(0, 6, "person", "who"), Span(2, 3, "date")], clickable=True)
    assert found.count("data-actor") == 2
    assert found.count("tabindex") == 1


def test_what_was_removed_is_struck_through() -> None:
    assert marked("abc", [Span(1, 2, "removed")]) == 'a<del class="m removed" title="">b</del>c'


@given(
    st.text(alphabet="<>&\"'\u0644\u0627\u0651 ab\n\u202e\u2067", max_size=40),
    st.lists(st.tuples(st.integers(-2, 42), st.integers(-2, 42)), max_size=6),
)
def test_the_text_survives_its_marks(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(start, end, "person", "<k>", '"t"') for start, end in places]
    found = marked(text, spans, clickable=True)
    assert not re.sub(r"</?(?:mark|br)\b[^<>]*>", "", found).count("<")
    read = html.unescape(re.sub(r"<[^<>]*>", "", found.replace("<br>", "\n")))
    assert read == text.replace("\u202e", "")


def test_only_a_date_in_figures_is_kept_from_its_neighbours() -> None:
    assert date_css("2020-07-19") == "date iso"
    assert {date_css(each) for each in ("۱۵ نوامبر", "2020-07", "15 July 2020")} == {"date"}
