"""Tables to take away, for a reader's own spreadsheet: raw text without display controls, and nothing that runs there.

Text from a corpus may begin like a formula or look like an address; a spreadsheet must show it, never act on it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

from lib.text.safe import csv_cell

MOST_ROWS = 1_048_575  # of a sheet, below its heading
MOST_CHARACTERS = 32_767  # of a cell
WIDEST = 60  # characters of a column
_BROKEN = re.compile("[\x00\ud800-\udfff]")


def csv_bytes(frame: pd.DataFrame, columns: Mapping[str, str]) -> bytes:
    """UTF-8 with byte-order mark, so that Excel reads it; `columns` maps the frame's columns to their titles, in order.

    Dates are ISO dates, what is missing is empty, and a cell that a spreadsheet would calculate is quoted.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([csv_cell(_text(title)) for title in columns.values()])
    for row in frame[list(columns)].itertuples(index=False, name=None):
        writer.writerow([csv_cell(_written(value)) for value in row])
    return out.getvalue().encode("utf-8-sig")


def excel_bytes(frame: pd.DataFrame, columns: Mapping[str, str], rtl: bool) -> bytes:
    """An .xlsx workbook with one sheet, laid out from the right where `rtl`; dates are dates and text stays text.

    Raises ValueError when the frame has more rows than a sheet can hold.
    """
    import xlsxwriter  # slow to import, and most visits take no workbook away

    if len(frame) > MOST_ROWS:
        raise ValueError(f"A sheet holds {MOST_ROWS} rows, not {len(frame)}")
    out = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, safe) as book:
        sheet = book.add_worksheet()
        if rtl:
            sheet.right_to_left()
        # 2 makes a cell's base direction right to left, 1 left to right, 0 goes by its first strong letter.
        bold = book.add_format({"bold": True, "bottom": 1, "reading_order": 2 if rtl else 0})
        forms = {date: book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})}
        forms[datetime] = book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"})
        for place, (name, title) in enumerate(columns.items()):
            sheet.write_string(0, place, _text(title), bold)
            cells = [_known(value) for value in frame[name].tolist()]
            for row, value in enumerate(cells, start=1):
                _put(sheet, (row, place), value, forms)
            longest = max((len(str(value)) for value in [title, *cells] if value is not None), default=0)
            sheet.set_column(place, place, min(max(longest, 8) + 2, WIDEST))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(frame), max(len(columns) - 1, 0))
    return out.getvalue()


def _put(sheet: Any, place: tuple[int, int], value: Any, forms: Mapping[type[date], Any]) -> None:
    """One cell, by the type of its value; nothing for what is missing."""
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(*place, value)
    elif isinstance(value, int | float):
        sheet.write_number(*place, value)
    elif isinstance(value, date) and value.year >= 1900:
        sheet.write_datetime(*place, value, forms[type(value)])
    elif isinstance(value, date):  # a sheet's days begin in 1900
        sheet.write_string(*place, value.isoformat())
    else:
        sheet.write_string(*place, _text(value)[:MOST_CHARACTERS])


def _written(value: Any) -> Any:
    """A value as a cell of a CSV file has it."""
    value = _known(value)
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, int | float) else _text(value)


def _known(value: Any) -> Any:
    """A plain Python value: numbers out of NumPy, lists joined, None for every kind of missing."""
    if isinstance(value, list | tuple | set | frozenset | np.ndarray):
        return "; ".join(map(str, value))
    if (
        value is None
        or value is pd.NaT
        or value is pd.NA
        or (isinstance(value, float) and not abs(value) < float("inf"))
    ):
        return None
    if isinstance(value, pd.Timestamp):
        value = value.to_pydatetime().replace(tzinfo=None)
    if isinstance(value, datetime):
        return value if (value.hour, value.minute, value.second) != (0, 0, 0) else value.date()
    return _known(value.item()) if hasattr(value, "item") else value


def _text(value: Any) -> str:
    """Text that a file can hold: half characters and the null character are not."""
    return _BROKEN.sub("\ufffd", str(value))
