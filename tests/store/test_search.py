"""What visitors type becomes words and phrases, and nothing else reaches the search engine."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from lib.store.search import index_text, match_expression
from lib.store.segment import Body, Segments, SegmentWriter
from tests.corpora import HOSTILE

TEXTS = [
    ("رئيس الجمهورية", "قال الرئيس إن الاتفاق قريب"),
    ("رییس جمهور", "رئیس جمهور گفت می\u200cشود در سال ۱۳۹۹ کرد"),
    ("Don't stop", "The co-operation of U.S. forces, 1399."),
    ("", "ﷺ سلام"),
]


@pytest.fixture(scope="module")
def segments(tmp_path_factory: pytest.TempPathFactory) -> Segments:
    path = tmp_path_factory.mktemp("search") / "text.sqlite"
    writer = SegmentWriter(path)
    writer.add([Body(rid, title, text, None, {}) for rid, (title, text) in enumerate(TEXTS)])
    writer.close()
    return Segments([path], np.arange(len(TEXTS)))


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("", None),
        ("   ", None),
        ("* - () ^ :", None),
        ('""', None),
        ("رئيس", '"رییس"'),
        ("ایران  ترامپ", '"ایران" AND "ترامپ"'),
        ('"سازمان ملل" ایران', '"سازمان ملل" AND "ایران"'),
        ("«سازمان ملل»", '"سازمان ملل"'),
        ("انتخاب*", '"انتخاب"*'),
        ('"سازمان مل*"', '"سازمان مل"*'),
        ("a OR b", '"a" AND "or" AND "b"'),
        ("title:iran", '"title iran"'),
        ("NEAR(a b, 2)", '"near a" AND "b" AND "2"'),
        ('unclosed "quote here', '"unclosed" AND "quote" AND "here"'),
    ],
)
def test_what_is_typed_becomes_quoted_words(query: str, expression: str | None) -> None:
    assert match_expression(query) == expression


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("رییس", [0, 1]),
        ("الرئیس", [0]),
        ("رئ*", [0, 1]),
        ("ميشود", [1]),
        ("1399", [1, 2]),
        ("١٣٩٩", [1, 2]),
        ('"جمهور گفت"', [1]),
        ('"گفت جمهور"', []),
        ('"رییس جمهور گفت"', [1]),
        ('"الجمهورية قال"', []),  # no phrase runs from the headline into the body
        ("don't", [2]),
        ("co-operation", [2]),
        ("رییس stop", []),
        ("سلام", [3]),
    ],
)
def test_found(segments: Segments, query: str, found: list[int]) -> None:
    assert segments.search(query) == found


@pytest.mark.parametrize(
    "query", [*HOSTILE, '"', "'", "a AND", "NOT x", '*"', "\x00", "\ud800", "a" * 5000, '" ' * 500]
)
def test_nothing_typed_breaks_the_search(segments: Segments, query: str) -> None:
    assert isinstance(segments.search(query), list)


def test_the_index_holds_folded_words() -> None:
    assert index_text("«أحمد» می\u200cشود، ۱۵!") == "احمد میشود 15"


def test_a_page_of_quotation_marks_is_read_in_time() -> None:
    assert match_expression('"' * 200_001 + "a") is not None


def test_segments_answer_as_one(tmp_path: Path) -> None:
    for number in (0, 1):
        writer = SegmentWriter(tmp_path / f"{number}.sqlite")
        writer.add([Body(number * 10 + i, "t", f"same word{i}", f"raw{number}", [number]) for i in range(3)])
        writer.close()
    places = np.array([12, 0, 1, 11, 2])  # body 10 belongs to no article any more
    both = Segments([tmp_path / "0.sqlite", tmp_path / "1.sqlite"], places)
    assert both.search("same") == [0, 1, 2, 3, 4]
    assert both.search("word0") == [1] and both.search("word2") == [0, 4]
    assert list(both.texts([4, 0, 0, 99, -1])) == [(0, "same word2"), (4, "same word2")]
    assert (both.text(3), both.raw(3), both.marks(3)) == ("same word1", "raw1", [1])
    assert (both.text(99), both.raw(99), both.marks(99)) == ("", None, None)
