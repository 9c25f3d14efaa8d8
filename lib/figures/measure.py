"""How wide a text will be, so that margins, wrapping and shortening are decided before any browser sees the figure.

Plotly can make room by itself only for what it draws last, and it clips what it cannot. Widths come from the fonts that
we ship, with Arabic letters in the form their neighbours give them. They stand in widths.json, because reading fonts
takes longer than drawing a chart; `python -m lib.figures.measure` writes it anew.
"""

from __future__ import annotations

import functools
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lib.settings import ROOT

STATIC = ROOT / "static"
TABLE = Path(__file__).with_name("widths.json")
WEIGHTS = (400, 700)
FACES = ("noto-sans-hebrew-hebrew", "vazirmatn-arabic", "vazirmatn-latin-ext", "vazirmatn-latin")
_FORMS = ("init", "medi", "fina")
_UNKNOWN = 0.6  # em; a letter of a font that we do not ship
_WIDE = 1.0
_JOINERS = "\u200c\u200d"
ELLIPSIS = "…"


@dataclass(frozen=True)
class _Widths:
    """Advance per character in em, and per joined form ("init" …) where the font has one."""

    alone: Mapping[int, float]
    forms: Mapping[str, Mapping[int, float]]


@functools.cache
def _widths(weight: int) -> _Widths:
    alone, forms = json.loads(TABLE.read_text("ascii"))[f"{weight}"]
    return _Widths(_by_code(alone), {form: _by_code(found) for form, found in forms.items()})


def _by_code(written: dict[str, float]) -> dict[int, float]:
    return {int(code): em for code, em in written.items()}


def measured(weight: int) -> tuple[dict[int, float], dict[str, dict[int, float]]]:
    """What the table says of a weight, read from the fonts: em per character, and per form and character."""
    from fontTools.ttLib import TTFont

    alone: dict[int, float] = {}
    forms: dict[str, dict[int, float]] = {form: {} for form in _FORMS}
    for face in FACES:
        with TTFont(STATIC / f"{face}-{weight}-normal.woff2") as font:
            em, advances, letters = font["head"].unitsPerEm, font["hmtx"], font.getBestCmap()
            alone |= {code: advances[glyph][0] / em for code, glyph in letters.items()}
            for form in _FORMS:
                swaps = _swaps(font, form)
                forms[form] |= {c: advances[swaps[g]][0] / em for c, g in letters.items() if g in swaps}
    return alone, forms


def _swaps(font: object, feature: str) -> dict[str, str]:
    """Glyph by glyph, what a simple OpenType feature of `font` puts instead."""
    if "GSUB" not in font:  # type: ignore[operator]
        return {}
    table = font["GSUB"].table  # type: ignore[index]
    lookups = {n for each in table.FeatureList.FeatureRecord if each.FeatureTag == feature
               for n in each.Feature.LookupListIndex}  # fmt: skip
    swaps: dict[str, str] = {}
    for subtable in (s for n in sorted(lookups) for s in table.LookupList.Lookup[n].SubTable):
        swaps |= getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
    return swaps


@functools.lru_cache(maxsize=20_000)
def _em(text: str, weight: int) -> float:
    """Width of `text` in em."""
    widths = _widths(weight)
    opens, closes = widths.forms["init"], widths.forms["fina"]
    shown = [c for c in text if c == "\u200d" or (unicodedata.category(c) not in ("Mn", "Me", "Cf") or c == "\u200c")]
    total = 0.0
    for at, character in enumerate(shown):
        code = ord(character)
        before = at > 0 and (ord(shown[at - 1]) in opens or shown[at - 1] == "\u0640") and code in closes
        after = at + 1 < len(shown) and code in opens and ord(shown[at + 1]) in closes
        form = "medi" if before and after else "fina" if before else "init" if after else ""
        total += widths.forms.get(form, {}).get(code) or _single(code, character, widths)
    return total


def _single(code: int, character: str, widths: _Widths) -> float:
    if character in _JOINERS or unicodedata.category(character) == "Cc":
        return 0.0
    if code in widths.alone:
        return widths.alone[code]
    return _WIDE if unicodedata.east_asian_width(character) in "WF" or code > 0x1F000 else _UNKNOWN


def width(text: str, size: float, bold: bool = False) -> float:
    """Pixels that one line of `text` takes at `size` pixels per em."""
    return _em(text, 700 if bold else 400) * size


def graphemes(text: str) -> list[str]:
    """`text` in pieces that may be parted: marks, joiners and flags stay with the letter they belong to."""
    pieces: list[str] = []
    for character in text:
        if pieces and _belongs(character, pieces[-1]):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _belongs(character: str, before: str) -> bool:
    if unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf") or "\U0001f3fb" <= character <= "\U0001f3ff":
        return True
    flag = "\U0001f1e6" <= character <= "\U0001f1ff"
    return before.endswith("\u200d") or (flag and len(before) == 1 and "\U0001f1e6" <= before <= "\U0001f1ff")


def shorten(text: str, room: float, size: float, bold: bool = False) -> str:
    """`text` on one line within `room` pixels, cut between letters and marked with an ellipsis where it is too long."""
    text = " ".join(text.split())
    if width(text, size, bold) <= room:
        return text
    pieces = graphemes(text)
    low, high = 0, len(pieces)
    while low < high:  # the longest beginning that fits
        middle = (low + high + 1) // 2
        fits = width("".join(pieces[:middle]) + ELLIPSIS, size, bold) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return "".join(pieces[:low]).rstrip(" \u200c\u200d،,؛;:-") + ELLIPSIS


def wrap(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """`text` in lines of at most `room` pixels, broken between words, and inside a word only where it is too long."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while width(line, size, bold) > room and len(graphemes(line)) > 1:
            head = shorten(line, room, size, bold).removesuffix(ELLIPSIS) or graphemes(line)[0]
            lines.append(head)
            line = line[len(head) :]
    return [*lines, line] if line else lines


if __name__ == "__main__":
    TABLE.write_text(json.dumps({f"{weight}": measured(weight) for weight in WEIGHTS}) + "\n", "ascii")
