"""Our fonts as data URIs, for pictures that must look the same wherever they are opened.

The page that draws pictures gets the whole fonts; an SVG carries just the letters it uses.
"""

from __future__ import annotations

import base64
import functools
import io
from collections.abc import Iterable

from lib.figures.measure import FACES, STATIC
from lib.text.bidi import CONTROLS

FAMILIES = {"noto-sans-hebrew-hebrew": "Noto Sans Hebrew"}
CLAIMS = tuple(reversed(FACES))  # all files have a space and some have a few Latin letters that are not their own
WEIGHTS = (400, 700)
_CONTROLS = frozenset(map(ord, CONTROLS))  # drawn by no font
_FEATURES = ("init", "medi", "fina", "isol", "rlig", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "kern")


def page_css() -> str:
    """`@font-face` rules with all of our fonts."""
    return "".join(_rule(face, weight, _file(face, weight), _letters(face)) for face in FACES for weight in WEIGHTS)


def used_css(text: str) -> str:
    """`@font-face` rules with the letters of `text` only, in every weight; nothing for fonts without any of them."""
    used = frozenset(map(ord, text))
    rules = []
    for face in FACES:
        mine = _letters(face) & used
        if mine:
            rules += [_rule(face, weight, _subset(face, weight, mine), mine) for weight in WEIGHTS]
    return "".join(rules)


def _rule(face: str, weight: int, data: bytes, letters: Iterable[int]) -> str:
    family, encoded = FAMILIES.get(face, "Vazirmatn"), base64.b64encode(data).decode()
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weight};src:url(data:font/woff2;base64,{encoded})"
        f" format('woff2');unicode-range:{_ranges(letters)}}}"
    )


def _ranges(letters: Iterable[int]) -> str:
    """CSS ranges of code points; without them a browser would take Latin letters from the Arabic file."""
    parts: list[list[int]] = []
    for code in sorted(letters):
        if parts and code == parts[-1][1] + 1:
            parts[-1][1] = code
        else:
            parts.append([code, code])
    return ",".join(f"U+{low:X}" if low == high else f"U+{low:X}-{high:X}" for low, high in parts)


@functools.cache
def _file(face: str, weight: int) -> bytes:
    return (STATIC / f"{face}-{weight}-normal.woff2").read_bytes()


@functools.cache
def _letters(face: str) -> frozenset[int]:
    """The code points that a file is to be used for: what it has and none with a better claim has."""
    from fontTools.ttLib import TTFont  # slow to import, and few visits ask for a picture

    with TTFont(io.BytesIO(_file(face, 400))) as font:
        codes = frozenset(code for code in font.getBestCmap() if code >= 0x20 and code not in _CONTROLS)
    better = CLAIMS[: CLAIMS.index(face)]
    return codes.difference(*map(_letters, better))


@functools.lru_cache(maxsize=64)
def _subset(face: str, weight: int, letters: frozenset[int]) -> bytes:
    """The font with the glyphs that `letters` need in every joined form."""
    from fontTools import subset

    options = subset.Options(flavor="woff2", layout_features=list(_FEATURES), hinting=False, name_IDs=[0, 1, 2, 13, 14])
    with subset.load_font(io.BytesIO(_file(face, weight)), options) as font:
        worker = subset.Subsetter(options)
        worker.populate(unicodes=letters)
        worker.subset(font)
        out = io.BytesIO()
        subset.save_font(font, out, options)
    return out.getvalue()
