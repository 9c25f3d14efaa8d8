"""The pages about actors: every part, on every kind of corpus, for whoever a link asks for."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from lib.enrich.identity.overlay import Overlay
from lib.store.corpus import Corpus
from lib.views import opening
from tests.pages.conftest import Open, faults, started, texts

PARTS = ("When", "Spellings that are counted", "Who writes about it", "First named", "With whom", "In which words",
         "Quotations", "All articles")  # fmt: skip


def links(app: AppTest, page: str) -> list[str]:
    return [each.proto.label for each in app.main.get("page_link") if each.proto.page == page]


def said(app: AppTest) -> str:
    return texts(app) + "".join(each.value for each in app.info)


def drawn(app: AppTest) -> str:
    """What the charts say in words."""
    figures = [json.loads(each.proto.spec) for each in app.main.get("plotly_chart")]
    notes = [note["text"] for figure in figures for note in figure["layout"].get("annotations", ())]
    return " ".join(notes).replace("<br>", " ")


def headers(app: AppTest) -> list[str]:
    return [each.value for each in app.main.header]


def test_every_part_of_an_actors_page(visit: Open) -> None:
    app = visit("tiny", "actor", who="maryam-rajavi")
    assert faults(app) == []
    assert [each for each in PARTS if each not in headers(app)] == []
    shown = said(app)
    assert "185 days later" in str([each.proto.label for each in app.main.get("page_link")])
    assert "44.4%" in shown and "Monroe" in shown
    assert any("Iran" in label for label in links(app, "actor"))
    assert len(links(app, "sentences")) >= 4


def test_offices_stand_beside_the_days(visit: Open) -> None:
    app = visit("tiny", "actor", who="donald-trump")
    assert faults(app) == [] and "Offices" in headers(app)
    assert "President of the United States" in said(app) and "in the time of these articles" in said(app)


@pytest.mark.parametrize("corpus", ["tiny", "empty", "one", "undated", "hostile", "many"])
@pytest.mark.parametrize(("who", "language"), [("", "en"), ("iran", "fa"), ("nobody", "ar")])
def test_every_corpus_and_cold_links(visit: Open, corpus: str, who: str, language: str) -> None:
    app = visit(corpus, "actor", **({"who": who} if who else {}), ui=language)
    assert faults(app) == []
    if who == "nobody":
        assert "nobody" in "".join(each.value for each in app.warning)


def test_without_anybody_asked_for_the_most_named_are_offered(visit: Open) -> None:
    app = visit("tiny", "actor")
    assert any("Iran" in label for label in links(app, "actor")) and "most named" in said(app)
    app = visit("tiny", "actor", actor="donald-trump")
    assert "Donald Trump" in app.main.title[0].value


def test_another_actor_is_opened_from_the_list(visit: Open) -> None:
    app = visit("tiny", "actor", who="iran")
    next(each for each in app.main.selectbox if each.label == "Actor to open").select("donald-trump").run()
    assert faults(app) == [] and app.query_params["who"] == "donald-trump"
    assert "Donald Trump" in app.main.title[0].value


def test_nobody_named_within_the_filters_is_one_sentence(visit: Open) -> None:
    app = visit("tiny", "actor", who="maryam-rajavi", language="he")
    assert faults(app) == [] and "No article that matches these filters names" in said(app)
    assert headers(app) == []


@pytest.fixture
def listed(made: object, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    tiny: Corpus = made("tiny")  # type: ignore[operator]
    overlay = Overlay(into={"donald-trump": "maryam-rajavi"}, members={"maryam-rajavi": ("donald-trump",)},
                      hidden=frozenset({"iran"}))  # fmt: skip
    corpus = tiny.under(overlay)
    monkeypatch.setattr(opening, "opened", lambda *_: corpus)
    return corpus


@pytest.mark.usefixtures("listed")
def test_a_link_to_a_merged_actor_redirects_and_counts_both() -> None:
    app = started("actor", who="donald-trump")
    assert faults(app) == [] and app.query_params["who"] == "maryam-rajavi"
    assert "was merged into" in said(app)
    assert "55.6%" in said(app), "five of nine stories name either"
    assert "President of the United States" in said(app)


@pytest.mark.usefixtures("listed")
def test_a_hidden_actor_is_one_sentence() -> None:
    app = started("actor", who="iran")
    assert faults(app) == [] and "is hidden by the actor list" in said(app)
    assert headers(app) == []
    assert not any("Iran" in label for label in links(app, "actor"))


def test_the_ranking_has_shares_changes_and_newcomers(visit: Open) -> None:
    app = visit("tiny", "actors", since="2020-07-01", until="2020-07-31")
    assert faults(app) == []
    assert {"What changed", "Newcomers", "When", "In which languages"} <= set(headers(app))
    assert "against the one as long before it" in drawn(app) and "may well be chance" in drawn(app)
    assert any("Badr" in label for label in links(app, "actor"))
    halves = visit("tiny", "actors")
    assert faults(halves) == [] and "No period is set" in drawn(halves)


@pytest.mark.parametrize("kind", ["person", "state", "group"])
def test_the_ranking_by_kind(visit: Open, kind: str) -> None:
    app = visit("tiny", "actors", kind=kind, measure="share")
    assert faults(app) == []
    assert any("Iran" in label for label in links(app, "actor")) == (kind == "state")
    if kind == "group":
        assert "No actor that Rawi knows" in said(app)


def test_up_to_six_are_compared(visit: Open) -> None:
    app = visit("tiny", "actors", compare=["actor:iran", "q:Trump", "actor:nobody"])
    assert faults(app) == [] and "Compared" in [each.value for each in app.main.subheader]
    assert "nobody" in "".join(each.value for each in app.warning)


def test_an_article_leads_to_its_actors(visit: Open) -> None:
    app = visit("tiny", "article", doc="a6")
    assert faults(app) == []
    assert {"Donald Trump", "Maryam Rajavi", "Iran"} <= {
        "".join(c for c in label if c.isprintable()).replace("\\", "") for label in links(app, "actor")
    }
