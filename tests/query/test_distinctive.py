from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import pytest

from lib.model import Article, Published
from lib.query.distinctive import Heap, distinctive, log_odds, ranked
from lib.query.filters import Filters
from lib.query.quotations import quoted
from lib.store.corpus import Corpus
from tests import corpora


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Forty English articles; half name Iran in a sentence with "uranium", all have a sentence about the weather."""
    folder: Path = tmp_path_factory.mktemp("planted")
    articles = []
    for n in range(40):
        about = "Iran enriches uranium quickly." if n % 2 else "Rivers carry water quickly."
        quote = " Donald Trump said: \u201cWe shall see about that deal soon.\u201d" if n % 10 == 1 else ""
        text = f"{about} The weather stays mild and water is cheap.{quote}"
        day = Published(date(2020, 1, 1 + n % 28), date(2020, 1, 1 + n % 28), "day", "metadata")
        article = Article(f"p{n}", "p.txt", text, None, f"Title {n}", "en", "Times", published=day)
        names: corpora.Names = [("iran", "Iran", "actor"), ("donald-trump", "Donald Trump", "actor")]
        articles.append(corpora.enriched(article, names))
    return corpora.corpus(folder, articles)


def test_a_planted_word_is_found_and_no_other(planted: Corpus) -> None:
    (found,) = distinctive(planted, Filters(), "iran")
    assert (found.language, found.sentences, found.read, found.naming, found.others) == ("en", 20, 20, 20, 20)
    assert found.small
    assert list(found.frame["key"]) == ["uranium", "enriches"] or set(found.frame["key"]) == {"uranium", "enriches"}
    row = found.frame.iloc[0]
    assert (row["n"], row["articles"], row["other"]) == (20, 20, 0) and row["z"] > 3
    assert distinctive(planted, Filters(), "nobody") == []


def test_the_measure_is_that_of_the_paper() -> None:
    y, n, prior = (20, 2), (200, 400), 1000.0
    alpha = prior * 22 / 600
    delta = math.log((20 + alpha) / (200 + prior - 20 - alpha)) - math.log((2 + alpha) / (400 + prior - 2 - alpha))
    assert log_odds(y, n) == pytest.approx(delta / math.sqrt(1 / (20 + alpha) + 1 / (2 + alpha)))
    assert log_odds((2, 20), (400, 200)) == pytest.approx(-log_odds(y, n))
    assert log_odds((10, 20), (100, 200)) == pytest.approx(0, abs=0.2)
    assert log_odds((0, 0), (0, 0)) == 0 and log_odds((3, 0), (3, 0)) == 0


def test_rare_words_and_words_of_one_article_are_not_given() -> None:
    heap = Heap()
    heap.add([("one", "one")] * 50, ["other"] * 5000)
    for _ in range(2):
        heap.add([("two", "two")], ["other"] * 50)
    assert ranked(heap).empty


def test_quotations_open_their_articles_and_are_given_once(planted: Corpus) -> None:
    found = quoted(planted, Filters(), "donald-trump")
    assert (found.read, found.articles) == (4, 4)
    (only,) = found.found
    assert only.words == "We shall see about that deal soon." and only.before.endswith("said: \u201c")
    assert only.since == date(2020, 1, 4) or only.id
    assert quoted(planted, Filters(), "iran").found == ()
    assert quoted(planted, Filters(languages=("fa",)), "donald-trump").articles == 0
