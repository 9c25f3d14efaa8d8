"""Keys of actors: readable and stable.

A name on no list is its own key, folded, so that Persian and Arabic spellings agree. Latin and Arabic letters are not
joined by sound here: «حسن» and «حسین» would become one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

FOUND = "found-"
_LETTERS = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}


def slug(name: str) -> str:
    """A key from a Latin name: "Recep Tayyip Erdoğan" becomes `recep-tayyip-erdogan`."""
    plain = "".join(_LETTERS.get(character, character) for character in name.casefold())
    plain = unicodedata.normalize("NFKD", plain)
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    plain = re.sub(r"['\u2019\u02bf\u02be`.]", "", plain)
    return re.sub(r"[^\w]+", "-", plain).strip("-_")


def found_key(words: Iterable[str]) -> str:
    """The key of a name on no list, from its folded words."""
    return FOUND + "-".join(words).replace("'", "").replace("\u2019", "")
