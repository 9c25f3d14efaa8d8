"""What is kept ready-made is what would be made, and never what was made of something else."""

from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

import pytest

from lib.text import ready as at
from lib.text.ready import ready


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file to make things of, with a folder of its own for what is made."""
    monkeypatch.setattr(at, "FOLDER", tmp_path / "__pycache__")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "table.csv"
    path.write_text("one", "utf-8")
    return path


def kept(table: Path) -> list[Path]:
    return sorted((table.parent / "__pycache__").glob("*"))


def read(table: Path, times: list[int] | None = None) -> dict[str, str]:
    """What is made of the table; `times` grows where it is made and not taken from before."""

    def make() -> dict[str, str]:
        if times is not None:
            times.append(1)
        return {"table": table.read_text("utf-8")}

    return ready("table", [table], make)


def test_it_is_made_once(table: Path) -> None:
    times: list[int] = []
    first, second = read(table, times), read(table, times)
    assert first == second == {"table": "one"}
    assert len(times) == 1
    second["table"] = "changed by who asked"
    assert read(table, times) == {"table": "one"}


def test_it_is_made_anew_where_a_file_changed_and_the_former_one_goes(table: Path) -> None:
    read(table)
    table.write_text("two", "utf-8")
    os.utime(table, ns=(1, 1))  # an older file is a change as well
    assert read(table) == {"table": "two"}
    assert len(kept(table)) == 1


def test_it_is_made_anew_where_it_was_damaged(table: Path) -> None:
    read(table)
    (path,) = kept(table)
    for damage in (b"", path.read_bytes()[:-3], b"no pickle", b"cnowhere\nnobody\n."):
        path.write_bytes(damage)
        assert read(table) == {"table": "one"}, damage
    times: list[int] = []
    assert read(table, times) == {"table": "one"} and not times


def test_it_is_done_without_where_it_may_not_be_written(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert read(table) == {"table": "one"} and not kept(table)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(at, "FOLDER", table / "below a file")
    assert read(table) == {"table": "one"}


def test_a_missing_file_is_left_to_who_makes_it(table: Path) -> None:
    table.unlink()
    with pytest.raises(FileNotFoundError):
        read(table)


def test_what_fails_is_not_kept(table: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        ready("table", [table], lambda: 1 // 0)
    with pytest.raises((AttributeError, pickle.PicklingError)):
        ready("table", [table], lambda: lambda: 5)
    assert not kept(table)
