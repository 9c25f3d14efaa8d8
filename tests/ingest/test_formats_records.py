"""JSON, XML, sheets, columns of Arrow and databases: the shapes in which collections of news are kept."""

import datetime
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.ingest import jsonscan
from lib.ingest.formats import read_file
from lib.ingest.markup import events
from lib.model import Article, Problem
from tests.ingest.prose import ARABIC, ENGLISH, HEADLINES, PERSIAN

TEXTS = [ARABIC[0], PERSIAN[0], ENGLISH[0]]
ROWS = [
    {"title": t, "text": b, "url": f"https://irna.ir/2020/07/17/{n}"}
    for n, (t, b) in enumerate(zip(HEADLINES.values(), TEXTS, strict=True))
]


def of(folder: Path, name: str, content: str | bytes | None = None) -> tuple[list[Article], list[Problem]]:
    if content is not None:
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    records = list(read_file(folder / name, name))
    return [r for r in records if isinstance(r, Article)], [r for r in records if isinstance(r, Problem)]


SHAPES = {
    "nested": {"status": "ok", "data": {"page": 1, "articles": ROWS}},
    "two lists": {"old": ROWS[:1], "new": {"more": ROWS[1:]}},
    "by key": {f"k{n}": row for n, row in enumerate(ROWS)},
    "hits": {"hits": {"hits": [{"_index": "x", "_id": str(n), "_source": row} for n, row in enumerate(ROWS)]}},
    "lists in lists": [ROWS[:2], ROWS[2:]],
    "split": {"columns": ["title", "text", "url"], "index": [0, 1, 2], "data": [list(row.values()) for row in ROWS]},
    "columns": {key: {str(n): row[key] for n, row in enumerate(ROWS)} for key in ROWS[0]},
    "paragraphs": [
        {"title": r["title"], "paragraphs": [r["text"]], "link": r["url"], "related": [{"title": "x"}]} for r in ROWS
    ],
    "objects": [
        {"headline": {"main": r["title"]}, "content": [{"type": "p", "text": r["text"]}], "meta": {"url": r["url"]}}
        for r in ROWS
    ],
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_json_of_any_shape(tmp_path: Path, shape: str, indent: int | None, encoding: str) -> None:
    written = json.dumps(SHAPES[shape], ensure_ascii=False, indent=indent)
    found, problems = of(tmp_path, "a.json", written.encode(encoding))
    assert [(one.title, one.text, one.outlet) for one in found] == [(r["title"], r["text"], "ایرنا") for r in ROWS]
    assert not problems


def test_a_large_object_is_gone_through_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonscan, "OBJECT", 2000)
    rows = [{"title": f"T{n}", "text": "word " * 50, "tags": ["a", {"b": [n]}]} for n in range(200)]
    whole = {"meta": {"n": 200, "x": None}, "response": {"docs": rows, "note": "[}"}, "end": [1.5, True]}
    found, problems = of(tmp_path, "a.json", json.dumps(whole) + " " + json.dumps(rows[:3]))
    assert [one.title for one in found] == [f"T{n}" for n in range(200)] + ["T0", "T1", "T2"]
    assert all(not one.kept for one in problems)


@pytest.mark.parametrize(
    ("content", "count", "line"),
    [
        ('[{"text": "one"},\n {"text": "two"}\n', 2, 3),
        ('{"data": [{"text": "one"}]}\n}{', 1, 2),
        ('[{"text": "one"},\n\n {"text" "two"}]', 1, 3),
        ("[" * 50_000, 0, 1),
    ],
)
def test_broken_json_gives_what_stands_before_the_break(tmp_path: Path, content: str, count: int, line: int) -> None:
    found, problems = of(tmp_path, "a.json", content)
    assert len(found) == count
    assert problems[-1].where in (f"line {line}", f"row {line}")
    assert "JSON" in problems[-1].what


def test_numbers_without_end_are_counted_not_listed(tmp_path: Path) -> None:
    found, problems = of(tmp_path, "a.json", json.dumps([*range(5000), ROWS[0]]))
    assert len(found) == 1
    assert len(problems) == 21


RSS = """<?xml version="1.0" encoding="utf-8"?><rss xmlns:content="c" xmlns:dc="d"><channel><title>Feed</title>
<description>Of news</description><image><title>Logo</title></image>{}</channel></rss>"""
ITEM = (
    "<item><title>{title}</title><link>{url}</link><pubDate>Fri, 17 Jul 2020 10:00:00 GMT</pubDate>"
    "<dc:creator>A</dc:creator><guid>{url}</guid><description>Short</description>"
    "<content:encoded><![CDATA[<p>{text}</p><p>2 &lt; 3</p>]]></content:encoded></item>"
)


