"""A page as lines that know where they stand in the source, whatever ends them.

All offsets of page surgery are made here, once, so that nothing later has to search for a line again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.ingest.vocabulary import keyed

_RUN = re.compile("[^\r\n\v\f\x85\u2028\u2029]+")
_BREAK = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
# Spaces and invisible signs that may hug a line: they are no part of it.
_EDGE = "".join(map(chr, [9, 32, 0xA0, *range(0x2000, 0x2010), 0x202F, 0x205F, 0x3000, 0xFEFF, 0x61C]))
_EDGE = _EDGE.replace("\u200c", "").replace("\u200d", "")
_EDGE += "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
_TERMINAL = re.compile(r"[.!?\u061f\u06d4\u2026\u061b:][\u00bb\u201d\u2019\"')\]]{0,3}$")
KEY_LENGTH = 300
LONG = 120


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line: `source[start:end] == text`; `gap` counts the blank lines before it.

    `key` is the folded text without punctuation by which repetitions are found, None for a line too long to repeat.
    """

    start: int
    end: int
    text: str
    key: str | None
    words: int
    gap: int

    @property
    def ended(self) -> bool:
        """Whether the line closes as a sentence does."""
        return _TERMINAL.search(self.text) is not None


def split(source: str) -> list[Line]:
    """The non-blank lines of a decoded source, with hard-wrapped paragraphs joined to one line each."""
    lines: list[Line] = []
    at = 0
    breaks = 0
    for run in _RUN.finditer(source):
        breaks += len(_BREAK.findall(source, at, run.start()))
        at = run.end()
        start, end = _trim(source, run.start(), run.end())
        if start < end:
            lines.append(_line(source, start, end, max(0, breaks - 1) if lines else breaks))
            breaks = 0
    return _unwrap(source, lines)


def _trim(source: str, start: int, end: int) -> tuple[int, int]:
    piece = source[start:end].rstrip(_EDGE)
    return start + len(piece) - len(piece.lstrip(_EDGE)), start + len(piece)


def _line(source: str, start: int, end: int, gap: int) -> Line:
    text = source[start:end]
    if end - start > KEY_LENGTH:
        return Line(start, end, text, None, text.count(" ") + 1, gap)
    key = keyed(text)
    return Line(start, end, text, key, len(text.split()), gap)


def _unwrap(source: str, lines: list[Line]) -> list[Line]:
    """Joins lines that an editor broke at a fixed width: a block of full lines of which few end a sentence."""
    joined: list[Line] = []
    block: list[Line] = []
    for line in [*lines, None]:
        if line is not None and block and line.gap == 0:
            block.append(line)
            continue
        if _wrapped(block):
            joined.append(_line(source, block[0].start, block[-1].end, block[0].gap))
        else:
            joined.extend(block)
        block = [line] if line is not None else []
    return joined


def _wrapped(block: list[Line]) -> bool:
    if len(block) < 4 or len({line.key for line in block}) < len(block):
        return False
    lengths = [len(line.text) for line in block[:-1]]
    widest = max(*lengths, len(block[-1].text))
    if not 40 <= widest <= LONG - 20 or min(lengths) < 0.7 * widest:
        return False
    return sum(line.ended for line in block[:-1]) <= len(lengths) / 3
