"""Files in which not every line is written in the same encoding: saved by one program, added to by another.

A line that is valid UTF-8 with several letters beyond ASCII is UTF-8, for no old encoding makes such bytes by chance.
Every other line is read in the encoding that most of the rest is written in, unless it makes no sense in that one and
much more in another. A letter that was cut costs itself alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lib.ingest.plausible import plausibility

LEGACY = ("cp1256", "iso8859_6", "cp1255", "iso8859_8", "mac_arabic", "mac_farsi", "cp1252", "cp1254", "cp1251")
UTF8 = "utf-8"
_HIGH = re.compile(rb"[\x80-\xff]+")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SAMPLE = 40_000
_SURE = 6  # bytes beyond ASCII that make a valid line UTF-8 whatever the rest of the file is
_LONG = 40  # … that are enough to tell old encodings apart
_SHORT = 3  # … below which a line tells nothing of itself
_SENSE = 1.0  # points of a line that makes sense
_RIVALS = ("cp1256", "iso8859_6", "mac_arabic", "cp1255")
_JUDGED = 60  # bytes of a line that may be in another old encoding than the rest …
_FINE = 1.6  # … the points that it must have there …
_CLEARLY = 0.2  # … and how many more than in the rest's
_LOOKED_AT = 200_000  # bytes beyond ASCII of a file whose lines are held against every rival
_BETTER = 0.7


@dataclass
class Lines:
    """The lines of a file with the encoding that each was read in; `lost`: pieces that are no text, by line number."""

    pieces: list[str] = field(default_factory=list)
    foreign: dict[str, list[int]] = field(default_factory=dict)
    lost: dict[int, int] = field(default_factory=dict)
    main: str = UTF8


def high(data: bytes) -> int:
    """How many bytes are beyond ASCII."""
    return sum(map(len, _HIGH.findall(data)))


def is_mostly_utf8(data: bytes) -> bool:
    """Whether most of the bytes beyond ASCII make letters in UTF-8."""
    return sum(map(len, _SEQUENCE.findall(data))) >= 0.4 * high(data)


def guess(data: bytes) -> str:
    """The old encoding of one byte a letter that makes most sense of `data`; lines in UTF-8 have no say in it."""
    wanted = (line for line in data[: _SAMPLE * 2].splitlines() if not line.isascii() and _valid(line) is None)
    sample = b"\n".join(wanted)[:_SAMPLE]
    return max(LEGACY, key=lambda encoding: plausibility(loosely(sample, encoding)))


def loosely(data: bytes, encoding: str) -> str:
    """The text of `data`, U+FFFD for what is none."""
    return data.decode(encoding, "replace")


def by_lines(data: bytes, main: str) -> Lines:
    """Every line in its encoding; `main` is that of most of them."""
    found = Lines(main=main)
    lines = data.splitlines(keepends=True)
    waiting: list[int] = []
    seen = 0
    for at, line in enumerate(lines):
        text = line.decode("ascii") if line.isascii() else _valid(line) if main != UTF8 else _strictly(line)
        if text is None and main == UTF8 and (is_damaged(line) or high(line) <= _LONG):
            waiting.append(at)
            text = ""
        elif text is None:
            encoding = _encoding(line, main) if main == UTF8 or seen < _LOOKED_AT else main
            seen += high(line)
            text = loosely(line, encoding)
            _count(found, encoding, at)
        elif main != UTF8 and not line.isascii():
            _count(found, UTF8, at)
        found.pieces.append(text)
    _settle(found, lines, waiting)
    return found


def is_damaged(line: bytes) -> bool:
    """Whether a line is UTF-8 with something wrong in it, rather than written in another encoding."""
    return sum(map(len, _SEQUENCE.findall(line))) >= 0.5 * high(line)


def _count(found: Lines, encoding: str, at: int) -> None:
    if encoding != found.main:
        found.foreign.setdefault(encoding, []).append(at + 1)


def _settle(found: Lines, lines: Sequence[bytes], waiting: Sequence[int]) -> None:
    """Short lines of a file in UTF-8 that are none: in the encoding of longer ones, else lost."""
    usual = max(found.foreign, key=lambda encoding: len(found.foreign[encoding]), default=None)
    for at in waiting:
        line = lines[at]
        encoding = None
        if not is_damaged(line):
            own = guess(line)
            rivals = [own] if usual is None else [usual, own]
            points = {each: plausibility(loosely(line, each)) for each in rivals}
            encoding = usual if usual and points[usual] > points[own] - _BETTER else own
            enough = high(line) >= _SHORT or encoding == usual
            encoding = encoding if points[encoding] >= _SENSE and enough else None
        if encoding:
            found.pieces[at] = loosely(line, encoding)
            _count(found, encoding, at)
        else:
            found.pieces[at] = line.decode(UTF8, "replace")
            found.lost[at + 1] = found.pieces[at].count("\ufffd")


def _encoding(line: bytes, main: str) -> str:
    """The encoding of one line: `main`, unless another one of our scripts makes clearly more sense of it."""
    if main == UTF8:
        return guess(line)
    if high(line) < _JUDGED or main not in _RIVALS:
        return main
    points = {each: plausibility(loosely(line, each)) for each in _RIVALS}
    best = max(points, key=lambda each: points[each])
    return best if points[best] >= _FINE and points[best] > points[main] + _CLEARLY else main


def _valid(line: bytes) -> str | None:
    """The line where it is UTF-8 beyond doubt."""
    return _strictly(line) if high(line) >= _SURE else None


def _strictly(line: bytes) -> str | None:
    try:
        return line.decode(UTF8)
    except UnicodeDecodeError:
        return None
