"""The trained tagger at work: a text in, the names that it sees out. Loaded once, when it is first asked."""

from __future__ import annotations

import functools
import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pycrfsuite

from lib.enrich.actors.gazetteer import DATA, Gazetteer
from lib.enrich.actors.match import start_of, with_dot
from lib.enrich.actors.passage import Passage, passage
from lib.enrich.actors.proclitics import PEELING, peeled
from lib.enrich.actors.tagger import Tagged
from lib.enrich.tagging.features import Lore, features, marks, sentences
from lib.enrich.tagging.store import Model, ModelError, load
from lib.enrich.tagging.tags import runs
from lib.model import KINDS, Kind

SHIPPED = DATA / "ner" / "names.zip"
_AT_ONCE = 400
_RARE = "کف"
_AND_THE = "وال"
_KINDS: dict[str, Kind] = {kind: kind for kind in KINDS}
_reading = threading.Lock()


class Field:
    """The tagger of one language; may be asked by several threads, which take turns."""

    def __init__(self, model: Model) -> None:
        self.lore = replace(model.lore, telling=model.telling, remembered={}, order={})
        self._bytes = model.field  # CRFsuite reads from these bytes as long as it lives
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(self._bytes)
        self._lock = threading.Lock()

    def names(self, rows: list[list[str]]) -> list[tuple[int, int, str, float]]:
        """First word, the one after the last, kind and probability of the names in a sentence."""
        with self._lock:
            tags = self._tagger.tag(rows)
            return [
                (first, after, kind, min(self._tagger.marginal(tags[at], at) for at in range(first, after)))
                for first, after, kind in runs(tags)
            ]


@dataclass(frozen=True, slots=True)
class NameTagger:
    """Finds names in texts, told by the actor list which ones are known."""

    fields: Mapping[str, Field]
    gazetteer: Gazetteer

    def __call__(self, text: str, language: str) -> Sequence[Tagged]:
        """The names in `text`, in order, none overlapping another; none in languages that were not learnt."""
        field = self.fields.get(language)
        if field is None:
            return []
        return list(self._names(field, passage("text", text, language)))

    def _names(self, field: Field, part: Passage) -> Iterator[Tagged]:
        words = [field.lore.word(part.text[start:end]) for start, end in zip(part.starts, part.ends, strict=True)]
        around = marks(part, self.gazetteer)
        for begin, end in sentences(part):
            for at in range(begin, end, _AT_ONCE):
                some = slice(at, min(at + _AT_ONCE, end))
                for first, after, kind, sure in field.names(features(words[some], around[some], field.lore.telling)):
                    start = name_start(part, at + first, field.lore)
                    end = with_dot(part.text, start, part.ends[at + after - 1])
                    yield Tagged(start, end, _KINDS[kind], sure)


def name_start(part: Passage, index: int, lore: Lore) -> int:
    """Where a name begins in its first word: after particles, where the word is better known without them."""
    if part.language not in PEELING:
        return part.starts[index]
    key = part.keys[index]
    readings = {rest: letters for letters, rest in peeled(key)}
    if key in lore.order:  # «كابل» is no «ك» with camels
        readings = {rest: letters for rest, letters in readings.items() if key[0] not in _RARE} | {key: 0}
    known = [rest for rest in readings if rest in lore.order]
    if not known and key not in lore.name_parts:
        known = [rest for rest in readings if rest in lore.name_parts or key.startswith(_AND_THE)]
    best = min(known, key=lambda rest: lore.order.get(rest, 0), default="")
    return start_of(part, index, readings.get(best, 0))


@functools.lru_cache(maxsize=4)
def fields(path: Path) -> dict[str, Field]:
    """The taggers of a file, read once; without it names are found by list and rule alone, and that is said once."""
    try:
        return {language: Field(model) for language, model in load(path).items()}
    except ModelError as error:
        logging.getLogger(__name__).warning("%s Names on no list are found by rules only.", error)
        return {}


def equip(gazetteer: Gazetteer, path: Path = SHIPPED) -> Gazetteer:
    """The gazetteer with the tagger of a file, where that can be read."""
    with _reading:
        loaded = fields(path)
    return replace(gazetteer, tagger=NameTagger(loaded, gazetteer)) if loaded else gazetteer
