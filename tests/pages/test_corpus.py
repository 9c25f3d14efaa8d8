"""The corpus page and the form under an article: what they change on disk, and what the app shows after it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.ingest.corrections import FILE, load
from lib.settings import SEEDS
from lib.views import opening, writing
from tests.pages.conftest import faults, started, texts

FIRST = "000_138f315e1e6ba625-1"


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = Path(shutil.copytree(SEEDS, tmp_path / "seeds", ignore=shutil.ignore_patterns("rawi-*")))
    monkeypatch.setenv("RAWI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RAWI_CORPUS", str(folder))
    opening.choose(None)
    yield folder
    opening.choose(None)


def widget(app: AppTest, kind: str, label: str) -> Any:
    found = [each for each in getattr(app.main, kind) if each.label == label]
    assert len(found) == 1, (label, [each.label for each in getattr(app.main, kind)])
    return found[0]


def button(app: AppTest, label: str) -> Any:
    return next(each for each in app.main.button if each.label == label)


def test_an_article_is_corrected_and_that_is_undone(seeds: Path) -> None:
    app = started("article", doc=FIRST)
    assert faults(app) == []
    widget(app, "text_input", "Date of publication").input("2020-07")
    widget(app, "text_input", "Outlet").input("  Hamshahri ")
    button(app, "Save").click().run()
    assert faults(app) == [] and "July 2020" in texts(app) and "Hamshahri" in texts(app)
    assert widget(app, "text_input", "Date of publication").value == "2020-07"
    assert load(seeds / FILE).last([FIRST])["outlet"] == "Hamshahri"
    button(app, "Undo the last correction").click().run()
    assert faults(app) == [] and "July 2020" not in texts(app)
    assert load(seeds / FILE).last([FIRST]) == {}


@pytest.mark.parametrize(("typed", "said"), [("2/3/2020", "no sure day"), ("", "Nothing was changed")])
def test_what_cannot_be_saved_is_said(seeds: Path, typed: str, said: str) -> None:
    app = started("article", doc=FIRST)
    widget(app, "text_input", "Date of publication").input(typed)
    button(app, "Save").click().run()
    assert faults(app) == []
    assert any(said in each.value for each in [*app.error, *app.info])
    assert not (seeds / FILE).exists()


def test_what_is_no_article_goes_and_comes_back(seeds: Path) -> None:
    app = started("article", doc=FIRST)
    widget(app, "checkbox", "This is no article").check()
    button(app, "Save").click().run()
    assert faults(app) == [] and "not in this corpus" in texts(app)
    app = started("corpus")
    assert faults(app) == [] and FIRST in texts(app)
    assert "2 of 2 articles" in texts(app)
    widget(app, "multiselect", "Said to be no article").select(FIRST)
    button(app, "Take them back").click().run()
    assert faults(app) == [] and "3 of 3 articles" in texts(app)
    assert load(seeds / FILE).refused() == []


def test_all_that_match_are_corrected_at_once(seeds: Path) -> None:
    app = started("corpus", language="fa")
    widget(app, "text_input", "Outlet").input("Hamshahri")
    widget(app, "text_input", "Date of publication").input("2020-07-17")
    button(app, "Save").click().run()
    assert faults(app) == []
    corpus = opening.opened(None)  # type: ignore[arg-type]
    assert corpus is not None
    rows = corpus.articles()
    assert list(rows["outlet"].fillna("")) == ["Hamshahri", "Hamshahri", ""]
    assert set(rows["basis"]) == {"user", "none"}
    button(app, "Undo the last correction of these").click().run()
    assert faults(app) == [] and len(load(seeds / FILE).sheet.rows) == 0


def test_another_folder_is_opened_for_every_visitor_and_left_again(seeds: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("A headline\n\nSome words of news from Tehran.", "utf-8")
    app, second = started("corpus"), started("overview")
    widget(app, "text_input", "Path of a folder or a file on this machine").input(str(tmp_path / "nowhere"))
    button(app, "Open").click().run()
    assert faults(app) == [] and str(tmp_path / "nowhere") in app.error[0].value.replace("\\", "")
    assert "3 of 3 articles" in texts(app)
    widget(app, "text_input", "Path of a folder or a file on this machine").input(str(other))
    button(app, "Open").click().run()
    second.run()
    for each in (app, second):
        assert faults(each) == [] and "1 of 1 articles" in texts(each)
    next(each for each in app.main.button if each.label.startswith("Back to")).click().run()
    assert faults(app) == [] and "3 of 3 articles" in texts(app)
    assert list(other.iterdir()) == [other / "a.txt"] and not (seeds / FILE).exists()


def test_what_is_kept_is_forgotten_when_that_is_meant(seeds: Path, tmp_path: Path) -> None:
    app = started("corpus")
    label = "Forget everything kept about this corpus"
    assert button(app, label).disabled
    kept = list((tmp_path / "home").iterdir())
    widget(app, "checkbox", "Yes, forget it").check().run()
    button(app, label).click().run()
    assert faults(app) == [] and app.success
    assert kept and not any(each.exists() for each in kept)
    app.run()
    assert faults(app) == [] and "3 of 3 articles" in texts(app)
    assert sorted(each.name for each in seeds.iterdir()) == sorted(
        each.name for each in SEEDS.iterdir() if not each.name.startswith("rawi-")
    )


@pytest.mark.usefixtures("seeds")
def test_a_server_that_others_reach_is_for_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAWI_PUBLIC_URL", "https://rawi.example.org")
    app = started("corpus")
    assert faults(app) == [] and not writing.allowed()
    assert any("Others can reach this server" in each.value for each in app.info)
    assert not [each for each in app.main.button if each.label in ("Save", "Open", "Open these files")]
    app = started("article", doc=FIRST)
    assert faults(app) == [] and "Others can reach this server" in texts(app)


def test_only_the_machine_itself_is_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RAWI_PUBLIC_URL", raising=False)
    assert st.get_option("server.address") == "localhost" and writing.allowed()
    monkeypatch.setattr(st, "get_option", lambda _: None)
    assert not writing.allowed()
