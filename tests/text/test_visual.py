"""Conformance with the Unicode bidirectional algorithm, and what the two libraries underneath get wrong."""

import lzma
import re
import unicodedata
from pathlib import Path

import pytest

from lib.text.visual import _mirrors, reorder, shape, visual

CONFORMANCE = Path(__file__).parent / "data" / "BidiCharacterTest.txt.xz"
BASES = {"0": "ltr", "1": "rtl", "2": None}
REMOVED = ("BN", "LRE", "RLE", "LRO", "RLO", "PDF")


def _seen(text):
    return "".join(c for c in text if unicodedata.bidirectional(c) not in REMOVED)


def test_every_case_of_the_conformance_test():
    mirrors, _ = _mirrors()
    cases = failures = 0
    with lzma.open(CONFORMANCE, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            codes, base, _, levels, order = line.split(";")
            text = "".join(chr(int(code, 16)) for code in codes.split())
            turned = [level.isdigit() and int(level) % 2 for level in levels.split()]
            want = "".join(mirrors.get(text[i], text[i]) if turned[i] else text[i] for i in map(int, order.split()))
            cases += 1
            failures += _seen(reorder(text, BASES[base])) != _seen(want)
    assert (cases, failures) == (91_707, 0)


@pytest.mark.parametrize(
    ("text", "base", "want"),
    [
        ("رجوي (12)", None, "(12) \ufef1\ufeee\ufe9f\ufead"),
        ("رجوي (12)", "ltr", "(12) \ufef1\ufeee\ufe9f\ufead"),
        ("«سر»", None, "«\ufeae\ufeb3»"),
        ("G7 سر", "rtl", "\ufeae\ufeb3 G7"),
        ("G7 سر", "ltr", "G7 \ufeae\ufeb3"),
        ("abc", None, "abc"),
        ("سر\nabc", None, "\ufeae\ufeb3\nabc"),
        ("سر ۱۲", None, "۱۲ \ufeae\ufeb3"),
        ("", None, ""),
    ],
)
def test_visual_order(text, base, want):
    assert visual(text, base) == want


def test_marks_follow_their_letter():
    assert visual("دربارهٔ") == "\ufee9\u0654\ufead\ufe8e\ufe91\ufead\ufea9"
    assert visual("رَبُّ") == "\ufe8f\u064f\u0651\ufead\u064e"
    assert visual("ש\u05c1\u05b8") == "ש\u05c1\u05b8"


def test_no_control_is_left():
    assert visual("\u2067سر\u2069 (a)\u200e", "ltr") == "\ufeae\ufeb3 (a)"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("سلام", "\ufeb3\ufefc\ufee1"),
        ("لَا", "\ufefb\u064e"),
        ("الله", "\ufe8d\ufedf\ufee0\ufeea"),
        ("می\u200cشود", "\ufee3\ufbfd\u200c\ufeb7\ufeee\ufea9"),
        ("دربارهٔ", "\ufea9\ufead\ufe91\ufe8e\ufead\ufee9\u0654"),
        ("ه\u200d لا", "\ufeeb \ufefb"),
        ("الکترونیک‌ها", "\ufe8d\ufedf\ufb91\ufe98\ufeae\ufeed\ufee7\ufbff\ufb8f\u200c\ufeeb\ufe8e"),
        ("English, 12", "English, 12"),
    ],
)
def test_shape(text, want):
    assert shape(text) == want


@pytest.mark.parametrize("text", ["ۂ ۃ ہے", "هەولێر ڕۆژ ڵ", "ټول ډ ړ ږ ښ ڼ ۍ ځ څ", "سنڌ ڊ ڏ ڙ", "ئۇيغۇر ۋ ې ە"])
def test_letters_without_joined_forms_survive(text):
    shaped = shape(text)
    assert unicodedata.normalize("NFKC", shaped) == unicodedata.normalize("NFKC", text)
    assert not re.search("[\ue000-\uf8ff]", shaped)
