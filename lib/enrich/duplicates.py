"""Articles that repeat another one word for word: scrapers meet the same page twice, and counts must not."""

from __future__ import annotations

import hashlib

import pandas as pd

from lib.text.tokens import tokens

# From this length on an equal body is the same article, whatever headline stands above it.
_LONG = 60


def digest(title: str | None, text: str) -> str | None:
    """A key that repeats share: hex of the folded words. None where there is no word.

    Letters of another keyboard, half-spaces, vowel marks, digits of another set and punctuation make no difference. A
    short body counts together with its headline.
    """
    words = [token.key for token in tokens(text)]
    if len(words) < _LONG:
        words = [token.key for token in tokens(title or "")] + ["\n", *words]
    if len(words) < 2:
        return None
    return hashlib.blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def duplicate_of(frame: pd.DataFrame) -> pd.Series:
    """For each row the `id` of the first row, in corpus order, that it repeats; None where it repeats none.

    Columns: id, and either `digest` (see above) or title and text.
    """
    if "digest" in frame.columns:
        keys = frame["digest"].astype(object)
    else:
        pairs = zip(frame["title"], frame["text"], strict=True)
        keys = pd.Series([digest(None if pd.isna(a) else a, b) for a, b in pairs], frame.index, object)
    first: dict[str, object] = {}
    found: list[object] = []
    for id, key in zip(frame["id"], keys, strict=True):
        if key is None or pd.isna(key):
            found.append(None)
        else:
            original = first.setdefault(key, id)
            found.append(None if original == id else original)
    return pd.Series(found, frame.index, object, name="duplicate_of")
