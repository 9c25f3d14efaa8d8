"""The names as a tree of words, so that one walk over a text finds the longest name at every place.

A name is stored by its words, with shortcuts for words written together: «حزب الله», «حزب‌الله» and «حزبالله» reach the
same node, however half-spaces were lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from lib.enrich.actors.words import name_words

Case = Literal["any", "first", "exact"]

LONGEST_JOIN = 4


@dataclass(frozen=True, slots=True)
class Guard:
    """Context that decides about a spelling: `needs` one of these words, `unless` none; see actor_guards.csv."""

    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class Entry(NamedTuple):
    """One spelling of one actor.

    `anchored`: it counts only where the actor's full name stands in the same document. `languages`: only in these;
    `but`: in all but these (a Persian spelling is no Arabic one: «رقه» is Raqqa, «رقة» is tenderness). `own`: the
    user's. `office`: the key is an office, not an actor; of its words the first `lead` and the last `trail` are the
    name of a state.
    """

    alias: str
    key: str
    anchored: bool = False
    guard: Guard | None = None
    languages: frozenset[str] | None = None
    but: frozenset[str] | None = None
    case: Case = "any"
    office: bool = False
    lead: int = 0
    trail: int = 0
    own: bool = False


class Node(dict[str, "Node"]):
    """A place in the tree: the words that may follow, and the entries that end here."""

    __slots__ = ("entries",)

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []


def case_of(alias: str) -> Case:
    """How strictly Latin letters must agree: acronyms exactly, names with their first capital, the rest not at all."""
    if not alias.isascii() and alias == alias.lower():  # nearly every name in a script without capitals
        return "any"
    letters = [character for character in alias if character.isalpha()]
    if not letters or not letters[0].isupper():
        return "any"
    return "exact" if len(letters) <= 6 and all(map(str.isupper, letters)) else "first"


@dataclass
class Lexicon:
    """A tree of names for the documents of one language."""

    root: Node = field(default_factory=Node)
    states: set[str] = field(default_factory=set)
    starts: dict[str, dict[str, tuple[tuple[int, Node], ...]]] = field(default_factory=dict)
    shared: list[Node] = field(default_factory=list)

    def add(self, entry: Entry, words: tuple[str, ...] | None = None) -> None:
        """Store a spelling under its `words` (see `name_words`) and every way to write neighbouring ones together."""
        words = name_words(entry.alias) if words is None else words
        if not words:
            return
        path = [node := self.root]
        for word in words:
            following = node.get(word)
            if following is None:
                following = node[word] = Node()
            path.append(node := following)
        for start in range(len(words) - 1):
            joined, before = words[start], path[start]
            for end in range(start + 1, min(start + LONGEST_JOIN, len(words))):
                joined += words[end]
                if joined not in before and joined.isalpha():
                    before[joined] = path[end + 1]
        if not node.entries:
            node.entries.append(entry)
        elif entry not in node.entries:
            node.entries.append(entry)
            if len(node.entries) == 2:
                self.shared.append(node)

    def settle(self) -> None:
        """Put the user's entries first, then those that ask for a context before those that hold anywhere, at the end
        of all."""
        for node in self.shared:
            node.entries.sort(key=lambda entry: (not entry.own, entry.office, entry.guard is None, entry.anchored))
