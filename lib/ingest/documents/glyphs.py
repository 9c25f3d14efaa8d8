"""The glyphs of a PDF line back to text in reading order.

A PDF stores where each glyph stands and little more. From the places comes the visual order, and from that, by undoing
the steps of the bidirectional algorithm, the order in which the line is read. Joined letters are stored as presentation
forms: folding these back is a decoding, and what form a letter has tells where a half-space stood.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

ZWNJ = "\u200c"
_NUMBER = re.compile(r"\d+(?:[.,:/\u066b\u066c\u00a0]\d+)*")
_MIRRORED = {"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "«": "»", "»": "«", "<": ">", ">": "<"}
_OPENING = frozenset("([{«")
_LETTERS = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
# Not the ornate brackets, nor the phrases and signs that are typed as one character.
_FORMS = re.compile("[\ufb00-\ufb06\ufb50-\ufd3d\ufd50-\ufdf2\ufe70-\ufefc]")
# Letters that join on one side only: their final form says nothing about what follows.
_RIGHT_JOINING = frozenset("اأإآٱدذرزژوؤةىءڈڑۀۃےۓڕ")
_SPACE_SHARE = 0.16
_TIGHT = 0.04
_ASIDE = 0.6


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: its text (several letters for a ligature, in logical order), left and right edge, base line, size."""

    text: str
    left: float
    right: float
    base: float
    size: float


def line_text(glyphs: Sequence[Glyph], swapped: bool | None = None) -> str:
    """The text of one line in logical order; `swapped`: brackets are stored as they look, not as they read."""
    cells = _cells(glyphs)
    if not any(_direction(cell) == "R" for cell in cells):
        return _plain("".join(cells))
    turned = swapped if swapped is not None else brackets_as_seen(glyphs)
    return _plain("".join(_logical(cells, turned)))


def brackets_as_seen(glyphs: Sequence[Glyph]) -> bool:
    """Whether brackets among right-to-left letters, read from the right, close before they open."""
    seen = [cell for cell in reversed(_cells(glyphs)) if cell in _MIRRORED or _direction(cell)]
    return _votes(seen) > 0


def votes_for_swap(glyphs: Sequence[Glyph]) -> int:
    """Above 0 where a line's brackets are stored as they look, below 0 where as they read, 0 where it has none."""
    cells = _cells(glyphs)
    if _base(cells) != "R":
        return 0
    return _votes([cell for cell in reversed(cells) if cell in _MIRRORED or _direction(cell)])


def _votes(read: Sequence[str]) -> int:
    """Each bracket should touch an opening side before text and a closing side after it."""
    first = next((cell for cell in read if cell in _MIRRORED), None)
    last = next((cell for cell in reversed(read) if cell in _MIRRORED), None)
    if first is None or last is None:
        return 0
    return (1 if first not in _OPENING else -1) + (1 if last in _OPENING else -1)


def _cells(glyphs: Sequence[Glyph]) -> list[str]:
    """What stands in each place from left to right: letters with their marks, spaces, half-spaces."""
    bases = [glyph for glyph in glyphs if not _is_mark(glyph.text) and not glyph.text.isspace()]
    bases.sort(key=lambda glyph: (glyph.left, glyph.right))
    marks: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        if _is_mark(glyph.text) and bases:
            middle = (glyph.left + glyph.right) / 2
            near = min(range(len(bases)), key=lambda i: _distance(bases[i], middle))
            marks.setdefault(near, []).append(glyph)
    between = _between(bases, [glyph for glyph in glyphs if glyph.text.isspace()])
    cells: list[str] = []
    for index, glyph in enumerate(bases):
        if index and between[index]:
            cells.append(between[index])
        cells.append(glyph.text + "".join(sorted((mark.text for mark in marks.get(index, [])), key=_order)))
    return cells


def _between(bases: Sequence[Glyph], spaces: Sequence[Glyph]) -> list[str]:
    """What parts each glyph from the one on its left: a space, a half-space or nothing.

    A space that takes no room is how half-spaces are stored; it may stand a little beside its place.
    """
    found = [""] * len(bases)
    for index in range(1, len(bases)):
        if _gap(bases[index - 1], bases[index]):
            found[index] = " "
        elif _starts(bases[index - 1].text) and _ends(bases[index].text):
            found[index] = ZWNJ
    for space in spaces:
        middle = (space.left + space.right) / 2
        near = [i for i in range(1, len(bases)) if abs(bases[i].left - middle) < 2 * space.size]
        real = next((i for i in near if bases[i - 1].right <= middle <= bases[i].left), None)
        if real is not None and bases[real].left - bases[real - 1].right >= _TIGHT * space.size:
            found[real] = " "
            continue
        able = [i for i in near if not found[i] and _may_part(bases[i - 1].text, bases[i].text)]
        best = min(able, key=lambda i: abs(bases[i].left - space.left), default=None)
        marked = any(found[i] == ZWNJ and abs(bases[i].left - space.left) < _ASIDE * space.size for i in near)
        if best is not None and not marked and abs(bases[best].left - space.left) < _ASIDE * space.size:
            found[best] = ZWNJ if _direction(bases[best].text) == "R" else " "
    return found


