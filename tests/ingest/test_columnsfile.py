"""What the user says of columns, written into a file that is the user's own too."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.ingest.columns import corrections
from lib.ingest.columnsfile import ColumnsError, changed, write

TEXT = """# Mine
[columns]
date_order = "dmy"  # as in the Gulf

# About a
[columns."a.csv"]
text = "x"

# About b
[columns."b.csv"]
title = "t"

[other]
colour = ["red"]
"""


def test_one_section_changes_and_the_rest_stays() -> None:
    after = changed(TEXT, "a.csv", {"text": ["lead", "body"], "published": ""})
    read = tomllib.loads(after)
    assert read["columns"]["a.csv"] == {"text": ["lead", "body"], "published": ""}
    assert read["columns"]["b.csv"] == {"title": "t"} and read["other"] == {"colour": ["red"]}
    assert all(line in after for line in ("# Mine", "# as in the Gulf", "# About b"))
    gone = changed(after, "a.csv", {})
    assert "a.csv" not in gone and tomllib.loads(gone)["columns"] == {"date_order": "dmy", "b.csv": {"title": "t"}}


def test_taking_back_what_was_said_leaves_the_file_as_it_was() -> None:
    assert changed(changed("", "a.csv", {"text": "x"}), "a.csv", {}).strip() == ""
    assert changed(changed(TEXT, "c.csv", {"text": "x"}), "c.csv", {}).strip() == TEXT.strip()


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_name_and_any_column(name: str, column: str) -> None:
    after = changed(TEXT, name, {"text": column})
    assert tomllib.loads(after)["columns"][name] == {"text": column}
    assert name not in tomllib.loads(changed(after, name, {}))["columns"]


@pytest.mark.parametrize(
    "text", ["[columns", "columns = 3", '[columns]\n"a.csv" = {text = "x"}', 'columns."a.csv".text = "x"']
)
def test_what_cannot_be_changed_is_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / "rawi.toml").write_text(text)
    with pytest.raises(ColumnsError):
        write(tmp_path / "rawi.toml", "a.csv", {"text": "y"})
    assert (tmp_path / "rawi.toml").read_text() == text and len(list(tmp_path.iterdir())) == 1


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "home" / "rawi.toml"
    write(path, "sub/اخبار.csv", {"text": "col3", "date_order": "mdy"})
    said, problems = corrections(path)
    assert not problems and said.of("sub/اخبار.csv") == {"text": "col3", "date_order": "mdy"}
    write(path, "sub/اخبار.csv", {})
    assert corrections(path)[0].of("sub/اخبار.csv") == {}
