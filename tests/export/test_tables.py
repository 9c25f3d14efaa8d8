"""Tables to take away: raw text, real dates, nothing that a spreadsheet would run."""

import io
import math
from datetime import date, datetime

import numpy as np
import openpyxl
import pandas as pd
import pytest

from lib.export import tables
from lib.export.tables import csv_bytes, excel_bytes

COLUMNS = {"day": "تاریخ", "title": "عنوان", "n": "شمار"}
NAMES = "علی خامنه\u200cای"


def frame(*rows: tuple[object, ...]) -> pd.DataFrame:
    """Rows of day, title and n, with a column that is not asked for."""
    return pd.DataFrame([(*row, "hidden") for row in rows], columns=["day", "title", "n", "other"], dtype=object)


def test_csv_has_the_asked_columns_in_order_and_the_source_s_own_characters() -> None:
    data = csv_bytes(frame((date(2020, 7, 17), NAMES, 3)), COLUMNS)
    assert data == ("\ufeffتاریخ,عنوان,شمار\r\n" + f"2020-07-17,{NAMES},3\r\n").encode()


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2 degrees", "'-2 degrees"),
        (-2, "-2"),
        (None, ""),
        (math.nan, ""),
        (pd.NaT, ""),
        (np.int64(7), "7"),
        (np.float64("nan"), ""),
        (0.25, "0.25"),
        (True, "True"),
        (["a", "b"], "a; b"),
        (np.array(["a", "b"]), "a; b"),
        (pd.Timestamp("2020-07-17"), "2020-07-17"),
        (datetime(2020, 7, 17, 8, 30), "2020-07-17T08:30:00"),
        ('say "x", y', '"say ""x"", y"'),
        ("two\nlines", '"two\nlines"'),
        ("half \ud83d", "half \ufffd"),
        ("null\x00", "null\ufffd"),
    ],
)
def test_csv_cells(value: object, cell: str) -> None:
    data = csv_bytes(frame((None, value, 0)), {"title": "t", "n": "n"})
    assert data.decode("utf-8-sig") == f"t,n\r\n{cell},0\r\n"


def test_csv_title_is_quoted_too() -> None:
    assert csv_bytes(frame(), {"title": "=T()"}).decode("utf-8-sig") == "'=T()\r\n"


def sheet_of(data: bytes) -> openpyxl.worksheet.worksheet.Worksheet:
    """The one sheet of a workbook."""
    return openpyxl.load_workbook(io.BytesIO(data)).active


def test_excel_keeps_types_and_text() -> None:
    rows = [(date(2020, 7, 17), NAMES, 3), (date(622, 7, 16), "=1+1", 0.5), (None, "http://example.org", None)]
    sheet = sheet_of(excel_bytes(frame(*rows), COLUMNS, rtl=True))
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["تاریخ", "عنوان", "شمار"],
        [datetime(2020, 7, 17), NAMES, 3],
        ["0622-07-16", "=1+1", 0.5],
        [None, "http://example.org", None],
    ]
    assert sheet["A2"].is_date
    assert sheet["B3"].data_type == "s"
    assert sheet["B4"].hyperlink is None


@pytest.mark.parametrize("rtl", [True, False])
def test_excel_sheet_runs_with_the_interface(rtl: bool) -> None:
    sheet = sheet_of(excel_bytes(frame((None, "x", 1)), COLUMNS, rtl))
    assert bool(sheet.sheet_view.rightToLeft) is rtl


def test_excel_refuses_what_a_sheet_cannot_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 1)
    with pytest.raises(ValueError, match="holds 1 rows, not 2"):
        excel_bytes(frame((None, "a", 1), (None, "b", 2)), COLUMNS, rtl=False)


def test_excel_cuts_what_a_cell_cannot_hold() -> None:
    sheet = sheet_of(excel_bytes(frame((None, "x" * 40_000, 1)), COLUMNS, rtl=False))
    assert sheet["B2"].value == "x" * tables.MOST_CHARACTERS
