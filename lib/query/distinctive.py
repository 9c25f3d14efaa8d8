"""The words that set the sentences about an actor apart, language by language.

The measure is the log-odds ratio with an informative Dirichlet prior of Monroe, Colaresi and Quinn ("Fightin' Words",
Political Analysis 16, 2008, equations 16 to 22): how much likelier a word is in the sentences that name the actor than
in all other sentences read in that language, shrunk towards what is usual, in standard deviations (z). The prior is
the language itself: the words of all sentences read, worth PRIOR words. Of the words asked about, those are given that
are still a discovery at a false-discovery rate of RATE (Benjamini and Hochberg). The actor's own names do not count.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib.query.actor import naming
from lib.query.chance import adjusted
from lib.query.frames import frame
from lib.query.reading import quotas, sampled
from lib.query.selection import NO_LANGUAGE, Selection, known
from lib.text.sentences import bounds
from lib.text.stopwords import says_something, stop_words
from lib.text.tokens import tokens

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus
    from lib.store.document import Document

PRIOR, RATE = 1000.0, 0.05
FEWEST, FEWEST_ARTICLES = 3, 2  # times in the sentences about the actor, and articles that have it there
SMALL = 30  # sentences below which little can be said
MOST_READ, MOST_WORDS = 300, 15
COLUMNS = ["word", "key", "n", "articles", "other", "z"]


@dataclass(frozen=True)
class Distinctive:
    """Of one language: COLUMNS (`n` times in the sentences about the actor, `other` in all others, `articles` that have
    the word in the former), how many `sentences` those are, in how many articles `read` of the `naming` ones, and the
    number of `others` read beside them."""

    language: str
    frame: pd.DataFrame
    sentences: int
    read: int
    naming: int
    others: int

    @property
    def small(self) -> bool:
        """Whether the sample is too small to say much."""
        return self.sentences < SMALL


@dataclass
class Heap:
    """Words met in two sorts of sentences, by search key."""

    about: Counter[str] = field(default_factory=Counter)
    other: Counter[str] = field(default_factory=Counter)
    articles: Counter[str] = field(default_factory=Counter)
    spellings: dict[str, Counter[str]] = field(default_factory=dict)
    sentences: int = 0
    read: int = 0

    def add(self, about: Iterable[tuple[str, str]], other: Iterable[str]) -> None:
        """The words of one article: (key, spelling) about the actor, keys of the rest."""
        here = set()
        for key, spelling in about:
            self.about[key] += 1
            here.add(key)
            self.spellings.setdefault(key, Counter())[spelling] += 1
        self.articles.update(here)
        self.other.update(other)


def distinctive(corpus: Corpus, filters: Filters, key: str) -> list[Distinctive]:
    """One for each language that names the actor, most articles first."""
    selection = Selection.of(corpus, filters)
    key = selection.overlay.resolve(key)
    named = naming(selection, key)
    sizes = _sizes(named)
    every = selection.articles
    others = every.filter([~every.rid.isin(named.rid), known(every.language, NO_LANGUAGE).isin(list(sizes))])
    near = sampled(named, quotas(sizes, MOST_READ))
    far = sampled(others, quotas(_sizes(others), MOST_READ))
    heaps = {language: Heap() for language in sizes}
    for document in corpus.documents(near):
        about, rest, sentences = parted(document, key, filters)
        heap = heaps[near[document.rid]]
        heap.add(about, (each for each, _ in rest))
        heap.sentences, heap.read = heap.sentences + sentences, heap.read + 1
    beside: Counter[str] = Counter()
    for rid, text in corpus.texts(sorted(far)):
        heaps[far[rid]].add((), _words(text, far[rid]))
        beside[far[rid]] += 1
    return [
        Distinctive(language, ranked(heap), heap.sentences, heap.read, sizes[language], beside[language])
        for language, heap in heaps.items()
    ]


def ranked(heap: Heap, most: int = MOST_WORDS) -> pd.DataFrame:
    """The distinctive words of a heap, the clearest first: COLUMNS."""
    tried = [key for key, n in heap.about.items() if n >= FEWEST and heap.articles[key] >= FEWEST_ARTICLES]
    sizes = sum(heap.about.values()), sum(heap.other.values())
    scores = [log_odds((heap.about[key], heap.other[key]), sizes) for key in tried]
    rates = adjusted([math.erfc(z / math.sqrt(2)) / 2 for z in scores])
    rows = [
        (_spelling(heap.spellings[key]), key, heap.about[key], heap.articles[key], heap.other[key], round(z, 2))
        for key, z, rate in zip(tried, scores, rates, strict=True)
        if rate <= RATE and z > 0
    ]
    rows.sort(key=lambda row: (-row[5], row[1]))
    return pd.DataFrame(rows[:most], columns=COLUMNS)


def log_odds(counts: tuple[int, int], sizes: tuple[int, int], prior: float = PRIOR) -> float:
    """The z-score of a word's log-odds ratio; the prior is the word's share of both heaps together."""
    total = sum(sizes)
    usual = prior * sum(counts) / total if total else 0.0
    if not usual or usual >= prior:
        return 0.0
    first, second = (
        math.log((n + usual) / (size + prior - n - usual)) for n, size in zip(counts, sizes, strict=True)
    )
    return (first - second) / math.sqrt(sum(1 / (n + usual) for n in counts))


def parted(
    document: Document, key: str, filters: Filters
) -> tuple[list[tuple[str, str]], list[tuple[str, str]], int]:
    """(key, spelling) of the words in sentences about the actor and in the rest, and how many the former are.

    The words of the actor's name itself are in neither.
    """
    stops = stop_words(document.language)
    about: list[tuple[str, str]] = []
    rest: list[tuple[str, str]] = []
    sentences: set[tuple[str, int, int]] = set()
    for part, text in document.parts.items():
        mine = [each for each in document.mentions if each.part == part and each.actor == key]
        counted = [each for each in mine if filters.cited or each.role == "actor"]
        if part == "caption" and not filters.captions:
            continue
        spans = {bounds(text, each.start, each.end) for each in counted}
        sentences |= {(part, *span) for span in spans}
        for token in tokens(text):
            if not says_something(token.key, stops):
                continue
            if any(each.start < token.end and token.start < each.end for each in mine):
                continue
            near = any(begin <= token.start < stop for begin, stop in spans)
            (about if near else rest).append((token.key, text[token.start : token.end]))
    return about, rest, len(sentences)


def _words(text: str, language: str) -> list[str]:
    stops = stop_words(language)
    return [token.key for token in tokens(text) if says_something(token.key, stops)]


def _sizes(articles: Any) -> dict[str, int]:
    """Articles per language, most first."""
    language = known(articles.language, NO_LANGUAGE)
    found = frame(articles.group_by(language=language).aggregate(n=articles.count()))
    found = found.sort_values(["n", "language"], ascending=[False, True])
    return {str(language): int(n) for language, n in found.itertuples(index=False)}


def _spelling(written: Mapping[str, int]) -> str:
    return min(written.items(), key=lambda each: (-each[1], each[0]))[0]
