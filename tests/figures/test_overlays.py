"""What is laid over a timeline: in its place, named in the legend, small, and never taken for a mark of a series."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from lib.figures.caption import Look
from lib.figures.images import available
from lib.figures.layout import with_size
from lib.figures.overlays import NAMED_EVENTS, PEAK
from lib.figures.pick import Picked, picked
from lib.figures.plan import plan_of
from lib.figures.series import DAY, moments
from lib.figures.timeline import timeline_alt, timeline_figure
from lib.ingest.events import Event
from lib.query.bins import MOST_BINS
from lib.query.placing import MOST_MARKS
from lib.text.calendars import Calendar
from tests.figures.examples import caption, laid, times

PLAIN = Look(caption("en"))
SMOOTHED = MOST_MARKS // 2  # an average is as many numbers again
MOST = [("day", SMOOTHED // 9, 9), ("month", SMOOTHED // 18, 9), ("month", SMOOTHED // 12, 6), ("day", MOST_BINS, 1)]


def legend(figure: object) -> list[str]:
    return [text for text, _, _ in plan_of(figure).legend]  # type: ignore[arg-type]


def test_everything_has_its_word_in_the_legend() -> None:
    words = legend(timeline_figure(laid(("fa", "ar")), PLAIN))
    assert words[:5] == ["Persian", "Arabic", "Imprecise dates, spread evenly", "Nothing collected", "Peak"]
    assert [word[:2] for word in words[5:]] == ["1 ", "2 ", "3 "]
    assert legend(timeline_figure(times(("fa", "ar")), PLAIN)) == ["Persian", "Arabic"]


def test_many_events_share_one_word() -> None:
    timeline = laid(("fa",))
    day = timeline.bins[3][0]
    events = tuple(Event(day, day, f"event {n}") for n in range(NAMED_EVENTS + 1))
    figure = timeline_figure(replace(timeline, over=replace(timeline.over, events=events)), PLAIN)
    assert legend(figure)[-1] == "Own events"
    marks = next(trace for trace in figure.data if trace.name == "Own events")
    # All on one day: their numbers stand side by side at one mark, not on one another.
    assert list(marks.text) == [", ".join(str(n + 1) for n in range(NAMED_EVENTS + 1)), *[""] * NAMED_EVENTS]


def test_hatched_bars_stand_on_the_others_and_fit_below_the_top() -> None:
    timeline = laid(("fa", "ar"))
    figure = timeline_figure(timeline, PLAIN)
    hatched = next(trace for trace in figure.data if trace.type == "bar" and trace.marker.pattern.shape)
    assert list(hatched.y) == timeline.over.spread.frame["imprecise"].tolist()
    assert list(hatched.x) == [day.isoformat() for day in timeline.over.spread.frame["since"]]
    assert (hatched.offset, figure.layout.barmode) == (0, "stack")
    highest = timeline.frame.groupby("since")["articles"].sum().max() + 0.25
    assert figure.layout.yaxis.range[1] > highest


@pytest.mark.parametrize("style", ["bars", "lines", "multiples"])
def test_a_gap_is_shaded_in_its_panels_alone(style: str) -> None:
    timeline = laid(("fa", "ar"))
    figure = timeline_figure(timeline, replace(PLAIN, style=style))
    strips = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    of_one, of_all = ([s for s in strips if s.x0 == gap.since.isoformat()] for gap in timeline.over.gaps)
    assert len(of_all) == (2 if style == "multiples" else 1)
    assert [shape.xref for shape in of_one] == (["x"] if style == "multiples" else [])
    assert {shape.layer for shape in of_all} == {"below"}
    after = timeline.over.gaps[1].until + timedelta(1)
    assert {shape.x1 for shape in of_all} == {after.isoformat()}


@pytest.mark.parametrize("style", ["bars", "lines", "multiples"])
@pytest.mark.parametrize("size", ["wide", "square", "tall", "page"])
def test_overlays_outlive_another_size(style: str, size: str) -> None:
    figure = timeline_figure(laid(("fa", "ar")), replace(PLAIN, style=style))
    fitted = with_size(figure, size)  # type: ignore[arg-type]
    assert sum(shape.name == "over" for shape in fitted.layout.shapes) == sum(
        shape.name == "over" for shape in figure.layout.shapes
    ) > 3  # fmt: skip
    assert len(fitted.data) == len(figure.data)


def test_a_click_on_a_peak_is_told_from_one_on_a_bar() -> None:
    timeline = laid(("fa", "ar"))
    figure = timeline_figure(timeline, PLAIN)
    curve = next(at for at, trace in enumerate(figure.data) if trace.name == "Peak")
    assert picked(figure, {"curve_number": curve, "point_index": 0}) == Picked(PEAK, day=timeline.over.peaks[0].top)
    others = [at for at, trace in enumerate(figure.data) if trace.meta is None]
    assert len(others) == 3, "hatched bars, the average and events are no marks of a series"
    assert all(picked(figure, {"curve_number": at, "point_index": 0}) is None for at in others)


def test_the_average_is_drawn_and_the_counts_stay() -> None:
    timeline = laid(("fa", "ar"))
    bars = timeline_figure(timeline, PLAIN)
    summed = timeline.frame.groupby("since")["smoothed"].sum().to_numpy()
    average = next(trace for trace in bars.data if trace.type == "scatter" and trace.mode == "lines")
    assert np.allclose(average.y, summed, atol=1e-3)
    counted = sum(int(trace.y.sum()) for trace in bars.data if trace.meta and trace.meta["key"] in ("fa", "ar"))
    assert counted == timeline.frame["articles"].sum()
    lines = timeline_figure(timeline, replace(PLAIN, style="lines"))
    fa = next(trace for trace in lines.data if trace.meta and trace.meta["key"] == "fa")
    mine = timeline.frame[timeline.frame["series"] == "fa"]["smoothed"]
    assert np.allclose(fa.y, mine, atol=1e-3)


@pytest.mark.parametrize("split", ["actor", "compare", "layer"])
def test_what_does_not_add_up_is_never_stacked(split: str) -> None:
    figure = timeline_figure(times(("published", "spoken"), split), PLAIN)
    assert {trace.type for trace in figure.data} == {"scatter"}


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("style", ["bars", "lines", "multiples"])
@pytest.mark.parametrize(("step", "many", "series"), MOST)
@pytest.mark.parametrize("calendar", ["gregorian", "hijri"])
def test_the_most_that_can_be_asked_for_stays_small(
    language: str, style: str, step: str, many: int, series: int, calendar: Calendar
) -> None:
    until = date(2018, 1, 3) + timedelta(many - 1) if step == "day" else date(2018 + many // 12, 1, 1)
    keys = tuple(f"a-long-key-of-an-outlet-{n}" for n in range(series))
    timeline = laid(keys, split="outlet", step=step, until=until, calendar=calendar)
    spread = replace(timeline.over.spread, frame=timeline.over.spread.frame.head(24))
    timeline = replace(timeline, over=replace(timeline.over, spread=spread))
    figure = timeline_figure(timeline, Look(caption(language), style=style, measure="share"))
    assert len(figure.to_json()) < 100_000


def test_days_in_four_bytes_are_the_same_days() -> None:
    days = [date.min, date(622, 7, 18), date(1398, 8, 24), date(1970, 1, 1), date(2020, 2, 29), date.max]
    found = [date(1970, 1, 1).toordinal() + int(float(value) // DAY) for value in moments(days)]
    assert found == [day.toordinal() for day in days]
    assert moments(days).dtype == np.float32


def test_words_for_those_who_do_not_see_name_the_peaks() -> None:
    assert "Peak: " in timeline_alt(laid(("fa", "ar")), PLAIN)


def test_pictures_can_be_made() -> None:
    from lib.figures.images import render

    if available():
        svg = render(timeline_figure(laid(("fa", "ar")), PLAIN), "svg", "wide").decode()
        assert "Nothing collected" in svg and "pattern" in svg
