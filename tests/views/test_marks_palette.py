"""The colours of marks: text on them keeps AA in both themes, and no two kinds look the same to colour-blind eyes."""

from __future__ import annotations

import itertools
import re
import tomllib

import pytest

from lib.settings import ROOT
from tests.figures.test_style import BLINDNESS, distance, linear

CSS = (ROOT / "lib" / "views" / "assets" / "style.css").read_text("utf-8")
THEMES = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
KINDS = ("person", "organisation", "state", "place", "group", "source", "date")
HUES = {kind: tuple(map(int, re.search(rf"--{kind}: (\d+), (\d+), (\d+)", CSS).groups())) for kind in KINDS}  # type: ignore[union-attr]
STRONGEST = 0.32  # the background of a chosen mark


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def hexadecimal(colour: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in colour)


def contrast(one: str, other: str) -> float:
    light = sorted(
        sum(m * c for m, c in zip((0.2126, 0.7152, 0.0722), linear(each), strict=True)) for each in (one, other)
    )
    return (light[1] + 0.05) / (light[0] + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_text_on_a_mark_can_be_read(theme: str, kind: str) -> None:
    back, text = THEMES[theme]["backgroundColor"], THEMES[theme]["textColor"]
    mixed = tuple(b + (h - b) * STRONGEST for b, h in zip(rgb(back), HUES[kind], strict=True))
    assert contrast(hexadecimal(mixed), text) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_links_and_buttons_of_a_theme_can_be_read(theme: str) -> None:
    colours = THEMES[theme]
    for back in ("backgroundColor", "secondaryBackgroundColor"):
        for front in ("textColor", "linkColor"):
            assert contrast(colours[back], colours[front]) >= 4.5, (back, front)
    assert contrast(colours["primaryColor"], "#ffffff") >= 4.5
    soft = tuple(
        b + (t - b) * 0.68 for b, t in zip(rgb(colours["backgroundColor"]), rgb(colours["textColor"]), strict=True)
    )
    assert contrast(hexadecimal(soft), colours["backgroundColor"]) >= 4.5


@pytest.mark.parametrize("kind", BLINDNESS)
@pytest.mark.parametrize("pair", list(itertools.combinations(KINDS, 2)), ids="-".join)
def test_kinds_look_different(pair: tuple[str, str], kind: str) -> None:
    assert distance(*(hexadecimal(HUES[each]) for each in pair), kind) > 8