def _may_part(left: str, right: str) -> bool:
    """Whether something can stand between two letters: they are not drawn as joined."""
    if _direction(left) != _direction(right):
        return False
    return (not _FORMS.match(left) or _starts(left)) and (not _FORMS.match(right) or _ends(right) or _one_sided(right))


def _one_sided(cell: str) -> bool:
    return unicodedata.normalize("NFKC", cell[0])[-1] in _RIGHT_JOINING


def _distance(base: Glyph, middle: float) -> float:
    if not base.text[-1].isalpha():
        return 1e6
    return 0.0 if base.left <= middle <= base.right else min(abs(base.left - middle), abs(base.right - middle))


def _order(mark: str) -> int:
    return 0 if unicodedata.normalize("NFKC", mark)[-1:] == "\u0651" else 1


def _is_mark(text: str) -> bool:
    return bool(text) and all(unicodedata.category(one) == "Mn" for one in text)


def _gap(before: Glyph, after: Glyph) -> bool:
    return after.left - before.right > _SPACE_SHARE * max(before.size, after.size)


def _starts(cell: str) -> bool:
    """Whether a letter has the form it takes at the beginning of a word, or alone."""
    return bool(_FORMS.match(cell)) and unicodedata.decomposition(cell[0]).startswith(("<initial>", "<isolated>"))


def _ends(cell: str) -> bool:
    """Whether a letter that joins on both sides has the form it takes at the end of a word."""
    if not _FORMS.match(cell) or not unicodedata.decomposition(cell[0]).startswith(("<final>", "<isolated>")):
        return False
    return not _one_sided(cell)


def _direction(cell: str) -> str:
    """ "R", "L", "N" for numbers, "" for signs that take the direction of what is around them."""
    for character in cell:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return "R"
        if kind == "L":
            return "L"
        if kind in ("EN", "AN"):
            return "N"
    return ""


def _base(cells: Sequence[str]) -> str:
    right = sum(_direction(cell) == "R" for cell in cells)
    return "R" if right >= sum(_direction(cell) == "L" for cell in cells) else "L"


def _logical(cells: Sequence[str], turned: bool) -> list[str]:
    """Undoes the visual order: runs against the base direction are turned round, then the line as a whole."""
    if _base(cells) == "L":
        return _turn_runs(list(cells), "R", turned)
    return _turn_runs(list(reversed(cells)), "L", turned)


def _turn_runs(cells: list[str], against: str, turned: bool) -> list[str]:
    """Turns each run of the direction `against` round; signs inside a run go with it, those at its ends do not."""
    kinds = [_direction(cell) for cell in cells]
    in_run = [False] * len(cells)
    start: int | None = None
    last = -1
    for index, kind in enumerate([*kinds, "L" if against == "R" else "R"]):
        if kind == against or (kind == "N" and (start is not None or against == "L")):
            start = index if start is None else start
            last = index
        elif kind and start is not None:
            in_run[start : last + 1] = [True] * (last + 1 - start)
            start = None
    out: list[str] = []
    index = 0
    while index < len(cells):
        end = index
        while end < len(cells) and in_run[end] == in_run[index]:
            end += 1
        run = cells[index:end]
        if not in_run[index]:
            out += [_MIRRORED.get(cell, cell) if turned and against == "L" else cell for cell in run]
        elif against == "L":
            out += _left_to_right(run)
        else:
            out += _right_to_left(run, turned)
        index = end
    return out


def _left_to_right(run: Sequence[str]) -> list[str]:
    """A run of Latin words and numbers met from its right end; numbers alone are parted by anything but a separator."""
    if any(_direction(cell) == "L" for cell in run):
        return list(reversed(run))
    pieces: list[str] = []
    for match in re.finditer(r"[\d.,:/\u066b\u066c\u00a0%٪]+|\D", "".join(run)):
        text = match.group()
        pieces.append(text[::-1] if _NUMBER.fullmatch(text[::-1].strip("%٪")) else _numbers(text))
    return pieces


def _numbers(text: str) -> str:
    return "".join(piece[::-1] if piece[:1].isdigit() else piece for piece in re.split(r"(\d+)", text))


def _right_to_left(run: Sequence[str], turned: bool) -> list[str]:
    """A run of right-to-left words in a left-to-right line; numbers in it stay as they are."""
    out: list[str] = []
    for cell in reversed(run):
        out.append(_MIRRORED.get(cell, cell) if turned else cell)
    for match in list(re.finditer(r"[\d.,:/\u066b\u066c]+", "".join(out))):
        if all(len(cell) == 1 for cell in out) and _NUMBER.fullmatch(match.group()[::-1]):
            out[match.start() : match.end()] = list(match.group()[::-1])
    return out


def _plain(text: str) -> str:
    """Presentation forms as the letters they show, spaces single, half-spaces only between letters."""
    text = _FORMS.sub(lambda match: unicodedata.normalize("NFKC", match.group()).strip(), text)
    text = re.sub(f" *{ZWNJ}[ {ZWNJ}]*", lambda match: ZWNJ if " " not in match.group() else " ", text)
    text = re.sub(f"(?<![^\\W\\d_]){ZWNJ}|{ZWNJ}(?![^\\W\\d_])", "", text)
    return re.sub(r"\s+", " ", text).strip()


def typical_size(glyphs: Sequence[Glyph]) -> float:
    """The size of most glyphs."""
    return median(glyph.size for glyph in glyphs) if glyphs else 0.0
