from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.query import articles, marks
from lib.query.bins import first_day
from lib.query.filters import Filters
from lib.query.timeline import MOST_SERIES, OTHER, timeline
from lib.query.view import Asked, Granularity, Split, View
from lib.store.corpus import Corpus
from lib.text.calendars import Calendar, from_gregorian
from tests.query import rows as by_hand
from tests.query.rows import Rows


def bins_of(corpus: Rows, rid: int, asked: Filters, step: tuple[Granularity, Calendar]) -> set[date]:
    """First days of the bins that an article is counted in."""
    found = set()
    for since, until in by_hand.intervals(corpus.rows[rid], asked, corpus):
        first = first_day(since, *step)
        if by_hand.wholly((since, until), asked) and first == first_day(until, *step):
            found.add(first)
    return found


def keys_of(corpus: Rows, rid: int, split: Split) -> set[str]:
    """Series that an article belongs to."""
    row = corpus.rows[rid]
    if split == "actor":
        return {actor for actor, role, _ in row.actors if role == "actor"}
    return {{"language": row.language or "und", "outlet": row.outlet or "-", "none": ""}[split]}


@settings(max_examples=12, deadline=None, phases=by_hand.PHASES)
@given(
    by_hand.corpora(),
    by_hand.filters(),
    st.sampled_from(["", "day", "week", "month"]),
    st.sampled_from(["language", "outlet", "actor", "none"]),
    st.sampled_from(["gregorian", "jalali", "hijri"]),
)
def test_counts_are_those_of_a_plain_count(
    corpus: Rows, asked: Filters, by: Asked, split: Split, calendar: Calendar
) -> None:
    view = View(granularity=by, calendar=calendar, split=split, measure="mentions")
    found = timeline(corpus, asked, view)  # type: ignore[arg-type]
    step = found.granularity, calendar
    counted: Counter[tuple[date, str]] = Counter()
    mentions: Counter[tuple[date, str]] = Counter()
    totals: Counter[date] = Counter()
    behind: dict[int, set[date]] = defaultdict(set)
    for rid, row in enumerate(corpus.rows):
        if row.repeat and not asked.duplicates:
            continue
        for first in bins_of(corpus, rid, asked, step):
            totals[first] += 1
            if by_hand.passes(corpus, rid, asked):
                behind[rid].add(first)
                for key in keys_of(corpus, rid, split) & set(found.series):
                    counted[first, key] += 1
                    mentions[first, key] += sum(
                        n
                        for actor, role, n in row.actors
                        if role == "actor"
                        and (actor == key if split == "actor" else not asked.actors or actor in asked.actors)
                    )
    rows = found.frame
    keys = list(zip(rows["since"], rows["series"], strict=True))
    assert len(set(keys)) == len(keys)
    assert {key: n for key, n in zip(keys, rows["articles"], strict=True) if n} == dict(counted)
    assert dict(zip(keys, rows["mentions"], strict=True)) == {key: mentions[key] for key in keys}
    assert all(totals[since] == total for since, total in zip(rows["since"], rows["total"], strict=True))
    assert found.behind == len(behind)
    assert found.pairs == sum(map(len, behind.values()))


def test_shares_have_their_denominator(tiny: Corpus) -> None:
    found = timeline(tiny, Filters(actors=("donald-trump",)), View(granularity="month", split="language")).frame
    rows = {
        (str(since), series): (n, total, share) for since, _, series, n, share, total in found.itertuples(index=False)
    }
    assert rows["2020-01-01", "en"] == (1, 1, 1.0)
    assert rows["2020-06-01", "ar"] == (1, 1, 1.0)
    assert rows["2020-07-01", "fa"] == (1, 3, pytest.approx(1 / 3))
    assert rows["2020-03-01", "fa"] == (0, 2, 0.0)
    assert rows["2020-02-01", "fa"][:2] == (0, 0)
    assert pd.isna(rows["2020-02-01", "fa"][2])
    assert len(found) == 7 * 3


def test_actors_are_those_asked_for_else_the_five_most_named(tiny: Corpus) -> None:
    most = timeline(tiny, Filters(), View(split="actor"))
    assert most.series == ("iran", "maryam-rajavi", "donald-trump", "tehran", "united-nations")
    asked = Filters(actors=("tehran", "irna"))
    assert timeline(tiny, asked, View(split="actor")).series == asked.actors
    assert timeline(tiny, asked, View(split="actor"), ("iran",)).series == ("iran",)


