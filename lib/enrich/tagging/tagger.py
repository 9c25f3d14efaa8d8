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
from lib.enrich.actors.match import with_dot
from lib.enrich.actors.passage import Passage, passage
from lib.enrich.actors.tagger import SURE, Tagged
from lib.enrich.tagging.edges import PERSON, Found, mended, name_start
from lib.enrich.tagging.features import features, marks, sentences
from lib.enrich.tagging.store import Model, ModelError, load
from lib.enrich.tagging.tags import NONE, runs
from lib.model import KINDS, Kind
from lib.text.collecting import without_collecting
from lib.text.ready import ready

SHIPPED = DATA / "ner" / "names.zip"
MADE_OF = tuple(Path(__file__).parent.glob("*.py"))
_AT_ONCE = 400
_KINDS: dict[str, Kind] = {kind: kind for kind in KINDS}
_reading = threading.Lock()


class Field:
    """The tagger of one language; may be asked by several threads, which take turns."""

    def __init__(self, model: Model) -> None:
        self.lore = replace(model.lore, telling=model.telling, remembered={}, order={})
        self._bytes = model.field  # CRFsuite reads from these bytes as long as it lives
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(self._bytes)
        self._person = [tag for tag in self._tagger.labels() if tag.endswith(PERSON)]
        self._lock = threading.Lock()

    def names(self, rows: list[list[str]]) -> list[Found]:
        """First word, the one after the last, kind and probability of the names in a sentence.

        Besides the likeliest reading of the sentence, people whom it leaves out though they are nearly as likely.
        """
        with self._lock:
            tags = self._tagger.tag(rows)
            also = (each for each in self._sure(self._left_out(tags)) if each.sure >= SURE[PERSON])
            return sorted([*self._sure(tags), *also])

    def _sure(self, tags: Sequence[str]) -> list[Found]:
        marginal = self._tagger.marginal
        return [
            Found(first, after, kind, min(marginal(tags[at], at) for at in range(first, after)))
            for first, after, kind in runs(tags)
        ]

    def _left_out(self, tags: Sequence[str]) -> list[str]:
        """The likeliest tags of people where `tags` has no name."""
        marginal = self._tagger.marginal
        also = [NONE] * len(tags)
        for at, tag in enumerate(tags):
            if tag == NONE and self._person and marginal(NONE, at) <= 1 - SURE[PERSON]:
                also[at] = max(self._person, key=lambda each: marginal(each, at))
        return also


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
        found: list[Found] = []
        for begin, end in sentences(part):
            for at in range(begin, end, _AT_ONCE):
                some = slice(at, min(at + _AT_ONCE, end))
                names = field.names(features(words[some], around[some], field.lore.telling))
                found += (name._replace(first=at + name.first, after=at + name.after) for name in names)
        for first, after, kind, sure in mended(found, part, field.lore, self.gazetteer.given_names):
            start = name_start(part, first, field.lore)
            yield Tagged(start, with_dot(part.text, start, part.ends[after - 1]), _KINDS[kind], sure)


@functools.lru_cache(maxsize=4)
def fields(path: Path) -> dict[str, Field]:
    """The taggers of a file, read once; without it names are found by list and rule alone, and that is said once."""
    try:
        with without_collecting():
            models = ready("tagger", (*MADE_OF, path), lambda: load(path)) if path == SHIPPED else load(path)
            return {language: Field(model) for language, model in models.items()}
    except ModelError as error:
        logging.getLogger(__name__).warning("%s Names on no list are found by rules only.", error)
        return {}


def forget() -> None:
    """Lets go of the taggers and of the words that they remember, which take more room than they do."""
    fields.cache_clear()


def equip(gazetteer: Gazetteer, path: Path = SHIPPED) -> Gazetteer:
    """The gazetteer with the tagger of a file, where that can be read."""
    with _reading:
        loaded = fields(path)
    return replace(gazetteer, tagger=NameTagger(loaded, gazetteer)) if loaded else gazetteer
