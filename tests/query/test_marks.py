from __future__ import annotations

from datetime import date

import pytest

from lib.query import marks
from lib.query.filters import Filters


@pytest.mark.parametrize(
    ("asked", "key", "then"),
    [
        (Filters(), "a", Filters(actors=("a",))),
        (Filters(actors=("a",)), "a", Filters(actors=("a",))),
        (Filters(actors=("a",)), "b", Filters(actors=("a", "b"), match="all")),
        (Filters(actors=("a", "b")), "b", Filters(actors=("b",))),
        (Filters(actors=("a", "b"), match="all"), "b", Filters(actors=("a", "b"), match="all")),
        (Filters(actors=("a", "b"), match="all"), "c", Filters(actors=("a", "b", "c"), match="all")),
        (Filters(actors=("a", "b")), "c", Filters(actors=("c",))),
    ],
)
def test_an_actor_narrows(asked: Filters, key: str, then: Filters) -> None:
    assert marks.actor(asked, key) == then


@pytest.mark.parametrize(
    ("asked", "then"),
    [
        (Filters(), ("a", "b")),
        (Filters(actors=("a",)), ("a", "b")),
        (Filters(actors=("c",)), ("c", "a", "b")),
        (Filters(actors=("c", "a"), match="all"), ("c", "a", "b")),
        (Filters(actors=("c", "a")), ("a", "b")),
    ],
)
def test_a_pair_narrows(asked: Filters, then: tuple[str, ...]) -> None:
    assert marks.pair(asked, "a", "b") == Filters(actors=then, match="all")


def test_a_bar_keeps_inside_the_period() -> None:
    asked = Filters(since=date(2020, 1, 10), until=date(2020, 3, 5))
    march = marks.period(asked, "published", date(2020, 3, 1), date(2020, 3, 31))
    assert march == Filters(since=date(2020, 3, 1), until=date(2020, 3, 5), which="published")
    assert marks.period(Filters(), "spoken", date(2020, 3, 1), date(2020, 3, 31)).until == date(2020, 3, 31)


@pytest.mark.parametrize(
    ("split", "key", "then"),
    [
        ("language", "fa", Filters(languages=("fa",))),
        ("outlet", "-", Filters(outlets=("-",))),
        ("outlet", "+", Filters()),
        ("actor", "a", Filters(actors=("a",))),
        ("none", "", Filters()),
    ],
)
def test_a_series_narrows(split: str, key: str, then: Filters) -> None:
    assert marks.series(Filters(), split, key) == then  # type: ignore[arg-type]
