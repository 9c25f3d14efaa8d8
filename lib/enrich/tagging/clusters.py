"""Kinds of words, learnt from plain text: words that stand among the same neighbours come into one cluster.

So the tagger knows that a word is like the names of ministers or of towns though no label ever showed it. Neighbours
two words to each side are counted, weighed by how telling they are, pressed into a few dozen numbers per word (a
randomised singular value decomposition), and grouped twice, finely and coarsely.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.enrich.actors.words import words_of

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Clusters = dict[str, tuple[int, int]]  # for a folded word its fine and its coarse cluster
_AT_ONCE = 200_000
_PLACES = (-1, 1, -2, 2)


@dataclass(frozen=True, slots=True)
class Sizes:
    """`least`: how often a word must occur; `neighbours`: how many frequent words are told apart as neighbours."""

    least: int = 4
    neighbours: int = 2000
    numbers: int = 64
    fine: int = 600
    coarse: int = 100


@dataclass(frozen=True, slots=True)
class Table:
    """A matrix that is mostly empty: values by row and column, in order of rows."""

    rows: Ints
    columns: Ints
    values: Floats
    shape: tuple[int, int]

    def times(self, right: Floats) -> Floats:
        """The product with a full matrix."""
        return _product(self.rows, self.columns, self.values, right, self.shape[0])

    def turned_times(self, right: Floats) -> Floats:
        """The product of the transpose with a full matrix."""
        order = np.argsort(self.columns, kind="stable")
        return _product(self.columns[order], self.rows[order], self.values[order], right, self.shape[1])


def _product(rows: Ints, columns: Ints, values: Floats, right: Floats, size: int) -> Floats:
    out = np.zeros((size, right.shape[1]), np.float32)
    for at in range(0, len(rows), _AT_ONCE):
        some = slice(at, at + _AT_ONCE)
        begins = np.flatnonzero(np.r_[True, rows[some][1:] != rows[some][:-1]])
        out[rows[some][begins]] += np.add.reduceat(right[columns[some]] * values[some, None], begins, axis=0)
    return out


def clusters(lines: Sequence[str], language: str, rng: np.random.Generator, sizes: Sizes) -> Clusters:
    """The clusters of the frequent words of a language."""
    sentences = [words_of(line, language)[0] for line in lines]
    counts = Counter(word for sentence in sentences for word in sentence)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    words = [word for word, count in ordered if count >= sizes.least]
    if len(words) < 2:
        return {}
    points = _points(_neighbours(sentences, words, sizes.neighbours), rng, sizes.numbers)
    fine, coarse = (_grouped(points, min(size, len(words)), rng) for size in (sizes.fine, sizes.coarse))
    return {word: (int(fine[row]), int(coarse[row])) for row, word in enumerate(words)}


def _neighbours(sentences: Sequence[Sequence[str]], words: Sequence[str], told: int) -> Table:
    """How much more often a word stands beside another than chance would have it (logarithm, where positive)."""
    row = {word: number for number, word in enumerate(words)}
    width = told + 2
    column: list[NDArray[np.int64]] = []
    for sentence in sentences:
        ids = np.array([row.get(word, -1) for word in sentence], np.int64)
        seen = np.where((ids < 0) | (ids >= told), told, ids)
        framed = np.concatenate(([told + 1] * 2, seen, [told + 1] * 2))
        for number, place in enumerate(_PLACES):
            beside = framed[2 + place : 2 + place + len(ids)]
            column.append((ids * len(_PLACES) * width + number * width + beside)[ids >= 0])
    cells, counts = np.unique(np.concatenate(column), return_counts=True)
    shape = (len(words), len(_PLACES) * width)
    rows, columns = cells // shape[1], cells % shape[1]
    by_row = np.bincount(rows, counts, shape[0]) / counts.sum()
    by_column = np.bincount(columns, counts, shape[1]) ** 0.75
    by_column /= by_column.sum()
    values = np.log(counts / counts.sum() / (by_row[rows] * by_column[columns])).astype(np.float32)
    kept = values > 0
    return Table(rows[kept], columns[kept], values[kept], shape)


def _points(table: Table, rng: np.random.Generator, numbers: int) -> Floats:
    """A row of numbers of length one for every word."""
    numbers = min(numbers, *table.shape)
    guess = table.times(rng.standard_normal((table.shape[1], numbers + 8)).astype(np.float32))
    for _ in range(3):
        guess = np.linalg.qr(table.times(table.turned_times(guess)))[0]
    turned, strengths, _ = np.linalg.svd(table.turned_times(guess).T, full_matrices=False)
    points: Floats = (guess @ turned)[:, :numbers] * np.sqrt(strengths[:numbers])
    return points / (np.linalg.norm(points, axis=1, keepdims=True) + np.float32(1e-9))


def _grouped(points: Floats, size: int, rng: np.random.Generator) -> Ints:
    """The group of every point: k-means by angle."""
    centres = points[rng.choice(len(points), size, replace=False)]
    for _ in range(12):
        nearest = (points @ centres.T).argmax(axis=1)
        order = np.argsort(nearest, kind="stable")
        begins = np.flatnonzero(np.r_[True, nearest[order][1:] != nearest[order][:-1]])
        sums = np.add.reduceat(points[order], begins, axis=0)
        centres[nearest[order][begins]] = sums / (np.linalg.norm(sums, axis=1, keepdims=True) + np.float32(1e-9))
    return (points @ centres.T).argmax(axis=1).astype(np.int64)
