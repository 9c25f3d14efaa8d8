"""Lines and columns of a PDF page in the order in which they are read, from nothing but the places of glyphs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lib.ingest.documents.glyphs import Glyph, typical_size

_SAME_BASE = 0.35
_WIDE = 1.0
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Row:
    """Glyphs of one line of one column, and its edges."""

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    base: float
    size: float


def rows_of(glyphs: Sequence[Glyph]) -> list[Row]:
    """The lines of a page, cut at gaps so wide that they may be gutters; top to bottom, left to right."""
    marks = [glyph for glyph in glyphs if _mark(glyph)]
    letters = sorted((glyph for glyph in glyphs if not _mark(glyph)), key=lambda glyph: (-glyph.base, glyph.left))
    lines: list[list[Glyph]] = []
    for glyph in letters:
        if lines and abs(lines[-1][0].base - glyph.base) <= _SAME_BASE * max(glyph.size, lines[-1][0].size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    rows = [_row(piece) for line in lines for piece in _cut(line)]
    return _with_marks([row for row in rows if any(not glyph.text.isspace() for glyph in row.glyphs)], marks)


def in_order(rows: Sequence[Row], right_first: bool) -> list[list[Row]]:
    """Rows by column, in reading order; each column a list of whole lines from top to bottom."""
    return [lines for part in _order(list(rows), right_first, 0) if (lines := _merged(part))]


def _mark(glyph: Glyph) -> bool:
    return bool(glyph.text) and unicodedata.category(glyph.text[0]) == "Mn"


def _row(glyphs: Iterable[Glyph]) -> Row:
    piece = tuple(glyphs)
    visible = [glyph for glyph in piece if not glyph.text.isspace()] or list(piece)
    left, right = min(glyph.left for glyph in visible), max(glyph.right for glyph in visible)
    return Row(piece, left, right, piece[0].base, typical_size(visible))


def _cut(line: Sequence[Glyph]) -> list[list[Glyph]]:
    ordered = sorted(line, key=lambda glyph: glyph.left)
    pieces: list[list[Glyph]] = [[]]
    reach = None
    for glyph in ordered:
        if glyph.text.isspace():
            pieces[-1].append(glyph)
            continue
        if reach is not None and glyph.left - reach > _WIDE * glyph.size:
            pieces.append([])
        pieces[-1].append(glyph)
        reach = glyph.right if reach is None else max(reach, glyph.right)
    return pieces


def _with_marks(rows: list[Row], marks: Sequence[Glyph]) -> list[Row]:
    """Gives vowel signs, which stand above or below the line, to the row they belong to."""
    added: dict[int, list[Glyph]] = {}
    for mark in marks:
        near = [i for i, row in enumerate(rows) if row.left - row.size <= mark.left <= row.right + row.size]
        if near:
            best = min(near, key=lambda i: abs(rows[i].base - mark.base))
            if abs(rows[best].base - mark.base) <= rows[best].size:
                added.setdefault(best, []).append(mark)
    return [
        Row((*row.glyphs, *added[i]), row.left, row.right, row.base, row.size) if i in added else row
        for i, row in enumerate(rows)
    ]


def _order(rows: list[Row], right_first: bool, depth: int) -> list[list[Row]]:
    if len(rows) < 2 * _FEWEST or depth > 40:
        return [rows]
    gutter = _gutter(rows)
    if gutter is not None:
        left = [row for row in rows if row.right <= gutter]
        right = [row for row in rows if row.left >= gutter]
        parts = (right, left) if right_first else (left, right)
        return [piece for part in parts for piece in _order(part, right_first, depth + 1)]
    levels = sorted({row.base for row in rows}, reverse=True)
    for top_down in (True, False):
        for level in levels[1:] if top_down else reversed(levels[1:]):
            above = [row for row in rows if row.base > level]
            below = [row for row in rows if row.base <= level]
            if _gutter(below if top_down else above) is not None:
                return [*_order(above, right_first, depth + 1), *_order(below, right_first, depth + 1)]
    return [rows]


def _gutter(rows: Sequence[Row]) -> float | None:
    """The middle of a blank strip from top to bottom with lines on both sides; None where there is none."""
    if len(rows) < 2 * _FEWEST:
        return None
    size = sorted(row.size for row in rows)[len(rows) // 2]
    ordered = sorted(rows, key=lambda row: row.left)
    reach = ordered[0].right
    for index, row in enumerate(ordered):
        beside = len(ordered) - index >= _FEWEST and index >= _FEWEST
        if row.left - reach > 0.8 * size and beside and _overlap(ordered[:index], ordered[index:]):
            return (row.left + reach) / 2
        reach = max(reach, row.right)
    return None


def _overlap(first: Sequence[Row], second: Sequence[Row]) -> bool:
    """Whether two columns stand beside each other and not one above the other."""
    top = min(max(row.base for row in first), max(row.base for row in second))
    bottom = max(min(row.base for row in first), min(row.base for row in second))
    return top > bottom


def _merged(rows: Sequence[Row]) -> list[Row]:
    """Pieces on one line put together again, top to bottom."""
    lines: list[list[Row]] = []
    for row in sorted(rows, key=lambda one: -one.base):
        if lines and abs(lines[-1][0].base - row.base) <= _SAME_BASE * max(row.size, lines[-1][0].size):
            lines[-1].append(row)
        else:
            lines.append([row])
    return [line[0] if len(line) == 1 else _row(glyph for row in line for glyph in row.glyphs) for line in lines]
