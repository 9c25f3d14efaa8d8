from __future__ import annotations

from datetime import date

import pytest

from lib.enrich.identity.overlay import Overlay
from lib.query import actor, offices
from lib.query.filters import Filters
from lib.store.corpus import Corpus


def test_the_profile_counts_and_dates(tiny: Corpus) -> None:
    found = actor.profile(tiny, Filters(), "maryam-rajavi")
    assert (found.articles, found.mentions, found.cited, found.matching) == (4, 6, 0, 9)
    assert found.days == (date(2020, 1, 3), date(2020, 7, 17))
    assert actor.profile(tiny, Filters(), "irna").cited == 2
    assert actor.profile(tiny, Filters(), "nobody") == actor.Profile(matching=9)


def test_first_named_with_the_lag_between_languages(tiny: Corpus) -> None:
    found = actor.firsts(tiny, Filters(), "maryam-rajavi")
    assert found[["language", "first", "lag", "id"]].values.tolist() == [
        ["en", date(2020, 1, 3), 0, "a6"],
        ["fa", date(2020, 7, 6), 185, "a1"],
        ["ar", date(2020, 7, 17), 196, "a4"],
    ]
    assert found["collected"].tolist() == [date(2020, 1, 3), date(2020, 7, 6), date(2020, 7, 17)]
    trump = actor.firsts(tiny, Filters(), "donald-trump").set_index("language")
    assert trump.loc["ar", ["articles", "dated", "first"]].tolist() == [1, 0, None]
    assert actor.firsts(tiny, Filters(), "nobody").empty


def test_who_is_named_beside_with_what_chance_would_make(tiny: Corpus) -> None:
    found = actor.companions(tiny, Filters(), "maryam-rajavi").set_index("actor")
    assert found.loc["iran", ["articles", "b_articles"]].tolist() == [4, 7]
    assert found.loc["iran", "share"] == 1.0
    assert found.loc["iran", "expected"] == pytest.approx(7 * 4 / 9)
    assert "maryam-rajavi" not in found.index
    assert actor.companions(tiny, Filters(), "nobody").empty


def test_offices_stand_beside_the_days(tiny: Corpus) -> None:
    held = offices.offices(tiny, "donald-trump")
    assert [each.office for each in held] == ["president-of-united-states"] * len(held) and held
    assert held[0].during((date(2020, 1, 1), date(2020, 12, 31)))
    assert not held[0].during((date(2016, 1, 1), date(2016, 12, 31)))
    assert offices.offices(tiny, "iran") == []


def test_who_was_joined_brings_the_offices_along(tiny: Corpus) -> None:
    joined = tiny.under(Overlay(into={"donald-trump": "the-donald"}, members={"the-donald": ("donald-trump",)}))
    assert offices.offices(joined, "the-donald") == offices.offices(tiny, "donald-trump")
    assert offices.offices(joined, "donald-trump") == offices.offices(tiny, "donald-trump")


@pytest.mark.parametrize(
    ("office", "language", "name"),
    [
        ("president-of-united-states", "en", "President of the United States"),
        ("foreign-minister-of-oman", "fa", "وزیر خارجه عمان"),
        ("foreign-minister-of-oman", "ar", "وزير خارجية عُمان"),
        ("prime-minister-of-germany", "fa", "صدراعظم آلمان"),
        ("keeper-of-nothing", "en", "Keeper of nothing"),
    ],
)
def test_offices_have_names(office: str, language: str, name: str) -> None:
    assert offices.office_name(office, language) == name


def test_every_office_of_the_table_has_a_name_in_every_language() -> None:
    every = {each.office for held in offices._table().values() for each in held}
    for office in every:
        for language, letters in (("fa", "\u0600"), ("ar", "\u0600"), ("en", "A")):
            name = offices.office_name(office, language)
            assert name and not set(name) & set("{}[]|")
            assert letters == "A" or min(map(ord, name.replace(" ", ""))) >= 0x600, (office, language, name)
