"""Every page on every kind of corpus and in every interface language: opens cold, says something, breaks nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.settings import SEEDS
from lib.views.shell import PAGES
from tests.corpora import HOSTILE
from tests.pages.conftest import Open, faults, started, texts

NAMES = [page.name for page in PAGES]
CORPORA = ("tiny", "empty", "one", "undated", "hostile")


@pytest.mark.parametrize("corpus", CORPORA)
@pytest.mark.parametrize("page", NAMES)
def test_page_opens_cold(visit: Open, corpus: str, page: str) -> None:
    app = visit(corpus, page)
    assert faults(app) == []
    assert len(app.sidebar.text_input) == 1, "the page ran without the dashboard around it"
    assert texts(app).strip()
    if corpus == "hostile":
        assert not [bad for bad in HOSTILE[:2] if bad in texts(app)], "text of the corpus reached the page as markup"


@pytest.mark.parametrize(("page", "language"), [*((name, "fa") for name in NAMES), ("overview", "ar"), ("about", "ar")])
def test_page_opens_in_each_interface_language(visit: Open, page: str, language: str) -> None:
    app = visit("tiny", page, ui=language)
    assert faults(app) == []
    assert app.sidebar.segmented_control[0].value == language


@pytest.mark.parametrize("page", NAMES)
def test_nothing_matches(visit: Open, page: str) -> None:
    app = visit("tiny", page, q="zzzz", actor="iran")
    assert faults(app) == []
    if page != "about":
        assert any("Without" in str(button.label) for button in app.main.button), "no way back is offered"


def test_seeds_are_three_articles(seeds_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAWI_HOME", str(seeds_home))
    monkeypatch.setenv("RAWI_CORPUS", str(SEEDS))
    app = started("articles")
    assert faults(app) == []
    titles = [link.proto.label for link in app.main.get("page_link")]
    assert len([title for title in titles if "\u2067" in title]) == 3
    assert "3 of 3 articles" in texts(app)


@pytest.mark.parametrize("corpus", ["missing", "empty", "notes"])
def test_nothing_to_open_is_said_with_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, corpus: str) -> None:
    folder = tmp_path / corpus
    if corpus != "missing":
        folder.mkdir()
    if corpus == "notes":
        (folder / "README.md").write_text("a note", "utf-8")
    monkeypatch.setenv("RAWI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RAWI_CORPUS", str(folder))
    app = started()
    assert faults(app) == []
    assert str(folder) in app.error[0].value.replace("\\", "")
    assert [button.label for button in app.button] == ["Try again"]
    (folder if folder.exists() else tmp_path).joinpath("a.txt").write_text("A headline\n\nSome words of news.", "utf-8")
    if folder.exists():
        app.button[0].click().run()
        assert faults(app) == [] and not app.error


def test_a_new_generation_is_seen_at_the_next_click(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text("A headline\n\nSome words of news from Tehran.", "utf-8")
    monkeypatch.setenv("RAWI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RAWI_CORPUS", str(folder))
    app = started()
    assert "1 of 1 articles" in texts(app)
    (folder / "b.txt").write_text("Another headline\n\nOther words of news from Baghdad.", "utf-8")
    started()
    app.run()
    assert "2 of 2 articles" in texts(app)
