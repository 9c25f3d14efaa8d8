"""Articles that repeat another, word for word or nearly: wires are reprinted, and scrapers meet the same page twice.

Copies are found without holding any text in memory: texts that share a band of their signatures are compared, each with
the first article of the story that the other one belongs to. So every copy has been held against the article that it is
said to repeat, and a story cannot drift from one article to a quite different one over many small steps.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lib.enrich.shingles import BANDS, LEAST, Shingles, shingles
from lib.text.tokens import keys

# From this length on an equal body is the same article, whatever headline stands above it.
_LONG = 60
# A copy shares this much of what the two texts have together (two of five shingles are four of seven of each text) …
_ALIKE = 0.4
# … or it is nearly all found in the longer text, of which it is no mere scrap: it was cut, or the other one grew.
_CONTAINED = 0.85
_CUT = 0.3
# Two tables of rates or scores share all their words; where most of many numbers differ they are two reports.
_NUMBERS = 4
_SAME_NUMBERS = 0.5
# How many neighbours in a crowded band, and how many stories, an article is compared with at most.
_NEIGHBOURS = 4
_STORIES = 4
_KEPT = 4096
_CHUNK = 100_000


@dataclass(frozen=True, slots=True)
class Repeat:
    """Article `number` repeats article `of`, the first of its story; `similarity` is 1 where word for word."""

    number: int
    of: int
    similarity: float


class Profile(NamedTuple):
    """What two texts are compared by."""

    shingles: Shingles
    numbers: frozenset[str]


def digest(title: str | None, words: Sequence[str]) -> str | None:
    """A key that articles with the same folded `words` share: hex. None where there is no word.

    Letters of another keyboard, half-spaces, vowel marks, digits of another set and punctuation make no difference. A
    short body counts together with its headline.
    """
    if len(words) < _LONG:
        words = [*keys(title or ""), "\n", *words]
    if len(words) < 2:
        return None
    return hashlib.blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def profile(text: str) -> Profile:
    """What is compared of a body."""
    words = keys(text)
    return Profile(shingles(words), frozenset(word for word in words if any(map(str.isdigit, word))))


def similarity(first: Profile, second: Profile) -> float | None:
    """The share of shingles that two texts have in common (Jaccard), below 1; None where neither is a copy."""
    less, more = sorted((len(first.shingles), len(second.shingles)))
    if less < LEAST:
        return None
    common = len(np.intersect1d(first.shingles, second.shingles, assume_unique=True))
    share = common / (less + more - common)
    if share < _ALIKE and (common < _CONTAINED * less or less < _CUT * more):
        return None
    fewer = min(len(first.numbers), len(second.numbers))
    if fewer >= _NUMBERS and len(first.numbers & second.numbers) < _SAME_NUMBERS * fewer:
        return None
    return min(share, 0.999)


class Comparison:
    """Holds articles against each other; `text` gives the body of a number, `known` is what was found before.

    `made` is what was found of each pair (earlier, later) this time, `known` or not. Few profiles are held at a time.
    """

    def __init__(self, text: Callable[[int], str], known: Mapping[tuple[int, int], float | None] | None = None) -> None:
        self.made: dict[tuple[int, int], float | None] = {}
        self._known = known or {}
        self._profile = functools.lru_cache(_KEPT)(lambda number: profile(text(number)))

    def __call__(self, earlier: int, later: int) -> float | None:
        """The similarity of two articles, None where neither is a copy of the other."""
        pair = (earlier, later)
        found = self._known[pair] if pair in self._known else similarity(*map(self._profile, pair))
        self.made[pair] = found
        return found


Compare = Callable[[int, int], float | None]


def repeats(digests: Sequence[str | None], signatures: Sequence[bytes | None], compare: Compare) -> Iterator[Repeat]:
    """Which articles (numbered from 0 in corpus order) repeat an earlier one; `compare` is a Comparison of them."""
    first: dict[str, int] = {}
    twin = [number if key is None else first.setdefault(key, number) for number, key in enumerate(digests)]
    single = np.array([twin[n] == n and key is not None for n, key in enumerate(signatures)], bool)
    story = dict(_near(single, signatures, compare))
    for number, same in enumerate(twin):
        if number in story:
            yield Repeat(number, *story[number])
        elif same != number:
            yield Repeat(number, *story.get(same, (same, 1.0)))


def _near(
    single: NDArray[np.bool_], signatures: Sequence[bytes | None], compare: Compare
) -> Iterator[tuple[int, tuple[int, float]]]:
    """(number, (first of its story, similarity)) of all copies that are no twins."""
    leader: dict[int, int] = {}
    for later, some in itertools.groupby(_candidates(single, signatures), key=lambda pair: pair[0]):
        stories: dict[int, int] = {}
        for _, earlier, bands in some:
            original = leader.get(earlier, earlier)
            stories[original] = max(bands, stories.get(original, 0))
        # Those with which it shares most bands come first, of several the oldest.
        for original in sorted(stories, key=lambda each: (-stories[each], each))[:_STORIES]:
            found = compare(original, later)
            if found is not None:
                leader[later] = original
                yield later, (original, found)
                break


def _candidates(single: NDArray[np.bool_], signatures: Sequence[bytes | None]) -> Iterator[tuple[int, int, int]]:
    """(later, earlier, bands in common) of all articles worth comparing, in corpus order of the later one."""
    numbers = np.flatnonzero(single).astype(np.uint64)
    keys = np.frombuffer(b"".join(signatures[n] or b"" for n in numbers.tolist()), "<u4").reshape(-1, BANDS)
    pairs, shared = np.empty(0, np.uint64), np.empty(0, np.int64)
    for band in range(BANDS):
        met = _neighbours(numbers, keys[:, band])
        pairs, place = np.unique(np.concatenate([pairs, met]), return_inverse=True)
        counts = np.concatenate([shared, np.ones(len(met), np.int64)])
        shared = np.bincount(place, counts, len(pairs)).astype(np.int64)
    for at in range(0, len(pairs), _CHUNK):
        some = pairs[at : at + _CHUNK]
        later, earlier = (some >> np.uint64(32)).tolist(), (some & np.uint64(0xFFFFFFFF)).tolist()
        yield from zip(later, earlier, shared[at : at + _CHUNK].tolist(), strict=True)


def _neighbours(numbers: NDArray[np.uint64], keys: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """Pairs (later << 32 | earlier) with the same key: each article with the first of its key and with the last few."""
    order = np.argsort(keys, kind="stable")
    keys, numbers = keys[order], numbers[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.empty(0, np.int64)
    sizes = np.diff(np.r_[starts, len(keys)])
    heads = np.repeat(numbers[starts], sizes)
    met = [(numbers << np.uint64(32) | heads)[numbers != heads]]
    for back in range(1, min(_NEIGHBOURS, len(keys) - 1) + 1):
        same = keys[back:] == keys[:-back]
        met.append(numbers[back:][same] << np.uint64(32) | numbers[:-back][same])
    return np.unique(np.concatenate(met))
