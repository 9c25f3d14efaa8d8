"""Workbooks that end the library which opens them: what was read before stands, and the rest is a sentence."""

import zipfile
from pathlib import Path

from tests.ingest.test_formats_records import ROWS, of, workbook


def test_two_cells_that_lie_far_apart_end_no_process(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    with zipfile.ZipFile(tmp_path / "a.xlsx") as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"</sheetData>", far) if name.endswith("sheet3.xml") else data)
    found, problems = of(tmp_path, "b.xlsx")
    assert [one.text for one in found] == [row["text"] for row in ROWS]
    assert [one.where for one in problems] == ["sheet more"] and "memory" in problems[0].what
