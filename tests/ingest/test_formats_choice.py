"""Which reader a file is given to: by what it holds, and only then by its name."""

import gzip
import pickle
import sqlite3
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pytest

from lib.ingest import formats, read
from lib.model import Article, Problem

PICKLED = pickle.dumps({"text": "x" * 50})


@pytest.mark.parametrize(
    ("name", "content", "reader"),
    [
        ("a.csv", b"title,text\nA,B\n", "table of text"),
        ("a.txt", b"title\tdate\ttext\nA\t2020\tB\n", "table of text"),
        ("a.txt", b"A title\n\nThe text, with commas, and more.\n", "text page"),
        ("a", b"A title\n\nThe text.\n", "text page"),
        ("page.2020-07-17", b"A title\n\nThe text.\n", "text page"),
        ("a.txt", b'{"title": "A", "text": "B"}\n', "JSON"),
        ("a.json", "\ufeff[]".encode("utf-16"), "JSON"),
        ("a.txt", b"[1] The first note\n", "text page"),
        ("a.xml", b"<?xml version='1.0'?><a><doc><title>A</title></doc></a>", "records in tags"),
        ("a.txt", b"<DOC>\n<TITLE>A</TITLE>\n<TEXT>B</TEXT>\n</DOC>\n", "records in tags"),
        ("a.txt", b"<b>Bold</b> words and then a page of text\n", "text page"),
        ("a.txt", b"content: ['one']\ncontent: []\n", "lists in lines"),
        ("a.csv", b"PAR1....", "Parquet and Arrow"),
        ("a.csv.gz", PICKLED, "pickle"),
        ("a.pkl", b"(lp0\n.", "pickle"),
        ("db.txt", b"SQLite format 3\0" + b"\0" * 84, "SQLite"),
        ("x", b"\0" * 8 + b"DUCK" + b"\0" * 88, "DuckDB"),
    ],
)
def test_content_first_then_the_name(name: str, content: bytes, reader: str) -> None:
    found = formats.reader_for(formats.Head(content, Path(name).suffix, len(content)))
    assert found is not None and found.name == reader


@pytest.mark.parametrize("name", ["style.css", "photo.jpg", "notes.numbers", "tool.py"])
def test_what_no_reader_claims_is_a_sentence_with_its_ending(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x { colour: red }")
    (problem,) = formats.read_file(tmp_path / name, name)
    assert isinstance(problem, Problem) and not problem.kept
    assert Path(name).suffix in problem.what


@pytest.mark.parametrize("protocol", range(6))
@pytest.mark.parametrize("name", ["a.pkl", "a.csv.gz", "a.csv", "a.parquet"])
def test_a_pickle_is_never_opened(tmp_path: Path, name: str, protocol: int) -> None:
    """Protocols before 2 are plain letters: under another name they are read as the text that they look like."""
    marker = tmp_path / "opened"

    class Trap:
        def __reduce__(self) -> tuple[object, tuple[Path]]:
            return Path.touch, (marker,)

    path = tmp_path / name
    path.write_bytes(pickle.dumps(Trap(), protocol))
    records = list(formats.read_file(path, name))
    assert not marker.exists()
    if protocol > 1 or name == "a.pkl":
        (problem,) = records
        assert isinstance(problem, Problem) and "pickle" in problem.what


def test_a_pickle_inside_an_archive_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(PICKLED))
    records = list(formats.read_file(tmp_path / "a.csv.gz", "a.csv.gz"))
    assert not [one for one in records if isinstance(one, Article)]
    assert any("pickle" in one.what for one in records if isinstance(one, Problem))


def test_a_folder_of_everything(tmp_path: Path) -> None:
    """One article in each of many formats, under one roof; ids are unique and sources are the files."""
    (tmp_path / "a.csv").write_text("title;text\nA;First\n")
    (tmp_path / "b.jsonl").write_text('{"title": "B", "text": "Second"}\n')
    (tmp_path / "c.xml").write_text(
        "<rss><channel><item><title>C</title><description>Third</description></item></channel></rss>"
    )
    pa.parquet.write_table(pa.table({"title": ["D"], "text": ["Fourth"]}), tmp_path / "d.parquet")
    with sqlite3.connect(tmp_path / "e.db") as database:
        database.execute("CREATE TABLE news (title TEXT, body TEXT)")
        database.execute("INSERT INTO news VALUES ('E', 'Fifth')")
    database.close()
    found = [one for one in read(tmp_path) if isinstance(one, Article)]
    assert [(one.title, one.text) for one in found] == [
        ("A", "First"),
        ("B", "Second"),
        ("C", "Third"),
        ("D", "Fourth"),
        ("E", "Fifth"),
    ]
    assert len({one.id for one in found}) == 5
    assert all(one.raw is None and one.source_span is None for one in found)
