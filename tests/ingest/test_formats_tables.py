"""CSV and its relatives, as programs and people write them."""

import csv
import io
from pathlib import Path

import pytest

from lib.ingest.formats import read_file
from lib.model import Article, Problem
from tests.ingest.prose import ARABIC, ENGLISH, HEADLINES, PERSIAN

BODIES = [ARABIC[0], PERSIAN[0], ENGLISH[0], ARABIC[1], PERSIAN[1], ENGLISH[1]]
TITLES = [*HEADLINES.values(), "A second headline in English", "خبر دیگری از تهران", "خبر آخر من العاصمة"]


def of(folder: Path, content: str | bytes, name: str = "t.csv") -> tuple[list[Article], list[Problem]]:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    records = list(read_file(folder / name, name))
    return [r for r in records if isinstance(r, Article)], [r for r in records if isinstance(r, Problem)]


def table(delimiter: str, header: list[str], rows: list[list[str]], **options: object) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, **options).writerows([header, *rows] if header else rows)  # type: ignore[arg-type]
    return out.getvalue()


ROWS = [
    [t, "2020-07-17", f'{b}\n\n{b}, “quoted” "marks"; and | more\tof it'] for t, b in zip(TITLES, BODIES, strict=True)
]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "\x01"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("header", [["title", "date", "text"], []])
def test_any_delimiter_with_and_without_a_header(
    tmp_path: Path, delimiter: str, encoding: str, header: list[str]
) -> None:
    found, problems = of(tmp_path, table(delimiter, header, ROWS).encode(encoding))
    assert [(one.title, one.text) for one in found] == [(t, b) for t, _, b in ROWS]
    assert {str(one.published.since) for one in found} == {"2020-07-17"}
    assert {one.published.basis for one in found} == {"metadata" if header else "inferred"}
    assert not problems


def test_windows_1256_and_a_line_that_names_the_delimiter(tmp_path: Path) -> None:
    rows = [[t, b] for t, b in zip(TITLES, BODIES, strict=True) if "\u200c" not in t + b and not t.isascii()]
    found, _ = of(tmp_path, ("sep=;\r\n" + table(";", ["العنوان", "النص"], rows)).encode("cp1256"))
    assert [[one.title, one.text] for one in found] == rows


def test_bad_rows_are_named_and_nothing_is_lost(tmp_path: Path) -> None:
    content = f'title,text\nOne,"{BODIES[2]}"\nTwo,\n,\nThree,a,b,c\n'
    found, problems = of(tmp_path, content)
    assert [one.title for one in found] == ["One", "Two", "Three"]
    assert found[0].text == BODIES[2]
    assert found[2].text == "a,b,c"
    assert [(one.where, one.kept) for one in problems] == [("row 5", True), ("rows", True)]


def test_unquoted_commas_in_the_last_column_are_put_back(tmp_path: Path) -> None:
    found, problems = of(tmp_path, "title,text\nOne,first, second, third\n")
    assert found[0].text == "first, second, third"
    assert [one.where for one in problems] == ["row 2"]


def test_a_mark_that_is_never_closed_swallows_nothing(tmp_path: Path) -> None:
    lines = [f'Title {n},"Body of number {n}"' for n in range(300)]
    lines[100] = 'Title 100,"Body of number 100'
    found, problems = of(tmp_path, "title,text\n" + "\n".join(lines) + "\n")
    assert len(found) >= 299
    assert {f"Title {n}" for n in range(300)} - {one.title for one in found} == set()
    assert any("quotation mark" in one.what for one in problems)


def test_a_field_on_every_line(tmp_path: Path) -> None:
    rows = [[str(n), TITLES[n], BODIES[n] * 2, "politics"] for n in range(3)]
    found, problems = of(tmp_path, "\n".join(",\n".join(row) for row in rows) + "\n")
    assert [(one.title, one.text) for one in found] == [(row[1], row[2]) for row in rows]
    assert not problems


def test_hostile_cells(tmp_path: Path) -> None:
    huge = "word " * 2_000_000
    content = table(
        ",", ["title", "text"], [["=cmd|' /C calc'!A0", huge], ["N\0ul", "a\0b" + BODIES[2]], ["@x", "-1+1 is text"]]
    )
    found, problems = of(tmp_path, content)
    assert [one.title for one in found] == ["=cmd|' /C calc'!A0", "Nul", "@x"]
    assert found[0].text == huge
    assert any("zero" in one.what for one in problems)


def test_a_thousand_columns(tmp_path: Path) -> None:
    header = [f"x{n}" for n in range(998)] + ["title", "body"]
    found, problems = of(tmp_path, table(",", header, [[str(n)] * 998 + [TITLES[n], BODIES[n]] for n in range(3)]))
    assert [one.title for one in found] == TITLES[:3]
    assert not problems


def test_markup_in_cells_becomes_text(tmp_path: Path) -> None:
    body = "<p>First &amp; second&nbsp;part.</p>\n<script>x()</script><p>A <b>bold</b> word<br/>and 3 < 4 <AFP></p>"
    found, _ = of(tmp_path, table(",", ["title", "text"], [["Tom &amp; Jerry", body]]))
    assert found[0].title == "Tom & Jerry"
    assert found[0].text == "First & second\u00a0part.\n\nA bold word\nand 3 < 4 <AFP>"


def test_one_column_of_texts(tmp_path: Path) -> None:
    found, problems = of(tmp_path, "text\n" + "\n".join(BODIES) + "\n")
    assert [one.text for one in found] == BODIES
    assert not problems


def test_a_large_table_is_read_piece_by_piece(tmp_path: Path) -> None:
    """Rows after the first megabyte, in a file whose later part is in another encoding."""
    first = table(",", ["title", "text"], [[f"T{n}", BODIES[n % 2] * 4] for n in range(3000)])
    found, _ = of(tmp_path, first.encode() + 'Last,"هذا آخر خبر من العاصمة"\n'.encode("cp1256"))
    assert len(found) == 3001
    assert found[2999].text == BODIES[1] * 4
    assert found[-1].title == "Last"
