"""Every three words in a row as a number, and the few bytes by which texts that share many of them find each other.

Words are folded before, so that a copy typed on another keyboard, or with half-spaces, has the same numbers. They are
made from the words alone, never by Python's `hash`, which differs from one run to the next.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence

import numpy as np
import rensa
from numpy.typing import NDArray

WIDTH = 3
# 32 bands of 4 rows find nearly every copy that shares half of its shingles and few that share a fifth.
BANDS = 32
_ROWS = 4
_SEED = 1399
# A text with fewer shingles is too short to be told from others of its kind: a score, a rate, a forecast.
LEAST = 24

Shingles = NDArray[np.uint64]
_ORDER = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_HALF = np.uint64(32)


def shingles(words: Sequence[str]) -> Shingles:
    """The shingles of a text, sorted, each one once; none where there are fewer than three words."""
    if len(words) < WIDTH:
        return np.empty(0, np.uint64)
    numbers = np.fromiter(map(_number, words), np.uint64, len(words))
    last = len(words) - WIDTH + 1
    rows = [numbers[at : at + last] * _ORDER[at] for at in range(WIDTH)]
    return np.unique(_mixed(rows[0] + rows[1] + rows[2]))


def signatures(texts: Sequence[Shingles]) -> list[bytes | None]:
    """One key of four bytes per band, for each text; None for a text that is too short.

    Two texts with a key in common at the same place are worth comparing.
    """
    long = [number for number, each in enumerate(texts) if len(each) >= LEAST]
    found: list[bytes | None] = [None] * len(texts)
    if long:
        flat = np.concatenate([texts[number] for number in long])
        ends = np.cumsum([0, *(len(texts[number]) for number in long)]).tolist()
        matrix = rensa.RMinHash.digest_matrix_from_flat_token_hashes(flat, ends, BANDS * _ROWS, _SEED)
        rows = np.array(matrix.to_rows(), np.uint64).reshape(len(long), BANDS, _ROWS)
        weights = np.array([1, *_ORDER], np.uint64)
        keys = (_mixed((rows * weights).sum(axis=2, dtype=np.uint64)) >> _HALF).astype("<u4")
        for number, key in zip(long, keys, strict=True):
            found[number] = key.tobytes()
    return found


def _mixed(numbers: Shingles) -> Shingles:
    """Numbers whose every bit depends on every bit they were made from."""
    once = (numbers ^ (numbers >> _HALF)) * _MIX
    return once ^ (once >> _HALF)


@functools.lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
