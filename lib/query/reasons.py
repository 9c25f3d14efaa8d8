"""Why there is a peak: the actors and words that are new in it, and the articles that lead it.

What is new is told by the log-likelihood ratio (Dunning, 1993) of the articles that name it, in the peak against
outside: a word that many of the peak have and hardly another is news, a rare one in two of them is none. Articles are
counted, not words, so that one article cannot make news alone. Texts are read from a bounded sample that is always the
same for the same question.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import ibis
import pandas as pd

from lib.query.frames import frame
from lib.query.selection import NO_LANGUAGE, Selection, known
from lib.text.stopwords import says_something, stop_words
from lib.text.tokens import tokens

if TYPE_CHECKING:
    from lib.query.filters import Filters, Which
    from lib.store.corpus import Corpus

MOST_INSIDE, MOST_OUTSIDE = 200, 400  # articles read for words
MOST_ACTORS, MOST_WORDS, MOST_LEADS = 5, 8, 3
CLEAR = 4.0  # standard deviations: thousands of words are asked about, and hardly one may be new by chance
FEWEST = 3  # articles of the peak that must name it
_SPREAD, _RANGE = 2_654_435_761, 2**32
Days = tuple[date, date]


@dataclass(frozen=True)
class Reasons:
    """`actors`: actor inside outside z. `words`: word key language inside outside z. `leads`: id title language since.

    inside and outside are articles that name it, of the `articles` in the peak and the `others`, of which `read` and
    `read_others` were read for words.
    """

    articles: int = 0
    others: int = 0
    read: int = 0
    read_others: int = 0
    actors: pd.DataFrame = field(default_factory=pd.DataFrame)
    words: pd.DataFrame = field(default_factory=pd.DataFrame)
    leads: pd.DataFrame = field(default_factory=pd.DataFrame)


def reasons(corpus: Corpus, filters: Filters, which: Which, days: Days) -> Reasons:
    """What sets the matching articles of these days apart from all others that match, whatever the period."""
    selection = Selection.of(corpus, replace(filters.without("period"), which=which))
    inside = _rids(selection, replace(filters.without("period"), since=days[0], until=days[1], which=which))
    outside = selection.articles.filter(~selection.articles.rid.isin(inside.rid))
    sizes = int(inside.count().execute()), int(outside.count().execute())
    if not sizes[0]:
        return Reasons()
    named = _actors(selection, (inside, outside), sizes)
    near, far = _sample(selection, inside, MOST_INSIDE), _sample(selection, outside, MOST_OUTSIDE)
    words, held = _words(corpus, near, far)
    leads = _leads(selection, near, (held, _naming(selection, near, named)))
    return Reasons(*sizes, len(near), len(far), named, words, leads)


def new(inside: Mapping[Any, int], outside: Mapping[Any, int], sizes: tuple[int, int], most: int) -> pd.DataFrame:
    """key inside outside z: what is named in clearly more of the articles inside, the clearest first."""
    found = []
    for key, n in inside.items():
        other = outside.get(key, 0)
        z = keyness((n, other), sizes)
        if n >= FEWEST and z >= CLEAR:
            found.append((key, n, other, round(z, 2)))
    rows = pd.DataFrame(found, columns=["key", "inside", "outside", "z"])
    return rows.sort_values(["z", "inside", "key"], ascending=[False, False, True]).head(most).reset_index(drop=True)


def keyness(counts: tuple[int, int], sizes: tuple[int, int]) -> float:
    """The signed root of the log-likelihood ratio of two shares: how many standard deviations the first is above."""
    total, size = sum(counts), sum(sizes)
    square = 0.0
    for n, many in zip(counts, sizes, strict=True):
        for seen, expected in ((n, many * total / size), (many - n, many * (size - total) / size)):
            square += 2 * seen * math.log(seen / expected) if seen else 0.0
    higher = counts[0] * sizes[1] >= counts[1] * sizes[0]
    return math.sqrt(max(square, 0.0)) * (1 if higher else -1)


def _rids(selection: Selection, filters: Filters) -> Any:
    """The rid of the articles of the peak, by the same connection."""
    return replace(selection, filters=filters).articles.select("rid")


def _actors(selection: Selection, both: tuple[Any, Any], sizes: tuple[int, int]) -> pd.DataFrame:
    counts = []
    for rids in both:
        mentions = selection.named
        named = mentions.filter(mentions.rid.isin(rids.rid))
        rows = frame(named.group_by("actor").aggregate(n=named.rid.nunique()))
        counts.append({str(key): int(n) for key, n in rows.itertuples(index=False)})
    return new(counts[0], counts[1], sizes, MOST_ACTORS).rename(columns={"key": "actor"})


def _sample(selection: Selection, rids: Any, most: int) -> dict[int, str]:
    """rid -> language of at most so many of these articles, spread over the corpus."""
    articles = selection.every.filter(selection.every.rid.isin(rids.rid))
    spread = (articles.rid.cast("int64") * _SPREAD) % _RANGE
    rows = articles.select("rid", language=known(articles.language, NO_LANGUAGE), spread=spread)
    found = frame(rows.order_by(["spread", "rid"]).limit(most))
    return {int(rid): str(language) for rid, language in zip(found["rid"], found["language"], strict=True)}


def _words(corpus: Corpus, near: Mapping[int, str], far: Mapping[int, str]) -> tuple[pd.DataFrame, dict[int, set[str]]]:
    """Words new in the articles read, each against those of its own language, and which article holds which."""
    inside = _held(corpus, near)
    outside = _held(corpus, far)
    spellings: dict[tuple[str, str], Counter[str]] = {}
    found = []
    for language in sorted(set(near.values())):
        mine = [words for rid, words in inside.items() if near[rid] == language]
        others = [words for rid, words in outside.items() if far[rid] == language]
        counts = [Counter(key for words in group for key in words) for group in (mine, others)]
        rows = new(counts[0], counts[1], (len(mine), len(others)), MOST_WORDS)
        for words in mine:
            for key in set(rows["key"]) & set(words):
                spellings.setdefault((language, key), Counter())[words[key]] += 1
        found.append(rows.assign(language=language))
    rows = pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=["key", "z", "language"])
    rows = rows.sort_values(["z", "key"], ascending=[False, True]).head(MOST_WORDS).reset_index(drop=True)
    pairs = zip(rows["language"], rows["key"], strict=True)
    rows.insert(0, "word", [_spelling(spellings[pair]) for pair in pairs])
    keys = set(rows["key"])
    return rows, {rid: keys & set(words) for rid, words in inside.items()}


def _held(corpus: Corpus, articles: Mapping[int, str]) -> dict[int, dict[str, str]]:
    """The words of each article, by key, with one of their spellings."""
    found: dict[int, dict[str, str]] = {}
    for rid, text in corpus.texts(articles):
        stops = stop_words(articles[rid])
        found[rid] = {key: text[start:end] for key, start, end in tokens(text) if says_something(key, stops)}
    return found


def _spelling(written: Counter[str]) -> str:
    return min(written.items(), key=lambda each: (-each[1], each[0]))[0]


def _naming(selection: Selection, near: Mapping[int, str], actors: pd.DataFrame) -> dict[int, set[str]]:
    """Which of the actors each article names."""
    mentions = selection.named
    rows = mentions.filter([mentions.actor.isin(list(actors["actor"])), mentions.rid.isin(list(near))])
    found: dict[int, set[str]] = {}
    for rid, key in frame(rows.select("rid", "actor").distinct()).itertuples(index=False):
        found.setdefault(int(rid), set()).add(str(key))
    return found


def _leads(selection: Selection, near: Iterable[int], held: tuple[Mapping[int, set[str]], ...]) -> pd.DataFrame:
    """The articles with most of what is new, the earliest first where several have as much."""
    every = selection.every
    rows = every.filter(every.rid.isin(list(near)))
    rows = rows.select("rid", "id", "title", language=known(rows.language, NO_LANGUAGE), since=rows.since)
    found = frame(rows.order_by([ibis.asc("since", nulls_first=False), "rid"]))
    found["score"] = [sum(len(each.get(int(rid), ())) for each in held) for rid in found["rid"]]
    found = found.sort_values("score", ascending=False, kind="stable")
    titled = found["title"].where(found["title"].notna(), found["id"])
    return found[~titled.duplicated()].head(MOST_LEADS).reset_index(drop=True)
