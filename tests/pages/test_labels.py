"""What the user puts on articles, splits, joins and says of folders: it shows, filters, and can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.ingest.corrections import FILE, load
from lib.store.kept import correct
from lib.views import opening
from tests.pages.conftest import Open, faults, started, texts
from tests.pages.test_corpus import FIRST, button, seeds, widget

__all__ = ["seeds"]
SECOND, THIRD = "000_138f315e1e6ba625-2", "002_193852a74a979431-1"


def put(seeds: Path, id: str, **cells: str) -> None:
    correct(seeds, seeds.parent / "home", lambda known: known.set([id], cells, f"2026-{len(known.sheet.rows)}"))


def keyed(app: AppTest, kind: str, start: str) -> list[str]:
    return [str(each.key) for each in getattr(app.main, kind) if str(each.key).startswith(start)]


def test_a_star_shows_at_once_filters_and_goes(seeds: Path) -> None:
    app = started("article", doc=FIRST)
    generation = opening.opened(None).generation  # type: ignore[arg-type,union-attr]
    button(app, "Star").click().run()
    assert faults(app) == [] and "Starred" in texts(app)
    assert load(seeds / FILE).last([FIRST])["star"] == "yes"
    assert opening.opened(None).generation == generation  # type: ignore[arg-type,union-attr]
    app = started("articles", star="1")
    assert faults(app) == [] and "1 of 3 articles" in texts(app)
    assert next(each for each in app.sidebar.toggle if each.label == "Only with a star").value
    app = started("article", doc=FIRST)
    button(app, "Take the star away").click().run()
    assert faults(app) == [] and "Starred" not in texts(app)


def test_tags_sets_and_a_note_are_kept_and_offered(seeds: Path) -> None:
    app = started("article", doc=FIRST)
    put(seeds, SECOND, tags="protest", sets="Exile")
    app.run()
    widget(app, "multiselect", "Tags").select("protest")
    widget(app, "multiselect", "Sets").select("Exile")
    widget(app, "text_area", "Note").input("Ask  the desk\nagain")
    [each for each in app.main.button if each.label == "Save"][1].click().run()
    assert faults(app) == [] and "Ask the desk again" in texts(app)
    row = load(seeds / FILE).last([FIRST])
    assert (row["tags"], row["sets"], row["note"]) == ("protest", "Exile", "Ask the desk again")
    app = started("articles", tag="protest", set="Exile", language="fa")
    assert faults(app) == [] and "2 of 3 articles" in texts(app) and "Set:" in texts(app)
    (picker,) = [each for each in app.sidebar.multiselect if each.label == "Set"]
    assert picker.options == ["Exile"]


@pytest.mark.usefixtures("seeds")
def test_what_no_article_has_is_said(visit: Open) -> None:
    app = visit("tiny", "articles", set="Nowhere", tag="none")
    assert faults(app) == []
    assert "set" in texts(app) and "Nowhere" in texts(app) and "Without" in str([b.label for b in app.main.button])
    remove = [each for each in app.main.button if each.label == "Remove"]
    assert len(remove) == 2
    remove[0].click().run()
    assert faults(app) == [] and "Nowhere" not in texts(app)


def test_ticked_articles_are_corrected_together(seeds: Path) -> None:
    app = started("articles")
    assert not keyed(app, "checkbox", "tick-")
    widget(app, "toggle", "Select articles").set_value(True).run()
    boxes = [each for each in app.main.checkbox if str(each.key).startswith("tick-")]
    assert len(boxes) == 3 and "0 articles selected" in texts(app)
    boxes[0].check().run()
    boxes = [each for each in app.main.checkbox if str(each.key).startswith("tick-")]
    boxes[2].check().run()
    assert faults(app) == [] and "2 articles selected" in texts(app)
    widget(app, "text_input", "Outlet").input("Hamshahri")
    button(app, "Save").click().run()
    assert faults(app) == [] and "2 articles selected" in texts(app)
    rows = opening.opened(None).articles().set_index("id")["outlet"]  # type: ignore[arg-type,union-attr]
    assert [rows[id] for id in (FIRST, THIRD)] == ["Hamshahri"] * 2 and rows[SECOND] != "Hamshahri"
    put(seeds, FIRST, tags="mine")
    app.run()
    widget(app, "multiselect", "Add tags").select("mine")
    widget(app, "selectbox", "Star").select("yes")
    [each for each in app.main.button if each.label == "Save"][1].click().run()
    assert faults(app) == []
    labels = opening.opened(None).labels  # type: ignore[arg-type,union-attr]
    assert labels.having(True, ["mine"], ()) == [FIRST, THIRD]
    button(app, "None").click().run()
    assert faults(app) == [] and "0 articles selected" in texts(app)
    button(app, "All that match").click().run()
    assert "3 articles selected" in texts(app)


def test_an_article_is_split_joined_and_undone(seeds: Path) -> None:
    app = started("article", doc=FIRST)
    widget(app, "selectbox", "The second article begins with paragraph").select_index(2)
    button(app, "Split here").click().run()
    assert faults(app) == [] and "4 of 4 articles" in texts(app)
    app = started("article", doc=f"{FIRST}~4")
    assert faults(app) == [] and "not in this corpus" not in texts(app)
    (back,) = [each for each in app.main.button if each.key == "undo-arranged"]
    back.click().run()
    assert faults(app) == [] and "3 of 3 articles" in texts(app) and "not in this corpus" not in texts(app)
    joining = next(each for each in app.main.button if each.label.startswith("Join with the next"))
    joining.click().run()
    assert faults(app) == [] and "2 of 2 articles" in texts(app)
    (back,) = [each for each in app.main.button if each.key == "undo-arranged"]
    back.click().run()
    assert faults(app) == [] and "3 of 3 articles" in texts(app)
    assert not load(seeds / FILE).sheet.rows


@pytest.mark.parametrize(("page", "query"), [("article", {"doc": FIRST}), ("corpus", {})])
def test_a_file_gets_an_outlet(seeds: Path, page: str, query: dict[str, str]) -> None:
    app = started(page, **query)
    choice = widget(app, "selectbox", "Folder or file")
    assert [each.count("article") for each in choice.options] == [1] * len(choice.options)
    choice.select(f"{FIRST[:-2]}.txt")
    widget(app, "text_input", "Outlet of all in it").input("Hamshahri")
    [each for each in app.main.button if each.label == "Save"][-1].click().run()
    assert faults(app) == []
    rows = opening.opened(None).articles().set_index("id")["outlet"]  # type: ignore[arg-type,union-attr]
    assert [rows[id] for id in (FIRST, SECOND)] == ["Hamshahri"] * 2 and rows[THIRD] != "Hamshahri"
    assert load(seeds / FILE).sheet.records()[0]["source"] == f"./{FIRST[:-2]}.txt"
    button(app, "Undo the last correction of a folder or file").click().run()
    assert faults(app) == [] and not load(seeds / FILE).sheet.rows


@pytest.mark.usefixtures("seeds")
def test_a_server_that_others_reach_offers_none_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAWI_PUBLIC_URL", "https://rawi.example.org")
    for page, query in (("article", {"doc": FIRST}), ("articles", {}), ("corpus", {})):
        app = started(page, **query)
        assert faults(app) == [] and not app.main.get("form") and not app.main.toggle
        assert not [each for each in app.main.button if each.label in ("Star", "Save", "Split here")]
