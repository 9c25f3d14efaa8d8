"""Rankings, dots per language, networks and maps: values, order, identity, and the same picture for the same counts."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import pytest

from lib.figures import actors, network
from lib.figures.pick import Picked, picked
from lib.figures.plan import plan_of
from lib.figures.style import KIND_COLOURS
from lib.text.bidi import strip
from tests.figures.examples import KEYS, KINDS, by_language, look, pairs, ranking


def marks(figure: go.Figure) -> list[Picked]:
    """What all marks of a figure stand for."""
    found = []
    for curve, trace in enumerate(figure.data):
        for place in range(len(trace.x if trace.x is not None else ())):
            mark = picked(figure, {"curve_number": curve, "point_number": place})
            found += [mark] if mark else []
    return found


@pytest.mark.parametrize("measure", ["articles", "mentions"])
def test_ranking_keeps_order_values_and_keys(measure: str) -> None:
    frame = ranking()
    figure = actors.ranking_figure(frame, look("en", measure=measure))
    bar = figure.data[0]
    assert list(bar.x) == frame[measure].tolist()
    assert list(bar.y) == list(range(10)), "the first on top"
    assert figure.layout.yaxis.range == (9.5, -0.5)
    assert [mark.key for mark in marks(figure)] == KEYS
    assert list(bar.marker.color) == [KIND_COLOURS[kind] for kind in KINDS]
    assert bar.text[0] == f"{frame[measure][0]:,}"


def test_names_are_shortened_and_read_from_their_own_side() -> None:
    figure = actors.ranking_figure(ranking(), look("en"))
    names = dict(zip(KEYS, figure.layout.yaxis.ticktext, strict=True))
    assert names["iran"] == "Iran"
    assert names["khamenei"] == "\u2067\u200fعلی خامنه\u200cای\u2069"
    assert strip(names["council"]).startswith("شورای ملی مقاومت ایران")
    assert strip(names["council"]).endswith("…")
    assert plan_of(figure).panels[0].labels[3].endswith("(ائتلاف گروه\u200cها) "), "kept whole for other sizes"


def test_values_are_in_the_reader_s_digits() -> None:
    assert strip(actors.ranking_figure(ranking(), look("fa")).data[0].text[0]) == "۱٬۲۳۴"


@pytest.mark.parametrize("rows", [0, 1, 30])
def test_ranking_of_any_length(rows: int) -> None:
    frame = ranking().sample(rows, replace=True, random_state=1) if rows else ranking().head(0)
    figure = actors.ranking_figure(frame, look("ar"))
    assert len(figure.data[0].x) == rows
    assert actors.ranking_alt(frame, look("ar"))


def test_ranking_alt_names_the_first() -> None:
    assert "Iran: 617" in actors.ranking_alt(ranking(), look("en"))


def test_dots_per_language_carry_actor_and_language() -> None:
    frame = by_language()
    figure = actors.by_language_figure(frame, look("en"))
    assert {(mark.key, mark.other) for mark in marks(figure)} == set(
        zip(frame["actor"], frame["language"], strict=True)
    )
    values = [value for trace in figure.data[1:] for value in trace.x]
    assert sorted(values) == sorted(frame["articles"])
    assert len({trace.marker.symbol for trace in figure.data[1:]}) == 3, "not told apart by colour alone"
    assert "Iran" in actors.by_language_alt(frame, look("en"))


def test_equal_dots_do_not_hide_each_other() -> None:
    frame = by_language().assign(articles=5)
    places = [
        (x, y)
        for trace in actors.by_language_figure(frame, look("en")).data[1:]
        for x, y in zip(trace.x, trace.y, strict=True)
    ]
    assert len(set(places)) == len(frame)


@pytest.mark.parametrize("style", ["network", "map"])
def test_pairs_can_be_clicked_and_come_out_the_same_every_time(style: str) -> None:
    frame = pairs()
    figure = network.together_figure(frame, look("en", style=style))
    found = {frozenset((mark.key, mark.other)) for mark in marks(figure) if mark.other}
    assert found == {frozenset(pair) for pair in zip(frame["a"], frame["b"], strict=True)}
    assert figure.to_json() == network.together_figure(frame.copy(), look("en", style=style)).to_json()


def test_the_network_s_dots_are_actors() -> None:
    figure = network.together_figure(pairs(), look("en", style="network"))
    assert {mark.key for mark in marks(figure) if not mark.other} == set(pairs()["a"]) | set(pairs()["b"])


@pytest.mark.parametrize("many", [1, 2, 3, 40])
def test_places_are_apart_and_inside(many: int) -> None:
    keys = [str(n) for n in range(many)]
    edges = [(n, (n + 1) % many, 1.0) for n in range(many) if many > 1]
    where = network.places(keys, edges)
    assert where.shape == (many, 2)
    assert where.min() >= 0
    assert where.max() <= 1
    apart = np.linalg.norm(where[:, None] - where[None], axis=2) + np.eye(many)
    assert apart.min() > 0.02


def test_strong_ties_lie_closer_than_weak_ones() -> None:
    where = network.places(list("abcd"), [(0, 1, 100.0), (1, 2, 1.0), (2, 3, 100.0), (0, 3, 1.0)])
    assert np.linalg.norm(where[0] - where[1]) < np.linalg.norm(where[1] - where[2])


def test_the_map_is_the_same_on_both_sides_of_its_diagonal() -> None:
    cells = network.together_figure(pairs(), look("en", style="map")).data[0].z
    assert [list(row) for row in zip(*cells, strict=True)] == [list(row) for row in cells]
    assert all(cells[n][n] is None for n in range(len(cells)))


@pytest.mark.parametrize("style", ["network", "map"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_all_pairs_of_forty_actors_stay_under_100_kb(language: str, style: str) -> None:
    frame = pairs([f"a-key-of-an-actor-{n}" for n in range(40)], 1.0)
    figure = network.together_figure(frame, look(language, style=style))
    assert len(figure.to_json()) < 100_000


@pytest.mark.parametrize("style", ["network", "map"])
def test_no_pairs(style: str) -> None:
    assert not network.together_figure(pairs().head(0), look("fa", style=style)).data
    assert network.together_alt(pairs().head(0), look("fa"))


def test_alt_names_the_pairs() -> None:
    frame = pairs().sort_values("articles", ascending=False)
    first = frame.iloc[0]
    said = network.together_alt(frame, look("en"))
    assert f"{look('en').name(first['a'])} with {look('en').name(first['b'])}: {first['articles']}" in said
