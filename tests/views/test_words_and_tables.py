"""What surrounds the charts: links, notices, tables for the eye and for taking away, names in the picker."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from lib.i18n import Catalogue, catalogue, sentence
from lib.query.filters import Filters
from lib.query.view import View
from lib.settings import ROOT, SEEDS
from lib.store import Progress
from lib.store.corpus import Corpus
from lib.text.bidi import isolate
from lib.text.calendar_names import DayWords
from lib.views import article_list, card, notices, opening, sidebar, tables, words
from lib.views.shell import Here

EN, FA = catalogue("en"), catalogue("fa")


def here(corpus: Corpus, filters: Filters | None = None, view: View | None = None, page: str = "timeline") -> Here:
    return Here(corpus, filters or Filters(), view or View(), EN, page, 1)


def test_a_link_has_no_host_unless_the_owner_named_one(tiny: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RAWI_PUBLIC_URL", raising=False)
    asked = here(tiny, Filters(actors=("iran",)), View(ui="fa", page=3, doc="a1"))
    made_for = f"corpus={tiny.fingerprint}"
    assert card.link(asked) == f"/timeline?actor=iran&ui=fa&doc=a1&page=3&{made_for}"
    monkeypatch.setenv("RAWI_PUBLIC_URL", "https://rawi.example/")
    assert card.link(here(tiny, page="overview")) == f"https://rawi.example/?{made_for}"


def test_links_to_other_pages_begin_at_their_beginning(tiny: Corpus) -> None:
    asked = here(tiny, Filters(search="x"), View(ui="ar", page=3, doc="a1"))
    assert asked.link() == {"q": ["x"], "ui": ["ar"]}
    assert asked.link(doc="a2") == {"q": ["x"], "ui": ["ar"], "doc": ["a2"]}


@pytest.mark.parametrize(("count", "sentences", "last"), [(0, 0, ""), (1, 1, "k0=v"), (5, 5, "k4=v"), (7, 6, "2 more")])
def test_notices_name_the_first_and_count_the_rest(count: int, sentences: int, last: str) -> None:
    found = notices.sentences([(f"k{n}", "v") for n in range(count)], EN)
    assert len(found) == sentences
    assert last in (found[-1] if found else "")


@pytest.mark.parametrize(
    ("arguments", "source"),
    [
        (("dashboard.py",), SEEDS),
        ((str(ROOT / "dashboard.py"), "some/folder"), "some/folder"),
        (("/usr/bin/pytest", "tests/pages"), SEEDS),
    ],
)
def test_the_corpus_is_named_after_the_dashes(
    arguments: tuple[str, ...], source: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RAWI_CORPUS", raising=False)
    assert str(opening.source(arguments)) == str(source)


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        (Progress(3, 1200, 1, 2.0), "3 of 1,200 files \u00b7 1 article"),
        (Progress(0, 1200, 0, 9.0), "0 of 1,200 files \u00b7 0 articles"),
        (
            Progress(300, 1200, 170, 10.0),
            "300 of 1,200 files \u00b7 170 articles \u00b7 17 a second \u00b7 30 seconds left",
        ),
        (
            Progress(100, 1200, 170, 10.0),
            "100 of 1,200 files \u00b7 170 articles \u00b7 17 a second \u00b7 2 minutes left",
        ),
        (Progress(1, 1, 1, 0.1, stage="finishing"), "1 article read, now being put in order"),
    ],
)
def test_progress_is_said_in_counts(progress: Progress, said: str) -> None:
    assert opening.progress_words(progress, EN) == said


FRAME = pd.DataFrame({"name": ["ایران", "Iran"], "articles": [2, 1], "share": [0.5, None], "hidden": [1, 2]})


def test_the_grid_is_made_for_the_eye() -> None:
    columns = {"name": "Name", "articles": "Articles", "share": "Share"}
    shown = tables.display(FRAME, columns, EN)
    assert list(shown.columns) == ["Name", "Articles", "Share"]
    assert list(shown["Name"]) == ["\u061c\u200fایران", "Iran"]
    assert FRAME["name"][0] == "ایران"


def test_the_grid_of_a_mirrored_interface_is_turned_round() -> None:
    shown = tables.display(FRAME, {"name": "نام", "articles": "مطالب"}, FA)
    assert [title.strip("\u2067\u200f\u2069") for title in shown.columns] == ["مطالب", "نام"]


def test_every_column_that_is_shown_has_a_title() -> None:
    assert words.columns(FRAME, EN) == {"name": "Name", "articles": "Articles", "share": "Share"}
    assert list(words.named(FRAME.rename(columns={"name": "actor"}), "actor", str.upper)["name"]) == ["ایران", "IRAN"]


@pytest.mark.parametrize(
    ("split", "names"),
    [
        ("language", {"fa": "Persian", "+": "All others"}),
        ("outlet", {"Ham": "Ham", "-": "Outlet not known"}),
        ("actor", {"iran": "Iran", "nobody": "nobody"}),
        ("none", {"": "All articles"}),
    ],
)
def test_series_names(tiny: Corpus, split: str, names: dict[str, str]) -> None:
    assert words.series_names(list(names), split, tiny, EN) == names


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (None, "\u2013"),
        ((date(2020, 1, 2), date(2020, 1, 2)), "2 Jan 2020"),
        ((date(2020, 1, 2), date(2021, 3, 4)), "2 Jan 2020 to 4 Mar 2021"),
    ],
)
def test_span(days: tuple[date, date] | None, said: str) -> None:
    assert words.span(days, DayWords(EN)) == said


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
def test_the_picker_knows_an_actor_in_all_three_scripts(tiny: Corpus, language: str) -> None:
    label = sidebar.actor_labels(tiny, catalogue(language))["maryam-rajavi"]
    assert all(name in label for name in ("Maryam Rajavi", "مریم رجوی", "مريم رجوي"))
    first = {"en": "Maryam", "fa": "مریم", "ar": "مريم"}[language]
    assert label.lstrip("\u2066\u2067\u200e\u200f").startswith(first)


def test_the_download_holds_every_matching_article(tiny: Corpus) -> None:
    found = article_list.table(tiny, Filters(languages=("fa",)), "corpus", "en")
    assert list(found["id"]) == ["a1", "a2", "a3"]
    assert found["actors"][0].split("; ")[0] == "Maryam Rajavi"
    assert set(article_list.table_titles(here(tiny))) <= set(found.columns)


def test_facts_of_a_hostile_row_stay_text(hostile: Corpus) -> None:
    row = article_list.articles(hostile, Filters()).iloc[0].to_dict()
    said = article_list.facts(row, {"iran": "<b>Iran</b>"}, here(hostile))
    assert "<script" not in said and "<b>" not in said


@pytest.mark.parametrize("t", [EN, FA])
def test_a_sentence_that_begins_with_a_quotation_runs_in_its_own_direction(t: Catalogue) -> None:
    """The browser goes by the first letter, be it isolated or not."""
    said = sentence("\u201c{value}\u201d is no kind of actor; write one of {kinds}.", value="x", kinds="y")
    assert f'<bdi dir="{t.direction}">' in tables._cell(t.said(said, isolate), t)
    assert tables._cell("a.txt", t) == '<td><bdi dir="ltr">a.txt</bdi></td>'
    assert tables._cell("خبر", t) == '<td dir="rtl"><bdi dir="rtl">خبر</bdi></td>'


@pytest.mark.parametrize(
    ("t", "written"),
    [
        (EN, ["1,234", "0.1%", "0.123", "12.5", "Iran"]),
        (FA, ["۱٬۲۳۴", "۰٫۱٪", "۰٫۱۲۳", "۱۲٫۵", "Iran"]),
    ],
)
def test_numbers_in_a_grid_are_written_in_the_readers_digits(t: Catalogue, written: list[str]) -> None:
    columns = {"Articles": [1234, 5], "Share": [0.001, 0.5], "NPMI": [0.1234, -1.0], "Length": [12.5, None]}
    frame = pd.DataFrame({**columns, "Name": ["Iran", "Iraq"], "New": [True, False]})
    made = tables.written(frame, {"Share"}, t)
    pd.testing.assert_frame_equal(made.data, frame)  # the grid sorts by the numbers themselves
    shown = made._translate(False, False)["body"]
    assert [cell["display_value"] for cell in shown[0] if cell["type"] == "td"] == [*written, True]
    assert [cell["display_value"] for cell in shown[1] if cell["type"] == "td"][3] == ""
