"""Which articles repeat another: the same words, however they are typed."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.enrich.duplicates import digest, duplicate_of

LONG = " ".join(f"word{n}" for n in range(80))


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("T", "one two"), ("T", "one two"), True),
        (("T", "One, two!"), ("t", "one\n\ntwo"), True),
        (("عنوان", "رئيس شركة أحمد ١٥"), ("عنوان", "رییس شرکه احمد 15"), True),
        (("عنوان", "می\u200cشود"), ("عنوان", "میشود"), True),
        (("T", "one two"), ("U", "one two"), False),
        (("T", "one two"), ("T", "one two three"), False),
        (("T one", "two"), ("T", "one two"), False),
        (("T", LONG), ("Another headline", LONG), True),
        ((None, LONG), ("Another headline", LONG), True),
        (("T", LONG), ("T", LONG + " more"), False),
    ],
)
def test_digest(first: tuple[str | None, str], second: tuple[str | None, str], same: bool) -> None:
    assert (digest(*first) == digest(*second)) is same


@pytest.mark.parametrize(("title", "text"), [(None, ""), ("", "  ...  "), ("!", "\n\n")])
def test_no_words_repeat_nothing(title: str | None, text: str) -> None:
    assert digest(title, text) is None


def test_the_first_in_corpus_order_is_the_original() -> None:
    frame = pd.DataFrame(
        {
            "id": ["a", "b", "c", "d", "e", "f"],
            "title": ["t", None, "t", "", "t", None],
            "text": ["same words", "", "Same words.", "", "SAME, WORDS", "other"],
        }
    )
    assert list(duplicate_of(frame)) == [None, None, "a", None, "a", None]
    digests = [digest(None if pd.isna(a) else a, b) for a, b in zip(frame["title"], frame["text"], strict=True)]
    assert list(duplicate_of(frame[["id"]].assign(digest=digests))) == [None, None, "a", None, "a", None]


def test_no_articles() -> None:
    assert list(duplicate_of(pd.DataFrame({"id": [], "digest": []}))) == []