def test_a_feed(tmp_path: Path) -> None:
    found, problems = of(tmp_path, "a.rss", RSS.format("".join(ITEM.format(**row) for row in ROWS)))
    assert [(one.title, one.text, one.url) for one in found] == [
        (r["title"], f"{r['text']}\n\n2 < 3", r["url"]) for r in ROWS
    ]
    assert {(str(one.published.since), one.author, one.outlet) for one in found} == {("2020-07-17", "A", "ایرنا")}
    assert not problems


def test_an_atom_feed(tmp_path: Path) -> None:
    entry = (
        "<entry><title type='html'>{title}</title><link rel='self' href='https://x.org/self'/><link href='{url}'/>"
        "<published>2020-07-17T00:00:00Z</published><updated>2021-01-01T00:00:00Z</updated><author><name>A</name></author>"
        "<content type='html'>&lt;p&gt;{text}&lt;/p&gt;</content></entry>"
    )
    written = (
        "<feed xmlns='x'><title>F</title><updated>2021-01-01</updated>"
        + "".join(entry.format(**r) for r in ROWS)
        + "</feed>"
    )
    found, _ = of(tmp_path, "a.xml", written)
    assert [(one.title, one.text, one.url) for one in found] == [(r["title"], r["text"], r["url"]) for r in ROWS]
    assert {(str(one.published.since), one.author) for one in found} == {("2020-07-17", "A")}


def test_several_roots_sgml_and_two_calendars(tmp_path: Path) -> None:
    record = (
        "<DOC>\n<DOCNO>{n}</DOCNO>\n<DATE calendar='Persian'>1399/04/27</DATE><DATE>2020-07-17</DATE>\n"
        "<TITLE>{title}\n<TEXT>&#2;{text} R&D <unknown & 1 < 2\n</TEXT>\n</DOC>\n"
    )
    written = "<!DOCTYPE x SYSTEM 'x.dtd'>\n" + "".join(record.format(n=n, **r) for n, r in enumerate(ROWS))
    found, problems = of(tmp_path, "a.sgm", written)
    assert [one.id for one in found] == ["0", "1", "2"]
    assert [one.text for one in found] == [f"{r['text']} R&D <unknown & 1 < 2" for r in ROWS]
    assert {str(one.published.since) for one in found} == {"2020-07-17"}
    assert not problems


def test_named_fields_and_attributes(tmp_path: Path) -> None:
    written = "<add>" + "".join(
        f'<doc date="2020-07-17"><field name="title">{r["title"]}</field><field name="body">{r["text"]}</field></doc>'
        for r in ROWS
    )
    found, _ = of(tmp_path, "a.xml", written + "</add>")
    assert [(one.title, one.text) for one in found] == [(r["title"], r["text"]) for r in ROWS]
    assert {str(one.published.since) for one in found} == {"2020-07-17"}


def test_entity_bombs_and_foreign_entities_stay_closed(tmp_path: Path) -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
    written = (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{bomb}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        "<x><doc><title>T</title><text>&a19; &f; &amp; words</text></doc></x>"
    )
    ((found,), _) = of(tmp_path, "a.xml", written)
    assert found.text == "&a19; &f; & words"


def test_xml_without_titles_is_a_sentence(tmp_path: Path) -> None:
    found, problems = of(tmp_path, "a.xml", "<?xml version='1.0'?><a><b>1</b><b>2</b></a>")
    assert not found
    assert len(problems) == 1


TAGS = ["<a>", "</a>", "<p>", "&amp;", "&x", "<![CDATA[", "]]>", "<!--", "-->", " < ", 'b="', "'", "é", "<x y='>'/>"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(TAGS)), st.integers(1, 7))
def test_cutting_a_text_anywhere_gives_the_same_events(parts: list[str], size: int) -> None:
    text = "".join(parts)

    def joined(pieces: list[str]) -> list[tuple[str, str]]:
        merged: list[tuple[str, str]] = []
        for event in events(iter(pieces)):
            if event.kind == "text" and merged and merged[-1][0] == "text":
                merged[-1] = ("text", merged[-1][1] + event.name)
            elif event.kind != "text" or event.name:
                merged.append((event.kind, event.name))
        return merged

    assert joined([text]) == joined([text[at : at + size] for at in range(0, len(text), size)])


