"""Columns by name, by content and by the user's word."""

import datetime
import json
import zipfile
from pathlib import Path

import pytest

from lib.ingest import columns, read
from lib.ingest.columns import Corrections
from lib.ingest.dayvalues import Manner, interval, order_of
from lib.ingest.formats import read_file
from lib.ingest.headings import field_of
from lib.ingest.outlets import host_of, outlet_of, outlets
from lib.ingest.preview import preview
from lib.model import Article, Problem
from tests.ingest.prose import ARABIC, ENGLISH


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Headline", "title"), ("article_title", "title"), ("عنوان خبر", "title"), ("العنوان", "title"),
        ("HD", "title"),
        ("title.rendered", "title"), ("headline.main", "title"), ("Başlık", "title"),
        ("متن", "text"), ("نص الخبر", "text"), ("content:encoded", "text"), ("body.p", "text"), ("maintext", "text"),
        ("publish_date", "published"), ("تاریخ شمسی", "published"), ("ts.$date", "published"), ("pubDate", "published"),
        ("scraped_at", "scraped"), ("crawl-date", "scraped"), ("retrieved", "scraped"), ("download_date", "scraped"),
        ("date_extracted", "scraped"), ("indexed_date", "scraped"), ("Load-Date", "scraped"),
        ("تاریخ دریافت", "scraped"),
        ("seendate", "seen"), ("media_name", "outlet"), ("SourceCommonName", "outlet"), ("src.name", "outlet"),
        ("خبرگزاری", "outlet"), ("المصدر", "outlet"), ("DocumentIdentifier", "url"), ("الرابط", "url"),
        ("link.href", "url"),
        ("image.url", None), ("author.url", None), ("sentiment", None), ("label", None), ("", None),
    ],
)  # fmt: skip
def test_names_in_several_languages(name: str, field: str | None) -> None:
    found = field_of(name)
    assert (found and found[0]) == field


@pytest.mark.parametrize(
    ("value", "since", "until"),
    [
        ("2020-07-17", "2020-07-17", "2020-07-17"),
        ("2020-07-17T10:00:00+03:30", "2020-07-17", "2020-07-17"),
        ("20200717T120000Z", "2020-07-17", "2020-07-17"),
        ("20200717", "2020-07-17", "2020-07-17"),
        (1594944000, "2020-07-17", "2020-07-17"),
        ("1594944000000", "2020-07-17", "2020-07-17"),
        (1594944000.5, "2020-07-17", "2020-07-17"),
        ("Fri, 17 Jul 2020 10:00:00 GMT", "2020-07-17", "2020-07-17"),
        ("17 July 2020", "2020-07-17", "2020-07-17"),
        ("July 17, 2020 10:30 AM", "2020-07-17", "2020-07-17"),
        ("26-FEB-1987 15:01:01.79", "1987-02-26", "1987-02-26"),
        ("17/07/2020", "2020-07-17", "2020-07-17"),
        ("7/17/2020 10:00", "2020-07-17", "2020-07-17"),
        ("۱۳۹۹/۰۴/۲۷", "2020-07-17", "2020-07-17"),
        ("1399-4-27 12:30", "2020-07-17", "2020-07-17"),
        ("۲۷/۰۴/۱۳۹۹", "2020-07-17", "2020-07-17"),
        ("۲۷ تیر ۱۳۹۹", "2020-07-17", "2020-07-17"),
        ("١٤٤١/١١/٢٦", "2020-07-17", "2020-07-17"),
        ("١٧ يوليو ٢٠٢٠", "2020-07-17", "2020-07-17"),
        ("2020-07", "2020-07-01", "2020-07-31"),
        ("۱۳۹۹", "2020-03-20", "2021-03-20"),
        (datetime.datetime(2020, 7, 17, 10), "2020-07-17", "2020-07-17"),
        (datetime.date(2020, 7, 17), "2020-07-17", "2020-07-17"),
    ],
)
def test_dates_as_people_and_programs_write_them(value: object, since: str, until: str) -> None:
    found = interval(value)
    assert found is not None
    assert (str(found[0]), str(found[1])) == (since, until)


