"""«اوایل», «منتصف», "late" before a month, a year or a decade. Nobody can say which days these are, so the date stays
the whole that is named, and a flag tells which part of it is meant."""

from __future__ import annotations

from dataclasses import replace

from lib.enrich.dates.shapes import Feast, Fixed, Moving, Shape
from lib.enrich.dates.words import Words

PARTS = ("early", "middle", "late")
_BETWEEN = frozenset("f~PTo")


def whole(words: Words, shape: Shape) -> Shape:
    """The shape with the word for its part taken in, if one stands before it."""
    if isinstance(shape, Feast) or _is_day(shape):
        return shape
    at = shape.first - 1
    while at >= 0 and shape.first - at <= 3 and _passes(words, at):
        at -= 1
    if words.code(at) == "I" or (words.code(at) == "H" and at == shape.first - 1 and words.word(at) == "نیمه"):
        part = words.values[at] if words.codes[at] == "I" else 2
        return replace(shape, first=at, flags=(*shape.flags, PARTS[part - 1]))
    return shape


def _passes(words: Words, at: int) -> bool:
    return words.codes[at] in _BETWEEN and (words.codes[at] != "o" or words.text[at] == "the")


def _is_day(shape: Fixed | Moving) -> bool:
    if isinstance(shape, Moving):
        return shape.unit == "day" or shape.day is not None or shape.weekday is not None
    return shape.day is not None or shape.end or shape.months > 1
