"""When articles appeared that do not say so: what tells it, what does not, and what neighbours add."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.enrich import enrich
from lib.enrich.estimate import Neighbour, between_neighbours, estimate
from lib.model import Estimate

# language, text, since, until, why
TOLD = [
    ("ar", "الرياض 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس", "2015-08-10", "2015-08-10", "dateline"),
    ("en", "TEHRAN, Nov. 15, 2019 (IRNA) \u2013 Petrol was rationed.", "2019-11-15", "2019-11-15", "dateline"),
    ("fa", "تهران \u2013 ۲۴ آبان ۱۳۹۸ \u2013 بنزین گران شد.", "2019-11-15", "2019-11-15", "dateline"),
    ("fa", "در سال ۱۳۹۸ و روز جمعه ۲۴ آبان بنزین گران شد.", "2019-11-15", "2019-11-29", "text"),
    ("fa", "وزیر خارجه امروز (۱۵ اسفند ۱۳۹۸) به مسکو رفت.", "2020-03-05", "2020-03-05", "today"),
    ("ar", "عقدت اللجنة أمس 9 يناير 2020 جلستها في جنيف.", "2020-01-10", "2020-01-10", "today"),
    (
        "en",
        "Clashes broke out on 10 May 2021. They went on until 12 May 2021, and a truce will be signed on 20 May 2021.",
        "2021-05-12",
        "2021-05-20",
        "text",
    ),
    (
        "en",
        "He was held on 10 May 2021 and freed on 11 May 2021, a lawyer said today, Friday.",
        "2021-05-14",
        "2021-05-14",
        "text",
    ),
]


@pytest.mark.parametrize(("language", "text", "since", "until", "why"), TOLD)
def test_what_the_words_tell(language: str, text: str, since: str, until: str, why: str) -> None:
    found = estimate("", text, language)
    assert found is not None
    assert (str(found.since), str(found.until), found.why) == (since, until, why)
    assert 0 < found.confidence < 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "روز شنبه وزیر خارجه عمان سخن گفت و دیروز بازگشت."),
        ("en", "He was born on 3 May 1951. In 2019 he wrote his last book."),
        ("ar", "في عام 2019 ارتفعت الأسعار."),
        ("en", ""),
    ],
)
def test_where_nothing_tells(language: str, text: str) -> None:
    assert estimate("", text, language) is None


def test_a_stated_day_is_never_estimated() -> None:
    text = "TEHRAN, Nov. 15, 2019 (IRNA) \u2013 Petrol was rationed yesterday."
    row = {"id": "a", "title": None, "text": text, "captions": (), "language": "en"}
    undated, dated = row | {"since": None, "until": None}, row | {"since": date(2020, 1, 2), "until": date(2020, 1, 2)}
    found = enrich(pd.DataFrame([undated, dated]).astype(object))
    assert found["estimate"][0] == Estimate(date(2019, 11, 15), date(2019, 11, 15), 0.9, "dateline")
    assert found["estimate"][1] is None
    days = [{mention.surface: mention.since for mention in dates} for dates in found["dates"]]
    assert days[0]["yesterday"] is None, "an estimate is no reference"
    assert days[1]["yesterday"] == date(2020, 1, 1)


DAY = date(2020, 3, 10)


def test_between_two_dated_articles() -> None:
    file = [Neighbour(7, DAY, None), Neighbour(8, None, None, False), Neighbour(9, DAY + timedelta(days=2), None)]
    assert between_neighbours(file) == {8: Estimate(DAY, DAY + timedelta(days=2), 0.5, "neighbours")}


def test_words_and_neighbours_together() -> None:
    own = Estimate(DAY + timedelta(days=1), DAY + timedelta(days=9), 0.3, "text")
    file = [Neighbour(1, DAY, None), Neighbour(2, None, own, False), Neighbour(3, DAY + timedelta(days=4), None)]
    found = between_neighbours(file)[2]
    assert (found.since, found.until, found.why) == (own.since, DAY + timedelta(days=4), "text")
    assert found.confidence > 0.5


def test_far_neighbours_say_nothing() -> None:
    file = [Neighbour(1, DAY, None), Neighbour(2, None, None, False), Neighbour(3, DAY + timedelta(days=400), None)]
    assert between_neighbours(file) == {}
    assert between_neighbours([Neighbour(1, None, None, False)]) == {}


days = st.dates(date(2000, 1, 1), date(2030, 1, 1))
neighbours = st.one_of(
    days.map(lambda day: (day, None, True)),
    st.just((None, None, True)),
    st.just((None, None, False)),
    st.builds(
        lambda day, n: (None, Estimate(day, day + timedelta(days=n), 0.3, "text"), False), days, st.integers(0, 9)
    ),
)


@given(st.lists(neighbours, max_size=8))
def test_only_undated_articles_get_a_sound_interval(rows: list[tuple[date | None, Estimate | None, bool]]) -> None:
    file = [Neighbour(rid, *row) for rid, row in enumerate(rows)]
    for rid, found in between_neighbours(file).items():
        assert not file[rid].stated
        assert found.since <= found.until and 0 < found.confidence <= 0.9
