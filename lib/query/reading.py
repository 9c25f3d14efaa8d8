"""Texts read for statistics that no table holds: a bounded, repeatable sample of the matching articles.

At most MOST_ARTICLES are read. The sample is spread over the corpus by a hash of the article's number, and small
languages are read whole before large ones are cut, so that the same question always reads the same articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import ibis

from lib.query.frames import frame
from lib.query.selection import NO_LANGUAGE, Selection, known
from lib.text.tokens import tokens

if TYPE_CHECKING:
    from lib.store.corpus import Corpus

MOST_ARTICLES = 2000
WINDOW = 500
_SPREAD, _RANGE = 2_654_435_761, 2**32


def quotas(sizes: Mapping[str, int], most: int = MOST_ARTICLES) -> dict[str, int]:
    """How many articles of each language to read: `most` shared out evenly, what the small leave goes to the large."""
    left, shares = most, {}
    for rank, (language, size) in enumerate(sorted(sizes.items(), key=lambda each: (each[1], each[0]))):
        shares[language] = min(size, left // (len(sizes) - rank))
        left -= shares[language]
    return shares


def sample(selection: Selection, wanted: Mapping[str, int]) -> dict[int, str]:
    """rid -> language of the articles to read, in corpus order."""
    return sampled(selection.articles, wanted)


def sampled(articles: Any, wanted: Mapping[str, int]) -> dict[int, str]:
    """The same of any articles."""
    rows = articles.select("rid", language=known(articles.language, NO_LANGUAGE))
    rows = rows.filter(rows.language.isin(list(wanted)))
    spread = (rows.rid.cast("int64") * _SPREAD) % _RANGE
    place = ibis.row_number().over(ibis.window(group_by=rows.language, order_by=[spread, rows.rid]))
    placed = rows.mutate(place=place)
    found = frame(placed.filter(placed.place < max(wanted.values(), default=0)).order_by("rid"))
    chosen = found[found["place"] < found["language"].map(dict(wanted))]
    return {int(rid): str(language) for rid, language in zip(chosen["rid"], chosen["language"], strict=True)}


def read(corpus: Corpus, chosen: Mapping[int, str]) -> Iterable[tuple[str, str]]:
    """(language, text) of the chosen articles, in corpus order."""
    for rid, text in corpus.texts(sorted(chosen)):
        yield chosen[rid], text


@dataclass
class Variety:
    """Distinct words and the moving-average type-token ratio of one stream of words, met one at a time.

    For each word it is enough to know where it was met last: it is new to every window that begins after that place.
    """

    window: int = WINDOW
    words: int = 0
    _last: dict[str, int] = field(default_factory=dict)
    _fresh: list[tuple[int, int]] = field(default_factory=list)

    def add(self, key: str) -> None:
        """The next word of the stream."""
        self._fresh.append((self.words, self._last.get(key, -1)))
        self._last[key] = self.words
        self.words += 1

    @property
    def distinct(self) -> int:
        """How many different words were met."""
        return len(self._last)

    @property
    def mattr(self) -> float | None:
        """Mean share of different words over all windows; None where there is less text than one window."""
        final = self.words - self.window
        if final < 0:
            return None
        new = (min(at, final) - max(last + 1, at - self.window + 1, 0) + 1 for at, last in self._fresh)
        return sum(count for count in new if count > 0) / (self.window * (final + 1))


@dataclass
class WordCounts:
    """How often words occur, in how many articles, and how the sources spell them."""

    places: Counter[str] = field(default_factory=Counter)
    articles: Counter[str] = field(default_factory=Counter)
    spellings: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, text: str) -> None:
        """Counts the words of one article."""
        here: Counter[str] = Counter()
        for key, start, end in tokens(text):
            here[key] += 1
            self.spellings.setdefault(key, Counter())[text[start:end]] += 1
        self.places.update(here)
        self.articles.update(here.keys())

    def spelling(self, key: str) -> str:
        """The commonest spelling of a key, ties by the spelling itself."""
        return min(self.spellings[key].items(), key=lambda each: (-each[1], each[0]))[0]
