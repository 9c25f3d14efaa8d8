"""Counts of a body: sentences and paragraphs in three scripts, and no page that takes for ever."""

from __future__ import annotations

import pytest

from lib.enrich.statistics import paragraphs, sentences, statistics


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("", 0),
        ("   \n\n  ", 0),
        ("One.", 1),
        ("One. Two! Three? Four", 4),
        ("No stop at the end", 1),
        ("A headline\n\nA paragraph. And more.", 3),
        ("Hard\nwrapped\nlines.", 1),
        ("3.5 per cent of www.example.com rose.", 1),
        ("J. Smith met him. He left.", 2),
        ("قال د. محمد ذلك. ثم ذهب؟ نعم!", 3),
        ("«رفت.» او گفت: «چرا؟» و نشست.", 3),
        ("اجلاس ہوا۔ سب آئے۔", 2),
        ("What?! Yes... no.", 3),
        ("... !!! ؟", 0),
        ("end.\u200f next.", 1),
        ("1. First. 2. Second.", 4),
    ],
)
def test_sentences(text: str, n: int) -> None:
    assert sentences(text) == n


def test_paragraphs_are_set_apart_by_a_blank_line() -> None:
    assert paragraphs("one\ntwo\n\nthree\n \t\n\n\nfour\n\n") == ["one\ntwo", "three", "four"]


def test_every_count() -> None:
    counted = statistics("می\u200cشود ۱۵ و 2020.\n\nCase ١٢٣ Δ.")
    assert (counted.words, counted.sentences, counted.paragraphs) == (7, 2, 2)
    assert (counted.digits_ascii, counted.digits_arabic, counted.digits_extended) == (4, 3, 2)
    assert counted.characters == 30
    assert dict(counted.scripts) == {"Arabic": 6, "Latin": 4, "Greek": 1}


@pytest.mark.parametrize("piece", [".", ". ", '."', "a.", "\n", "\n ", "«", "!? ", "a", " "])
def test_a_page_of_one_sign_is_counted_in_time(piece: str) -> None:
    assert statistics(piece * 200_000).characters == 200_000 * len(piece)
