from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.model import Article
from lib.query import languages
from lib.query.filters import Filters
from lib.query.reading import Variety, WordCounts, quotas, sample
from lib.query.selection import Selection
from lib.store.corpus import Corpus
from tests import corpora


@given(st.lists(st.sampled_from("abcdefg"), max_size=60), st.integers(1, 20))
def test_variety_is_the_mean_over_all_windows(words: list[str], window: int) -> None:
    variety = Variety(window)
    for word in words:
        variety.add(word)
    windows = [words[at : at + window] for at in range(len(words) - window + 1)]
    assert variety.distinct == len(set(words))
    if windows:
        assert variety.mattr == pytest.approx(sum(len(set(each)) / window for each in windows) / len(windows))
    else:
        assert variety.mattr is None


@pytest.mark.parametrize(
    ("sizes", "most", "expected"),
    [
        ({}, 10, {}),
        ({"fa": 3}, 10, {"fa": 3}),
        ({"fa": 30}, 10, {"fa": 10}),
        ({"fa": 100, "ar": 100}, 10, {"fa": 5, "ar": 5}),
        ({"fa": 100, "ar": 2, "ur": 1}, 12, {"fa": 9, "ar": 2, "ur": 1}),
    ],
)
def test_small_languages_are_read_whole(sizes: dict[str, int], most: int, expected: dict[str, int]) -> None:
    assert quotas(sizes, most) == expected


def test_the_sample_is_spread_and_repeatable(many: Corpus) -> None:
    chosen = sample(Selection.of(many, Filters()), {"fa": 10, "ar": 4})
    assert chosen == sample(Selection.of(many, Filters()), {"fa": 10, "ar": 4})
    assert list(chosen) == sorted(chosen)
    persian = [rid for rid, language in chosen.items() if language == "fa"]
    assert (len(persian), len(chosen)) == (10, 14)
    assert all(rid % 3 == 0 for rid in persian)
    assert min(persian) < 60 and max(persian) > 240
    assert sample(Selection.of(many, Filters()), {}) == {}


def test_statistics_per_language(tiny: Corpus) -> None:
    found = languages.languages(tiny, Filters())
    assert list(found.columns) == languages.COLUMNS
    assert list(found["language"]) == ["fa", "ar", "en", "he", "ur"]
    persian = found.iloc[0]
    words = tiny.articles().set_index("id").loc[["a1", "a2", "a3"], "words"]
    assert persian["articles"] == 3
    assert persian["words"] == words.sum() == persian["read_words"]
    assert persian["median"] == words.median()
    assert persian["quartile_1"] == words.quantile(0.25)
    assert persian["words_per_sentence"] == pytest.approx(words.sum() / 6)
    assert (persian["reason"], persian["read"], persian["sampled"]) == (languages.TOO_LITTLE, 3, False)
    assert found["mattr"].isna().all()
    assert languages.languages(tiny, Filters(languages=("xx",))).empty


def test_enough_text_has_a_ratio(tmp_path: Path) -> None:
    text = " ".join(f"word{n % 250}" for n in range(600))
    corpus = corpora.corpus(tmp_path, [corpora.enriched(Article("a", "a.txt", text, language="en"))])
    row = languages.languages(corpus, Filters()).iloc[0]
    assert (row["distinct"], row["mattr"], row["window"], row["reason"]) == (250, 0.5, 500, "")


def test_more_than_can_be_read_is_a_sample(many: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "quotas", lambda sizes: quotas(sizes, 30))
    found = languages.languages(many, Filters())
    assert found["read"].tolist() == [10, 10, 10]
    assert found["sampled"].all()
    assert (found["articles"] == 100).all()
    words = languages.frequent_words(many, Filters(), "fa")
    assert (words["read"] == 30).all() and words["sampled"].all()


def test_scripts_and_digits_have_shares(tiny: Corpus) -> None:
    scripts = languages.scripts(tiny, Filters()).set_index(["language", "script"])
    assert scripts.loc[("he", "Hebrew"), "share"] == 1.0
    assert scripts["n"].sum() == sum(
        character.isalpha() for id in tiny.articles()["id"] if id != "a10" for character in tiny.text(id)
    )
    digits = languages.digits(tiny, Filters())
    assert digits.values.tolist() == [
        ["ar", "ascii", 6, 1, 1.0],
        ["en", "ascii", 9, 2, 1.0],
        ["fa", "extended-arabic-indic", 6, 1, 1.0],
    ]


def test_frequent_words_have_the_commonest_spelling(tmp_path: Path) -> None:
    texts = [
        "مقاومت مقاومت و كشور کشور کشور است که می\u200cشود ۱۴۰۰",
        "کشور در مقاومت به گفت میشود",
        "Resistance",
    ]
    rows = [corpora.enriched(Article(f"a{n}", "a.txt", text, language="fa")) for n, text in enumerate(texts)]
    found = languages.frequent_words(corpora.corpus(tmp_path, rows), Filters(), "fa", limit=2)
    assert found.values.tolist() == [["کشور", "کشور", 4, 2, 3, False], ["مقاومت", "مقاومت", 3, 2, 3, False]]


def test_words_of_nothing(empty: Corpus, tiny: Corpus) -> None:
    for corpus, language in ((empty, "fa"), (tiny, "xx"), (tiny, "'; --")):
        found = languages.frequent_words(corpus, Filters(), language)
        assert found.empty
        assert list(found.columns) == ["word", "key", "n", "articles", "read", "sampled"]


def test_spelling_ties_are_broken() -> None:
    counts = WordCounts()
    counts.add("Bb bb")
    assert counts.spelling("bb") == "Bb"
