"""Lines of printed pages put together to paragraphs: a PDF knows where a line ends but not whether a paragraph does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lib.text.numerals import to_ascii

_ENDED = re.compile("[.!?:\u061f\u06d4\u061b\u2026][\u00bb\u201d\u2019\"')\\]]{0,3}$")
_DIGITS = re.compile(r"\d+")
# What browsers print around a page: the time of printing, which is no publication, and the address.
_STAMP = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d{2}\b.*|(?:https?|file)://\S+(?: \d+ ?/ ?\d+)?")
_ADDRESS = re.compile(r"https?://\S+\.\S+")
_EDGE_LINES = 2
_REPEATED = 3


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of a page with its edges; `column` numbers the columns of the document in reading order."""

    text: str
    left: float
    right: float
    base: float
    size: float
    column: int
    page: int


def paragraphs_of(lines: Sequence[Printed], rtl: bool) -> list[str]:
    """The paragraphs of a document, running heads and page numbers left out."""
    body = _without_running_heads(lines)
    if not body:
        return []
    pitch = _pitch(body)
    edges = _edges(body)
    blocks: list[list[Printed]] = [[body[0]]]
    for before, line in pairwise(body):
        if _begins(before, line, (pitch, edges), rtl):
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return [_joined(block) for block in blocks]


def _joined(block: Sequence[Printed]) -> str:
    text = block[0].text
    for line in block[1:]:
        if text.endswith("\xad"):
            text = text[:-1] + line.text
        elif text.endswith("-") and text[-2:-1].isalpha() and line.text[:1].islower():
            text += line.text
        else:
            text += " " + line.text
    return text


def _begins(before: Printed, line: Printed, habits: tuple[float, dict[int, tuple[float, float]]], rtl: bool) -> bool:
    """Whether a line begins a paragraph: set apart, set in another size, indented, or after a line that ends short."""
    pitch, edges = habits
    if abs(line.size - before.size) > 0.12 * max(line.size, before.size):
        return True
    left, right = edges[line.column]
    width = max(1.0, right - left)
    before_left, before_right = edges[before.column]
    short = (before.left - before_left) if rtl else (before_right - before.right)
    ends_short = short > 0.12 * max(1.0, before_right - before_left)
    if line.column != before.column:
        return ends_short or bool(_ENDED.search(before.text))
    # Where every paragraph is one line, the usual distance is that of paragraphs: no line height is twice the size.
    if before.base - line.base > 1.35 * min(pitch, 1.9 * line.size):
        return True
    indent = (right - line.right) if rtl else (line.left - left)
    if 0.8 * line.size < indent < 0.15 * width and bool(_ENDED.search(before.text)):
        return True
    return ends_short and bool(_ENDED.search(before.text))


def _pitch(lines: Sequence[Printed]) -> float:
    """The distance between the lines of a paragraph in points: the usual one among the smaller half."""
    steps = [
        before.base - line.base
        for before, line in pairwise(lines)
        if before.column == line.column and 0 < before.base - line.base < 4 * line.size
    ]
    return median(sorted(steps)[: max(1, len(steps) // 2)]) if steps else 14.0


def _edges(lines: Sequence[Printed]) -> dict[int, tuple[float, float]]:
    found: dict[int, tuple[float, float]] = {}
    for line in lines:
        left, right = found.get(line.column, (line.left, line.right))
        found[line.column] = (min(left, line.left), max(right, line.right))
    return found


def _without_running_heads(lines: Sequence[Printed]) -> list[Printed]:
    """Leaves out lines at the top or bottom of pages that are numbers or stand on several pages."""
    edge = _edge(lines)
    seen = Counter(key for key, _ in {(_DIGITS.sub("0", line.text), line.page) for line in edge})
    gone = {id(line) for line in edge if _DIGITS.sub("0", line.text).strip(" -–—|/") in ("0", "00", "0 0", "0/0", "")}
    gone |= {id(line) for line in edge if seen[_DIGITS.sub("0", line.text)] >= _REPEATED}
    gone |= {id(line) for line in edge if _STAMP.fullmatch(to_ascii(line.text))}
    return [line for line in lines if id(line) not in gone]


def _edge(lines: Sequence[Printed]) -> list[Printed]:
    """The lines at the top and the bottom of each page."""
    edge: list[Printed] = []
    for page in sorted({line.page for line in lines}):
        own = sorted((line for line in lines if line.page == page), key=lambda line: -line.base)
        edge += own[:_EDGE_LINES] + own[-_EDGE_LINES:]
    return edge


def address_of(lines: Sequence[Printed]) -> str | None:
    """The address that a browser printed below a page; None where there is none, or more than one."""
    found = {match.group() for line in _edge(lines) if (match := _ADDRESS.match(line.text))}
    return found.pop() if len(found) == 1 else None
