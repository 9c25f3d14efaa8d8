"""Small charts per language, frequent words, and shares of scripts and digits."""

from __future__ import annotations

import pytest

from lib.figures import languages
from lib.figures.caption import Look
from lib.figures.pick import picked
from lib.figures.plan import plan_of
from lib.figures.style import LANGUAGE_COLOURS
from tests.figures.examples import caption, scripts, statistics, words

PLAIN = Look(caption("en"))


@pytest.mark.parametrize(
    ("columns", "titles"),
    [
        (["articles"], [""]),
        (["articles", "words"], ["Articles", "Words"]),
        (
            list(statistics().columns[1:-1]),
            ["Articles", "Words", "Distinct words", "Variety of words", "Words per article", "Words per sentence"],
        ),
    ],
)
def test_a_small_chart_for_each_measure_that_is_there(columns: list[str], titles: list[str]) -> None:
    frame = statistics()[["language", *columns]]
    figure = languages.languages_figure(frame, PLAIN)
    assert [panel.title for panel in plan_of(figure).panels] == titles
    for trace, column in zip(figure.data, columns, strict=True):
        assert [value for value in trace.x if value] == [value for value in frame[column] if value == value]
        assert list(trace.marker.color) == [LANGUAGE_COLOURS[code] for code in ("fa", "ar", "und")]


def test_what_is_not_known_is_said_and_never_drawn_as_a_number() -> None:
    figure = languages.languages_figure(statistics(), PLAIN)
    assert list(figure.data[3].text) == ["0.712", "0.688", "too little text"]
    without = languages.languages_figure(statistics().drop(columns="reason"), PLAIN)
    assert without.data[3].text[2] == "\u2013"


def test_a_bar_tells_its_language() -> None:
    figure = languages.languages_figure(statistics(), PLAIN)
    found = [picked(figure, {"curve_number": 4, "point_index": place}) for place in range(3)]
    assert [mark.key for mark in found if mark] == ["fa", "ar", "und"]


def test_words_keep_their_order_and_their_letters() -> None:
    figure = languages.words_figure(words(), Look(caption("en"), split="word", language="ar"))
    assert list(figure.data[0].x) == words()["n"].tolist()
    assert [key for (key,) in figure.data[0].customdata] == words()["word"].tolist()
    assert set(figure.data[0].marker.color) == {LANGUAGE_COLOURS["ar"]}


def test_scripts_add_up_to_all_and_tell_language_and_script() -> None:
    figure = languages.scripts_figure(scripts(), PLAIN)
    assert [trace.customdata[0][1] for trace in figure.data] == ["Arabic", "Latin"], "the commonest first"
    sums: dict[float, float] = {}
    for trace in figure.data:
        for row, share in zip(trace.y, trace.x, strict=True):
            sums[row] = sums.get(row, 0) + share
    assert sums == {0: 1.0, 1: 1.0, 2: 1.0}
    mark = picked(figure, {"curve_number": 1, "point_index": 1})
    assert mark is not None
    assert (mark.key, mark.other) == ("en", "Latin")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Arabic", "Arabic script"),
        ("Armenian", "Armenian"),
        ("ascii", "European digits (123)"),
        ("Other", "Other scripts"),
    ],
)
def test_names_of_scripts_and_digits(name: str, shown: str) -> None:
    assert languages.script_name(name, PLAIN.t) == shown


def test_alternative_texts() -> None:
    assert "Persian: 1,200" in languages.languages_alt(statistics(), PLAIN)
    assert "ایران: 300" in languages.words_alt(words(), PLAIN)
    assert "Persian: Arabic script 93%" in languages.scripts_alt(scripts(), PLAIN)
    for alt, frame in (
        (languages.languages_alt, statistics()),
        (languages.words_alt, words()),
        (languages.scripts_alt, scripts()),
    ):
        assert alt(frame.head(0), PLAIN) == "Nothing to show"


def test_figures_of_nothing_are_drawn() -> None:
    assert len(languages.words_figure(words().head(0), PLAIN).data[0].x) == 0
    assert not languages.scripts_figure(scripts().head(0), PLAIN).data
