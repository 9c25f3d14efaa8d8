"""Right-to-left text for what neither joins letters nor reorders them: a plain terminal, Pillow without Raqm.

Browsers do both by themselves and show this module's work back to front, so it is for those places alone, and the only
one that knows arabic-reshaper and python-bidi. Both have gaps that are filled here: python-bidi mirrors no brackets,
arabic-reshaper fails on a zero-width joiner, and neither puts vowel marks after the letter they stand on.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

import arabic_reshaper
import bidi

from lib.text.bidi import strip
from lib.text.languages import Direction, base_direction

_TABLE = Path(__file__).parent.parent / "data" / "bidi_mirroring.txt"
_OPTIONS = {"delete_harakat": False, "ARABIC LIGATURE ALLAH": False}
_WORD = re.compile(r"\S+")
_JOINER = "\u200d"
# A variation selector that no writing uses: it takes the direction of the character before it, and so tells, by the
# side on which it comes out, whether that character was turned round.
_MARKER = "\U000e01ef"
_MARKS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
_MARKS += "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff"
_MARKED = re.compile(rf"([{_MARKS}]+)([^{_MARKS}\s])")


def visual(text: str, base: Direction | None = None) -> str:
    """`text` as it should stand from left to right, each line for itself; `base` else as its letters ask."""
    return "\n".join(_line(line, base) for line in text.split("\n"))


def shape(text: str) -> str:
    """`text` with Arabic letters in their joined forms; letters that have none in Unicode stay as they are."""
    return _WORD.sub(lambda match: _shaper(_JOINER not in match.group()).reshape(match.group()), text)


def reorder(text: str, base: Direction | None = None) -> str:
    """One line in visual order with mirrored brackets (rules L2 and L4); without `base`, its first letter decides."""
    mirrors, sides = _mirrors()
    marked = "".join(c + _MARKER if c in mirrors else c for c in text.replace(_MARKER, ""))
    ordered = bidi.get_display(marked, base_dir={"ltr": "L", "rtl": "R"}[base] if base else None)
    turned = sides.sub(lambda match: mirrors[match[1]] if match[1] else match[2], ordered)
    return turned.replace(_MARKER, "")


def _line(line: str, base: Direction | None) -> str:
    """One line shaped and reordered, each mark after its letter (rule L3), without controls that are spent now."""
    ordered = reorder(shape(line), base or base_direction(strip(line)))
    return strip(_MARKED.sub(lambda match: match[2] + match[1][::-1], ordered))


@functools.cache
def _shaper(ligatures: bool) -> arabic_reshaper.ArabicReshaper:
    # It looks for ligatures in a text that still has the joiners it has already taken out of its own copy.
    return arabic_reshaper.ArabicReshaper({**_OPTIONS, "support_ligatures": ligatures})


@functools.cache
def _mirrors() -> tuple[dict[str, str], re.Pattern[str]]:
    """Mirror images, and a pattern for a mirrored character with the marker before it (turned) or after it."""
    rows = (line.split(";") for line in _TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    mirrors = {chr(int(one, 16)): chr(int(other, 16)) for one, other in rows}
    either = "[" + re.escape("".join(mirrors)) + "]"
    return mirrors, re.compile(f"{_MARKER}({either})|({either}){_MARKER}")
