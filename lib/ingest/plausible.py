"""How much a decoded text looks like writing: the judge between encodings that would all "work".

Every byte means something in windows-1256, so decoding without an error proves nothing. Letters of a real text come in
the proportions of its language, words keep to one script, and no word ends in a box-drawing sign.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Letters by falling frequency, Arabic and Persian together; Hebrew; Latin with marks as French, German and Turkish use.
_ARABIC = "اليمنرتوهبدسعفكکقحیأجشصخةطزپضگذثچئغىظءإؤآژ"
_HEBREW = "יוהלאמרתבשנעםדקחפטצגןסכזךףץ"
_LATIN = "éèàêçôîûâëïüöäßñóíáúãõåøæıığşçœ’“”«»—–"
_SCORES = {
    **{letter: 2.0 - rank * 0.035 for rank, letter in enumerate(_ARABIC)},
    **{letter: 2.0 - rank * 0.04 for rank, letter in enumerate(_HEBREW)},
    **dict.fromkeys(_LATIN, 1.2),
    "\u00a0": 0.3,
    **dict.fromkeys("،؛؟\u200c\u200d\u064b\u064e\u064f\u0650\u0651\u0652ـ\u2026", 0.8),
    **{chr(digit): 0.8 for base in (0x660, 0x6F0) for digit in range(base, base + 10)},
}
_MIXED = re.compile(
    "[A-Za-z][\u0590-\u06ff]|[\u0590-\u06ff][A-Za-z]|[\u0590-\u05ff][\u0600-\u06ff]|[\u0600-\u06ff][\u0590-\u05ff]"
)
_INSIDE = re.compile(r"[^\W\d_][¡-¿×÷\u2500-\u25ff\u2020-\u2030\u20ac][^\W\d_]")
_WORDS = re.compile(
    r"(?<!\w)(?:من|في|على|إلى|عن|أن|ان|از|به|در|که|كه|این|اين|است|را|את|של|על|לא|הוא|זה|the|and|of|de|la|le|les|und|der|die|ve|bir)(?!\w)"
)
_FINAL_INSIDE = re.compile("[ىةאךםןףץ](?=[\u0590-\u06ff])|ء[\u0627-\u063a]")


@cache
def _letter(character: str) -> float:
    if character in _SCORES:
        return _SCORES[character]
    category = unicodedata.category(character)
    if category in ("Cc", "Cn", "Co", "Cs"):
        return -6.0
    if character == "\ufffd":
        return -6.0
    return 0.2 if category[0] in "LMN" else -0.6


def plausibility(text: str) -> float:
    """Points per non-ASCII character, above 1 for real Arabic, Persian or Hebrew, below 0 for a wrong guess."""
    foreign = [character for character in text if character > "\x7f"]
    if not foreign:
        return 0.0
    points = sum(map(_letter, foreign))
    points -= 3.0 * (len(_MIXED.findall(text)) + len(_INSIDE.findall(text)) + len(_FINAL_INSIDE.findall(text)))
    points += 3.0 * len(_WORDS.findall(text))
    return points / len(foreign)
