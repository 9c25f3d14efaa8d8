from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.i18n import catalogue
from lib.query.bins import first_day
from lib.query.conservation import Conservation, conservation
from lib.query.filters import Filters
from lib.query.view import Granularity
from lib.store.corpus import Corpus
from lib.text.calendars import Calendar
from tests.query import rows as by_hand
from tests.query.rows import Rows


def fate(corpus: Rows, rid: int, asked: Filters, step: tuple[Granularity | None, Calendar]) -> str:
    """The class of one article, decided step by step."""
    row, (granularity, calendar) = corpus.rows[rid], step
    if row.repeat and not asked.duplicates:
        return "duplicate"
    if not by_hand.passes(corpus, rid, asked):
        return "filtered"
    if not granularity and not asked.has_period:
        return "shown"
    dated = by_hand.intervals(row, asked, corpus)
    if not dated:
        return "undated"
    dated = [each for each in dated if by_hand.touches(each, asked)]
    if not dated:
        return "filtered"
    for since, until in dated:
        firsts = {first_day(day, granularity, calendar) if granularity else None for day in (since, until)}
        if len(firsts) == 1 and by_hand.wholly((since, until), asked):
            return "shown"
    return "imprecise"


@settings(max_examples=12, deadline=None, phases=by_hand.PHASES)
@given(
    by_hand.corpora(),
    by_hand.filters(),
    st.sampled_from([None, "day", "week", "month", "year"]),
    st.sampled_from(["gregorian", "jalali", "hijri"]),
)
def test_every_article_falls_in_one_class(
    corpus: Rows, asked: Filters, granularity: Granularity | None, calendar: Calendar
) -> None:
    expected = Counter(fate(corpus, rid, asked, (granularity, calendar)) for rid in range(len(corpus.rows)))
    found = conservation(corpus, asked, granularity, calendar)  # type: ignore[arg-type]
    assert found == Conservation(total=len(corpus.rows), **expected)
    if granularity is None:
        assert expected["shown"] == asked.expression(corpus).count().execute()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "granularity", "expected"),
    [
        (Filters(), None, Conservation(10, 1, 0, 0, 0, 9)),
        (Filters(duplicates=True), None, Conservation(10, 0, 0, 0, 0, 10)),
        (Filters(), "day", Conservation(10, 1, 0, 1, 2, 6)),
        (Filters(), "month", Conservation(10, 1, 0, 1, 1, 7)),
        (Filters(), "year", Conservation(10, 1, 0, 1, 0, 8)),
        (Filters(since=date(2020, 6, 15)), None, Conservation(10, 1, 3, 1, 2, 3)),
        (Filters(since=date(2020, 6, 15)), "year", Conservation(10, 1, 3, 1, 2, 3)),
        (Filters(which="spoken"), "month", Conservation(10, 1, 0, 5, 0, 4)),
        (Filters(which="spoken", languages=("fa",)), "day", Conservation(10, 1, 6, 2, 0, 1)),
        (Filters(which="spoken", until=date(2020, 5, 30)), "month", Conservation(10, 1, 2, 5, 1, 1)),
    ],
)
def test_classes(tiny: Corpus, asked: Filters, granularity: Granularity | None, expected: Conservation) -> None:
    assert conservation(tiny, asked, granularity) == expected


@pytest.mark.parametrize(
    ("counted", "sentence"),
    [
        (Conservation(), "0 of 0 articles shown"),
        (Conservation(total=1, shown=1), "1 of 1 article shown"),
        (
            Conservation(1234, 1, 2, 1, 1, 1229),
            "1,229 of 1,234 articles shown · 1 further telling of a story · 2 filtered out · 1 without a date · "
            "1 with a date too imprecise",
        ),
        (
            Conservation(5, 2, 0, 0, 3, 0),
            "0 of 5 articles shown · 2 further tellings of stories · 3 with dates too imprecise",
        ),
    ],
)
def test_the_sum_in_words(counted: Conservation, sentence: str) -> None:
    assert counted.sentence(catalogue("en")) == sentence
