"""The network with its groups: marks that can be clicked, names that do not lie on each other, with 10 and with 100."""

from __future__ import annotations

from itertools import combinations
from random import Random

import numpy as np
import pandas as pd
import pytest

from lib.figures import network
from lib.figures.beside import LABEL, Sheet, beside, labels
from lib.figures.measure import width
from lib.figures.pick import picked
from lib.figures.plan import plan_of
from lib.query.network import Network
from lib.text.bidi import strip
from tests.figures.examples import look

NAMES = ("Maryam Rajavi {}", "مریم رجوی {}", "الأمم المتحدة {}", "שם ארוך מאוד {}")


def made(count: int, unit: str = "article") -> Network:
    """A network of so many actors in groups of about seven."""
    chance, keys = Random(count), [f"actor-{n:03}" for n in range(count)]
    pairs = [(a, b) for a, b in combinations(keys, 2) if (int(a[6:]) % 7 == int(b[6:]) % 7) or chance.random() < 0.05]
    rows = [(a, b, 9, 3 + at % 5, 0.1 + chance.random() * 0.9, 99.0 - at) for at, (a, b) in enumerate(pairs)]
    nodes = pd.DataFrame({"actor": keys, "group": [n % 7 for n in range(count)], "kind": "person"})
    for name in ("articles", "sentences"):
        nodes[name] = [count * 3 - n for n in range(count)]
    return Network(unit, nodes, pd.DataFrame(rows, columns=["a", "b", "articles", "sentences", "npmi", "g2"]), 1, 999)  # type: ignore[arg-type]


def named(count: int, language: str = "en", measure: str = "articles") -> network.Look:
    names = {f"actor-{n:03}": NAMES[n % len(NAMES)].format(n) for n in range(count)}
    return network.Look(look(language).caption, names, measure=measure, split="actor")


@pytest.mark.parametrize("count", [2, 10, 100])
@pytest.mark.parametrize("language", ["en", "fa"])
def test_dots_and_lines_can_be_clicked_and_stay_small(count: int, language: str) -> None:
    found = made(count) if count > 2 else made(8)
    figure = network.network_figure(found, named(count, language))
    marks = [
        picked(figure, {"curve_number": curve, "point_number": at})
        for curve, trace in enumerate(figure.data)
        if trace.customdata is not None
        for at in range(len(trace.x))
    ]
    drawn = found.drawn
    assert {(m.key, m.other) for m in marks if m and m.other} == set(zip(drawn["a"], drawn["b"], strict=True))
    assert {m.key for m in marks if m and not m.other} == {*drawn["a"], *drawn["b"]}
    assert len(figure.to_json()) < 100_000
    assert figure.to_json() == network.network_figure(found, named(count, language)).to_json()


def boxes(figure: network.go.Figure, across: float) -> list[tuple[float, float, float, float]]:
    """Where the written names lie, in pixels of a plot of that width."""
    high = plan_of(figure).panels[0].height
    found = []
    for note in figure.layout.annotations:
        if note.name == "rawi":
            continue
        wide = width(strip(note.text), LABEL)
        x = (note.x + network.AROUND) / (1 + 2 * network.AROUND) * across + (note.xshift or 0)
        y = (1 - note.y) * high - (note.yshift or 0)
        left = {"left": x, "right": x - wide, "center": x - wide / 2}[note.xanchor]
        top = {"middle": y - 8, "bottom": y - 16, "top": y}[note.yanchor]
        found.append((left, top, left + wide, top + 16))
    return found


@pytest.mark.parametrize(("count", "written"), [(10, 1.0), (40, 0.6), (100, 0.4)])
def test_names_do_not_lie_on_each_other(count: int, written: float) -> None:
    figure = network.network_figure(made(count), named(count))
    found = boxes(figure, network.ACROSS)
    assert len(found) >= written * len(figure.data[-1].x)
    for one, other in combinations(found, 2):
        wide = min(one[2], other[2]) - max(one[0], other[0])
        high = min(one[3], other[3]) - max(one[1], other[1])
        assert min(wide, high) < 3


def test_the_rarer_name_gives_way() -> None:
    where, sheet, names = np.full((3, 2), 0.5), Sheet(70, 30, 0.1), ["first name", "second one", "third name"]
    chosen = beside(where, names, [10.0] * 3, sheet)
    assert all(chosen[:2]) and chosen[2] == ""
    assert [strip(each["text"]) for each in labels(where, names, [10.0] * 3, sheet)] == names[:2]


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
def test_groups_are_told_by_shape_too_and_named(language: str) -> None:
    figure = network.network_figure(made(40), named(40, language))
    dots = figure.data[-1].marker
    assert len(set(zip(dots.color, dots.symbol, strict=True))) == 7
    assert len({*dots.symbol}) == 5
    legend = plan_of(figure).legend
    assert len(legend) == 7 and "Maryam Rajavi" in strip(legend[0][0])


def test_more_groups_than_can_be_told_apart_are_the_others() -> None:
    found = made(40)
    found.nodes["group"] = range(40)
    legend = plan_of(network.network_figure(found, named(40))).legend
    assert len(legend) == network.GROUPS + 1
    assert legend[-1][0] == "Other groups"


def test_sentences_are_said_to_be_sentences() -> None:
    figure = network.network_figure(made(10, "sentence"), named(10, measure="sentences"))
    assert "sentences" in strip(figure.data[-1].hovertext[0])
    said = network.network_alt(made(10, "sentence"), named(10, measure="sentences"))
    assert said.endswith("7 groups.")


def test_nothing_to_draw() -> None:
    nothing = Network("article", made(8).nodes.head(0), made(8).edges.head(0), 1, 0)
    assert not network.network_figure(nothing, look("fa")).data
    assert network.network_alt(nothing, look("fa"))