@pytest.mark.parametrize(
    "value", ["02/03/2020", "2020-13-01", "99", 5, True, "soon", "", None, "1399/07/31", "0000-00-00", float("nan")]
)
def test_what_is_no_date_or_might_be_two(value: object) -> None:
    assert interval(value) is None


def test_the_order_of_day_and_month_is_proven_by_the_column() -> None:
    assert order_of(["02/03/2020", "25/03/2020"]) == "dmy"
    assert order_of(["02/03/2020", "03/25/2020"]) == "mdy"
    assert order_of(["25/03/2020", "03/25/2020"]) == ""
    assert str(interval("02/03/2020", Manner("dmy"))[0]) == "2020-03-02"  # type: ignore[index]
    assert str(interval("02/03/2020", Manner("mdy"))[0]) == "2020-02-03"  # type: ignore[index]
    assert str(interval("1399/01/05", Manner(calendar="hijri"))[0]) == "1978-12-05"  # type: ignore[index]


def articles(folder: Path, rows: list[dict[str, object]], name: str = "t.jsonl") -> list[Article]:
    (folder / name).write_text("\n".join(json.dumps(row) for row in rows))
    return [one for one in read(folder / name) if isinstance(one, Article)]


def test_a_time_of_scraping_is_never_publication(tmp_path: Path) -> None:
    row = {
        "title": "A",
        "text": "B",
        "scraped_at": "2020-07-17",
        "crawl_date": "2020-07-17",
        "date_extracted": "2020-07-17",
    }
    assert articles(tmp_path, [row])[0].published.since is None


def test_without_a_date_the_address_has_one(tmp_path: Path) -> None:
    (found,) = articles(
        tmp_path, [{"title": "A", "text": "B", "link": "https://arabic.cnn.com/world/article/2020/07/17/x"}]
    )
    assert (str(found.published.since), found.published.basis, found.outlet) == ("2020-07-17", "url", "CNN بالعربية")


def test_when_a_page_was_first_seen_is_an_inference(tmp_path: Path) -> None:
    (found,) = articles(
        tmp_path, [{"title": "A", "url": "https://x.org/a", "seendate": "20200717T120000Z", "domain": "bbc.com"}]
    )
    assert (str(found.published.since), found.published.basis, found.outlet) == ("2020-07-17", "inferred", "BBC News")


def test_columns_without_a_header_that_were_all_written_in_one_hour(tmp_path: Path) -> None:
    rows = "".join(f'"Headline number {n} of the day","{ENGLISH[0]} {n}",2024-04-13 20:{n:02d}:01\n' for n in range(10))
    (tmp_path / "t.csv").write_text(rows)
    found = [one for one in read_file(tmp_path / "t.csv", "t.csv") if isinstance(one, Article)]
    assert len(found) == 10
    assert found[3].title == "Headline number 3 of the day"
    assert {one.published.since for one in found} == {None}


def test_factiva_lead_and_body_are_one_text(tmp_path: Path) -> None:
    row = {"HD": "Title", "LP": "The lead.", "TD": "The rest.", "PD": "17 July 2020", "SN": "Reuters", "AN": "LBA0001"}
    (found,) = articles(tmp_path, [row])
    assert (found.id, found.title, found.text, found.outlet) == (
        "LBA0001",
        "Title",
        "The lead.\n\nThe rest.",
        "Reuters",
    )
    assert str(found.published.since) == "2020-07-17"


TABLE = f"col1,col2,col3\nAlpha,02/03/2020,{ENGLISH[0].replace(',', ' ')}\n"


def test_the_user_says_what_a_column_is(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "t.csv").write_text(TABLE)
    (tmp_path / "other.csv").write_text(TABLE)
    (tmp_path / "rawi.toml").write_text(
        '[columns]\ndate_order = "dmy"\ntitle = "col1"\n[columns."sub/*.csv"]\ndate = 2\ntext = ["col3", "col1"]\n'
    )
    other, said = (one for one in read(tmp_path) if isinstance(one, Article))
    assert (other.title, other.published.since) == ("Alpha", None)
    assert (str(said.published.since), said.published.basis) == ("2020-03-02", "metadata")
    assert said.text.endswith("\n\nAlpha")


