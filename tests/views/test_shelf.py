"""What is written when somebody corrects or uploads, and who may."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from lib.ingest.corrcells import published
from lib.model import Published
from lib.views.correcting import changes, written
from lib.views.shelf import kept, safe_name
from lib.views.writing import at_home


@dataclass
class Sent:
    name: str
    content: bytes

    def getbuffer(self) -> memoryview:
        return memoryview(self.content)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("news.json", "003-news.json"),
        ("../../etc/passwd", "003-passwd"),
        ("C:\\temp\\a b.txt", "003-a-b.txt"),
        (".hidden", "003-hidden"),
        ("README.md", "003-README.md"),
        ("rawi-articles.csv", "003-rawi-articles.csv"),
        ("\u0631\u0648\u0632.txt", "003-\u0631\u0648\u0632.txt"),
        ("..", "003"),
        ("a\0b\n.txt", "003-a-b-.txt"),
        ("CON", "003-CON"),
        ("\u0631" * 300 + ".txt", "003-" + "\u0631" * 60 + ".txt"),
    ],
)
def test_safe_name(name: str, safe: str) -> None:
    assert safe_name(name, 3) == safe


def test_uploads_lie_in_a_folder_of_their_own(tmp_path: Path) -> None:
    files = [Sent("a.txt", b"one"), Sent("a.txt", b"two"), Sent("../a.txt", b"three")]
    first, second = kept(files, tmp_path / "uploads"), kept(files[:1], tmp_path / "uploads")
    assert first != second and first.parent == tmp_path / "uploads"
    assert {each.name: each.read_bytes() for each in first.iterdir()} == {
        "001-a.txt": b"one",
        "002-a.txt": b"two",
        "003-a.txt": b"three",
    }


@pytest.mark.parametrize(
    ("since", "until", "typed"),
    [
        ("2020-07-17", "2020-07-17", "2020-07-17"),
        ("2020-02-01", "2020-02-29", "2020-02"),
        ("2020-01-01", "2020-12-31", "2020"),
        ("2020-03-20", "2021-03-20", "2020-03-20..2021-03-20"),
    ],
)
def test_dates_are_typed_as_they_are_read(since: str, until: str, typed: str) -> None:
    first, last = date.fromisoformat(since), date.fromisoformat(until)
    assert written(Published(first, last)) == typed
    found = published(typed)
    assert found and (found.since, found.until, found.basis) == (first, last, "user")


def test_only_what_differs_is_written() -> None:
    before = {"date": "", "outlet": "Fars", "title": "a  b"}
    assert changes(before, {"date": "2020", "outlet": " ", "title": " a b "}) == {"date": "2020", "outlet": "-"}
    assert written(Published()) == ""


@pytest.mark.parametrize(
    ("headers", "home"),
    [
        ({}, True),
        ({"Host": "localhost:8501"}, True),
        ({"host": "127.0.0.1:8501"}, True),
        ({"Host": "[::1]:8501"}, True),
        ({"Host": "rawi.example.org"}, False),
        ({"Host": "localhost.example.org"}, False),
        ({"Host": "localhost:8501", "X-Forwarded-For": "10.0.0.1"}, False),
        ({"Host": "localhost:8501", "Forwarded": "for=10.0.0.1"}, False),
        ({"Host": "[oops"}, False),
    ],
)
def test_who_is_at_home(headers: dict[str, str], home: bool) -> None:
    assert at_home(headers) == home
