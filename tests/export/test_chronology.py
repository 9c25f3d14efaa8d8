"""Calendars against RFC 5545 line by line, and the JSON against what TimelineJS documents."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.export.chronology import LINE, escaped, folded, icalendar, timelinejs
from lib.query.chronology import Entry, Quote
from tests.corpora import HOSTILE

STAMP = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def entry(sentence: str = "It was then.", since: date = date(2020, 7, 17), until: date | None = None) -> Entry:
    quote = Quote("a1", sentence, "fa", None, sentence, "then")
    return Entry(since, until or since, "day", 2, ("fa",), (quote,))


def unfolded(data: bytes) -> list[str]:
    assert data.endswith(b"\r\n")
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def fields(data: bytes) -> dict[str, str]:
    return dict(line.split(":", 1) for line in unfolded(data))


def test_an_event_is_a_day_whose_end_is_the_next() -> None:
    lines = fields(icalendar([entry()], "Chronology", STAMP))
    assert lines["DTSTART;VALUE=DATE"] == "20200717"
    assert lines["DTEND;VALUE=DATE"] == "20200718"
    assert lines["DTSTAMP"] == "20260102T030405Z"
    assert lines["SUMMARY"] == "It was then."
    assert lines["VERSION"] == "2.0" and lines["PRODID"]


@pytest.mark.parametrize(("since", "until"), [(date.min, date.max), (date(622, 7, 18), date(622, 7, 18))])
def test_any_day_that_can_be_is_written_with_four_digits(since: date, until: date) -> None:
    lines = fields(icalendar([entry("x", since, until)], "", STAMP))
    assert re.fullmatch(r"\d{8}", lines["DTSTART;VALUE=DATE"])
    assert ("DTEND;VALUE=DATE" in lines) is (until < date.max)


@pytest.mark.parametrize(
    ("text", "written"),
    [("a, b; c\\d", "a\\, b\\; c\\\\d"), ("one\r\ntwo\nthree\rfour", "one\\ntwo\\nthree\\nfour"), ("a\x00b\x07", "ab")],
)
def test_values_are_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=400))
def test_folding_tears_no_character_and_can_be_undone(line: str) -> None:
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= LINE for piece in pieces)
    assert all(piece.startswith(" ") for piece in pieces[1:])
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line


def test_the_same_date_keeps_its_uid_and_others_have_others() -> None:
    def uids(*entries: Entry) -> list[str]:
        return [line for line in unfolded(icalendar(entries, "", STAMP)) if line.startswith("UID:")]

    first, second = uids(entry("a"), entry("a", date(2020, 7, 18)))
    assert uids(entry("other words")) == [first]
    assert first != second


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_text_stays_text(bad: str) -> None:
    data = icalendar([entry(f"{bad}\nBEGIN:VEVENT\r\nSUMMARY:x")], bad, STAMP)
    lines = unfolded(data)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", data)
    told = json.loads(timelinejs([entry(bad)], bad, lambda each: each.since.isoformat()))
    written = json.dumps(told["events"][0]["text"]) + told["title"]["text"]["headline"]
    assert not re.search(r"<(?!/?(?:blockquote|p)\b)", written)


def test_timelinejs_has_what_it_asks_for() -> None:
    month = entry("In May.", date(2020, 5, 1), date(2020, 5, 31))
    told = json.loads(timelinejs([entry(), month], "Chronology", lambda each: f"day {each.since.day}"))
    assert told["title"]["text"]["headline"] == "Chronology"
    day, span = told["events"]
    assert day["start_date"] == {"year": 2020, "month": 7, "day": 17} and "end_date" not in day
    assert span["end_date"] == {"year": 2020, "month": 5, "day": 31}
    assert day["display_date"] == "day 17"
    assert day["unique_id"] != span["unique_id"]
    assert 'dir="auto" lang="fa">It was then.' in day["text"]["text"]
