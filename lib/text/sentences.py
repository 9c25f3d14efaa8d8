"""The sentence around a place in a text: what is quoted must be the source's own, whole, and not a page long."""

from __future__ import annotations

import re

LONGEST = 400
_STOPS = ".!?\u061f\u203c\u2026\u3002\u06d4"
# Possessive, and only from the first of a run of stops: a page of ten million dots must not take for ever.
END = re.compile(rf"(?<![{_STOPS}])[{_STOPS}]++[\"'\u201d\u2019\u00bb)\]]*+(?=\s|$)")
INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\Z")
BREAK = re.compile(r"\n[^\S\n]*\n")
_AROUND = 3000  # characters looked at on either side
ELLIPSIS = "\u2026"


def sentence_at(text: str, start: int, end: int, longest: int = LONGEST) -> str:
    """The sentence that holds `text[start:end]`, on one line, cut between words where it is longer than `longest`."""
    begin, stop = bounds(text, start, end)
    if stop - begin <= longest:
        return " ".join(text[begin:stop].split())
    room = max((longest - (end - start)) // 2, 0)
    low, high = max(begin, start - room), min(stop, end + room)
    low = begin if low == begin else _word(text, low, start, 1)
    high = stop if high == stop else _word(text, high, end, -1)
    words = " ".join(text[low:high].split())
    return ELLIPSIS * (low > begin) + words + ELLIPSIS * (high < stop)


def bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Where that sentence begins and ends, by stops before a space and by blank lines."""
    first = max(start - _AROUND, 0)
    begin = first
    for pattern in (BREAK, END):
        for match in pattern.finditer(text, first, start):
            if pattern is BREAK or not INITIAL.search(text, max(first, match.start() - 2), match.start()):
                begin = max(begin, match.end())
    last = min(end + _AROUND, len(text))
    gap = BREAK.search(text, end, last)
    stop = gap.start() if gap else last
    for match in END.finditer(text, end, stop):
        if not INITIAL.search(text, max(end, match.start() - 2), match.start()):
            stop = match.end()
            break
    return begin, stop


def ends(text: str) -> list[int]:
    """Where the sentences of a text end, ascending, by the same stops and blank lines; that of the last is left out."""
    found = {gap.start() for gap in BREAK.finditer(text)}
    for match in END.finditer(text):
        if not INITIAL.search(text, max(0, match.start() - 2), match.start()):
            found.add(match.end())
    return sorted(end for end in found if 0 < end < len(text))


def _word(text: str, at: int, limit: int, step: int) -> int:
    """The nearest space from `at` towards `limit`; `at` itself where there is none on the way."""
    place = at
    while place != limit and not text[place if step > 0 else place - 1].isspace():
        place += step
    return place if place != limit else at
