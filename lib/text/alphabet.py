"""The order of letters for lists of titles: code points put پ چ ژ گ, and even ک and ی, after all other letters.

One table serves Arabic, Persian, Urdu and Sorani, since one list may hold them all. It is given as two strings for the
`translate` that every engine has, so that long lists can be sorted where they lie.
"""

from __future__ import annotations

_ORDER = (
    *("اآأإٱ", "ب", "پ", "ت", "ٹ", "ث", "ج", "چ", "ح", "خ", "د", "ڈ", "ذ", "ر", "ڑ", "ڕ", "ز", "ژ", "س", "ش", "ص", "ض"),
    *("ط", "ظ", "ع", "غ", "ف", "ڤ", "ق", "کك", "گ", "ل", "ڵ", "م", "نں", "وؤ", "ۆ", "هةەھہۀ", "یيىئ", "ێ", "ے"),
)
_IGNORED = "«»‹›\"“”„'‘’()[]{}<>…-–—ـء\u200c\u200d\u200e\u200f\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
_FIRST = 0x621

FROM = "".join(_ORDER) + _IGNORED
TO = "".join(chr(_FIRST + rank) * len(letters) for rank, letters in enumerate(_ORDER))
_TABLE = str.maketrans(FROM[: len(TO)], TO, _IGNORED)


def sort_key(text: str) -> str:
    """A string that sorts as readers of these scripts expect; letters of other scripts only become lower case."""
    return text.lower().translate(_TABLE).strip()
