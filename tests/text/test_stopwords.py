from __future__ import annotations

import pytest

from lib.text.fold import fold
from lib.text.stopwords import says_something, stop_words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fa", "و از که می\u200cشود میشود این كه است می\u200cکند خواهد برای شده\u200cاست"),
        ("ar", "في من على إلى الى التي والتي وفي أن وأن قال وقال فقال هذا"),
        ("en", "the of and The"),
        ("ur", "کے میں ہے"),
        ("ckb", "لە بۆ کە ئەوە"),
        ("ps", "د په چې سره"),
        ("fa-IR", "و از"),
    ],
)
def test_words_that_say_nothing(language: str, words: str) -> None:
    stops = stop_words(language)
    assert [word for word in words.split() if fold(word) not in stops] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [("fa", "مقاومت ایران تهران دولت"), ("ar", "إيران وإيران المقاومة الحكومة"), ("en", "iran resistance government")],
)
def test_words_that_say_something(language: str, words: str) -> None:
    stops = stop_words(language)
    assert [word for word in words.split() if not says_something(fold(word), stops)] == []


@pytest.mark.parametrize("key", ["", "x", "12", "1400", "3rd", "و"])
def test_numbers_and_letters_are_not_listed(key: str) -> None:
    assert not says_something(key, frozenset())


@pytest.mark.parametrize("language", [None, "und", "xx", ""])
def test_languages_without_a_list(language: str | None) -> None:
    assert stop_words(language) == frozenset()
