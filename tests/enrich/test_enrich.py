"""The stage as a whole: a frame in, the same frame with findings out, whatever stands in it for "missing"."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from lib.enrich import declared, enrich
from lib.enrich.actors import Gazetteer, load_gazetteer
from lib.enrich.cast import Cast
from lib.model import Actor, Mention

DAY = date(2020, 7, 17)


def frame(**columns: Any) -> pd.DataFrame:
    row = {"id": "a", "title": None, "text": "", "captions": (), "language": None, "since": None, "until": None}
    return pd.DataFrame([row | columns], index=[7])


@pytest.mark.parametrize(
    ("code", "language"),
    [("fa", "fa"), ("fa-IR", "fa"), ("AR", "ar"), ("fas", "fa"), ("per", "fa"), ("ara", "ar"), ("eng", "en"),
     ("ckb", "ckb"),
     ("und", None), ("", None), (None, None), ("Persian", "fa"), ("العربية", "ar"),
     ("Martian", None), ("x", None), ("12", None)],
)  # fmt: skip
def test_declared_languages(code: str | None, language: str | None) -> None:
    assert declared(code) == language


def test_language_is_told_where_it_is_not_declared() -> None:
    text = "وزیر خارجه ایران گفت که این گفتگوها در تهران ادامه خواهد یافت و نتیجه آن روشن نیست."
    for missing in (None, float("nan"), pd.NA, pd.NaT, "", "Martian"):
        assert list(enrich(frame(text=text, language=missing))["language"]) == ["fa"]
    assert list(enrich(frame(text=text, language="ar"))["language"]) == ["ar"]
    assert list(enrich(frame(text="..."))["language"]) == ["und"]


def test_offsets_hold_in_every_part() -> None:
    parts = {
        "title": "Maryam Rajavi in Iran",
        "text": "Donald Trump spoke on 3 May 2020.",
        "caption": "Iran\nMaryam Rajavi",
    }
    done = enrich(frame(title=parts["title"], text=parts["text"], captions=("Iran", "Maryam Rajavi"), language="en"))
    mentions, dates = done.loc[7, "mentions"], done.loc[7, "dates"]
    assert {mention.part for mention in mentions} == set(parts)
    for each in [*mentions, *dates]:
        assert parts[each.part][each.start : each.end] == each.surface
    assert [each.since for each in dates] == [date(2020, 5, 3)]


@pytest.mark.parametrize(
    ("since", "until", "known"),
    [(DAY, DAY, True), (pd.Timestamp(DAY), pd.Timestamp(DAY), True), (date(2020, 7, 1), date(2020, 7, 31), False),
     (None, None, False), (pd.NaT, pd.NaT, False)],
)  # fmt: skip
def test_yesterday_counts_from_the_day_of_publication(since: Any, until: Any, known: bool) -> None:
    done = enrich(frame(text="The ministers met yesterday in Geneva.", language="en", since=since, until=until))
    days = [each.since for each in done.loc[7, "dates"]]
    assert (date(2020, 7, 16) in days) is known


def test_the_frame_that_came_in_is_left_as_it_was() -> None:
    given = frame(text="Iran", language="fa-IR")
    before = given.copy(deep=True)
    done = enrich(given)
    assert given.equals(before)
    assert list(done.index) == [7] and {"mentions", "dates", "statistics", "digest"} <= set(done.columns)


def mention(actor: str, surface: str, by: Any = "rule") -> Mention:
    return Mention("text", 0, len(surface), surface, actor, "person", "actor", by)


def test_the_cast_knows_listed_actors_and_names_found_ones() -> None:
    cast = Cast(load_gazetteer())
    cast.add("en", [mention("iran", "Iran", "list"), mention("found-1", "Ana Found"), mention("found-1", "A. Found")])
    cast.add("fa", [mention("found-1", "آنا"), mention("found-1", "آنا"), mention("found-1", "آنا فاند")])
    cast.add("en", [mention("found-1", "Ana Found")])
    actors = {actor.key: actor for actor in cast.actors()}
    assert actors["iran"] == load_gazetteer().actor("iran")
    found = actors["found-1"]
    assert (found.names, found.origin) == ({"en": "Ana Found", "fa": "آنا"}, "found")
    assert set(found.aliases) == {"A. Found", "آنا فاند"}


def test_an_empty_cast() -> None:
    assert Cast(Gazetteer(actors={"x": Actor("x", "person", {})})).actors() == []
