"""Keys of actors: readable, stable, the same for a name in any script where that can be known."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}


def slug(name: str) -> str:
    """A key from a Latin name: "Recep Tayyip Erdoğan" becomes `recep-tayyip-erdogan`."""
    plain = "".join(_LETTERS.get(character, character) for character in name.casefold())
    plain = unicodedata.normalize("NFKD", plain)
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    plain = re.sub(r"['\u2019\u02bf\u02be`.]", "", plain)
    return re.sub(r"[^\w]+", "-", plain).strip("-_")
