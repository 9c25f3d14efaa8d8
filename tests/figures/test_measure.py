"""Widths from our fonts, and cutting that never tears a letter apart."""

import pytest

from lib.figures import measure
from lib.figures.measure import graphemes, shorten, width, wrap


def test_joined_arabic_letters_are_narrower_than_the_same_letters_alone() -> None:
    assert width("سلام", 10) < width("س\u200cل\u200cا\u200cم", 10) == pytest.approx(sum(width(c, 10) for c in "سلام"))


@pytest.mark.parametrize("text", ["\u2067\u200fسلام\u2069", "سَلام", "سلام\u0654"])
def test_controls_and_marks_take_no_room(text: str) -> None:
    assert width(text, 10) == width("سلام", 10)


@pytest.mark.parametrize(
    ("text", "least", "most"), [("", 0, 0), ("mmmm", 30, 45), ("iiii", 5, 13), ("中文", 20, 20), ("🙂", 10, 10)]
)
def test_width_in_pixels(text: str, least: float, most: float) -> None:
    assert least <= width(text, 10) <= most


def test_bold_is_wider() -> None:
    assert width("Articles", 10, bold=True) > width("Articles", 10)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ab", ["a", "b"]),
        ("می\u200cشود", ["م", "ی\u200c", "ش", "و", "د"]),
        ("هٔن", ["هٔ", "ن"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("👩\u200d🔬x", ["👩\u200d🔬", "x"]),
        ("👍🏽x", ["👍🏽", "x"]),
        ("🇮🇷🇮🇶", ["🇮🇷", "🇮🇶"]),
        ("क्षि", ["क्", "षि"]),
    ],
)
def test_graphemes(text: str, pieces: list[str]) -> None:
    assert graphemes(text) == pieces


@pytest.mark.parametrize("text", ["Donald Trump " * 25, "محمدرضا " * 40, "a" * 300, "👩\u200d🔬" * 100, "هٔ" * 150])
@pytest.mark.parametrize("room", [20.0, 150.0])
def test_shorten_fits_and_cuts_between_letters(text: str, room: float) -> None:
    short = shorten(text, room, 12)
    assert width(short, 12) <= room
    assert short.endswith("…")
    kept = short.removesuffix("…")
    assert " ".join(text.split()).startswith(kept)
    assert graphemes(text)[: len(graphemes(kept))] == graphemes(kept)


def test_shorten_leaves_what_fits_and_puts_it_on_one_line() -> None:
    assert shorten(" two\nwords ", 100, 12) == "two words"


@pytest.mark.parametrize("text", ["one two three four five six", "یک دو سه چهار پنج شش هفت", "x" * 90, "هٔ" * 60, ""])
def test_wrap_keeps_every_letter_in_lines_that_fit(text: str) -> None:
    lines = wrap(text, 80, 12)
    assert all(width(line, 12) <= 80 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    if " " in text:
        assert " ".join(lines) == text


@pytest.mark.parametrize("weight", measure.WEIGHTS)
def test_the_table_says_what_the_fonts_say(weight: int) -> None:
    alone, forms = measure.measured(weight)
    known = measure._widths(weight)
    assert (known.alone, known.forms) == (alone, forms) and len(alone) > 500 and len(forms["medi"]) > 50
