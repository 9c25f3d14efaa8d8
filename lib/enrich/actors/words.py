"""Words as the matcher sees them: search keys with their places, without the endings that are glued to names."""

from __future__ import annotations

from lib.text.tokens import Token, tokens

_ENDINGS = frozenset(("را", "اش", "شان", "ی"))
_SUFFIXING = frozenset(("tr", "az", "kmr", "uz"))
_SPACING = frozenset(" \t\u00a0\u200c\u200d\u200e\u200f\u061c\u202f-\u2010\u2011.")


def word_set(text: str) -> frozenset[str]:
    """The search keys of the words of a constant, so that lists of words can be written as text."""
    return frozenset(token.key for token in tokens(text))


def words_of(text: str, language: str) -> list[Token]:
    """The words of `text`; "Iran's", «سوریه‌ی» and, in Turkish, "İran'ın" end before what is glued to them."""
    found: list[Token] = []
    for token in tokens(text):
        key, start, end = token
        if end - start != len(key):
            found.append(_without_suffix(token, text))
        elif "'" in key or "\u2019" in key:
            found.append(_without_ending(token, language))
        else:
            found.append(token)
    return found


def _without_ending(token: Token, language: str) -> Token:
    mark = max(token.key.rfind("'"), token.key.rfind("\u2019"))
    ending = token.key[mark + 1 :]
    if mark > 1 and (ending == "s" or language in _SUFFIXING):
        return Token(token.key[:mark], token.start, token.end - len(ending) - 1)
    return token


def _without_suffix(token: Token, text: str) -> Token:
    head, mark, ending = text[token.start : token.end].rpartition("\u200c")
    first = next(tokens(head), None) if mark and ending in _ENDINGS else None
    return Token(first.key, token.start, token.start + len(head)) if first else token


def name_words(name: str) -> tuple[str, ...]:
    """The keys of a name's words; a half-space counts as a space here, the tree joins them again."""
    return tuple(token.key for token in tokens(name.replace("\u200c", " ")))


def adjacent(text: str, end: int, start: int) -> bool:
    """Whether two words belong to one name: only spaces, a hyphen or a dot of initials between them, on one line."""
    return end == start or (start - end <= 3 and all(character in _SPACING for character in text[end:start]))
