"""Articles over time: what is stacked and what never is, gaps, identity of marks, and bounds on size."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import plotly.graph_objects as go
import pytest

from lib.figures.caption import Look
from lib.figures.pick import Picked, picked
from lib.figures.style import LANGUAGE_COLOURS, NEUTRAL
from lib.figures.timeline import timeline_alt, timeline_figure
from lib.text.bidi import strip
from lib.text.calendars import Calendar
from tests.figures.examples import KEYS, caption, look, times

PLAIN = Look(caption("en"))


def kinds(figure: go.Figure) -> set[str]:
    """The kinds of marks in a figure."""
    return {trace.type for trace in figure.data}


@pytest.mark.parametrize(
    ("split", "many", "style", "drawn", "panels"),
    [
        ("language", 3, "bars", "bar", 1),
        ("language", 3, "lines", "scatter", 1),
        ("language", 3, "multiples", "bar", 3),
        ("language", 1, "multiples", "bar", 1),
        ("outlet", 9, "bars", "bar", 1),
        ("actor", 5, "bars", "scatter", 1),
        ("actor", 6, "bars", "bar", 6),
        ("actor", 1, "bars", "scatter", 1),
        ("actor", 6, "lines", "scatter", 1),
    ],
)
def test_an_article_with_several_actors_is_never_stacked(
    split: str, many: int, style: str, drawn: str, panels: int
) -> None:
    figure = timeline_figure(times(tuple(KEYS[:many]), split), replace(PLAIN, style=style))
    assert kinds(figure) == {drawn}
    assert len({trace.xaxis or "x" for trace in figure.data}) == panels
    if split == "actor" and drawn == "bar":
        assert len(figure.data) == panels, "one series in each panel"


def test_languages_keep_their_colours_and_the_rest_is_grey() -> None:
    figure = timeline_figure(times(("ar", "fa", "+")), PLAIN)
    assert [trace.marker.color for trace in figure.data] == [LANGUAGE_COLOURS["ar"], LANGUAGE_COLOURS["fa"], NEUTRAL]
    assert [trace.name for trace in figure.data] == ["Arabic", "Persian", "All others"]


def test_a_bar_covers_its_bin_and_bins_of_nothing_have_none() -> None:
    timeline = times(("fa",))
    timeline.frame.loc[3, "articles"] = 0
    bar = timeline_figure(timeline, PLAIN).data[0]
    rows = timeline.frame[timeline.frame["articles"] > 0]
    assert list(bar.x) == [day.isoformat()[:7] for day in rows["since"]]
    assert list(bar.y) == rows["articles"].tolist()
    days = [width / 86_400_000 for width in bar.width]
    lengths = [(until - since).days + 1 for since, until in zip(rows["since"], rows["until"], strict=True)]
    assert all(0.9 * length < day < length for day, length in zip(days, lengths, strict=True))
    assert bar.offset == 0


def test_a_share_of_nothing_is_a_gap_and_nought_is_a_point() -> None:
    timeline = times(("fa", "ar"))
    frame = timeline.frame
    frame.loc[frame["since"] == date(2018, 3, 1), "share"] = np.nan
    frame.loc[frame["since"] == date(2018, 5, 1), "share"] = 0.0
    line = timeline_figure(timeline, replace(PLAIN, style="lines", measure="share")).data[0]
    values = dict(zip(line.x, line.y, strict=True))
    assert np.isnan(values["2018-03"])
    assert values["2018-05"] == 0
    assert line.connectgaps is False


def test_points_are_left_out_only_where_the_line_stays_the_same() -> None:
    timeline = times(("fa",), "actor", "day", date(2018, 1, 12))
    timeline.frame["articles"] = [0, 0, 0, 2, 0, 0, 0, 0, 1, 1][: len(timeline.frame)]
    line = timeline_figure(timeline, replace(PLAIN, style="lines")).data[0]
    assert [int(day[-2:]) for day in line.x] == [3, 5, 6, 7, 10, 11, 12]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("style", ["bars", "lines", "multiples"])
@pytest.mark.parametrize("measure", ["articles", "share"])
@pytest.mark.parametrize(("step", "calendar"), [("day", "gregorian"), ("month", "gregorian"), ("month", "jalali")])
def test_ten_series_of_500_bins_stay_small(
    step: str, measure: str, style: str, language: str, calendar: Calendar
) -> None:
    until = date(2018, 1, 3) + timedelta(499) if step == "day" else date(2059, 8, 31)
    timeline = times(tuple(f"a-long-key-of-an-outlet-{n}" for n in range(10)), "outlet", step, until, calendar)
    assert timeline.frame["since"].nunique() in (500, 501)
    figure = timeline_figure(timeline, Look(caption(language), style=style, measure=measure))
    assert len(figure.to_json()) < 100_000


@pytest.mark.parametrize(
    ("step", "until"), [("day", "2018-01-20"), ("day", "2018-12-31"), ("week", "2019-02-01"), ("month", "2019-01-01")]
)
@pytest.mark.parametrize("style", ["bars", "lines", "multiples"])
def test_a_mark_tells_its_series_and_day(style: str, step: str, until: str) -> None:
    timeline = times(("fa", "ar"), "language", step, date.fromisoformat(until))
    figure = timeline_figure(timeline, replace(PLAIN, style=style))
    for curve, key in enumerate(("fa", "ar")):
        rows = timeline.frame[timeline.frame["series"] == key].set_index("since")["articles"]
        for place, value in enumerate(figure.data[curve].y):
            found = picked(figure, {"curve_number": curve, "point_index": place})
            assert found is not None
            assert (found.key, found.other) == (key, "")
            assert rows[found.day] == value


def test_hover_lines_are_in_the_reader_s_digits() -> None:
    bar = timeline_figure(times(("fa",), until=date(2018, 2, 1)), Look(caption("fa"))).data[0]
    assert strip(bar.hovertext[0]).startswith("فارسی<br>ژانویهٔ ۲۰۱۸<br>")


@pytest.mark.parametrize(
    ("language", "calendar", "tick", "hover"),
    [
        ("fa", "jalali", "دی<br>۱۳۹۶", "فارسی<br>دی ۱۳۹۶<br>"),
        ("ar", "hijri", "ربيع الآخر<br>١٤٣٩", "الفارسية<br>ربيع الآخر ١٤٣٩<br>"),
        ("en", "jalali", "Dey<br>1396", "Persian<br>Dey 1396<br>"),
    ],
)
def test_axis_and_hover_are_in_the_calendar(language: str, calendar: Calendar, tick: str, hover: str) -> None:
    timeline = times(("fa",), until=date(2018, 2, 1), calendar=calendar)
    figure = timeline_figure(timeline, Look(caption(language)))
    assert strip(figure.layout.xaxis.ticktext[0]) == tick
    assert strip(figure.data[0].hovertext[0]).startswith(hover)
    assert hover.split("<br>")[1] in strip(timeline_alt(timeline, Look(caption(language))))
    first = timeline.frame["since"].iloc[0]
    assert picked(figure, {"curve_number": 0, "point_index": 0}) == Picked("fa", day=first)
    assert figure.layout.xaxis.tickvals[0] == figure.data[0].x[0] == first.isoformat()


@pytest.mark.parametrize(("many", "said"), [(1, "۱۳۹۷/۱۰/۱۱"), (5, "تقویم میلادی")])
def test_hover_of_very_many_marks_tells_its_calendar(many: int, said: str) -> None:
    keys = tuple(KEYS[:many])
    timeline = times(keys, "outlet", "day", date(2019, 1, 1), calendar="jalali")
    bar = timeline_figure(timeline, Look(caption("fa"))).data[0]
    assert said in strip(str(bar.hovertext[-1]) if many == 1 else bar.hovertemplate)


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
def test_nothing_is_said_to_be_nothing(language: str) -> None:
    empty = times(())
    assert not timeline_figure(empty, Look(caption(language))).data
    assert timeline_alt(empty, Look(caption(language)))


def test_alt_says_the_fullest_bin_and_the_largest_series() -> None:
    timeline = times(("fa", "ar"), until=date(2018, 4, 1))
    timeline.frame["articles"] = [1, 1, 9, 3, 1, 1, 1, 1]
    said = timeline_alt(timeline, PLAIN)
    assert "February 2018: 12 articles" in said
    assert "Persian, 12" in said


def test_alt_of_actors_does_not_add_up_articles_that_name_several() -> None:
    timeline = times(("iran", "rajavi"), "actor", until=date(2018, 4, 1))
    timeline.frame["articles"] = [1, 1, 9, 3, 1, 1, 1, 1]
    assert "February 2018: 9 articles" in timeline_alt(timeline, look("en"))


@pytest.mark.parametrize(
    "point",
    [
        {},
        {"curve_number": 9, "point_index": 0},
        {"curve_number": 0, "point_index": -1},
        {"curve_number": None, "point_index": 0},
    ],
)
def test_what_is_no_mark_of_ours_is_nothing(point: dict[str, int]) -> None:
    assert picked(timeline_figure(times(("fa",)), PLAIN), point) is None


def test_a_day_that_is_not_there_is_left_out() -> None:
    figure = timeline_figure(times(("fa",)), PLAIN)
    assert picked(figure, {"curve_number": 0, "point_index": 10_000}) == Picked("fa")
