from __future__ import annotations

from datetime import date

import pytest

from lib.figures import actor, actors, actors_heat, change
from lib.figures.caption import Look
from lib.figures.pick import picked
from tests.figures import examples
from tests.figures.examples import caption, look


def test_each_dot_knows_its_actor_and_its_stretch_of_time() -> None:
    figure = change.change_figure(examples.changes(), look("en"))
    before, now = figure.data[1], figure.data[2]
    assert len(before.x) == 9 and len(now.x) == 10, "no dot where no share is known"
    mark = picked(figure, {"curve_number": 2, "point_index": 3})
    assert mark and (mark.key, mark.other) == ("council", "now")


@pytest.mark.parametrize("language", examples.INTERFACES)
def test_the_change_is_said_with_its_sign_and_its_doubt(language: str) -> None:
    frame = examples.changes().to_dict("records")
    how = look(language)
    assert change.points(frame[0], how).startswith("+") and "\u2212" in change.points(frame[8], how)
    assert change.points(frame[3], how) != change.points({**frame[3], "sure": True}, how)
    assert change.points(frame[1], how) == how.t("no change can be told")
    assert change.change_alt(examples.changes().head(0), how) == how.t("Nothing to show")


def test_a_square_knows_its_actor_and_its_day() -> None:
    found = examples.times(tuple(examples.KEYS[:3]), "actor")
    figure = actors_heat.heat_figure(found, look("fa"))
    squares, targets = figure.data
    assert len(squares.z) == 3 and len(squares.z[0]) == len(found.bins)
    mark = picked(figure, {"curve_number": 1, "point_index": 0})
    assert mark and mark.key in examples.KEYS[:3]
    row = found.frame[(found.frame["series"] == mark.key) & (found.frame["since"] == date.fromisoformat(mark.other))]
    assert row["articles"].iloc[0] == found.frame["articles"].max()
    assert len(targets.x) == int((found.frame["articles"] > 0).sum())


def test_a_bar_of_coverage_knows_its_language_and_says_its_denominator() -> None:
    figure = actor.coverage_figure(examples.coverage(), Look(caption("en"), split="language"))
    mark = picked(figure, {"curve_number": 0, "point_index": 1})
    assert mark and mark.key == "ar"
    assert "10 of 100" in figure.data[0].text[1]


def test_shares_are_written_behind_the_ranking() -> None:
    frame = examples.ranking().assign(share=[0.5 - n / 20 for n in range(10)])
    assert "1,234 (50%)" in actors.ranking_figure(frame, look("en")).data[0].text[0]
    assert "50.0%" in actors.ranking_figure(frame, look("en", measure="share")).data[0].text[0]
    assert "50.0%" in actors.ranking_alt(frame, look("en", measure="share"))


def test_dots_by_outlet_are_told_apart_like_outlets() -> None:
    figure = actors.by_language_figure(examples.by_outlet(), look("en"))
    mark = picked(figure, {"curve_number": 1, "point_index": 2})
    assert mark and (mark.key, mark.other) == ("rajavi", "-")
    assert "Outlet not known" in figure.data[1].hovertext[0]
    assert "en" in actors.by_language_alt(examples.by_outlet(), look("en"))
