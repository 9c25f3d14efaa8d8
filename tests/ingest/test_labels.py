"""Stars, tags, sets and notes: the last row wins cell by cell, any script's comma parts names, bad cells are listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.ingest import corrsheet, labels
from lib.ingest.corrections import FILE, Corrections
from lib.ingest.corrections import load as load_corrections
from lib.ingest.labels import NONE, Label, Labels, cells

HEAD = "article,source,star,tags,sets,note\n"
WHEN = "2026-01-02T03:04:05.000Z"


def read(tmp_path: Path, text: str) -> Labels:
    (tmp_path / FILE).write_text(HEAD + text, "utf-8")
    return labels.load(tmp_path / FILE)


@pytest.mark.parametrize(
    ("rows", "label"),
    [
        ("a,,yes,,,", Label(True)),
        ("a,,yes,,,\na,,no,,,", NONE),
        ("a,,\u0628\u0644\u0647,,,", Label(True)),
        ("a,,,one; two ;one,,", Label(tags=("one", "two"))),
        ('a,,,"one, two  words",,', Label(tags=("one", "two words"))),
        ("a,,,\u06cc\u06a9\u060c \u062f\u0648\u061b x,,", Label(tags=("\u06cc\u06a9", "\u062f\u0648", "x"))),
        ("a,,,one,,\na,,,,Set,\na,,,two,,", Label(tags=("two",), sets=("Set",))),
        ("a,,,one,S,n\na,,,-,-,-", NONE),
        ('a,,,,,"two\nlines"', Label(note="two lines")),
        ("b,,yes,,,", NONE),
        (",x,yes,t,s,n", NONE),
        ("a,,perhaps,t,,", Label(tags=("t",))),
    ],
)  # fmt: skip
def test_rows(tmp_path: Path, rows: str, label: Label) -> None:
    assert read(tmp_path, rows + "\n").of_article("a") == label


@pytest.mark.parametrize(
    ("row", "words"), [("a,,perhaps,t,,", "write yes or no"), (",x,yes,,,", "belong to one article")]
)
def test_bad_cells_are_listed_with_their_row(tmp_path: Path, row: str, words: str) -> None:
    read(tmp_path, "b,,yes,,,\n" + row + "\n")
    (problem,) = load_corrections(tmp_path / FILE).problems
    assert words in problem.what and problem.where == "row 3" and problem.kept


def test_names_and_what_they_are_on(tmp_path: Path) -> None:
    found = read(tmp_path, "a,,yes,x; y,One,\nb,,,y,One; Two,\nc,,yes,,Two,\n")
    assert found.names("tags") == ["y", "x"] and found.names("sets") == ["One", "Two"] and found.any_starred
    assert found.having(True, (), ()) == ["a", "c"]
    assert found.having(False, ("x", "y"), ()) == ["a", "b"]
    assert found.having(False, ("y",), ("Two",)) == ["b"]
    assert found.having(True, (), ("Two",)) == ["c"] and found.having(False, ("nothing",), ()) == []


def test_a_change_of_the_file_is_seen_and_a_missing_one_says_nothing(tmp_path: Path) -> None:
    assert labels.load(tmp_path / FILE) == Labels()
    path = tmp_path / FILE
    Corrections().set(["a"], {"star": "yes"}, WHEN).save(path)
    first = labels.load(path)
    assert first.of_article("a").starred and labels.load(path) is first
    load_corrections(path).set(["a"], {"star": "no"}, WHEN).save(path)
    assert labels.load(path) == Labels()
    path.write_bytes(b"\xff\xfe nonsense")
    assert labels.load(path) == Labels()


def test_what_the_app_writes_is_read_back(tmp_path: Path) -> None:
    label = Label(tags=("one",), sets=("S",))
    changed = cells(label, {"tags": ["two", "=x"]}, {"sets": ["S"]})
    assert changed == {"tags": "one; two; =x", "sets": "-"} and cells(label, {"tags": ["one"]}, {"sets": ["T"]}) == {}
    Corrections().set(["a"], changed, WHEN).save(tmp_path / FILE)
    assert Labels.of(corrsheet.load(tmp_path / FILE)).of_article("a") == Label(tags=("one", "two", "=x"))
