"""In which scripts a text is written, letter by letter: what the language statistics and the reader are told."""

from __future__ import annotations

import functools
import unicodedata
from collections import Counter

# Python knows the names of letters but not their scripts; the first word of the name is the script.
_SCRIPTS = {
    name.upper(): name
    for name in (
        *("Arabic", "Latin", "Hebrew", "Cyrillic", "Greek", "Armenian", "Georgian", "Syriac", "Thaana", "Ethiopic"),
        *("Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala"),
        *("Thai", "Lao", "Tibetan", "Myanmar", "Khmer", "Hangul", "Hiragana", "Katakana", "Bopomofo", "Mongolian"),
    )
} | {"CJK": "Han", "NKO": "N'Ko"}
_TATWEEL = "\u0640"


@functools.cache
def script(character: str) -> str | None:
    """The script of a letter, `Other` for one not in our list, None for what is not a letter."""
    if not character.isalpha() or character == _TATWEEL:
        return None
    words = unicodedata.name(character, "").removeprefix("FULLWIDTH ").removeprefix("HALFWIDTH ").split()
    return _SCRIPTS.get(words[0], "Other") if words else "Other"


def script_counts(text: str) -> dict[str, int]:
    """How many letters of each script stand in `text`, the most frequent first; digits and signs have no script."""
    counts: Counter[str] = Counter()
    for character, n in Counter(text).items():
        name = script(character)
        if name:
            counts[name] += n
    return dict(counts.most_common())
