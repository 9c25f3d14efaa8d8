"""The timeline page in all its ways, opened by links as a visitor would: layers, comparisons, peaks, events, dates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import plotly.io
import pytest

from lib.ingest.events import FILE
from lib.store.corpus import Corpus
from lib.text.bidi import strip
from lib.views import opening, writing
from tests.pages.conftest import Open, faults, started, texts
from tests.pages.test_state_in_links import current


def figure(app: Any) -> Any:
    return plotly.io.from_json(app.get("plotly_chart")[0].proto.spec)


def series(app: Any) -> list[str]:
    return [strip(trace.name) for trace in figure(app).data if trace.meta and trace.meta["key"] != "^"]


def caption(app: Any) -> str:
    return strip(" ".join(note.text for note in figure(app).layout.annotations)).replace("<br>", " ")


WAYS = [
    {"layers": "both"},
    {"compare": ["actor:iran", "q:no words", "actor:nobody"], "measure": "share"},
    {"split": "outlet", "style": "multiples", "smooth": "3"},
    {"measure": "within", "style": "lines", "smooth": "31"},
    {"hide": ["imprecise", "gaps", "peaks", "events"]},
    {"part": "chronology", "order": "time"},
    {"layers": "both", "compare": "q:iran", "which": "spoken", "since": "2020-01-01", "until": "2020-07-31"},
]


OPENED = [(corpus, way) for corpus in ("undated", "hostile", "bursts") for way in WAYS]
OPENED += [(corpus, way) for corpus in ("empty", "one") for way in (WAYS[0], WAYS[5])]


@pytest.mark.parametrize(("corpus", "way"), OPENED, ids=[f"{corpus}-{'-'.join(way)}" for corpus, way in OPENED])
def test_every_way_opens_cold(visit: Open, corpus: str, way: dict[str, str | list[str]]) -> None:
    app = visit(corpus, "timeline", **way)
    assert faults(app) == []
    assert texts(app).strip()
    charts = app.get("plotly_chart")
    assert all(len(chart.proto.spec) < 100_000 for chart in charts)


@pytest.mark.parametrize(("ui", "cal"), [("fa", "jalali"), ("ar", "hijri")])
@pytest.mark.parametrize("way", [{}, {"part": "chronology"}, {"layers": "both", "smooth": "3"}], ids=str)
def test_in_the_other_languages(visit: Open, ui: str, cal: str, way: dict[str, str]) -> None:
    app = visit("bursts", "timeline", ui=ui, cal=cal, **way)
    assert faults(app) == []


def test_peaks_are_explained_and_open_their_articles(visit: Open) -> None:
    app = visit("bursts", "timeline")
    assert "Peaks" in [header.value for header in app.header]
    peaks = next(each for each in app.segmented_control if str(each.key).startswith("peak:"))
    assert len(peaks.options) == 2
    links = {link.proto.label: link.proto.query_string for link in app.main.get("page_link")}
    word = next(label for label in links if "flood" in label or "zelzele" in label)
    assert "q=" in links[word] and "since=" in links[word]
    other = next(value for value in ("2019-06-09", "2019-12-26") if value != peaks.value)
    peaks.set_value(other).run()
    assert faults(app) == []
    assert current(app).view.peak == other
    assert "false-discovery rate 1%" in caption(app)
    assert "Nothing collected: 17 Sep 2019" in caption(app)


def test_typed_words_and_actors_are_compared_by_their_share(visit: Open) -> None:
    app = visit("tiny", "timeline")
    box = next(each for each in app.multiselect if str(each.key).startswith("compare:"))
    box.set_value(["actor:iran"]).run()
    assert faults(app) == []
    assert (current(app).view.compare, current(app).view.measure) == (("actor:iran",), "share")
    assert series(app) == ["Iran"]
    app = visit("tiny", "timeline", compare=["q:met in", "actor:nobody"], ui="en")
    assert series(app) == ["“met in”", "nobody"]
    assert "nobody" in app.warning[0].value


def test_layers_say_both_sums(visit: Open) -> None:
    app = visit("tiny", "timeline", layers="both", by="month")
    assert series(app) == ["Published", "Spoken of"]
    assert "Published: 7 articles, 1 without a date, 1 with a date too imprecise" in caption(app)
    assert "Spoken of: 4 articles, 5 without a date" in caption(app)


def test_the_window_is_named_and_the_table_keeps_the_counts(visit: Open) -> None:
    app = visit("bursts", "timeline", by="week", smooth="5", split="none")
    assert "moving average, centred, window of 5 bars" in caption(app)
    columns = [strip(name) for name in app.dataframe[0].value.columns]
    assert {"Articles", "Moving average", "Imprecise dates, spread", "Note", "All articles then"} <= set(columns)


def test_a_denominator_of_its_own_has_a_name_of_its_own(visit: Open) -> None:
    app = visit("tiny", "timeline", measure="within", by="year")
    columns = [strip(name) for name in app.dataframe[0].value.columns]
    assert "All articles of the same language or outlet then" in columns and "All articles then" not in columns


def test_what_no_bar_stands_for_is_listed(visit: Open) -> None:
    app = visit("tiny", "timeline", by="day")
    labels = [strip(link.proto.label) for link in app.main.get("page_link")]
    assert "A meeting" in labels and "Without a title" in labels
    assert "with a date too imprecise: 1 January 2020 to 31 December 2020" in texts(app)


def test_overlays_are_hidden_by_a_link_and_by_hand(visit: Open) -> None:
    app = visit("bursts", "timeline", hide="peaks")
    assert "Peaks" not in [header.value for header in app.header]
    pills = next(each for each in app.button_group if str(each.key).startswith("hidden:"))
    pills.set_value(["peaks", "gaps"]).run()
    assert faults(app) == []
    assert set(current(app).view.hidden) == {"imprecise", "events"}
    assert "Peaks" in [header.value for header in app.header]


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder taken for the open corpus, so that events can lie beside it."""
    monkeypatch.setenv("RAWI_HOME", str(tmp_path / "home"))
    folder = tmp_path / "corpus"
    folder.mkdir()
    monkeypatch.setattr(opening, "wanted", lambda: folder)
    return folder / FILE


