from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lib.model import Article
from lib.query.chronology import QUOTED, Entry, chronology, flat, size
from lib.query.filters import Filters
from lib.store.corpus import Corpus
from tests.corpora import corpus, enriched, spoken

SAID = {
    "fa": ("او رفت. در ۲۶ تیر ۱۳۹۹ باران آمد. بعد هیچ.", "۲۶ تیر ۱۳۹۹", "در ۲۶ تیر ۱۳۹۹ باران آمد."),
    "ar": ("وصل. نزل المطر في 16 يوليو 2020 هناك. ثم", "16 يوليو 2020", "نزل المطر في 16 يوليو 2020 هناك."),
    "en": ("He left. It rained on 16 July 2020. No more.", "16 July 2020", "It rained on 16 July 2020."),
}


@pytest.fixture(scope="module")
def rain(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Three articles in each of three languages on one day, one of them a repeat; two speak of the month besides."""
    articles = []
    for number in range(9):
        language = ("fa", "ar", "en")[number % 3]
        text, surface, _ = SAID[language]
        dates = [spoken(text, surface, "2020-07-16")]
        if number < 2:
            dates.append(replace(spoken(text, surface, "2020-07-01", "2020-07-31"), precision="month"))
        if number == 2:
            dates.append(replace(dates[0], start=0, end=2, surface="He", flags=("assumed-year",)))
        title = f"Title {number}" if number else None
        articles.append(enriched(Article(f"r{number}", "f", text, None, title, language), (), dates))
    return corpus(tmp_path_factory.mktemp("rain"), articles, (), {8: "r2"})


def test_one_date_is_one_entry_whatever_it_is_called(rain: Corpus) -> None:
    day, month = chronology(rain, Filters())
    assert (day.since, day.until, day.precision) == (date(2020, 7, 16), date(2020, 7, 16), "day")
    assert (day.articles, day.assumed) == (8, 1), "the repeat attests nothing"
    assert sorted(day.languages) == ["ar", "en", "fa"]
    assert {quote.language for quote in day.quotes} == {"ar", "en", "fa"}
    for quote in day.quotes:
        assert quote.sentence == SAID[quote.language][2] or quote.surface == "He"
    assert (month.articles, month.precision) == (2, "month")
    assert size(rain, Filters()) == 2
    assert chronology(rain, Filters(duplicates=True))[0].articles == 9


def test_order_pages_and_filters(rain: Corpus) -> None:
    assert [entry.articles for entry in chronology(rain, Filters(), "time")] == [2, 8]
    assert [entry.articles for entry in chronology(rain, Filters(), "most", 1, 1)] == [2]
    assert [entry.articles for entry in chronology(rain, Filters(languages=("ar",)))] == [3, 1]
    inside = Filters(which="spoken", since=date(2020, 7, 10), until=date(2020, 7, 20))
    assert [entry.since.day for entry in chronology(rain, inside)] == [16]


def test_the_table_has_a_row_for_each_sentence(rain: Corpus) -> None:
    table = flat(chronology(rain, Filters()))
    assert len(table) == QUOTED + 2
    assert list(table["id"].head(QUOTED)) == ["r0", "r1", "r2"]


@pytest.mark.parametrize("name", ["empty", "undated", "tiny", "hostile"])
def test_every_corpus_has_one(name: str, request: pytest.FixtureRequest) -> None:
    opened = request.getfixturevalue(name)
    found = chronology(opened, Filters())
    assert len(found) == size(opened, Filters()) == {"empty": 0, "undated": 2, "tiny": 4, "hostile": 0}[name]
    assert all(isinstance(entry, Entry) and entry.quotes for entry in found)


def test_a_date_in_a_title_or_caption_is_quoted_from_there(tmp_path: Path) -> None:
    text, surface, _ = SAID["en"]
    where = replace(spoken(text, surface, "2020-07-16"), start=0, end=12)
    article = Article("a", "f", "No date.", None, "16 July 2020: rain", "en", captions=("Seen 1.", "16 July 2020"))
    dates = [replace(where, part="title"), replace(where, part="caption", start=8, end=20)]
    opened = corpus(tmp_path, [enriched(article, (), dates[:1]), enriched(replace(article, id="b"), (), dates[1:])])
    (entry,) = chronology(opened, Filters())
    assert [quote.sentence for quote in entry.quotes] == ["16 July 2020: rain", "16 July 2020"]