@pytest.mark.parametrize("split", ["language", "outlet", "actor", "none"])
@pytest.mark.parametrize("which", ["published", "spoken"])
def test_a_bar_opens_its_articles(tiny: Corpus, split: Split, which: str) -> None:
    asked = Filters(which=which, actors=("iran", "tehran"), since=date(2020, 1, 3))  # type: ignore[arg-type]
    found = timeline(tiny, asked, View(split=split, granularity="month"))
    assert found.pairs > 2
    bars = found.frame[found.frame["articles"] > 0]
    for row in (*bars.itertuples(), next(found.frame[found.frame["articles"] == 0].itertuples())):
        behind = marks.series(marks.period(asked, found.which, row.since, row.until), split, row.series)
        assert articles.count(tiny, behind) == row.articles


def test_many_series_become_others() -> None:
    day = (date(2020, 1, 1), date(2020, 1, 1))
    rows = [by_hand.Row("fa", f"o{n:02}", day, False, (), ()) for n in range(MOST_SERIES + 3) for _ in range(20 - n)]
    found = timeline(Rows(rows), Filters(), View(split="outlet"))  # type: ignore[arg-type]
    assert found.series == (*(f"o{n:02}" for n in range(MOST_SERIES)), OTHER)
    assert found.frame.set_index("series").loc[OTHER, "articles"] == 12 + 11 + 10
    assert found.frame["articles"].sum() == len(rows) == found.pairs


@pytest.mark.parametrize(("calendar", "many"), [("gregorian", 100), ("jalali", 95), ("hijri", 98)])
@pytest.mark.parametrize(("by", "granularity", "coarsened"), [("", "century", False), ("day", "century", True)])
def test_a_hostile_date_cannot_make_a_million_bins(
    by: Asked, granularity: str, coarsened: bool, calendar: Calendar, many: int
) -> None:
    days = [date.min, date(2020, 1, 1), date.max]
    rows = Rows([by_hand.Row("fa", None, (day, day), False, (), ()) for day in days])
    found = timeline(rows, Filters(), View(granularity=by, calendar=calendar))  # type: ignore[arg-type]
    assert (found.granularity, found.coarsened) == (granularity, coarsened)
    assert len(found.frame) == many
    assert found.behind == 3


@pytest.mark.parametrize(("split", "measure"), [("language", "articles"), ("actor", "mentions"), ("none", "mentions")])
def test_nothing_to_show(empty: Corpus, tiny: Corpus, split: Split, measure: str) -> None:
    view = View(split=split, measure=measure)  # type: ignore[arg-type]
    for corpus, asked in ((empty, Filters()), (tiny, Filters(languages=("xx",))), (tiny, Filters(actors=("x",)))):
        found = timeline(corpus, asked, view)
        assert found.frame.empty
        assert list(found.frame.columns[:6]) == ["since", "until", "series", "articles", "share", "total"]
        assert (found.behind, found.pairs) == (0, 0)


def test_dates_too_wide_for_the_bins_asked_for(tiny: Corpus) -> None:
    found = timeline(tiny, Filters(search="met in May"), View(granularity="day"))
    assert found.frame.empty
    assert found.conservation.imprecise == 1


@pytest.mark.parametrize("calendar", ["jalali", "hijri"])
@pytest.mark.parametrize("by", ["month", "year"])
def test_months_and_years_are_those_of_the_calendar(tiny: Corpus, calendar: Calendar, by: Asked) -> None:
    found = timeline(tiny, Filters(), View(granularity=by, calendar=calendar, split="none"))
    whole = tiny.articles()
    whole = whole[whole["duplicate_of"].isna() & whole["since"].notna()]
    size = 2 if by == "month" else 1
    counted: Counter[tuple[int, ...]] = Counter()
    for since, until in zip(whole["since"], whole["until"], strict=True):
        first, last = (from_gregorian(calendar, pd.Timestamp(day).date())[:size] for day in (since, until))
        if first == last:
            counted[first] += 1
    rows = found.frame[found.frame["articles"] > 0]
    assert {
        from_gregorian(calendar, day)[:size]: n for day, n in zip(rows["since"], rows["articles"], strict=True)
    } == counted
    assert found.conservation.imprecise == len(whole) - sum(counted.values())
