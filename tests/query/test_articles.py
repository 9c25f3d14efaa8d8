from __future__ import annotations

from datetime import date

import pytest

from lib.query import articles
from lib.query.filters import Filters
from lib.query.view import Sort
from lib.store.corpus import Corpus


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("corpus", "a1 a2 a3 a4 a5 a6 a7 a8 a9"),
        ("newest", "a7 a4 a1 a2 a5 a9 a8 a6 a3"),
        ("oldest", "a7 a6 a8 a9 a5 a1 a2 a4 a3"),
        ("title", "a7 a6 a9 a5 a2 a1 a4 a8 a3"),
        ("longest", "a1 a2 a4 a6 a7 a8 a5 a9 a3"),
    ],
)
def test_lists_are_sorted_and_paged(tiny: Corpus, sort: Sort, ids: str) -> None:
    whole = articles.articles(tiny, Filters(), sort, limit=None)
    assert list(whole["id"]) == ids.split()
    pages = [articles.articles(tiny, Filters(), sort, offset, 4) for offset in (0, 4, 8, 12)]
    assert [id for page in pages for id in page["id"]] == ids.split()
    assert [len(page) for page in pages] == [4, 4, 1, 0]
    assert all(list(page.columns) == list(whole.columns) for page in pages)


@pytest.mark.parametrize("sort", ["corpus", "newest", "oldest", "title", "longest"])
def test_neighbours_follow_the_list(tiny: Corpus, sort: Sort) -> None:
    asked = Filters(actors=("iran",))
    ids = [None, *articles.articles(tiny, asked, sort)["id"], None]
    for before, id, after in zip(ids, ids[1:], ids[2:], strict=False):
        assert articles.neighbours(tiny, asked, sort, id) == (before, after)


@pytest.mark.parametrize("id", ["a3", "a10", "no such id", "", "'; --"])
def test_who_is_not_in_the_list_has_no_neighbours(tiny: Corpus, id: str) -> None:
    assert articles.neighbours(tiny, Filters(actors=("iran",)), "corpus", id) == (None, None)


def test_rows_are_plain(tiny: Corpus) -> None:
    found = articles.articles(tiny, Filters()).set_index("id")
    first = found.loc["a1"]
    assert (first["outlet"], first["since"], first["precision"]) == ("Ham", date(2020, 7, 6), "day")
    assert first["actors"] == ("maryam-rajavi", "tehran", "iran")
    assert found.loc["a3", ["title", "outlet", "since", "actors"]].tolist() == [None, None, None, ()]
    assert articles.articles(tiny, Filters(duplicates=True)).set_index("id").loc["a10", "duplicate_of"] == "a1"


def test_counts(tiny: Corpus, empty: Corpus) -> None:
    assert articles.count(tiny, Filters(languages=("fa",))) == 3
    assert articles.count(empty, Filters()) == 0
    assert articles.articles(empty, Filters()).empty


def test_hostile_rows_come_back_as_they_are(hostile: Corpus) -> None:
    found = articles.articles(hostile, Filters(), "title")
    assert sorted(found["title"]) == sorted(hostile.articles()["title"])
