"""What every figure must keep: a size, its caption, room for its words, direction of its lines, zero-based bars."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import plotly.graph_objects as go
import pytest

from lib.figures.caption import Look
from lib.figures.layout import with_size
from lib.figures.plan import SIZES, Size, plan_of
from lib.figures.timeline import timeline_figure
from lib.text.bidi import PDI, RLI, RLM, label
from tests.figures.examples import INTERFACES, caption, every, times

ALL = {(name, language): figure for language in INTERFACES for name, figure in every(language)}
IDS = ["-".join(key) for key in ALL]
PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def texts(value: Any, key: str = "") -> Iterator[str]:
    """Every string of a figure that Plotly draws, line by line."""
    if isinstance(value, dict):
        for name, each in value.items():
            if name not in ("meta", "template"):
                yield from texts(each, name)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts(each, key)
    elif isinstance(value, str) and key in ("text", "ticktext", "hovertext", "name", "hovertemplate"):
        yield from value.split("<br>")


@pytest.mark.parametrize("figure", ALL.values(), ids=IDS)
def test_every_line_carries_its_direction_and_no_presentation_form(figure: go.Figure) -> None:
    lines = list(texts(figure.to_plotly_json()))
    assert lines
    for line in lines:
        assert not PRESENTATION.search(line)
        if line.startswith(RLI):
            assert line.startswith(RLI + RLM)
            assert line.removesuffix("<extra></extra>").endswith(PDI)
        else:
            assert label(line) == line


@pytest.mark.parametrize("figure", ALL.values(), ids=IDS)
def test_markup_from_a_corpus_is_never_markup(figure: go.Figure) -> None:
    for line in texts(figure.to_plotly_json()):
        assert set(re.findall(r"<[^>]*>", line)) <= {"<extra>", "</extra>"}
        assert set(re.findall(r"%\{[^}]*\}", line)) <= {"%{hovertext}", "%{text}", "%{x|%Y-%m-%d}", "%{y}"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("figure", ALL.values(), ids=IDS)
def test_layout_in_every_size(figure: go.Figure, size: Size) -> None:
    fitted = with_size(figure, size)
    layout, shape = fitted.layout, SIZES[size]
    if shape.height:
        assert layout.width / layout.height == shape.width / shape.height
        assert layout.width >= shape.width
    else:
        assert layout.width is None, "a page has its own width"
    margin = layout.margin
    assert min(margin.l, margin.r, margin.t, margin.b) >= 0
    assert shape.width - margin.l - margin.r > 200
    assert layout.height - margin.t - margin.b > (90 if shape.height else 20)
    words = " ".join(each.text for each in layout.annotations)
    assert all(part.split()[0] in words for part in (plan_of(figure).caption.title, plan_of(figure).caption.counts))
    boxes = []
    for panel in plan_of(figure).panels:
        x, y = layout[panel.x.replace("x", "xaxis")].domain, layout[panel.y.replace("y", "yaxis")].domain
        assert 0 <= x[0] < x[1] <= 1
        assert 0 <= y[0] < y[1] <= 1
        boxes.append((*x, *y))
    for at, (left, right, low, high) in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert right <= other[0] or left >= other[1] or high <= other[2] or low >= other[3]


@pytest.mark.parametrize(("many", "smaller"), [(4, 1.0), (30, 2.0), (80, 2.5)])
def test_what_has_no_room_is_drawn_smaller(many: int, smaller: float) -> None:
    timeline = times(tuple(f"a{n}" for n in range(many)), "outlet")
    layout = with_size(timeline_figure(timeline, Look(caption("ar"), style="multiples")), "wide").layout
    assert layout.width == SIZES["wide"].width * smaller
    domains = [layout[f"yaxis{n or ''}"].domain for n in (0, *range(2, many + 1))]
    assert min(high - low for low, high in domains) * (layout.height - layout.margin.t - layout.margin.b) > 20


@pytest.mark.parametrize("figure", ALL.values(), ids=IDS)
def test_laying_out_again_changes_nothing(figure: go.Figure) -> None:
    again = with_size(with_size(figure, "tall"), "page")
    assert json.loads(again.to_json()) == json.loads(figure.to_json())


@pytest.mark.parametrize("figure", ALL.values(), ids=IDS)
def test_no_figure_is_large_and_all_is_plain_json(figure: go.Figure) -> None:
    assert len(figure.to_json()) < 100_000


@pytest.mark.parametrize("figure", ALL.values(), ids=IDS)
def test_bars_start_at_nought(figure: go.Figure) -> None:
    for trace in figure.data:
        if trace.type == "bar":
            assert trace.base is None
            axis = (
                f"xaxis{(trace.xaxis or 'x')[1:]}" if trace.orientation == "h" else f"yaxis{(trace.yaxis or 'y')[1:]}"
            )
            assert min(figure.layout[axis].range) == 0
            assert trace.base is None


@pytest.mark.parametrize(("name", "language"), ALL, ids=IDS)
def test_figures_run_with_the_interface(name: str, language: str) -> None:
    layout = ALL[name, language].layout
    side = "left" if language == "en" else "right"
    assert {note.xanchor for note in layout.annotations if note.name == "rawi"} == {side}
    if "timeline" in name and name != "timeline-none":
        assert layout.yaxis.side == side
        assert layout.xaxis.range[0] < layout.xaxis.range[1], "time runs from left to right for everybody"
        assert (layout.dragmode, layout.selectdirection) == ("select", "h")
    if name in ("ranking", "words", "languages", "scripts", "by-language", "map"):
        assert layout.yaxis.side == side
        assert (layout.xaxis.range[0] < layout.xaxis.range[1]) is (language == "en")


def test_no_text_is_drawn_by_webgl() -> None:
    assert {trace.type for figure in ALL.values() for trace in figure.data} <= {"bar", "scatter", "heatmap"}
