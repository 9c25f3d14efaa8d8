"""What is behind a tie of the network: the articles, and the sentences in them, that name both actors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lib.model import Mention, Part
from lib.query.frames import frame, rows
from lib.query.network import UNITS, named_in
from lib.query.selection import Selection
from lib.query.view import Unit
from lib.store.document import sentence_ends

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus
    from lib.store.document import Document

_AROUND = 300  # characters of a long sentence kept before the first and after the last name


@dataclass(frozen=True)
class Tie:
    """Two actors, and what they must share."""

    a: str
    b: str
    unit: Unit


@dataclass(frozen=True)
class Behind:
    """`rids`: the articles with both, in corpus order; `places`: the sentences as (part, number); `units`: how many."""

    rids: list[int]
    units: int
    places: dict[int, list[tuple[Part, int]]]


@dataclass(frozen=True)
class Quoted:
    """A sentence, and where in it the two are named: (start, end, key, kind)."""

    text: str
    names: tuple[tuple[int, int, str, str], ...]


def behind(corpus: Corpus, filters: Filters, tie: Tie) -> Behind:
    """Everything that a tie was counted from."""
    selection = Selection.of(corpus, filters)
    keys = [corpus.overlay.resolve(key) for key in (tie.a, tie.b)]
    columns, named = UNITS[tie.unit], named_in(selection, tie.unit)
    counted = named.filter(named.actor.isin(keys)).group_by(columns).aggregate(both=named.actor.nunique())
    found = frame(counted.filter(counted.both == 2).order_by(columns))
    places: dict[int, list[tuple[Part, int]]] = {}
    if tie.unit == "sentence":
        for row in rows(found):
            places.setdefault(int(row.rid), []).append((row.part, int(row.sentence)))
    return Behind([int(rid) for rid in dict.fromkeys(found["rid"])], len(found), places)


def quoted(corpus: Corpus, filters: Filters, tie: Tie, found: Behind, rids: Sequence[int]) -> dict[int, list[Quoted]]:
    """The sentences of some of the articles, headline first."""
    keys = {corpus.overlay.resolve(key) for key in (tie.a, tie.b)}
    told: dict[int, list[Quoted]] = {}
    for document in corpus.documents(rids):
        mentions = [
            mention
            for mention in document.mentions
            if mention.actor in keys and (filters.cited or mention.role == "actor")
        ]
        order = sorted(found.places.get(document.rid, ()), key=lambda place: (place[0] != "title", place))
        told[document.rid] = [_quoted(document, place, mentions) for place in order]
    return told


def _quoted(document: Document, place: tuple[Part, int], mentions: Sequence[Mention]) -> Quoted:
    part, number = place
    text = document.parts[part]
    cuts: list[Any] = [0, *sentence_ends(part, text), len(text)]
    start, end = cuts[number], cuts[number + 1]
    names = [m for m in mentions if m.part == part and start <= m.start < end]
    end = max([end, *(m.end for m in names)])  # a name may hold a stop
    start = max(start, min((m.start for m in names), default=start) - _AROUND)
    end = min(end, max((m.end for m in names), default=end) + _AROUND)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return Quoted(text[start:end].rstrip(), tuple((m.start - start, m.end - start, m.actor, m.kind) for m in names))
