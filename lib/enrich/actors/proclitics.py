"""Particles that Arabic and Hebrew write together with the next word: «وإيران», «للسعودية», «בישראל».

A word is looked up whole first: «لبنان» must not be read as «ل» + «بنان».
"""

from __future__ import annotations

import functools
import unicodedata

_ARABIC = ("و", "ف", "ب", "ل", "ک", "وب", "ول", "وک", "فب", "فل", "فک")
_WITH_ARTICLE = (("لل", "ال"), ("ولل", "ال"), ("فلل", "ال"))
_HEBREW = ("ו", "ה", "ב", "ל", "מ", "ש", "כ", "וה", "וב", "ול", "ומ", "וש", "שב", "של", "מה", "שה")
SHORTEST = 3
PARTICLES = (*_ARABIC, "لل", *_HEBREW)
PEELING = frozenset(("ar", "arz", "ary", "arq", "acm", "apc", "he", "und"))


@functools.lru_cache(maxsize=1 << 16)
def peeled(key: str) -> tuple[tuple[int, str], ...]:
    """Readings of a word without its particles, fewest letters first: the letters taken off, and what to look up."""
    if len(key) <= SHORTEST:
        return ()
    script = unicodedata.name(key[0], "")
    if script.startswith("HEBREW"):
        return tuple((len(p), key[len(p) :]) for p in _HEBREW if key.startswith(p) and len(key) - len(p) >= SHORTEST)
    if not script.startswith("ARABIC"):
        return ()
    readings = [(len(p), key[len(p) :]) for p in _ARABIC if key.startswith(p) and len(key) - len(p) >= SHORTEST]
    for particle, article in _WITH_ARTICLE:
        if key.startswith(particle) and len(key) - len(particle) >= SHORTEST:
            readings.append((len(particle), article + key[len(particle) :]))
    return tuple(sorted(readings))
