"""Exports of Factiva, Nexis, Media Cloud and GDELT, made small by the public descriptions of their formats."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.enrich import declared
from lib.ingest.formats import read_file
from lib.model import Article, Problem
from tests.ingest.documents.make import docx
from tests.ingest.prose import ARABIC, ENGLISH, HEADLINES

FACTIVA = [
    ("Iran says talks go on", "Reuters News", "LBA0000020200717eg7h00abc", ENGLISH[0], "English"),
    (HEADLINES["ar"], "Asharq Al-Awsat", "ASHAR00020200718eg7i00002", ARABIC[0], "Arabic"),
]
NEXIS = [("Iran says talks go on", "The New York Times", ENGLISH[0]), ("Second headline", "The Guardian", ENGLISH[1])]


def of(folder: Path, name: str, content: str | bytes) -> tuple[list[Article], list[Problem]]:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    records = list(read_file(folder / name, name))
    return [r for r in records if isinstance(r, Article)], [r for r in records if isinstance(r, Problem)]


def coded() -> list[str]:
    lines: list[str] = []
    for title, outlet, number, text, language in FACTIVA:
        lines += [
            "SE", "World", "HD", title, "BY", "By A. Writer", "WC", "123 words", "PD", "17 July 2020", "ET", "10:30",
            "SN", outlet, "SC", "LBA", "LA", language, "CY", "(c) 2020 The Owner", "LP", text, "TD", f"More. {text}",
            "CO", "x : A Company", "NS", "gpol : Politics", "RE", "iran : Iran", "PUB", "The Publisher", "AN",
            f"Document {number}",
        ]  # fmt: skip
    return [*lines, "Search Summary", "Text", "iran", "Date", "All Dates"]


def ordered() -> list[str]:
    lines: list[str] = []
    for title, outlet, number, text, language in FACTIVA:
        lines += [title, "", "By A. Writer", "123 words", "17 July 2020", "10:30", outlet, "LBA", language]
        lines += ["(c) 2020 The Owner", "", text, "", f"More. {text}", "", f"Document {number}", ""]
    return lines


def rtf(lines: list[str]) -> bytes:
    body = "".join(
        "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in line) + "\\par\n" for line in lines
    )
    return ("{\\rtf1\\ansi\\ansicpg1252 " + body + "}").encode("ascii")


@pytest.mark.parametrize("make", [coded, ordered])
@pytest.mark.parametrize("kind", ["txt", "rtf", "docx"])
def test_factiva(tmp_path: Path, make: object, kind: str) -> None:
    lines = make()  # type: ignore[operator]
    content = {"txt": "\r\n".join(lines).encode(), "rtf": rtf(lines), "docx": docx(lines)}[kind]
    found, problems = of(tmp_path, f"Factiva-20200801.{kind}", content)
    assert [(one.title, one.outlet, one.id) for one in found] == [(t, o, n) for t, o, n, _, _ in FACTIVA]
    assert [one.text for one in found] == [f"{text}\n\nMore. {text}" for _, _, _, text, _ in FACTIVA]
    assert {(str(one.published.since), one.published.basis) for one in found} == {("2020-07-17", "metadata")}
    assert [declared(one.language) for one in found] == ["en", "ar"]
    assert {one.author for one in found} == {"By A. Writer"}
    assert not problems


def test_factiva_as_a_page_and_as_xml(tmp_path: Path) -> None:
    page = "".join(
        f'<div class="article enArticle"><table><tr><td><b>HD</b>&nbsp;</td><td><span>{title}</span>'
        "</td></tr><tr><td><b>PD</b></td><td>17 July 2020</td></tr>"
        f"<tr><td><b>SN</b></td><td>{outlet}</td></tr>"
        f'<tr><td><b>LA</b></td><td>{language}</td></tr><tr><td><b>LP</b></td><td><p class="a">{text}</p>'
        f"</td></tr><tr><td><b>TD</b></td><td><p>More. {text}</p></td></tr><tr><td><b>AN</b></td><td>Document {number}"
        "</td></tr></table></div>"
        for title, outlet, number, text, language in FACTIVA
    )
    found, _ = of(tmp_path, "Factiva.html", f"<html><head><title>Factiva</title></head><body>{page}</body></html>")
    assert [(one.title, one.outlet, one.id) for one in found] == [(t, o, n) for t, o, n, _, _ in FACTIVA]
    assert [one.text for one in found] == [f"{text}\n\nMore. {text}" for _, _, _, text, _ in FACTIVA]
    assert {str(one.published.since) for one in found} == {"2020-07-17"}
    xml = "".join(
        f"<article><headline>{title}</headline><byline>A. Writer</byline><leadParagraph>{text}</leadParagraph>"
        f"<tailParagraphs><paragraph>More. {text}</paragraph><paragraph>End.</paragraph></tailParagraphs>"
        f"<publicationDate><date>2020-07-17</date></publicationDate><sourceName>{outlet}</sourceName>"
        "<baseLanguage>en</baseLanguage></article>"
        for title, outlet, _, text, _ in FACTIVA
    )
    found, problems = of(tmp_path, "factiva.xml", f"<?xml version='1.0'?><ppsArticles>{xml}</ppsArticles>")
    assert [(one.title, one.outlet) for one in found] == [(t, o) for t, o, _, _, _ in FACTIVA]
    assert [one.text for one in found] == [f"{text}\n\nMore. {text}\n\nEnd." for _, _, _, text, _ in FACTIVA]
    assert {str(one.published.since) for one in found} == {"2020-07-17"} and not problems


def test_nexis_as_it_was(tmp_path: Path) -> None:
    parts = [
        f"\n                               {n} of 2 DOCUMENTS\n\n                    {outlet}\n\n"
        f"                 July 17, 2020 Friday\n                 Late Edition - Final\n\nHEADLINE: {title}\n\n"
        "BYLINE: By A. WRITER and\nB. WRITER\n\nSECTION: Section A; Pg. 1\n\nLENGTH: 1201 words\n\n"
        f"DATELINE: TEHRAN\n\nBODY:\n\n{text}\nA line that goes on.\n\nA second paragraph.\n\n"
        "LOAD-DATE: July 18, 2020\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n"
        f"               Copyright 2020 The Owner\n                 All Rights Reserved\n"
        for n, (title, outlet, text) in enumerate(NEXIS, 1)
    ]
    found, problems = of(tmp_path, "nexis.TXT", "".join(parts))
    assert [(one.title, one.outlet) for one in found] == [(t, o) for t, o, _ in NEXIS]
    texts = [f"{text} A line that goes on.\n\nA second paragraph." for _, _, text in NEXIS]
    assert [one.text for one in found] == texts
    assert {(str(one.published.since), one.author) for one in found} == {("2020-07-17", "By A. WRITER and B. WRITER")}
    assert {declared(one.language) for one in found} == {"en"} and not problems


def test_nexis_as_it_is(tmp_path: Path) -> None:
    lines: list[str] = []
    for title, outlet, text in NEXIS:
        lines += [title, outlet, "July 17, 2020 Friday", "Copyright 2020 The Owner All Rights Reserved"]
        lines += ["Section: NEWS; Pg. 1", "Length: 1201 words", "Byline: A. Writer", "Body", text]
        lines += ["A second paragraph.", "Load-Date: July 18, 2020", "End of Document"]
    for name, content in {"nexis.DOCX": docx(lines), "nexis.rtf": rtf(lines)}.items():
        found, problems = of(tmp_path, name, content)
        assert [(one.title, one.outlet, one.section) for one in found] == [(t, o, "NEWS; Pg. 1") for t, o, _ in NEXIS]
        assert [one.text for one in found] == [f"{text}\n\nA second paragraph." for _, _, text in NEXIS]
        assert {str(one.published.since) for one in found} == {"2020-07-17"} and not problems


def test_media_cloud(tmp_path: Path) -> None:
    rows = (
        "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
        'ab12,2024-05-02 01:00:00.5,fa,irna.ir,irna.ir,2020-07-17,"عنوان, خبر",https://www.irna.ir/news/83861234/x\n'
    )
    (found,), problems = of(tmp_path, "mc-onlinenews-mediacloud-20240502-content.csv", rows)
    assert (found.id, found.title, found.outlet, found.language) == ("ab12", "عنوان, خبر", "ایرنا", "fa")
    assert (str(found.published.since), found.published.basis, found.text) == ("2020-07-17", "metadata", "")
    older = (
        "stories_id,publish_date,title,url,language,ap_syndicated,media_id,media_name,media_url\n"
        "17,2020-07-17 10:11:12,A title,https://www.bbc.com/news/x,en,False,1094,BBC,http://www.bbc.com/\n"
    )
    (found,), problems = of(tmp_path, "stories.csv", older)
    assert (found.id, found.title, found.outlet, str(found.published.since)) == ("17", "A title", "BBC", "2020-07-17")
    assert not problems


def graph(extras: str, translated: str = "") -> str:
    row = [""] * 27
    row[0], row[1], row[2], row[3], row[4] = "20200717001500-0", "20200717001500", "1", "bbc.com", "https://bbc.com/x"
    row[25], row[26] = translated, extras
    return "\t".join(row)


def test_the_knowledge_graph_of_gdelt(tmp_path: Path) -> None:
    lines = [
        graph("<PAGE_TITLE>Iran says &#x2018;yes&#x2019;</PAGE_TITLE>"),
        graph("<PAGE_AUTHORS>A. Writer</PAGE_AUTHORS><PAGE_PRECISEPUBTIMESTAMP>20200716230000"
              "</PAGE_PRECISEPUBTIMESTAMP><PAGE_TITLE>عنوان</PAGE_TITLE>", "srclc:ara;eng:GT-ARA 1.0"),
    ]  # fmt: skip
    found, problems = of(tmp_path, "20200717001500.gkg.csv", "\n".join(lines) + "\n")
    assert [one.title for one in found] == ["Iran says ‘yes’", "عنوان"]
    assert [(str(one.published.since), one.published.basis) for one in found] == [
        ("2020-07-17", "inferred"), ("2020-07-16", "metadata"),
    ]  # fmt: skip
    assert [declared(one.language) for one in found] == ["en", "ar"]
    assert {(one.url, one.outlet) for one in found} == {("https://bbc.com/x", "BBC News")} and not problems


def test_tables_of_gdelt_without_articles_say_so(tmp_path: Path) -> None:
    event = ["930000001", "20200717", "202007", "2020", "2020.5", "IRN", *[""] * 54, "https://bbc.com/x"]
    mention = ["930000001", "20200717001500", "20200717001500", "1", "bbc.com", *["1"] * 11]
    for name, row in {"x.export.CSV": event, "x.mentions.CSV": mention}.items():
        found, problems = of(tmp_path, name, ("\t".join(row) + "\n") * 3)
        assert not found and len(problems) == 1 and "GDELT" in problems[0].what


def test_lists_of_articles_of_gdelt_give_the_day_they_were_seen(tmp_path: Path) -> None:
    listed = "\ufeffURL,MobileURL,Date,Title\nhttps://bbc.com/x,,2020-07-17T12:00:00Z,Iran says yes\n"
    json_ = (
        '{"articles": [{"url": "https://bbc.com/x", "url_mobile": "", "title": "Iran says yes", "socialimage": "",'
        ' "seendate": "20200717T120000Z", "domain": "bbc.com", "language": "English", "sourcecountry": "UK"}]}'
    )
    for name, content in {"list.csv": listed, "list.json": json_}.items():
        (found,), _ = of(tmp_path, name, content)
        assert (found.title, found.url, found.outlet) == ("Iran says yes", "https://bbc.com/x", "BBC News")
        assert (str(found.published.since), found.published.basis) == ("2020-07-17", "inferred")


@pytest.mark.parametrize("text", ["HD\nSN\n", "Body\n\nLength: long\n", "12 words\nand more\n", "\n".join(ENGLISH)])
def test_a_page_that_only_looks_a_little_like_it_is_a_page(tmp_path: Path, text: str) -> None:
    found, _ = of(tmp_path, "page.txt", text)
    assert all(one.source_span is not None for one in found)
