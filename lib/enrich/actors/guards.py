"""Whether a spelling counts where it stands: capitals, languages, and the words around it.

«مالی» is a country after «در», and "financial" nearly everywhere else; "US" is a state, "us" is not.
"""

from __future__ import annotations

from lib.enrich.actors.lexicon import Entry
from lib.enrich.actors.passage import Passage

NEAR = 6
_LINE = 60


def allowed(entry: Entry, passage: Passage, words: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether `entry` may stand for words[0]:words[1], the characters span[0]:span[1]."""
    if entry.languages is not None and passage.language not in entry.languages:
        return False
    if entry.case != "any" and not _case_fits(entry, passage.text, span):
        return False
    guard = entry.guard
    if guard is None:
        return True
    if guard.unless and _meets(guard.unless, passage, words):
        return False
    return not guard.needs or _meets(guard.needs, passage, words)


def _case_fits(entry: Entry, text: str, span: tuple[int, int]) -> bool:
    surface = text[span[0] : span[1]]
    first = next((character for character in surface if character.isalpha()), "")
    if entry.case == "first":
        return first.isupper()
    if not all(character.isupper() for character in surface if character.isalpha()):
        return False
    around = text[max(0, span[0] - _LINE) : span[0]] + text[span[1] : span[1] + _LINE]
    letters = [character for character in around if character.isalpha()]
    return not letters or any(character.islower() or not character.isupper() for character in letters)


def _meets(conditions: tuple[str, ...], passage: Passage, words: tuple[int, int]) -> bool:
    """`<w`: w stands right before; `>w`: right after; `w*`: a word that begins so is near; `w`: w is near."""
    keys = passage.words
    before = [token.key for token in keys[max(0, words[0] - NEAR) : words[0]]]
    after = [token.key for token in keys[words[1] : words[1] + NEAR]]
    near = before + after
    for condition in conditions:
        if condition[0] == "<":
            if before and _same(condition[1:], before[-1]):
                return True
        elif condition[0] == ">":
            if after and _same(condition[1:], after[0]):
                return True
        elif any(_same(condition, key) for key in near):
            return True
    return False


def _same(condition: str, key: str) -> bool:
    return key.startswith(condition[:-1]) if condition.endswith("*") else key == condition