def test_own_events_are_drawn_and_bad_rows_listed(visit: Open, beside: Path) -> None:
    beside.write_text("date,text\n1399-04-15,<b>Tir</b> *day*\nnever,x\n", "utf-8")
    app = visit("tiny", "timeline", by="month")
    assert faults(app) == []
    marks = next(trace for trace in figure(app).data if trace.name == "Own events")
    assert list(marks.x) == ["2020-07-05"]
    assert "&lt;b&gt;Tir" in marks.hovertext[0]
    assert "no sure day" in texts(app)


@pytest.mark.parametrize(("table", "kept"), [(b"date,text\n2020-07-01,x\n", True), (b"date,text\nsoon,x\n", False)])
def test_a_file_of_events_is_uploaded(
    visit: Open, beside: Path, monkeypatch: pytest.MonkeyPatch, table: bytes, kept: bool
) -> None:
    monkeypatch.setattr(writing, "allowed", lambda: True)
    app = visit("tiny", "timeline")
    app.file_uploader(key="events-file").set_value(("mine.csv", table, "text/csv"))
    next(each for each in app.main.button if each.label == "Use this file").click().run()
    assert faults(app) == []
    assert beside.exists() is kept
    assert bool(app.error) is not kept


@pytest.mark.usefixtures("beside")
def test_others_cannot_upload_events(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "allowed", lambda: False)
    app = visit("tiny", "timeline")
    assert not app.main.get("file_uploader")
    assert "Others can reach this server" in texts(app)


def test_the_chronology_opens_articles_and_pages(visit: Open) -> None:
    app = visit("bursts", "timeline", part="chronology")
    assert faults(app) == []
    assert "articles" in texts(app) or app.main.get("page_link")
    links = [link.proto for link in app.main.get("page_link")]
    assert any("which=spoken" in link.query_string and "since=2019-06-0" in link.query_string for link in links)
    assert any("doc=b" in link.query_string for link in links)
    assert app.get("pagination") or "dates spoken of" in texts(app)
    tiny = visit("tiny", "timeline", part="chronology", ui="fa", cal="jalali")
    assert "۱۵ تیر ۱۳۹۹" in strip(texts(tiny))


@pytest.mark.parametrize(("style", "drawn"), [("bars", True), ("lines", True), ("multiples", False)])
def test_hatched_dates_are_spoken_of_only_where_they_are_drawn(visit: Open, style: str, drawn: bool) -> None:
    app = visit("bursts", "timeline", style=style)
    assert ("drawn hatched" in caption(app)) is drawn
    assert any(trace.type == "bar" and trace.marker.pattern.shape for trace in figure(app).data) is drawn


def test_a_table_is_made_when_it_is_opened(made: Callable[[str], Corpus], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "opened", lambda *_: made("tiny"))
    app = started("timeline")
    assert not app.dataframe
    app.session_state["fold-timeline"] = True
    assert len(app.run().dataframe) == 1
    assert not app.exception
