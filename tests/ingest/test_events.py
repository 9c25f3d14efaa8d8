from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.ingest.events import FILE, LONGEST, MOST, Event, Events, EventsError, load, parse, save

DAY = date(2019, 11, 15)


@pytest.mark.parametrize(
    ("table", "events"),
    [
        ("date,text\n2019-11-15,Protests\n", [Event(DAY, DAY, "Protests")]),
        ("\ufeffتاریخ;متن\r\n۱۳۹۸/۰۸/۲۴;اعتراضات آبان\r\n", [Event(DAY, DAY, "اعتراضات آبان")]),
        ("text\tdate\nفي شوال\t25 شوال 1441\n", [Event(date(2020, 6, 17), date(2020, 6, 17), "في شوال")]),
        ("2019-11-15,no header\n", [Event(DAY, DAY, "no header")]),
        ("date,text\n2019-11,A month\n2019-11-15..2019-11-20,Days\n",
         [Event(date(2019, 11, 1), date(2019, 11, 30), "A month"), Event(DAY, date(2019, 11, 20), "Days")]),
        ("date,until,text\n2019-11-15,2019-11-20,Days\n", [Event(DAY, date(2019, 11, 20), "Days")]),
        ("note,date,text\n,2019-11-15,\"a, b\n c\"\n", []),
        ("date,text\n2019-11-15,'=1+1\n", [Event(DAY, DAY, "=1+1")]),
        ("", []),
    ],
)  # fmt: skip
def test_a_table_of_events(table: str, events: list[Event]) -> None:
    assert [*parse(table.encode()).rows] == events


@pytest.mark.parametrize(
    ("table", "where", "said"),
    [
        ("date,text\n2019-13-40,x\n2019-11-15,y\n", "row 2", "no sure day"),
        ("date,text\n02/03/2020,x\n", "row 2", "no sure day"),
        ("date,text\n2019-11-15,\n", "row 2", "no text"),
        ("date,until,text\n2019-11-15,2019-11-01,x\n", "row 2", "ends before"),
        ("day of it,words\n1,2\n", "file", "name the columns"),
        ("\n\ndate,text\n\nsoon,x\n", "row 5", "no sure day"),
    ],
)
def test_what_is_wrong_costs_one_row_and_is_said(table: str, where: str, said: str) -> None:
    (problem,) = parse(table.encode()).problems
    assert (problem.source, problem.where) == (FILE, where)
    assert said in problem.what


def test_bytes_that_are_no_text_are_said() -> None:
    assert "UTF-8" in parse("date,text\n".encode("utf-16")).problems[0].what


def test_there_are_bounds() -> None:
    read = parse(("date,text\n" + f"2019-11-15,{'x' * 999}\n" * (MOST + 5)).encode())
    assert len(read.rows) == MOST and len(read.problems) == 1
    assert {len(event.text) for event in read.rows} == {LONGEST}


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_nothing_raises(data: bytes) -> None:
    assert isinstance(parse(data), Events)


def test_a_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "deep" / FILE
    assert load(path) == Events()
    save(b"date,text\n2019-11-15,x\n", path)
    assert load(path).rows == (Event(DAY, DAY, "x"),)
    link = tmp_path / FILE
    link.symlink_to(path)
    assert "link" in load(link).problems[0].what
    (tmp_path / "file").touch()
    with pytest.raises(EventsError):
        save(b"", tmp_path / "file" / FILE)