@pytest.mark.parametrize(
    "content", ["[columns", "columns = 3", '[columns."a.csv"]\ncolour = "x"', "[columns]\ntext = 1.5"]
)
def test_a_correction_that_is_not_understood_is_said(tmp_path: Path, content: str) -> None:
    (tmp_path / "rawi.toml").write_text(content)
    said, problems = columns.corrections(tmp_path / "rawi.toml")
    assert not any(said.tables.values())
    assert [(one.source, one.kept) for one in problems] == [("rawi.toml", False)]


def test_corrections_hold_only_while_their_corpus_is_read(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE)
    said = Corrections({"": {"title": "col2"}})
    inside = columns.within(said, read_file(tmp_path / "t.csv", "t.csv"))
    (first,) = inside
    (second,) = read_file(tmp_path / "t.csv", "t.csv")
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.title, second.title) == ("02/03/2020", None)


def test_a_preview_shows_the_guess_and_the_cells(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f"عنوان,x,label\nخبر,{ARABIC[0].replace(',', ' ')},7\n")
    table = preview(tmp_path / "t.csv", "t.csv")
    assert table is not None and table.fields == {"title": ("عنوان",), "text": ("x",)}
    assert table.rows[0]["label"] == "7"
    shown = {one.name: one for one in table.columns}
    assert {name: (one.field, one.unsure) for name, one in shown.items()} == {
        "عنوان": ("title", False),
        "x": ("text", True),
        "label": (None, False),
    }
    assert shown["label"].cells == ("7",)
    corrected = preview(tmp_path / "t.csv", "t.csv", Corrections({"": {"section": "label", "text": ""}}))
    assert corrected is not None and [one.field for one in corrected.columns] == ["title", None, "section"]
    (tmp_path / "page.txt").write_text("A page")
    assert preview(tmp_path / "page.txt", "page.txt") is None
    assert preview(tmp_path / "nowhere.csv", "nowhere.csv") is None


def test_a_table_in_an_archive_is_previewed_too(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one.txt", "A page\n\nWith words.")
        archive.writestr("two.csv", TABLE)
    table = preview(tmp_path / "a.zip", "a.zip!/two.csv")
    assert table is not None and len(table.columns) == 3


def test_columns_whose_names_mean_nothing_are_told_by_what_they_hold(tmp_path: Path) -> None:
    text = ENGLISH[0].replace(",", " ")
    rows = "".join(f"Headline {n} of the day,{text} {n},2020-07-1{n},bbc.com\n" for n in range(8))
    (tmp_path / "t.csv").write_text("a,b,c,d\n" + rows)
    (tmp_path / "u.csv").write_text("a,b,born,d\n" + rows)
    for name, since in {"t.csv": "2020-07-10", "u.csv": "None"}.items():
        found = next(one for one in read(tmp_path / name) if isinstance(one, Article))
        assert (str(found.published.since), found.outlet, found.title) == (since, "BBC News", "Headline 0 of the day")
    table = preview(tmp_path / "t.csv", "t.csv")
    assert table is not None and {one.name: one.unsure for one in table.columns} == dict.fromkeys("abcd", True)


def test_outlets() -> None:
    assert outlet_of("https://www.bbc.com/persian/articles/x") == "بی\u200cبی\u200cسی فارسی"
    assert outlet_of("https://www.bbc.com/news/x") == "BBC News"
    assert outlet_of("m.tabnak.ir") == "تابناک"
    assert outlet_of("https://example.org/") is None
    assert host_of("https://www.example.org:8080/x") == "example.org"
    assert host_of("no host") is None
    assert all(set(one.names) == {"en", "fa", "ar"} and "." in host for host, one in outlets().items())


def test_problems_of_the_users_file_come_with_the_corpus(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE)
    (tmp_path / "rawi.toml").write_text("columns = 1")
    assert any(isinstance(one, Problem) and one.source == "rawi.toml" for one in read(tmp_path))
