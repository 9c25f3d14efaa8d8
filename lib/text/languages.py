"""Which scripts and directions languages have: the one table that every layer asks."""

from __future__ import annotations

import functools
import unicodedata
from typing import Literal

from babel import Locale

Direction = Literal["rtl", "ltr"]

RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "arz", "azb", "bal", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "mzn", "nqo"}
    | {"pnb", "prs", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi"}
)


@functools.cache
def _named() -> dict[str, str]:
    """Code of every language by its name in English, in small letters, and by some names of our readers' own."""
    names = {name.lower(): code for code, name in Locale("en").languages.items() if "_" not in code}
    own = {"fa": "farsi|فارسی|الفارسية|dari|persian (farsi)", "ar": "عربی|العربية|عربي", "en": "انگلیسی|الإنجليزية",
           "ckb": "sorani|sorani kurdish", "zh": "chinese (simplified)|chinese (traditional)"}  # fmt: skip
    return names | {name: code for code, names_ in own.items() for name in names_.split("|")}


def by_name(name: str) -> str | None:
    """The code of a language that is called by its name (`Persian`, `فارسی`); None where it is not known."""
    return _named().get(name.strip().lower())


def primary(language: str | None) -> str:
    """`fa-IR` is `fa`; None and the empty string are `und`."""
    return (language or "und").replace("_", "-").split("-")[0].lower() or "und"


def direction(language: str | None) -> Direction:
    """The direction a language is written in, left to right when it is not known."""
    return "rtl" if primary(language) in RIGHT_TO_LEFT else "ltr"


def strong(text: str) -> tuple[int, int]:
    """Numbers of right-to-left and of left-to-right letters in `text` (bidi classes R and AL, and L)."""
    right = left = 0
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            right += 1
        elif kind == "L":
            left += 1
    return right, left


def base_direction(text: str, language: str | None = None) -> Direction:
    """Base direction of a piece of text: its language decides, else the majority of strong characters.

    A paragraph without one right-to-left letter inside a right-to-left document reads left to right; one without any
    letter follows its document. First-strong is never used: «G7 — مجموعة السبع» would come out wrong.
    """
    right, left = strong(text)
    if direction(language) == "rtl":
        return "rtl" if right or not left else "ltr"
    if primary(language) != "und" and not right:
        return "ltr"
    return "rtl" if right and right >= left else "ltr"
