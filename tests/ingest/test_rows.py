import json
from pathlib import Path
from typing import Any

import pytest

from lib.ingest import read
from lib.ingest.rows import published_of
from lib.model import Article, Problem


def rows(folder: Path, name: str, content: str | bytes) -> tuple[list[Article], list[Problem]]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    records = list(read(path))
    return [r for r in records if isinstance(r, Article)], [r for r in records if isinstance(r, Problem)]


def test_keys_in_several_languages(tmp_path: Path) -> None:
    row = {
        "شناسه": 7,
        "عنوان": "خبر",
        "متن": ["یک", "دو"],
        "تاریخ انتشار": "2020-07",
        "منبع": "ایرنا",
        "captions": ["ع"],
    }
    ((found,), problems) = rows(tmp_path, "a.jsonl", json.dumps(row))
    assert (found.id, found.title, found.text, found.outlet) == ("7", "خبر", "یک\n\nدو", "ایرنا")
    assert (str(found.published.since), str(found.published.until)) == ("2020-07-01", "2020-07-31")
    assert (found.published.precision, found.published.basis) == ("month", "metadata")
    assert (found.captions, found.source_span, found.raw) == (("ع",), None, None)
    assert not problems


def test_a_bad_row_is_reported_with_its_number_and_the_rest_read(tmp_path: Path) -> None:
    content = (
        '\ufeff{"id": "a", "text": "one"}\n\nnot json\n[1]\n{"id": "b"}\n{"id": "c", "text": "two", "date": "soon"}\n'
    )
    found, problems = rows(tmp_path, "a.jsonl", content)
    assert [one.id for one in found] == ["a", "c"]
    assert [(p.where, p.kept) for p in problems] == [
        ("row 3", False),
        ("row 4", False),
        ("row 5", False),
        ("row 6", True),
    ]


SHAPES = {
    "list.json": '[{"text": "one"}, {"text": "two"}]',
    "object with a list.json": '{"count": 2, "articles": [{"text": "one"}, {"text": "two"}]}',
    "one after the other.json": '[{"text": "one"}]\n[{"text": "two"}]',
    "pretty.jsonl": '{\n  "text": "one"\n}\n{\n  "text": "two"\n}\n',
    "lines.json": '{"text": "one"}\n{"text": "two"}\n',
    "list.jsonl": '[{"text": "one"},\n {"text": "two"}]',
    "utf-16.jsonl": '{"text": "one"}\n{"text": "two"}\n'.encode("utf-16"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_json_in_several_shapes(tmp_path: Path, name: str) -> None:
    found, problems = rows(tmp_path, name, SHAPES[name])
    assert [one.text for one in found] == ["one", "two"]
    assert len({one.id for one in found}) == 2
    assert not problems


def test_what_no_file_can_hold_is_replaced(tmp_path: Path) -> None:
    ((found,), _) = rows(tmp_path, "a.jsonl", '{"text": "a\\ud800b\\u0000c"}')
    assert found.text == "a\ufffdbc"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020", ("2020-01-01", "2020-12-31", "year", "metadata")),
        (2020, ("2020-01-01", "2020-12-31", "year", "metadata")),
        ("2019-02", ("2019-02-01", "2019-02-28", "month", "metadata")),
        ("2020-07-17T10:00:00Z", ("2020-07-17", "2020-07-17", "day", "metadata")),
        ("۲۰۲۰-۰۷-۱۷", ("2020-07-17", "2020-07-17", "day", "metadata")),
        (
            {"since": "2020-07-01", "until": "2020-07-09", "precision": "range", "basis": "user"},
            ("2020-07-01", "2020-07-09", "range", "user"),
        ),
        ({"since": None, "until": None, "precision": "unknown", "basis": "none"}, ("None", "None", "unknown", "none")),
    ],
)
def test_publication_dates(value: Any, expected: tuple[str, str, str, str]) -> None:
    published, doubt = published_of(value)
    assert (str(published.since), str(published.until), published.precision, published.basis) == expected
    assert doubt is None


@pytest.mark.parametrize(
    "value", ["2020-02-31", "1399-07-31", "05/07/2020", "yesterday", 17.5, {"since": "x", "until": "y"}]
)
def test_a_date_in_doubt_is_no_date_and_is_said(value: Any) -> None:
    published, doubt = published_of(value)
    assert published.since is None
    assert doubt
