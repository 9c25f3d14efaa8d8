"""The user's corrections: what a row means, who wins, what is wrong, and that the file stays the user's own."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from lib.i18n import catalogue
from lib.ingest.corrections import FILE, REFUSED, Corrections, CorrectionsError, load, matches, set_aside
from lib.ingest.report import SetAside
from lib.model import Article, Problem, Published

HEAD = "article,source,date,since,until,outlet,language,title,article?\n"
WHEN, LATER = "2026-01-02T03:04:05.000Z", "2026-01-02T03:04:06.000Z"


def article(id: str = "a-1", source: str = "2020/fars/a.txt") -> Article:
    return Article(id, source, "Some words.", title="Old title", language="ar", outlet="Old outlet")


def is_translated(problem: Problem) -> bool:
    """Whether a reader of Persian and one of Arabic are told in their languages."""
    return all(re.search("[\u0627-\u064a]", catalogue(each).said(problem.what, lambda _: "x")) for each in ("fa", "ar"))


def said(tmp_path: Path, text: str, head: str = HEAD) -> Corrections:
    path = tmp_path / FILE
    path.write_bytes((head + text).encode("utf-8"))
    return load(path)


@pytest.mark.parametrize(
    ("row", "since", "until", "precision"),
    [
        ("a-1,,2020-07-17", "2020-07-17", "2020-07-17", "day"),
        ("a-1,,17/7/2020", "2020-07-17", "2020-07-17", "day"),
        ("a-1,,2020-07", "2020-07-01", "2020-07-31", "month"),
        ("a-1,,2020", "2020-01-01", "2020-12-31", "year"),
        ("a-1,,1399-04-27", "2020-07-17", "2020-07-17", "day"),
        ("a-1,,\u06f1\u06f3\u06f9\u06f9", "2020-03-20", "2021-03-20", "year"),
        ("a-1,,,2020-07-10,2020-07-20", "2020-07-10", "2020-07-20", "range"),
        ("a-1,,,2020-06,2020-07", "2020-06-01", "2020-07-31", "range"),
        ("a-1,,2020-06..2020-07-20", "2020-06-01", "2020-07-20", "range"),
    ],
)
def test_dates(tmp_path: Path, row: str, since: str, until: str, precision: str) -> None:
    found = said(tmp_path, row + "\n").apply(article())
    assert found
    days = date.fromisoformat(since), date.fromisoformat(until)
    assert found.published == Published(*days, precision, "user")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "name", "value"),
    [
        ("a-1,,,,,Fars,,,", "outlet", "Fars"),
        ("a-1,,,,,Fars,,,\na-1,,,,,Tasnim,,,", "outlet", "Tasnim"),
        ("a-1,,,,,Tasnim,,,\n,2020/fars,,,,Fars,fa,,", "outlet", "Tasnim"),
        ("a-1,,,,,Tasnim,,,\n,2020/fars,,,,Fars,fa,,", "language", "fa"),
        (",2020,,,,First,,,\n,*.txt,,,,Second,,,", "outlet", "Second"),
        (",2021,,,,Fars,,,", "outlet", "Old outlet"),
        ("a-1,,,,,-,,,", "outlet", None),
        ('a-1,,,,,,,"A new, longer  title",', "title", "A new, longer title"),
        ("a-1,,,,,,fa-IR,,", "language", "fa-IR"),
        ("a-1,,,,,,,,yes", "title", "Old title"),
    ],
)
def test_who_wins(tmp_path: Path, rows: str, name: str, value: str | None) -> None:
    found = said(tmp_path, rows + "\n").apply(article())
    assert found and getattr(found, name) == value
    assert found.text == article().text


def test_what_is_not_known_is_no_date_by_the_user(tmp_path: Path) -> None:
    found = said(tmp_path, "a-1,,-\n").apply(article())
    assert found and found.published == Published(None, None, "unknown", "user")


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ("a-1,,,,,,,,no", False),
        ("a-1,,,,,,,,\u062e\u06cc\u0631", False),
        (",2020/fars/a.txt,,,,,,,no", False),
        (",2020,,,,,,,no\na-1,,,,,,,,yes", True),
        ("a-2,,,,,,,,no", True),
    ],
)
def test_no_article(tmp_path: Path, rows: str, kept: bool) -> None:
    found = said(tmp_path, rows + "\n")
    assert (found.apply(article()) is not None) == kept
    assert found.refused() == (["a-2"] if "a-2" in rows else ["a-1"] if rows.startswith("a-1") else [])


@pytest.mark.parametrize(
    ("row", "words", "outlet"),
    [
        ("a-1,,2/3/2020,,,Fars,,,", "no sure day", "Fars"),
        ("a-1,,2020-02-31,,,Fars,,,", "no sure day", "Fars"),
        ("a-1,,2020-07..2020-06,,,Fars,,,", "no sure day", "Fars"),
        ("a-1,,2020..2021..2022,,,Fars,,,", "no sure day", "Fars"),
        ("a-1,,,2020-01-01,,Fars,,,", "both since and until", "Fars"),
        ("a-1,,,2020-02-01,2020-01-01,Fars,,,", "ends before", "Fars"),
        ("a-1,,,,,Fars,Persian,,", "no code of a language", "Fars"),
        ("a-1,,,,,Fars,,,perhaps", "yes or no", "Fars"),
        (",2020,,,,Fars,,One title,", "belongs to one article", "Fars"),
        (",,2020,,,Fars,,,", "about nothing", "Old outlet"),
    ],
)
def test_a_bad_cell_is_said_with_its_row(tmp_path: Path, row: str, words: str, outlet: str) -> None:
    found = said(tmp_path, "a-9,,,,,x,,,\n\n" + row + "\n")
    assert [(each.source, each.where, each.kept) for each in found.problems] == [(FILE, "row 4", True)]
    assert words in found.problems[0].what and is_translated(found.problems[0])
    changed = found.apply(article())
    assert changed and changed.outlet == outlet and changed.published == Published()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"a-1,2020\n", "first row must name"),
        ("article,title\na-1,\u0645\n".encode("windows-1256"), "not in UTF-8"),
        ("article,title\na-1,x\n".encode("utf-16"), "not in UTF-8"),
    ],
)
def test_a_file_that_is_not_understood_is_never_written_over(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / FILE
    path.write_bytes(content)
    found = load(path)
    assert words in found.problems[0].what and not found.problems[0].kept and is_translated(found.problems[0])
    with pytest.raises(CorrectionsError, match="left as it is"):
        found.set(["a-1"], {"outlet": "x"}, WHEN).save(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", None])
def test_without_a_file_nothing_is_said(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    found = load(tmp_path / FILE)
    assert found.problems == [] and found.apply(article()) == article()


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "other").write_text(HEAD + "a-1,,,,,Fars,,,\n", "utf-8")
    (tmp_path / FILE).symlink_to(tmp_path / "other")
    assert "link" in load(tmp_path / FILE).problems[0].what


@pytest.mark.parametrize(("mark", "delimiter"), [("", ","), ("\ufeff", ","), ("", ";"), ("\ufeff", "\t")])
def test_what_was_written_by_hand_survives(tmp_path: Path, mark: str, delimiter: str) -> None:
    rows = ["colour,Article ,outlet,star", "red,a-1,Fars,yes", "", "blue,a-2,\u0641\u0627\u0631\u0633,,more"]
    path = tmp_path / FILE
    path.write_text(mark + "\n".join(rows).replace(",", delimiter) + "\n", "utf-8", newline="\n")
    found = load(path)
    assert found.problems == []
    found.set(["a-2"], {"date": "2020", "outlet": "Tasnim"}, WHEN).save(path)
    written = path.read_text("utf-8-sig").replace(delimiter, ",").split("\n")
    assert written == ["colour,Article ,outlet,star,date,changed", *rows[1:], f",a-2,Tasnim,,2020,{WHEN}", ""]
    load(path).undo(["a-2"]).save(path)
    assert path.read_text("utf-8-sig").replace(delimiter, ",").split("\n")[1:] == [*rows[1:], ""]


def test_changes_are_undone_one_by_one_and_those_of_many_at_once(tmp_path: Path) -> None:
    hand = said(tmp_path, "a-1,,,,,Fars,,,\n")
    one = hand.set(["a-1"], {"outlet": "Tasnim"}, WHEN)
    many = one.set(["a-1", "a-2"], {"date": "2020-07-17"}, LATER)
    assert many.last(["a-1"])["date"] == "2020-07-17"
    assert many.undo(["a-1"]).last(["a-2"])["date"] == "2020-07-17"
    back = many.undo(["a-1", "a-2"])
    assert back.last(["a-2"]) == {} and back.last(["a-1"])["outlet"] == "Tasnim"
    assert back.undo(["a-1"]).sheet.rows == hand.sheet.rows
    assert hand.undo(["a-1"]) is hand and hand.last(["a-1"]) == {}


def test_cells_that_look_like_formulas_come_back_as_they_were(tmp_path: Path) -> None:
    ids = ["=HYPERLINK(1)", "-x", "@a", "'quoted", "'=x"]
    Corrections().set(ids, {"title": "=1+1", "outlet": "-"}, WHEN).save(tmp_path / FILE)
    assert b",=" not in (tmp_path / FILE).read_bytes() and b"\n=" not in (tmp_path / FILE).read_bytes()
    found = load(tmp_path / FILE)
    for id in ids:
        changed = found.apply(article(id))
        assert changed and changed.title == "=1+1" and changed.outlet is None


def test_line_breaks_and_zero_bytes_cannot_make_rows(tmp_path: Path) -> None:
    Corrections().set(["a-1"], {"title": "one\ntwo\0three"}, WHEN).save(tmp_path / FILE)
    changed = load(tmp_path / FILE).apply(article())
    assert changed and changed.title == "one twothree"


def test_a_file_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(CorrectionsError, match="cannot be written"):
        Corrections().set(["a-1"], {"title": "x"}, WHEN).save(tmp_path / "file" / FILE)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_rows_that_fit_nothing_are_noted(tmp_path: Path) -> None:
    rows = "a-1,,,,,,,,no\na-2,,,,,Fars,,,\ngone,,2020,,,,,,\n,nowhere/*,2020,,,,,,\n,2020,,,,Fars,,,\ngone,,,,,x,,,\n"
    found = said(tmp_path, rows)
    notes = list(found.idle({"a-1", "a-2", "a-3"}, {"2020/fars/a.txt"}))
    assert [(each.source, each.where, each.kept) for each in notes] == [(FILE, "row 4", True), (FILE, "row 5", True)]
    assert "gone" in notes[0].what and "nowhere/*" in notes[1].what and all(map(is_translated, notes))
    assert set_aside(article()) == SetAside("2020/fars/a.txt \u00b7 a-1", REFUSED)


def test_many_rows_about_nothing_are_counted(tmp_path: Path) -> None:
    rows = "".join(f"gone-{n},,2020,,,,,,\n" for n in range(30))
    found = list(said(tmp_path, rows).idle(set(), set()))
    assert len(found) == 21 and found[-1].what.startswith("10 more") and is_translated(found[-1])


@pytest.mark.parametrize(
    ("pattern", "source", "meant"),
    [
        ("a", "a/b/c.txt", True),
        ("a/", "a/b/c.txt", True),
        ("a/b/c.txt", "a/b/c.txt", True),
        ("a/*.txt", "a/b/c.txt", True),
        ("c.*", "a/b/c.txt", True),
        ("b", "a/b/c.txt", False),
        ("a", "ab/c.txt", False),
        ("[x].txt", "[x].txt", True),
        ("./c.txt", "a/c.txt", False),
        ("./a", "a/c.txt", True),
        ("./", "a/c.txt", True),
        ("./*.txt", "c.txt", False),
    ],
)
def test_matches(pattern: str, source: str, meant: bool) -> None:
    assert matches(pattern, source) == meant
