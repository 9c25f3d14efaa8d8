"""The timeline in the three calendars through the whole dashboard: axis, pickers, words and link."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import plotly.io
import pytest

from lib.query.filters import Filters
from lib.settings import SEEDS
from lib.text.bidi import strip
from tests.pages.conftest import Open, faults, started, texts
from tests.pages.test_state_in_links import current

MONTHS = {
    ("jalali", "fa"): "تیر ۱۳۹۹",
    ("jalali", "ar"): "تير ١٣٩٩",
    ("jalali", "en"): "Tir 1399",
    ("hijri", "fa"): "ذی\u200cقعده ۱۴۴۱",
    ("hijri", "ar"): "ذو القعدة ١٤٤١",
    ("hijri", "en"): "Dhu al-Qadah 1441",
    ("gregorian", "en"): "July 2020",
}


def picture(app: object) -> str:
    """Ticks and hover lines of the first chart, without controls."""
    figure = plotly.io.from_json(app.get("plotly_chart")[0].proto.spec)  # type: ignore[attr-defined]
    hover = [line for trace in figure.data for line in trace.hovertext or ()]
    return strip(" ".join([*figure.layout.xaxis.ticktext, *hover]).replace("<br>", " "))


@pytest.mark.parametrize(("calendar", "ui"), MONTHS)
def test_axis_and_hover_are_in_the_calendar_of_the_link(visit: Open, calendar: str, ui: str) -> None:
    app = visit("tiny", "timeline", cal=calendar, ui=ui, by="month")
    assert faults(app) == []
    assert MONTHS[calendar, ui] in picture(app)


@pytest.mark.parametrize("place", ["page", "sidebar"])
def test_the_calendar_is_switched_in_two_places_and_kept_in_the_link(visit: Open, place: str) -> None:
    app = visit("tiny", "timeline", since="2020-06-21", until="2020-07-21", ui="en")
    assert "21 Jun 2020" in texts(app)
    switches = [each for each in app.segmented_control if str(each.key).startswith("calendar:")]
    next(each for each in switches if str(each.key).endswith(place)).set_value("jalali").run()
    assert faults(app) == []
    assert app.query_params["cal"] == "jalali"
    assert {each.value for each in app.segmented_control if str(each.key).startswith("calendar:")} == {"jalali"}
    assert "1 Tir 1399" in texts(app) and "31 Tir 1399" in texts(app)
    assert not app.sidebar.date_input


def test_an_edge_is_chosen_by_year_month_and_day(visit: Open) -> None:
    app = visit("tiny", "timeline", cal="jalali", ui="fa")

    def choose(edge: str, unit: str, value: int) -> None:
        box = next(
            each for each in app.sidebar.selectbox if str(each.key).startswith(f"{edge}:") and each.key.endswith(unit)
        )
        box.set_value(value).run()
        assert faults(app) == []

    choose("since", "year", 1399)
    choose("until", "year", 1399)
    assert current(app).filters == Filters(since=date(2020, 3, 20), until=date(2021, 3, 20))
    choose("since", "month", 4)
    choose("until", "month", 4)
    assert current(app).filters == Filters(since=date(2020, 6, 21), until=date(2020, 7, 21))
    choose("until", "day", 15)
    assert app.query_params["until"] == "2020-07-05"
    assert "۱ تیر ۱۳۹۹" in texts(app)
    choose("since", "year", 0)
    assert current(app).filters == Filters(until=date(2020, 7, 5))


@pytest.mark.parametrize(
    ("calendar", "month", "year"), [("jalali", "آبان ۱۳۹۸", "۱۳۹۸"), ("hijri", "ربیع\u200cالاول ۱۴۴۱", "۱۴۴۱")]
)
def test_the_uprising_of_the_seeds_stands_in_its_month_and_year(
    seeds_home: Path, monkeypatch: pytest.MonkeyPatch, calendar: str, month: str, year: str
) -> None:
    monkeypatch.setenv("RAWI_HOME", str(seeds_home))
    monkeypatch.setenv("RAWI_CORPUS", str(SEEDS))
    query = {"ui": "fa", "cal": calendar, "since": "2019-10-01", "until": "2019-12-31"}
    app = started("timeline", by="month", **query)
    assert faults(app) == []
    assert month in picture(app) and year in picture(app)


def test_the_uprising_of_98_is_a_year_of_its_calendar(seeds_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAWI_HOME", str(seeds_home))
    monkeypatch.setenv("RAWI_CORPUS", str(SEEDS))
    app = started("timeline", by="year", cal="jalali", ui="fa", language="fa")
    assert faults(app) == []
    assert "فارسی ۱۳۹۸" in picture(app)
