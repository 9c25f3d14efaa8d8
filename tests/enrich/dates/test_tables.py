"""The shipped words: readable, of known kinds, every month and weekday of the main languages there."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from lib.enrich.dates.tables import CODES, lexicon

DATA = Path(__file__).resolve().parents[3] / "lib" / "data" / "dates"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("language", ["fa", "ar", "en", "ur", "ckb", "ps", "he", "tr", "fr", "de", "ru"])
def test_every_month_has_a_name(language: str) -> None:
    months = {
        row["month"] for row in rows("months.csv") if (row["language"], row["calendar"]) == (language, "gregorian")
    }
    assert months == {str(number) for number in range(1, 13)}


@pytest.mark.parametrize(
    ("language", "calendar"), [("fa", "jalali"), ("fa", "hijri"), ("ar", "hijri"), ("en", "jalali")]
)
def test_every_month_of_the_other_calendars_has_a_name(language: str, calendar: str) -> None:
    months = {row["month"] for row in rows("months.csv") if (row["language"], row["calendar"]) == (language, calendar)}
    assert months == {str(number) for number in range(1, 13)}


def test_kinds_and_needs_are_known() -> None:
    assert {row["kind"] for row in rows("words.csv")} <= set(CODES)
    assert {row["needs"] for row in rows("months.csv")} == {"", "preposition", "number", "day"}
    assert {row["needs"] for row in rows("weekdays.csv")} == {"", "day word", "date"}


def test_the_longest_phrase_comes_first() -> None:
    for options in lexicon("ar").values():
        lengths = [len(option.rest) for option in options]
        assert lengths == sorted(lengths, reverse=True)
