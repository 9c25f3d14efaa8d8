"""Statistics per language, with what they rest on: how much was read, and whether it was enough to say anything."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import ibis
import pandas as pd

from lib.i18n import N_
from lib.query.frames import frame, shares
from lib.query.reading import WINDOW, Variety, WordCounts, quotas, read, sample
from lib.query.selection import NO_LANGUAGE, Selection, known
from lib.text.stopwords import says_something, stop_words
from lib.text.tokens import tokens

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus

TOO_LITTLE = N_("too little text")
COLUMNS = [
    *("language", "articles", "words", "sentences", "words_per_sentence", "words_per_article"),
    *("quartile_1", "median", "quartile_3", "distinct", "mattr", "window", "reason", "read", "read_words", "sampled"),
]
_DIGITS = {"ascii": "digits_ascii", "arabic-indic": "digits_arabic", "extended-arabic-indic": "digits_extended"}


def languages(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """One row per language, most articles first: COLUMNS.

    Articles, words, sentences, their ratios and the quartiles of article length are of all matching articles.
    `distinct` and `mattr` (mean share of different words over windows of `window` words, the articles read one after
    another) rest on the bodies of `read` articles with `read_words` words; `sampled`: those are not all. Where they
    have fewer words than a window, `mattr` is missing and `reason` says so.
    """
    selection = Selection.of(corpus, filters)
    sizes = _sizes(selection)
    counts = dict(zip(sizes["language"], sizes["articles"], strict=True))
    wanted = quotas(counts)
    variety: dict[str, Variety] = defaultdict(Variety)
    for language, text in read(corpus, sample(selection, wanted)):
        for token in tokens(text):
            variety[language].add(token.key)
    found = sizes["language"]
    sizes["distinct"] = [variety[each].distinct for each in found]
    sizes["mattr"] = pd.Series([variety[each].mattr for each in found], sizes.index, dtype=float)
    sizes["window"] = WINDOW
    sizes["reason"] = ["" if variety[each].words >= WINDOW else TOO_LITTLE for each in found]
    sizes["read"] = [wanted[each] for each in found]
    sizes["read_words"] = [variety[each].words for each in found]
    sizes["sampled"] = [wanted[each] < counts[each] for each in found]
    return sizes[COLUMNS]


def scripts(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """language script n share: letters of each script, `share` of all letters in that language's articles."""
    selection = Selection.of(corpus, filters)
    letters: Any = selection.table("scripts").inner_join(_languages(selection), "rid")
    counts = letters.group_by("language", "script").aggregate(n=letters.n.sum())
    return _shared(frame(counts.order_by(["language", ibis.desc("n"), "script"])))


def digits(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """language digits n articles share: digits of each set, `share` of all digits in that language's articles."""
    matching = Selection.of(corpus, filters).articles
    sets = [
        matching.group_by(language=known(matching.language, NO_LANGUAGE), digits=ibis.literal(name)).aggregate(
            n=matching[column].sum(), articles=(matching[column] > 0).cast("int64").sum()
        )
        for name, column in _DIGITS.items()
    ]
    counts = ibis.union(*sets)
    return _shared(frame(counts.filter(counts.n > 0).order_by(["language", ibis.desc("n"), "digits"])))


def frequent_words(corpus: Corpus, filters: Filters, language: str, limit: int = 25) -> pd.DataFrame:
    """word key n articles read sampled: the commonest words of a language's articles, without stop words and numbers.

    Words are counted by search key and shown in the sources' commonest spelling; ties by articles, then by key. `read`
    is the number of articles counted in, `sampled` whether those are not all.
    """
    selection = Selection.of(corpus, filters)
    matching = _languages(selection)
    size = int(matching.filter(matching.language == language).count().execute())
    wanted = quotas({language: size})
    counts = WordCounts()
    for _, text in read(corpus, sample(selection, wanted)):
        counts.add(text)
    stops = stop_words(language)
    keys = [key for key in counts.places if says_something(key, stops)]
    keys.sort(key=lambda key: (-counts.places[key], -counts.articles[key], key))
    rows = [(counts.spelling(key), key, counts.places[key], counts.articles[key]) for key in keys[:limit]]
    found = pd.DataFrame(rows, columns=["word", "key", "n", "articles"])
    return found.assign(read=wanted[language], sampled=wanted[language] < size)


def _languages(selection: Selection) -> Any:
    """(rid, language) of the matching articles."""
    articles = selection.articles
    return articles.select("rid", language=known(articles.language, NO_LANGUAGE))


def _sizes(selection: Selection) -> pd.DataFrame:
    matching = selection.articles
    counts = matching.group_by(language=known(matching.language, NO_LANGUAGE)).aggregate(
        articles=matching.count(),
        words=matching.words.sum(),
        sentences=matching.sentences.sum(),
        quartile_1=matching.words.quantile(0.25),
        median=matching.words.quantile(0.5),
        quartile_3=matching.words.quantile(0.75),
    )
    sizes = frame(counts.order_by([ibis.desc("articles"), "language"]))
    sizes["words_per_sentence"] = shares(sizes["words"], sizes["sentences"])
    sizes["words_per_article"] = shares(sizes["words"], sizes["articles"])
    return sizes


def _shared(counts: pd.DataFrame) -> pd.DataFrame:
    """Adds the share of each row's n in its language."""
    whole = counts["language"].map(counts.groupby("language")["n"].sum())
    return counts.assign(share=shares(counts["n"], whole))
