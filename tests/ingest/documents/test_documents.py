"""Word processor files, books and Rich Text: the same paragraphs from every envelope, a sentence from a broken one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.ingest.documents.make import ARABIC, PERSIAN, docx, epub, odt, page, paragraphs, records, rtf, zipped

TITLE = "ناخدایان بندر به دریا بازمی‌گردند"


@pytest.mark.parametrize(
    ("name", "make"), [("a.docx", docx), ("a.odt", odt), ("a.rtf", rtf), ("a", docx), ("a.txt", rtf)]
)
def test_paragraphs_come_out_as_they_went_in(tmp_path: Path, name: str, make: Callable[[list[str]], bytes]) -> None:
    articles, problems = records(tmp_path, name, make([TITLE, *PERSIAN]))
    assert not problems
    assert [one.title for one in articles] == [TITLE]
    assert articles[0].text == "\n\n".join(PERSIAN)


def test_old_bytes_of_rich_text_are_read_in_the_code_page_of_their_font(tmp_path: Path) -> None:
    written = "".join(f"\\'{byte:02x}" for byte in ARABIC[0].encode("cp1256"))
    data = (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset178 B;}}{\*\generator X;}\f1 " + written + "}"
    )
    articles, _ = records(tmp_path, "a.rtf", data)
    assert articles[0].text == ARABIC[0]


def test_the_day_in_a_document_is_its_file_names_and_never_its_properties(tmp_path: Path) -> None:
    articles, _ = records(tmp_path, "port_1398-04-26.docx", docx([TITLE, *PERSIAN]))
    assert (articles[0].published.since, articles[0].published.basis) == (date(2019, 7, 17), "filename")


BOOK = {
    "cover.xhtml": page("<img/>"),
    "1.xhtml": page(f"<h2>خبر بندر</h2>{paragraphs(PERSIAN)}"),
    "2.xhtml": page(f"<h1>الميناء الجديد</h1>{paragraphs(ARABIC)}"),
}


@pytest.mark.parametrize(
    ("metadata", "day"),
    [
        ("<dc:date>2020-07-17</dc:date><dc:publisher>روزنامه</dc:publisher>", date(2020, 7, 17)),
        ("<dc:date>2024-05-06T01:02:03</dc:date><dc:contributor>calibre (7.1)</dc:contributor>", None),
        ("", None),
    ],
)
def test_chapters_of_a_newspaper_are_articles(tmp_path: Path, metadata: str, day: date | None) -> None:
    articles, problems = records(tmp_path, "a.epub", epub(BOOK, metadata))
    assert [one.title for one in articles] == ["خبر بندر", "الميناء الجديد"]
    assert [one.text for one in articles] == ["\n\n".join(PERSIAN), "\n\n".join(ARABIC)]
    assert [one.id for one in articles] == ["a-1", "a-2"]
    assert {one.published.since for one in articles} == {day}
    assert [problem.kept for problem in problems] == [True]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", docx([TITLE])[:200], "damaged"),
        ("a.docx", docx([]), "no text"),
        ("a.epub", epub({"cover.xhtml": page("<img/>")}), "no running text"),
        ("a.epub", zipped({"mimetype": "application/epub+zip"}), "damaged"),
        ("a.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<"}), "."),
        ("a.rtf", r"{\rtf1\ansi }", "no text"),
        ("a.pptx", zipped({"[Content_Types].xml": "x", "ppt/slides/slide1.xml": "x"}), "presentation"),
    ],
)
def test_what_is_broken_or_empty_is_a_sentence(tmp_path: Path, name: str, data: bytes | str, said: str) -> None:
    articles, problems = records(tmp_path, name, data)
    assert not articles
    assert said in problems[0].what
    assert problems[0].what.endswith(".")


def test_entities_and_files_outside_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret words", "utf-8")
    bomb = '<!DOCTYPE x [<!ENTITY a SYSTEM "file://%s"><!ENTITY b "&c;&c;"><!ENTITY c "lol">]>' % (
        tmp_path / "secret.txt"
    )
    spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {spaces}><w:p><w:r><w:t>{TITLE} &a; {PERSIAN[0]}</w:t></w:r></w:p></w:document>"
    data = zipped({"[Content_Types].xml": "x", "word/document.xml": bomb + body})
    articles, _ = records(tmp_path, "a.docx", data)
    assert all("secret" not in one.text + (one.title or "") for one in articles)
