"""Words and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.text.fold import fold
from lib.text.tokens import keys, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        (" .,؛ «»", []),
        ("Angela Merkel", ["Angela", "Merkel"]),
        ("می\u200cشود.", ["می\u200cشود"]),
        ("ها\u200c می", ["ها", "می"]),
        ("\u200cالف", ["الف"]),
        ("كِتابٌ،", ["كِتابٌ"]),
        ("الـ34", ["الـ34"]),
        ("دربارهٔ او", ["دربارهٔ", "او"]),
        ("شعر_نو", ["شعر_نو"]),
        ("«رویترز»:۱۲٪", ["رویترز", "۱۲"]),
        ("don't can’t", ["don't", "can’t"]),
        ("rock 'n' roll'", ["rock", "n", "roll"]),
        ("צה״ל ג׳ון", ["צה״ל", "ג׳ון"]),
        ("שָׁלוֹם־עולם", ["שָׁלוֹם", "עולם"]),
        ("Al-Qaeda", ["Al", "Qaeda"]),
        ("2020-07-19", ["2020", "07", "19"]),
        ("cafe\u0301s", ["cafe\u0301s"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("ދިވެހި", ["ދިވެހި"]),
        ("soft\u00adhyphen", ["soft\u00adhyphen"]),
        ("one\ntwo\u2028three", ["one", "two", "three"]),
        ("ـ \u064e", []),
    ],
)
def test_tokens(text, words):
    found = list(tokens(text))
    assert [text[token.start : token.end] for token in found] == words
    assert [token.key for token in found] == [fold(word) for word in words]


@given(st.text(st.one_of(st.sampled_from("می\u200cشودـ\u064e'’ ab.1"), st.characters()), max_size=40))
def test_every_word_stands_where_it_says(text):
    last = 0
    for token in tokens(text):
        assert last <= token.start < token.end <= len(text)
        assert token.key and token.key == fold(text[token.start : token.end])
        last = token.end


@given(st.text(max_size=40))
def test_no_letter_is_left_out(text):
    covered = {at for token in tokens(text) for at in range(token.start, token.end)}
    assert not [c for at, c in enumerate(text) if c.isalnum() and fold(c) and at not in covered]


@given(st.text())
def test_keys_are_those_of_the_tokens(text: str) -> None:
    assert keys(text) == [token.key for token in tokens(text)]
