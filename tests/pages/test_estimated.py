"""The switch that counts estimated days, in the sidebar and in what the pages say."""

from __future__ import annotations

import pytest

from tests.pages.conftest import Open, faults, texts
from tests.pages.test_state_in_links import current

LABELS = {
    "en": "Estimated dates",
    "fa": "\u062a\u0627\u0631\u06cc\u062e",
    "ar": "\u0627\u0644\u062a\u0648\u0627\u0631\u064a\u062e",
}


@pytest.mark.parametrize("ui", LABELS)
def test_off_by_default_and_on_when_asked(visit: Open, ui: str) -> None:
    app = visit("estimated", "timeline", ui=ui)
    assert faults(app) == []
    switch = next(each for each in app.sidebar.toggle if each.label.startswith(LABELS[ui]))
    assert not switch.value
    app = switch.set_value(True).run()
    assert faults(app) == [] and current(app).filters.estimated


def test_the_caption_says_so(visit: Open) -> None:
    app = visit("estimated", "timeline", est="1")
    assert faults(app) == []
    spec = app.get("plotly_chart")[0].proto.spec
    assert "Estimated days of publication counted" in spec
    assert "No article of this corpus has a date of publication" not in texts(app)


def test_lists_and_articles_tell_an_estimate(visit: Open) -> None:
    listed = texts(visit("estimated", "articles", est="1"))
    assert "(estimated)" in listed
    assert "(estimated)" not in texts(visit("estimated", "articles"))


def test_no_switch_where_nothing_is_estimated(visit: Open) -> None:
    app = visit("tiny", "timeline")
    assert not [each for each in app.sidebar.toggle if each.label == LABELS["en"]]
