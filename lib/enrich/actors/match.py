"""Finding listed names in a text: the longest name at every word, the whole word before its particles are peeled."""

from __future__ import annotations

from dataclasses import dataclass

from lib.enrich.actors.guards import allowed
from lib.enrich.actors.lexicon import Entry, Lexicon, Node
from lib.enrich.actors.passage import Passage
from lib.enrich.actors.proclitics import PEELING, peeled
from lib.text.fold import fold_with_map

_CACHE = 50_000


@dataclass(frozen=True, slots=True)
class Hit:
    """A listed name: its first word and the one after its last, its span, and the entries it may mean, best first.

    `whole` is the place of a title with the name of its state, which is a hit of its own.
    """

    first: int
    after: int
    start: int
    end: int
    entries: tuple[Entry, ...]
    whole: tuple[int, int] = (0, 0)


def hits(passage: Passage, lexicon: Lexicon) -> list[Hit]:
    """All names of the lexicon in the passage, in order, none overlapping another."""
    found: list[Hit] = []
    keys, starts = passage.keys, lexicon.starts.setdefault(passage.language, {})
    index, count = 0, len(keys)
    while index < count:
        key = keys[index]
        nodes = starts.get(key)
        if nodes is None:
            nodes = _starts(key, passage.language, lexicon)
        hit = _best(passage, index, nodes, lexicon) if nodes else None
        if hit is None:
            index += 1
            continue
        if hit.entries[0].office:
            if hit.entries[0].lead and (state := _best(passage, index, nodes, lexicon, hit.entries[0].lead)):
                found.append(state)
            hit = _title(passage, hit)
        found.append(hit)
        index = hit.after
    return found


def _title(passage: Passage, hit: Hit) -> Hit:
    """The words of the office alone: those of the state are a name of their own."""
    entry = hit.entries[0]
    first, after = hit.first + entry.lead, hit.after - entry.trail
    start = passage.starts[first] if entry.lead else hit.start
    return Hit(first, after, start, passage.ends[after - 1], hit.entries, (hit.first, hit.after))


def _starts(key: str, language: str, lexicon: Lexicon) -> tuple[tuple[int, Node], ...]:
    """The nodes where a name may begin with this word, and the letters peeled for each; remembered per key."""
    nodes: list[tuple[int, Node]] = []
    whole = lexicon.root.get(key)
    if whole is not None:
        nodes.append((0, whole))
    if language in PEELING:
        for letters, rest in peeled(key):
            node = lexicon.root.get(rest)
            if node is not None:
                nodes.append((letters, node))
    known = lexicon.starts[language]
    if len(known) > _CACHE:
        known.clear()
    known[key] = tuple(nodes)
    return known[key]


def _best(
    passage: Passage, index: int, nodes: tuple[tuple[int, Node], ...], lexicon: Lexicon, only: int = 0
) -> Hit | None:
    """The longest name at this word that is allowed here; with `only`, a name of so many words that is no office."""
    for letters, node in nodes:
        for after, reached in reversed(_walk(passage, index, node)):
            span = (index, after)
            if only and after - index != only:
                continue
            entries = tuple(entry for entry in reached.entries if allowed(entry, passage, span, lexicon.states))
            if only:
                entries = tuple(entry for entry in entries if not entry.office)
            if entries:
                start = start_of(passage, index, letters)
                return Hit(index, after, start, with_dot(passage.text, start, passage.ends[after - 1]), entries)
    return None


def _walk(passage: Passage, index: int, node: Node) -> list[tuple[int, Node]]:
    """Every place where a name that begins at word `index` may end: the next word and the node, shortest first."""
    ends = [(index + 1, node)] if node.entries else []
    while node and index + 1 < len(passage.keys):
        step = node.get(passage.keys[index + 1])
        if step is None or not (passage.follows(index + 1) or _possessive(passage, index)):
            break
        index += 1
        node = step
        if node.entries:
            ends.append((index + 1, node))
    return ends


def _possessive(passage: Passage, index: int) -> bool:
    """ "Iran's foreign minister" is a title like "Iranian foreign minister"."""
    return passage.text[passage.ends[index] : passage.starts[index + 1]] in ("'s ", "\u2019s ")


def start_of(passage: Passage, index: int, letters: int) -> int:
    """Where the name begins in its first word; «لل» stays with it, since half of it is the name's article."""
    start = passage.starts[index]
    if not letters:
        return start
    folded = fold_with_map(passage.text[start : passage.ends[index]])
    if folded.key[:letters].endswith("لل"):
        letters -= 2
    return start + folded.origin[letters]


def with_dot(text: str, start: int, end: int) -> int:
    """The last dot of "U.S." belongs to the name."""
    dotted = "." in text[start:end] and all(len(part) == 1 for part in text[start:end].split("."))
    return end + 1 if dotted and text[end : end + 1] == "." else end
