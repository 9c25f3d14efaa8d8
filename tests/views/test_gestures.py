"""From a click or a drag to filters, and what the files and links of a card are called."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest

from lib.figures.pick import Picked
from lib.query.actors import MOST_SQUARES, heat
from lib.query.filters import Filters
from lib.query.layers import layers
from lib.query.peaks import Peak
from lib.query.timeline import timeline
from lib.query.view import View
from lib.query.windows import Windows
from lib.store.corpus import Corpus
from lib.views import card, overtime, picks
from lib.views.picking import Gesture, as_day, gesture
from tests import corpora

HALVES = Windows((date(2020, 2, 1), date(2020, 3, 2)), (date(2020, 1, 1), date(2020, 1, 31)), asked=False)
FIGURE = go.Figure(go.Bar(x=[1, 2], y=["A", "B"], customdata=[["iran"], ["tehran"]]))


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        ({}, Gesture()),
        ({"points": [], "box": []}, Gesture()),
        ({"points": [{"curve_number": 0, "point_index": 1}]}, Gesture((Picked("tehran"),))),
        ({"points": [{"curve_number": 7, "point_index": 1}]}, Gesture()),
        ({"box": [{"x": ["2020-03-05 11:00", "2020-01-02"]}]}, Gesture(period=(date(2020, 1, 2), date(2020, 3, 5)))),
        ({"box": [{"x": [0.4, 1.2]}], "points": [{"curve_number": 0, "point_index": 0}]}, Gesture((Picked("iran"),))),
    ],
)
def test_gesture(selection: dict[str, object], found: Gesture) -> None:
    assert gesture(FIGURE, selection) == found


@pytest.mark.parametrize(
    ("value", "day"),
    [("2020-07-17", date(2020, 7, 17)), ("2020-07-17 12:30:00.5", date(2020, 7, 17)), ("Tehran", None), (3, None)],
)
def test_as_day(value: object, day: date | None) -> None:
    assert as_day(value) == day


@pytest.mark.parametrize(
    ("pick", "mark", "found"),
    [
        (picks.by_actor, Picked("iran"), Filters(actors=("iran",))),
        (picks.by_actor, Picked("iran", "tehran"), Filters(actors=("iran", "tehran"), match="all")),
        (picks.by_language, Picked("fa"), Filters(languages=("fa",))),
        (picks.by_part("language"), Picked("iran", "fa"), Filters(actors=("iran",), languages=("fa",))),
        (picks.by_part("outlet"), Picked("iran", "-"), Filters(actors=("iran",), outlets=("-",))),
        (picks.by_value("outlet"), Picked("Ham"), Filters(outlets=("Ham",))),
        (picks.by_companion("iran"), Picked("tehran"), Filters(actors=("iran", "tehran"), match="all")),
        (picks.by_window(HALVES, "spoken"), Picked("iran", "before"),
         Filters(actors=("iran",), since=date(2020, 1, 1), until=date(2020, 1, 31), which="spoken")),
        (picks.by_window(HALVES, "published"), Picked("iran", "now"),
         Filters(actors=("iran",), since=date(2020, 2, 1), until=date(2020, 3, 2), which="published")),
        (picks.by_newcomer(HALVES), Picked("iran"),
         Filters(actors=("iran",), since=date(2020, 2, 1), until=date(2020, 3, 2), which="published")),
        (picks.by_word("ar"), Picked("\u0627\u0644\u0646\u0638\u0627\u0645"),
         Filters(languages=("ar",), search="\u0627\u0644\u0646\u0638\u0627\u0645")),
    ],
)  # fmt: skip
def test_a_click_narrows(pick: object, mark: Picked, found: Filters) -> None:
    assert pick(Filters(), Gesture((mark,))) == found  # type: ignore[operator]
    assert pick(Filters(), Gesture()) == Filters()  # type: ignore[operator]


@pytest.mark.parametrize(
    ("view", "key", "found"),
    [
        (View(compare=("actor:iran", "q:x")), "q:x", {"search": "met x"}),
        (View(compare=("actor:iran", "q:x")), "actor:iran", {"search": "met", "actors": ("iran",)}),
        (View(split="language"), "fa", {"search": "met", "languages": ("fa",)}),
        (View(split="language"), "~", {}),
        (View(split="language"), "^", {}),
    ],
)
def test_a_click_on_the_timeline(tiny: Corpus, view: View, key: str, found: dict[str, object]) -> None:
    shown = timeline(tiny, Filters(), replace(view, granularity="month"))
    month = {"since": date(2020, 7, 1), "until": date(2020, 7, 31), "which": "published"} if found else {}
    picked = picks.by_time(shown)(Filters(search="met"), Gesture((Picked(key, day=date(2020, 7, 1)),)))
    assert picked == Filters(**{"search": "met", **month, **found})  # type: ignore[arg-type]


def test_a_click_on_a_layer_goes_by_its_kind_of_date(tiny: Corpus) -> None:
    shown, _ = layers(tiny, Filters(since=date(2020, 1, 1)), View(granularity="month"))
    mark = Picked("spoken", day=date(2020, 7, 1))
    picked = picks.by_time(shown)(Filters(since=date(2020, 1, 1)), Gesture((mark,)))
    assert picked == Filters(since=date(2020, 7, 1), until=date(2020, 7, 31), which="spoken")


@pytest.mark.parametrize(
    ("marks", "seen"),
    [((Picked("iran", "tehran"),), {"pair": ("iran", "tehran"), "page": 1}), ((Picked("iran"),), {}), ((), {})],
)
def test_a_click_on_a_tie_opens_it(marks: tuple[Picked, ...], seen: dict[str, object]) -> None:
    assert picks.of_pair(Gesture(marks)) == seen


def test_a_click_on_a_peak_changes_the_view_alone(tiny: Corpus) -> None:
    shown = timeline(tiny, Filters(), View(granularity="day"))
    day = date(2020, 7, 6)
    shown = replace(shown, over=replace(shown.over, peaks=(Peak(day, day, day, 9, 1.0, 0.001),)))
    assert overtime.seen((Picked("^", day=day),), shown) == {"peak": "2020-07-06"}
    assert overtime.seen((Picked("fa", day=day),), shown) == {}
    assert picks.by_time(shown)(Filters(), Gesture((Picked("^", day=day),))) == Filters()


def test_a_drag_keeps_what_lies_on_the_timeline(tiny: Corpus) -> None:
    found = timeline(tiny, Filters(), View(granularity="month"))
    pick = picks.by_time(found)
    first, last = found.frame["since"].min(), found.frame["until"].max()
    assert pick(Filters(), Gesture(period=(date(1900, 1, 1), date(2100, 1, 1)))) == Filters(
        since=first, until=last, which="published"
    )
    assert pick(Filters(), Gesture(period=(date(1900, 1, 1), date(1900, 2, 1)))) == Filters()


def test_a_click_on_a_bar_keeps_its_series_and_its_days(tiny: Corpus) -> None:
    pick = picks.by_time(timeline(tiny, Filters(), View(granularity="month")))
    assert pick(Filters(), Gesture((Picked("fa", day=date(2020, 7, 1)),))) == Filters(
        languages=("fa",), since=date(2020, 7, 1), until=date(2020, 7, 31), which="published"
    )


def test_a_day_that_no_bar_begins_is_kept_as_a_day(tiny: Corpus) -> None:
    found = timeline(tiny, Filters(), View(granularity="month"))
    assert picks.last_day(found, date(2020, 7, 9)) == date(2020, 7, 9)
    assert isinstance(found.frame, pd.DataFrame)


@pytest.mark.parametrize(
    ("filters", "stem"),
    [
        (Filters(), "timeline"),
        (Filters(("fa",), since=date(2018, 1, 1), until=date(2018, 12, 31)), "timeline_fa_2018-01-01_2018-12-31"),
        (Filters(actors=("../../etc", "b", "c")), "timeline_------etc_b"),
    ],
)
def test_file_stem(filters: Filters, stem: str) -> None:
    assert card.file_stem("timeline", filters) == stem


def test_a_square_keeps_its_actor_and_its_days(tiny: Corpus) -> None:
    found = heat(tiny, Filters(), ("iran", "tehran"), View(granularity="month"))
    pick = picks.by_square(found)
    asked = pick(Filters(), Gesture((Picked("iran", "2020-07-01"),)))
    assert asked == Filters(actors=("iran",), since=date(2020, 7, 1), until=date(2020, 7, 31), which="published")
    assert pick(Filters(), Gesture((Picked("nobody", "2020-07-01"),))) == Filters()
    assert pick(Filters(), Gesture((Picked("iran", "x"),))) == Filters()


def test_a_heat_map_of_many_days_has_wider_bins(tmp_path: Path) -> None:
    found = heat(corpora.many(tmp_path, 60), Filters(), ("iran",), View(granularity="day"))
    assert len(found.bins) <= MOST_SQUARES and found.granularity == "month"
