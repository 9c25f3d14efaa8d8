"""The tags of words: a name begins (B), goes on (I), ends (E) or is one word (S), and is of a kind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from lib.enrich.actors.passage import Passage

KINDS = ("person", "organisation", "place")
NONE = "O"


def tags_of(part: Passage, spans: Iterable[tuple[int, int, str]]) -> list[str]:
    """The tags of the words of a passage; of two names in one word, the first counts."""
    tags = [NONE] * len(part.keys)
    for start, end, kind in spans:
        first, after = bisect_right(part.ends, start), bisect_left(part.starts, end)
        if first < after and tags[first] == NONE:
            places = "S" if after - first == 1 else "B" + "I" * (after - first - 2) + "E"
            tags[first:after] = [f"{place}-{kind}" for place in places]
    return tags


def runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The first word, the one after the last and the kind of every name that tags spell out whole."""
    begun: tuple[int, str] | None = None
    for at, tag in enumerate(tags):
        place, _, kind = tag.partition("-")
        if place in "BS":
            begun = (at, kind)
        if begun and begun[1] != kind:
            begun = None
        if begun and place in "ES":
            yield begun[0], at + 1, kind
            begun = None
