"""Words for the index and questions to it: what a visitor types never reaches the syntax of the search engine."""

from __future__ import annotations

import re

from lib.text.tokens import keys, tokens

_QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb'
_PIECE = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]|(\S+)")


def index_text(text: str) -> str:
    """The folded words of `text`, joined by spaces: what is indexed."""
    return " ".join(keys(text))


def match_expression(query: str) -> str | None:
    """What a visitor typed as an FTS5 expression; None where it holds no word.

    Words are joined by AND, "quoted words" (in any quotation marks) are a phrase, a trailing * asks for a beginning.
    Everything else is folded to words and quoted, so that no operator of FTS5 can be reached.
    """
    phrases: list[str] = []
    for match in _PIECE.finditer(query):
        quoted, bare = match.groups()
        piece = bare if quoted is None else quoted
        keys = [token.key.replace('"', '""') for token in tokens(piece)]
        if keys:
            prefix = "*" if piece.rstrip().endswith("*") else ""
            phrases.append(f'"{" ".join(keys)}"{prefix}')
    return " AND ".join(phrases) or None
