"""Shingles and signatures: the same for the same words, everywhere and always, and near for near texts."""

from __future__ import annotations

import numpy as np
import pytest

from lib.enrich.shingles import BANDS, LEAST, shingles, signatures

WORDS = [f"word{n}" for n in range(100)]


@pytest.mark.parametrize(
    ("words", "n"), [([], 0), (["a", "b"], 0), (["a", "b", "c"], 1), (["a"] * 50, 1), (["a", "b"] * 20, 2), (WORDS, 98)]
)
def test_each_three_words_in_a_row_once(words: list[str], n: int) -> None:
    found = shingles(words)
    assert found.dtype == np.uint64 and len(found) == n
    assert list(found) == sorted(set(found.tolist()))


def test_the_order_of_words_counts() -> None:
    assert shingles(["a", "b", "c"]) != shingles(["c", "b", "a"])


def test_numbers_are_the_same_in_every_run() -> None:
    assert shingles(["ایران", "تهران", "امروز"]).tolist() == [18386546781610509167]
    assert (signatures([shingles(WORDS)])[0] or b"")[:8].hex() == "1670bdff044bcfc3"


def test_short_texts_have_no_signature() -> None:
    kept = signatures([shingles(WORDS[:n]) for n in (0, LEAST + 1, LEAST + 2, 100)])
    assert [each is None for each in kept] == [True, True, False, False]
    assert signatures([]) == []


def test_near_texts_share_bands_and_far_ones_do_not() -> None:
    texts = [WORDS, WORDS[:80], WORDS[70:] + [word + "x" for word in WORDS]]
    one, near, far = signatures([shingles(words) for words in texts])
    assert one is not None and near is not None and far is not None and len(one) == 4 * BANDS

    def shared(other: bytes) -> int:
        return int((np.frombuffer(one, "<u4") == np.frombuffer(other, "<u4")).sum())

    assert shared(one) == BANDS and shared(near) > 4 and shared(far) <= 1
