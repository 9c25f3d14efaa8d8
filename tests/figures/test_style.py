"""Colours that can be read, told apart and compared from one picture to the next."""

import itertools

import plotly.io as pio
import pytest

from lib.figures import style
from lib.figures.layout import finish
from lib.figures.plan import Draft, Panel, Plan
from tests.figures.examples import caption

COLOURS = {
    *style.LANGUAGE_COLOURS.values(),
    *style.SERIES,
    *style.KIND_COLOURS.values(),
    style.INK,
    style.MUTED,
    style.NEUTRAL,
}
# Linear RGB as people without red or without green cones see it (Viénot, Brettel and Mollon 1999).
BLINDNESS = {
    "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "none": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
}


def linear(colour: str) -> tuple[float, ...]:
    """Linear RGB of a hexadecimal colour."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)


def lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    """CIE L*a*b* of linear RGB."""
    r, g, b = (min(max(c, 0.0), 1.0) for c in rgb)
    xyz = (
        0.4124 * r + 0.3576 * g + 0.1805 * b,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        0.0193 * r + 0.1192 * g + 0.9505 * b,
    )
    x, y, z = (
        v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (xyz[0] / 0.9505, xyz[1], xyz[2] / 1.089)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(first: str, second: str, kind: str) -> float:
    """How different two colours look to eyes of a kind."""
    seen = [
        lab(tuple(sum(m * c for m, c in zip(row, linear(hue), strict=True)) for row in BLINDNESS[kind]))
        for hue in (first, second)
    ]
    return float(sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5)


@pytest.mark.parametrize("colour", sorted(COLOURS))
def test_every_colour_may_be_used_for_text(colour: str) -> None:
    red, green, blue = linear(colour)
    assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5


@pytest.mark.parametrize("kind", BLINDNESS)
@pytest.mark.parametrize("pair", list(itertools.combinations(("fa", "ar", "en"), 2)), ids="-".join)
def test_the_three_languages_look_different_to_everybody(pair: tuple[str, str], kind: str) -> None:
    assert distance(*(style.LANGUAGE_COLOURS[code] for code in pair), kind) > 20


@pytest.mark.parametrize("kind", BLINDNESS)
def test_the_first_three_series_look_different_to_everybody(kind: str) -> None:
    assert min(distance(*pair, kind) for pair in itertools.combinations(style.SERIES[:3], 2)) > 20


@pytest.mark.parametrize(("code", "same"), [("fa-IR", "fa"), ("AR", "ar"), (None, "und"), ("", "und")])
def test_a_language_has_one_colour(code: str | None, same: str) -> None:
    assert style.colour(code) == style.LANGUAGE_COLOURS[same]


def test_a_language_without_an_entry_keeps_a_colour_of_the_palette() -> None:
    assert style.colour("sv") == style.colour("sv") in style.SERIES


def test_a_figure_does_not_depend_on_the_template_that_others_set(monkeypatch: pytest.MonkeyPatch) -> None:
    def drawn() -> str:
        return str(finish(Draft(), Plan(caption("en"), (Panel(),))).to_json())

    before = drawn()
    monkeypatch.setattr(pio.templates, "default", "plotly_dark")
    assert drawn() == before
    assert '"paper_bgcolor":"#ffffff"' in before.replace(" ", "")
