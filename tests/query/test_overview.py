from __future__ import annotations

from datetime import date

from lib.query.filters import Filters
from lib.query.overview import overview
from lib.store.corpus import Corpus


def test_the_whole_corpus(tiny: Corpus) -> None:
    found = overview(tiny, Filters())
    assert (found.total, found.repeats, found.articles, found.dated, found.speaking) == (10, 1, 9, 8, 4)
    assert (found.dates, found.actors_named, found.mentions) == (4, 6, 27)
    assert overview(tiny, Filters(captions=True)).mentions == 28
    assert overview(tiny, Filters(captions=True, cited=True)).actors_named == 7
    assert found.words == tiny.articles()["words"][:9].sum()
    assert found.published == (date(2020, 1, 1), date(2020, 12, 31))
    assert found.spoken == (date(2020, 1, 3), date(2020, 7, 17))
    assert found.languages["articles"].tolist() == [3, 2, 2, 1, 1]
    assert found.outlets.values.tolist() == [["-", 3], ["Ham", 2], ["Sharq", 2], ["Times", 2]]
    assert found.actors["actor"].iloc[0] == "iran"
    assert found.removed["why"].tolist() == ["caption", "marker"]
    assert found.set_aside.values.tolist() == [["README.md", "readme"]]
    assert found.problems["source"].tolist() == ["bad.csv", "zeros.bin"]


def test_filters_narrow_all_but_the_troubles(tiny: Corpus) -> None:
    found = overview(tiny, Filters(languages=("en",)), limit=1)
    assert (found.total, found.articles, found.dated) == (10, 2, 2)
    assert found.languages["language"].tolist() == ["en"]
    assert (len(found.outlets), len(found.actors), len(found.problems)) == (1, 1, 2)


def test_nothing(empty: Corpus, tiny: Corpus, undated: Corpus) -> None:
    for corpus, asked in ((empty, Filters()), (tiny, Filters(languages=("xx",)))):
        found = overview(corpus, asked)
        assert (found.articles, found.words, found.dates, found.mentions) == (0, 0, 0, 0)
        assert (found.published, found.spoken) == (None, None)
        assert found.languages.empty and found.actors.empty
    assert overview(undated, Filters()).published is None
    assert overview(undated, Filters()).spoken == (date(2020, 7, 5), date(2020, 7, 17))
