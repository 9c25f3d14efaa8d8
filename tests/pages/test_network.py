"""The network's page: what is chosen is in the address, a tie opens what is behind it, files can be taken away."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from lib.enrich.identity.curated import Curated
from lib.enrich.identity.overlay import overlay
from lib.store.corpus import Corpus
from lib.store.listed import found
from lib.views import opening
from tests.pages.conftest import Open, faults, started, texts


def current(app: object) -> object:
    return app.session_state["rawi"].state.view  # type: ignore[attr-defined]


def links(app: object) -> list[str]:
    return [each.proto.label.replace("\\", "") for each in app.main.get("page_link")]  # type: ignore[attr-defined]


def figures(app: object) -> list[dict[str, object]]:
    return [json.loads(each.proto.spec) for each in app.main.get("plotly_chart")]  # type: ignore[attr-defined]


@pytest.mark.parametrize("unit", ["article", "sentence"])
@pytest.mark.parametrize("ui", ["en", "fa", "ar"])
def test_the_network_is_drawn(visit: Open, unit: str, ui: str) -> None:
    app = visit("tiny", "network", unit=unit, least="1", ui=ui)
    assert faults(app) == []
    assert len(figures(app)) == 1
    assert len(app.main.get("download_button")) >= 4


def test_what_is_chosen_goes_into_the_view(visit: Open) -> None:
    app = visit("many", "network")
    app.main.number_input[0].set_value(4).run()
    app.main.slider[0].set_value(20).run()
    kinds = next(each for each in app.main.multiselect if str(each.key).startswith("kinds"))
    kinds.set_value(["person"]).run()
    assert faults(app) == []
    view = current(app)
    assert (view.least, view.top, view.kinds) == (4, 20, ("person",))  # type: ignore[attr-defined]


def test_a_tie_opens_its_articles(visit: Open) -> None:
    app = visit("tiny", "network", least="1", pair=["iran", "maryam-rajavi"])
    assert faults(app) == []
    assert "4 articles" in texts(app)
    opened = next(each.proto for each in app.main.get("page_link") if each.proto.label == "Open as a list")
    assert "actor=iran&actor=maryam-rajavi&match=all" in opened.query_string
    app.button(key="close-pair").click().run()
    assert faults(app) == [] and current(app).pair == ()  # type: ignore[attr-defined]


def test_a_tie_opens_its_sentences(visit: Open) -> None:
    app = visit("tiny", "network", least="1", unit="sentence", pair=["tehran", "maryam-rajavi"])
    assert faults(app) == []
    said = texts(app)
    assert "3 sentences in 2 articles" in said
    assert "answered from" in said and said.count('class="m place"') == 3
    assert "Open as a list" not in links(app)


@pytest.mark.parametrize("pair", [["iran", "nobody-known"], ["iran"], ["a", "b", "c"]])
def test_a_tie_that_cannot_be_is_said(visit: Open, pair: list[str]) -> None:
    app = visit("tiny", "network", pair=pair)
    assert faults(app) == []
    assert any(key in texts(app).replace("\\", "") for key in pair)


@pytest.mark.parametrize(
    ("pair", "left"),
    [(["iran", "donald-trump"], ("iran", "maryam-rajavi")), (["donald-trump", "maryam-rajavi"], ())],
)
def test_a_tie_follows_who_was_merged(
    made: Callable[[str], Corpus], monkeypatch: pytest.MonkeyPatch, pair: list[str], left: tuple[str, ...]
) -> None:
    corpus = made("tiny")
    said = Curated().with_rows([{"key": "donald-trump", "merged_into": "maryam-rajavi"}], "now")
    merged = corpus.under(overlay(said, found(corpus)))
    monkeypatch.setattr(opening, "opened", lambda *_: merged)
    app = started("network", least="1", pair=pair)
    assert faults(app) == []
    assert current(app).pair == left  # type: ignore[attr-defined]
    assert "Donald Trump" not in texts(app)


def test_no_ties_are_said_with_the_reason(visit: Open) -> None:
    app = visit("tiny", "network", least="900")
    assert faults(app) == []
    assert "No two of these actors" in texts(app)
    assert not figures(app)


def test_the_actors_page_leads_to_it(visit: Open) -> None:
    app = visit("tiny", "actors", language="ar")
    opened = next(each.proto for each in app.main.get("page_link") if "network" in each.proto.label)
    assert "language=ar" in opened.query_string
