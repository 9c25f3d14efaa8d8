"""Links, filters and gestures through the whole dashboard: nothing asked for is lost or ignored in silence."""

from __future__ import annotations

import pytest

from lib.query.filters import Filters
from lib.views import state
from tests.pages.conftest import Open, faults, texts


def current(app: object) -> state.State:
    return app.session_state["rawi"].state  # type: ignore[attr-defined, no-any-return]


def test_a_cold_link_opens_as_it_was(visit: Open) -> None:
    app = visit("tiny", "articles", language="fa", actor=["iran", "donald-trump"], match="all", ui="en")
    assert current(app).filters == Filters(languages=("fa",), actors=("iran", "donald-trump"), match="all")
    assert "1 of 10 articles" in texts(app)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"actor": "nobody-known"}, "asks for the actor"),
        ({"language": "xx"}, "asks for the language"),
        ({"outlet": "No Such Paper"}, "asks for the outlet"),
        ({"since": "yesterday"}, "means nothing here"),
        ({"colour": "red"}, "means nothing here"),
        ({"corpus": "0000"}, "another state of the articles"),
    ],
)
def test_what_a_link_asks_in_vain_is_said(visit: Open, query: dict[str, str], said: str) -> None:
    app = visit("tiny", "articles", **query)
    assert faults(app) == []
    assert said in texts(app)
    if "corpus" not in query:
        assert next(iter(query.values())) in texts(app).replace("\\", ""), "what was asked for is not shown"


def test_tracking_of_social_networks_is_no_question(visit: Open) -> None:
    app = visit("tiny", "articles", fbclid="1", utm_source="x")
    assert not app.warning


def test_an_unknown_actor_can_be_taken_away(visit: Open) -> None:
    app = visit("tiny", "articles", actor=["nobody-known", "iran"])
    app.button(key="remove-0").click().run()
    assert faults(app) == []
    assert current(app).filters.actors == ("iran",)
    assert "asks for the actor" not in texts(app)


def test_an_unknown_article_is_said(visit: Open) -> None:
    app = visit("tiny", "article", doc="../../etc/passwd")
    assert faults(app) == []
    assert "which is not in this corpus" in app.warning[0].value


def test_filters_outlive_the_interface_language_and_the_page(visit: Open) -> None:
    app = visit("tiny", "articles")
    key = next(each.key for each in app.sidebar.multiselect if str(each.key).startswith("actors:"))
    app.multiselect(key=key).set_value(["maryam-rajavi"]).run()
    interface = app.sidebar.segmented_control[0]
    interface.set_value("fa").run()
    assert current(app).filters.actors == ("maryam-rajavi",)
    assert current(app).view.ui == "fa"
    app.switch_page("pages/timeline.py").run()
    assert faults(app) == []
    assert current(app).filters.actors == ("maryam-rajavi",)


def test_typed_words_filter_and_the_button_clears_everything(visit: Open) -> None:
    app = visit("tiny", "articles")
    app.sidebar.text_input[0].set_value("  سلیمانی ").run()
    assert current(app).filters.search == "سلیمانی"
    assert "0 of 10 articles" in texts(app)
    app.button(key="clear").click().run()
    assert current(app).filters == Filters()
    assert "9 of 10 articles" in texts(app)


def test_a_period_is_kept_when_only_one_edge_is_given(visit: Open) -> None:
    app = visit("tiny", "timeline", since="2020-07-01")
    assert faults(app) == []
    edges = {str(each.key).split(":")[0]: each.value for each in app.sidebar.date_input}
    assert str(edges["since"]) == "2020-07-01" and edges["until"] is None


def test_a_period_outside_the_corpus_does_not_break_its_widgets(visit: Open) -> None:
    app = visit("tiny", "timeline", since="1900-01-01", until="2100-01-01")
    assert faults(app) == []
    assert "8 of 10 articles" in texts(app)


def test_previous_and_next_stay_inside_the_selection(visit: Open) -> None:
    app = visit("tiny", "article", doc="a4", language="ar")
    links = {link.proto.label: link.proto for link in app.main.get("page_link")}
    assert links["Previous"].disabled and not links["Next"].disabled
    assert "doc=a5" in links["Next"].query_string and "language=ar" in links["Next"].query_string
