"""What the app says of a reading, and what a reader puts right in it: columns, the stop button, tellings of a story."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from lib.ingest.columns import FILE, corrections
from lib.settings import settings
from lib.store.corpus import Corpus
from lib.store.generation import current, place
from lib.store.kept import columns_file
from lib.store.shared import Stopped
from lib.views import opening, table_form
from tests.ingest.prose import ENGLISH
from tests.pages.conftest import Open, faults, started, texts
from tests.pages.test_corpus import button, widget

ROW = ",".join(("First,{n}", ENGLISH[0].replace(",", ""), "Second words of another kind", "0{n}/03/2020"))
TABLE = "a,n,b,c,d\n" + "".join(ROW.format(n=n) + "\n" for n in range(1, 6))


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "t.csv").write_text(TABLE)
    (folder / "page.txt").write_text("A headline of a page\n\n" + "The ministers met in Geneva. " * 5)
    with zipfile.ZipFile(folder / "z.zip", "w") as archive:
        archive.writestr("in.csv", "title,text\nInside,Some words inside an archive that are long enough\n")
    monkeypatch.setenv("RAWI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RAWI_CORPUS", str(folder))
    opening.choose(None)
    yield folder
    opening.choose(None)


def corpus_of(folder: Path) -> Corpus:
    live = current(place(folder, settings().home))
    assert live is not None
    return Corpus(live)


def test_columns_are_put_right_and_put_back(tables: Path) -> None:
    app = started("corpus")
    assert faults(app) == []
    said = texts(app)
    assert "Columns of tables" in said and "Second words of another kind" in said
    assert widget(app, "multiselect", "Text").value == ["b"]
    which = widget(app, "selectbox", "2 files with columns")
    assert which.value == "t.csv" and len(which.options) == 2
    widget(app, "multiselect", "Text").set_value(["b", "c"])
    widget(app, "selectbox", "Date of publication").select("d")
    widget(app, "selectbox", "Dates in figures").select("dmy")
    next(each for each in app.main.button if each.label == "Save").click().run()
    assert faults(app) == []
    told, problems = corrections(tables / FILE)
    assert not problems and told.of("t.csv") == {"text": ["b", "c"], "published": "d", "date_order": "dmy"}
    with corpus_of(tables) as corpus:
        rows = corpus.articles().query("source == 't.csv'")
        assert corpus.text(rows["id"].iloc[0]).endswith("\n\nSecond words of another kind")
        assert str(rows["since"].iloc[0])[:10] == "2020-03-01"
    button(app, "Back to the guess").click().run()
    assert faults(app) == [] and corrections(tables / FILE)[0].of("t.csv") == {}
    assert not [each for each in app.main.button if each.label == "Back to the guess"]
    assert widget(app, "multiselect", "Text").value == ["b"]


@pytest.mark.usefixtures("tables")
def test_a_table_in_an_archive_can_be_chosen() -> None:
    app = started("corpus")
    widget(app, "selectbox", "2 files with columns").select("z.zip!/in.csv").run()
    assert faults(app) == [] and "Some words inside an archive" in texts(app)
    assert widget(app, "selectbox", "Title").value == "title"


def test_where_the_folder_cannot_be_written_the_word_is_kept_at_home(
    tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = started("corpus")
    real = table_form.columns_target
    monkeypatch.setattr(table_form, "columns_target", lambda *given: place(given[0], given[1]) / FILE)
    widget(app, "selectbox", "Title").select("c")
    next(each for each in app.main.button if each.label == "Save").click().run()
    assert faults(app) == [] and not (tables / FILE).exists()
    assert columns_file(tables, settings().home) == real(tables, settings().home)
    with corpus_of(tables) as corpus:
        titles = set(corpus.articles().query("source == 't.csv'")["title"])
    assert titles == {"Second words of another kind"}


def test_a_stopped_reading_of_another_corpus_is_said_once(tables: Path) -> None:
    app = started("corpus")
    app.session_state[opening._STOPPED] = str(tables / "elsewhere")
    assert "This one stays open" in texts(app.run()) and faults(app) == []
    assert "This one stays open" not in texts(app.run())


def test_a_first_reading_that_was_stopped_is_said(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "stopped", lambda _: True)
    app = started("corpus")
    assert faults(app) == [] and "Reading was stopped" in texts(app)
    assert current(place(tables, settings().home)) is None


def test_a_reading_that_another_tab_stopped_can_be_gone_on_with(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ensure(*_: Any) -> Path:
        raise Stopped("stopped elsewhere")

    monkeypatch.setattr(opening, "ensure", ensure)
    app = started("corpus")
    assert faults(app) == [] and "Reading was stopped" in texts(app)
    monkeypatch.undo()
    monkeypatch.setenv("RAWI_HOME", str(tables.parent / "home"))
    monkeypatch.setenv("RAWI_CORPUS", str(tables))
    next(each for each in app.main.button if each.label == "Go on reading").click().run()
    assert faults(app) == [] and "Second words of another kind" in texts(app)


def test_the_button_under_the_bar_is_there_while_files_are_read(
    tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []
    real = st.button

    def drawn(label: str, **how: Any) -> bool:
        seen.append((label, how.get("args")))
        return bool(real(label, **how))

    monkeypatch.setattr(opening.st, "button", drawn)
    assert faults(started("overview")) == []
    assert ("Stop", (tables,)) in seen


@pytest.mark.parametrize(
    ("ui", "said"), [("en", "This file is empty"), ("fa", "این فایل خالی است"), ("ar", "هذا الملف فارغ")]
)
def test_problems_are_told_in_the_readers_language(tables: Path, ui: str, said: str) -> None:
    (tables / "empty.txt").write_bytes(b"")
    for page in ("corpus", "overview"):
        app = started(page, ui=ui)
        assert faults(app) == [] and said in texts(app)


def test_who_else_tells_a_story(visit: Open) -> None:
    app = visit("tiny", "article", doc="a1")
    assert faults(app) == []
    assert "The same story in:" in texts(app)
    assert [each.proto.label for each in app.get("page_link") if "fa\\-2" in each.proto.label]
    app = visit("tiny", "article", doc="a2")
    assert faults(app) == [] and "The same story in:" not in texts(app)
    app = visit("tiny", "articles")
    assert texts(app).count("The same story in:") == 1
    app = visit("tiny", "articles", dup="1")
    assert faults(app) == [] and texts(app).count("The same story in:") == 2
    assert "Every telling of a story counted" in texts(app)
