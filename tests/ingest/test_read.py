import json
import os
from pathlib import Path

import pytest

from lib.ingest import Progress, Record, SetAside, SourceError, read
from lib.model import Article, Problem
from tests.ingest.prose import ARABIC, ENGLISH, HEADLINES

PAGE = f"{HEADLINES['en']}\n\n{ENGLISH[0]}\n"


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def of(kind: type, records: list[Record]) -> list[Record]:
    return [record for record in records if isinstance(record, kind)]


def test_files_are_read_in_order_and_notes_set_aside(tmp_path: Path) -> None:
    files = dict.fromkeys(["b.txt", "a/z.md", "a/y", "a.txt", "README.md", ".git/x.txt", "rawi-actors.csv"], PAGE)
    records = list(read(write(tmp_path, {**files, "Licence.txt": "x"})))
    assert [record.source for record in of(Article, records)] == ["a/y", "a/z.md", "a.txt", "b.txt"]  # type: ignore[union-attr]
    assert [record.source for record in of(SetAside, records)] == [
        ".git",
        "Licence.txt",
        "README.md",
        "rawi-actors.csv",
    ]  # type: ignore[union-attr]
    assert of(Progress, records)[-1] == Progress(4, 4, "b.txt")
    assert not of(Problem, records)


BAD = {
    "empty.txt": (b"", "empty"),
    "zeros.txt": (b"\0" * 100, "zeros"),
    "blank.txt": (b" \n\n \n", "blank"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
    "sheet.numbers": (b"x", ".numbers"),
    "bad.json": (b'{"id": 1, "text"', "JSON"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_problem_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    content, word = BAD[name]
    records = list(read(write(tmp_path, {name: content, "z.txt": PAGE})))
    (problem,) = of(Problem, records)
    assert isinstance(problem, Problem)
    assert (problem.source, problem.kept) == (name, False)
    assert word in problem.what
    assert len(of(Article, records)) == 1


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"secret.txt": PAGE})
    folder = write(tmp_path / "corpus", {"a.txt": PAGE})
    (folder / "loop").symlink_to(folder)
    (folder / "secret.txt").symlink_to(outside / "secret.txt")
    records = list(read(folder))
    assert [record.source for record in of(SetAside, records)] == ["loop", "secret.txt"]  # type: ignore[union-attr]
    assert len(of(Article, records)) == 1


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(write(tmp_path, {"a.txt": PAGE}) / "pipe.txt")
    (problem,) = of(Problem, list(read(tmp_path)))
    assert "pipe" in problem.what  # type: ignore[union-attr]


def test_a_file_that_vanishes_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (problem,) = of(Problem, list(read(write(tmp_path, {"a.txt": PAGE}))))
    assert "permissions" in problem.what  # type: ignore[union-attr]


@pytest.mark.parametrize("make", ["missing", "empty", "only notes"])
def test_a_source_with_nothing_to_read_is_an_error_that_names_it(tmp_path: Path, make: str) -> None:
    folder = tmp_path / "corpus"
    if make != "missing":
        folder.mkdir()
    if make == "only notes":
        write(folder, {"README.md": "x"})
    with pytest.raises(SourceError, match="corpus"):
        list(read(folder))


def test_one_file_is_a_source(tmp_path: Path) -> None:
    (found,) = of(Article, list(read(write(tmp_path, {"README.txt": PAGE}) / "README.txt")))
    assert (found.id, found.title, found.text) == ("README-1", HEADLINES["en"], ENGLISH[0])  # type: ignore[union-attr]


def test_ids_are_unique_in_the_corpus(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"id": "1", "text": text}) + "\n" for text in ("one", "two"))
    records = list(read(write(tmp_path, {"a.jsonl": rows, "b.jsonl": rows, "c.txt": PAGE, "c.md": PAGE})))
    ids = [record.id for record in of(Article, records)]  # type: ignore[union-attr]
    assert ids == ["1", "1#2", "1#3", "1#4", "c-1", "c-1#2"]
    assert all(problem.kept for problem in of(Problem, records))  # type: ignore[union-attr]


def test_a_line_of_ten_megabytes_is_one_paragraph(tmp_path: Path) -> None:
    line = (ARABIC[0] + "   ") * 50_000
    (found,) = of(Article, list(read(write(tmp_path, {"long.txt": HEADLINES["ar"] + "\n\n" + line}))))
    assert found.text == line.strip()  # type: ignore[union-attr]


def test_many_short_lines_do_not_hang(tmp_path: Path) -> None:
    page = "July 5, 2020\n" * 6_000 + "TT\n" * 6_000 + "same line\n" * 6_000 + " " * 200_000 + "\n" * 200_000
    assert of(Article, list(read(write(tmp_path, {"page.txt": page}))))