def workbook(path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "اخبار"
    for row in [["Export of news"], [], ["عنوان", "متن", "تاریخ انتشار", "لینک"]]:
        first.append(row)
    for row in ROWS:
        first.append([row["title"], row["text"], datetime.datetime(2020, 7, 17, 9), row["url"]])
    book.create_sheet("empty")
    second = book.create_sheet("more")
    second.append(["title", "body", "date"])
    second.append(["=1+1", "A text", "۱۳۹۹/۰۴/۲۷"])
    book.save(path)


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_every_sheet_of_a_workbook(tmp_path: Path, name: str) -> None:
    workbook(tmp_path / name)
    found, problems = of(tmp_path, name)
    assert [(one.title, one.text) for one in found[:3]] == [(r["title"], r["text"]) for r in ROWS]
    assert found[3].text == "A text"
    assert {str(one.published.since) for one in found} == {"2020-07-17"}
    assert len({one.id for one in found}) == 4
    assert not problems


def test_a_workbook_that_is_none(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    whole = (tmp_path / "a.xlsx").read_bytes()
    for content in (whole[:2000], b"PK\x03\x04" + b"x" * 100, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600):
        found, problems = of(tmp_path, "b.xls", content)
        assert not found
        assert len(problems) == 1


@pytest.mark.parametrize("kind", ["parquet", "feather", "arrow", "arrows"])
def test_arrow_in_its_forms(tmp_path: Path, kind: str) -> None:
    table = pa.table(
        {
            "title": [r["title"] for r in ROWS],
            "content": [r["text"] for r in ROWS],
            "date": pa.array([datetime.date(2020, 7, 17)] * 3),
            "meta": [{"source": {"name": "ایسنا"}}] * 3,
        }
    )
    path = tmp_path / f"a.{kind}"
    if kind == "parquet":
        pa.parquet.write_table(table, path, row_group_size=2)
    elif kind == "feather":
        pa.feather.write_feather(table, path)
    else:
        make = pa.ipc.new_file if kind == "arrow" else pa.ipc.new_stream
        with make(str(path), table.schema) as writer:
            writer.write_table(table)
    found, problems = of(tmp_path, path.name)
    assert [(one.title, one.text, str(one.published.since), one.outlet) for one in found] == [
        (r["title"], r["text"], "2020-07-17", "ایسنا") for r in ROWS
    ]
    assert not problems
    found, problems = of(tmp_path, path.name, path.read_bytes()[:-40] if kind != "arrows" else path.read_bytes()[:90])
    assert problems


def fill(database: object) -> None:
    database.execute("CREATE TABLE sources (id INTEGER, name VARCHAR)")  # type: ignore[attr-defined]
    database.execute("INSERT INTO sources VALUES (1, 'x')")  # type: ignore[attr-defined]
    database.execute(
        'CREATE TABLE "news ""2020" (headline VARCHAR, body VARCHAR, publish_date VARCHAR, scraped_at VARCHAR)'
    )  # type: ignore[attr-defined]
    for row in ROWS:
        values = (row["title"], row["text"], "2020-07-17", "2021-01-01")
        database.execute('INSERT INTO "news ""2020" VALUES (?, ?, ?, ?)', values)  # type: ignore[attr-defined]


@pytest.mark.parametrize("make", [sqlite3.connect, duckdb.connect])
def test_the_table_of_articles_in_a_database(tmp_path: Path, make: object) -> None:
    path = tmp_path / "a.db"
    with closing(make(str(path))) as database:  # type: ignore[operator]
        fill(database)
        database.commit()
    before = path.read_bytes()
    found, problems = of(tmp_path, "a.db")
    assert [(one.title, one.text, str(one.published.since)) for one in found] == [
        (r["title"], r["text"], "2020-07-17") for r in ROWS
    ]
    assert [(one.where, one.kept) for one in problems] == [("tables", True)]
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
    found, problems = of(tmp_path, "cut.db", before[: len(before) // 2])
    assert problems


def test_a_digest_of_a_feed_tells_the_same_as_the_feed(tmp_path: Path) -> None:
    item = "## {title}\n - [{url}]({url})\n - date published: 2020-07-17 10:00\n\n{text}\n\n"
    found, problems = of(tmp_path, "a.md", "# Source: X\n\n" + "".join(item.format(**row) for row in ROWS))
    assert [(one.title, one.text, one.url) for one in found] == [(r["title"], r["text"], r["url"]) for r in ROWS]
    assert {str(one.published.since) for one in found} == {"2020-07-17"}
    assert not problems


def test_lists_in_lines(tmp_path: Path) -> None:
    found, problems = of(
        tmp_path, "a.txt", f"content: ['one', 'two']\ncontent: []\ncontent: {[ARABIC[0]]!r}\ncontent: [x]\n"
    )
    assert [one.text for one in found] == ["one\n\ntwo", ARABIC[0]]
    assert [(one.where, one.kept) for one in problems] == [("row 4", False), ("rows", True)]
