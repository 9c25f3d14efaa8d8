"""The search key: what comes out the same, what must not, and the way back to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.text.fold import fold, fold_with_map

WRITING = st.text(
    st.one_of(
        st.sampled_from(
            "آأإاٱيىیئكکةهۀەھؤوءـ۱٢3لﷲﷺ½İßŉ\u0654\u064e\u0301\u200c\u200d\u200e\u2067\u00ad\u00a0\n\u2028 '’"
        ),
        st.characters(),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علی", "علي"),
        ("موسى", "موسی"),
        ("کرمان", "كرمان"),
        ("أخبار", "اخبار"),
        ("آذر", "اذر"),
        ("مدرسة", "مدرسه"),
        ("مسئله", "مسیله"),
        ("رؤيا", "رویا"),
        ("شىء", "شی"),
        ("خانهٔ", "خانه"),
        ("خانۀ", "خانه"),
        ("کتاب\u200cها", "کتابها"),
        ("بـــغداد", "بغداد"),
        ("جُمهوريّةٌ", "جمهوريه"),
        ("۲۰۲۰", "2020"),
        ("٢٠٢٠", "2020"),
        ("\u2067قم\u2069\u200f", "قم"),
        ("ﻗﻢ", "قم"),
        ("ﷲ", "الله"),
        ("ﻻ", "لا"),
        ("پاکستان میں ہے", "پاکستان میں هے"),
        ("کوردستان ەکە", "کوردستان هکه"),
        ("École", "ecole"),
        ("E\u0301cole", "École"),
        ("STRASSE", "straße"),
        ("İzmir", "izmir"),
        ("don’t", "don't"),
        ("צה״ל", 'צה"ל'),
        ("ｆｕｌｌ", "full"),
        ("soft\u00adhyphen", "softhyphen"),
        ("a\u00a0b", "a b"),
        ("a\u2009b", "a b"),
        ("a\u2028b", "a b"),
        ("a\x85b", "a b"),
        ("\ufeffa", "a"),
        ("שָׁלוֹם", "שלום"),
    ],
)
def test_comes_out_the_same(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("قم", "غم"),
        ("شیر", "سیر"),
        ("گل", "کل"),
        ("پر", "بر"),
        ("سوريا", "سورية"),
        ("a b", "ab"),
        ("a\nb", "ab"),
        ("12", "21"),
        ("ılık", "ilik"),
    ],
)
def test_stays_apart(one, other):
    assert fold(one) != fold(other)


def test_idempotent_for_every_character_of_the_first_plane():
    text = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x10000)]))
    assert [c for c in text if fold(fold(c)) != fold(c)] == []


@given(WRITING)
def test_idempotent(text):
    assert fold(fold(text)) == fold(text)


@given(WRITING, WRITING)
def test_a_key_is_made_character_by_character(one, other):
    """So the key of a part is part of the key of the whole, and search in keys finds what search in texts would."""
    assert fold(one + other) == fold(one) + fold(other)


@given(WRITING)
def test_the_map_goes_with_the_key(text):
    folded = fold_with_map(text)
    assert folded.key == fold(text)
    assert len(folded.origin) == len(folded.key)
    assert list(folded.origin) == sorted(folded.origin)
    assert all(0 <= at < len(text) for at in folded.origin)


@given(WRITING, st.data())
def test_the_source_of_a_part_of_the_key_holds_it(text, data):
    folded = fold_with_map(text)
    start = data.draw(st.integers(0, len(folded.key)))
    end = data.draw(st.integers(start, len(folded.key)))
    first, last = folded.span(start, end)
    assert 0 <= first <= last <= len(text)
    assert folded.key[start:end] in fold(text[first:last])
    if start == 0 and end == len(folded.key) and folded.key:
        assert fold(text[first:last]) == folded.key


@pytest.mark.parametrize(
    ("text", "key", "surface"),
    [
        ("در کتابِ او", "کتاب", "کتابِ"),
        ("خانهٔ ما", "خانه", "خانهٔ"),
        ("می\u200cشود", "میشود", "می\u200cشود"),
        ("(الـله)", "الله", "الـله"),
        ("ﷲ أكبر", "اکبر", "أكبر"),
        ("x ﷺ y", "علیه", "ﷺ"),
        ("جاء\u200f.", "جا", "جاء\u200f"),
    ],
)
def test_span(text, key, surface):
    folded = fold_with_map(text)
    start = folded.key.index(key)
    first, last = folded.span(start, start + len(key))
    assert text[first:last] == surface


def test_empty_spans():
    assert fold_with_map("").span(0, 0) == (0, 0)
    assert fold_with_map("ab").span(1, 1) == (1, 1)
    assert fold_with_map("abـ").span(2, 2) == (3, 3)
