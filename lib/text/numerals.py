"""Digits of three kinds stand in the same corpus, sometimes in the same sentence: read them all, keep count of each."""

from __future__ import annotations

import re
import unicodedata

_ARABIC = dict.fromkeys(map(chr, range(0x660, 0x66A)), "arabic-indic")
_EXTENDED = dict.fromkeys(map(chr, range(0x6F0, 0x6FA)), "extended-arabic-indic")
_SETS = dict.fromkeys("0123456789", "ascii") | _ARABIC | _EXTENDED
_DIGIT = re.compile(r"[^\D0-9]")
_KNOWN = re.compile("[0-9\u0660-\u0669\u06f0-\u06f9]")
# Thousands are set apart by a comma of either script, the Arabic thousands mark, or a space that does not break.
_GROUPED = re.compile(r"([0-9]{1,3})(?:([,\u060c\u066c\u00a0\u202f])[0-9]{3}(?:\2[0-9]{3})*)?|[0-9]{1,18}")


def to_ascii(text: str) -> str:
    """`text` with every decimal digit of any script as 0 to 9, character for character."""
    return text if text.isascii() else _DIGIT.sub(lambda match: str(unicodedata.decimal(match.group())), text)


def digit_set(text: str) -> dict[str, int]:
    """How many digits of each kind stand in `text`: keys `ascii`, `arabic-indic`, `extended-arabic-indic`."""
    counts = {"ascii": 0, "arabic-indic": 0, "extended-arabic-indic": 0}
    for digit in _KNOWN.findall(text):
        counts[_SETS[digit]] += 1
    return counts


def parse_int(text: str) -> int | None:
    """The whole number that `text` is, in any digits, with thousands marks or without; None if it is none."""
    written = to_ascii(text.strip())
    if not _GROUPED.fullmatch(written):
        return None
    return int(re.sub(r"[^0-9]", "", written))
