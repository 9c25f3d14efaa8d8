"""Whether a spelling counts where it stands: capitals, languages, and the words around it.

«مالی» is a country after «در», and "financial" nearly everywhere else; "US" is a state, "us" is not.
"""

from __future__ import annotations

from collections.abc import Set

from lib.enrich.actors.lexicon import Entry
from lib.enrich.actors.passage import Passage
from lib.enrich.actors.titles import NOT_AFTER, NOT_BEFORE

NEAR = 6
_LINE = 60
_QUOTES = "\"'«»“”„‘’‹›()"


def allowed(entry: Entry, passage: Passage, words: tuple[int, int], states: Set[str]) -> bool:
    """Whether `entry` may stand for the words words[0]:words[1]; `states` are the names of states, for guards."""
    if entry.languages is not None and passage.language not in entry.languages:
        return False
    if entry.but is not None and passage.language in entry.but:
        return False
    if entry.case != "any" and not _case_fits(entry, passage, words):
        return False
    if entry.office:
        return _in_office(passage.keys, words)
    guard = entry.guard
    if guard is None:
        return True
    if any(_met(condition, passage, words, states) for condition in guard.unless):
        return False
    return not guard.needs or any(_met(condition, passage, words, states) for condition in guard.needs)


def _case_fits(entry: Entry, passage: Passage, words: tuple[int, int]) -> bool:
    start, end, text = passage.starts[words[0]], passage.ends[words[1] - 1], passage.text
    surface = text[start:end]
    if entry.case == "first":
        return next((character for character in surface if character.isalpha()), "").isupper()
    if not all(character.isupper() for character in surface if character.isalpha()):
        return False
    around = text[max(0, start - _LINE) : start] + text[end : end + _LINE]
    return not around.isupper()


def _in_office(keys: list[str], words: tuple[int, int]) -> bool:
    """Whether a title is not that of a former, deputy or future one."""
    first, after = words
    return not (first and keys[first - 1] in NOT_BEFORE) and not (after < len(keys) and keys[after] in NOT_AFTER)


def _met(condition: str, passage: Passage, words: tuple[int, int], states: Set[str]) -> bool:
    """`<w`: w stands right before; `>w`: right after; `w`: within six words; `w*`: begins so.

    `«`: the name stands in quotation marks or brackets; `>@state`: the name of a state follows.
    """
    first, after = words
    keys = passage.keys
    if condition == "«":
        return _quoted(passage, first, after)
    if condition[0] == "<":
        return first > 0 and _same(condition[1:], keys[first - 1])
    if condition == ">@state":
        return after < len(keys) and keys[after] in states
    if condition[0] == ">":
        return after < len(keys) and _same(condition[1:], keys[after])
    return any(_same(condition, key) for key in keys[max(0, first - NEAR) : first] + keys[after : after + NEAR])


def _quoted(passage: Passage, first: int, after: int) -> bool:
    before = passage.text[: passage.starts[first]][-1:]
    behind = passage.text[passage.ends[after - 1] :][:1]
    return bool(before) and bool(behind) and before in _QUOTES and behind in _QUOTES


def _same(condition: str, key: str) -> bool:
    return key.startswith(condition[:-1]) if condition.endswith("*") else key == condition
