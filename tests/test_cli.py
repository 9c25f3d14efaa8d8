"""The command line: what it prints where, and the exit status."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lib.__main__ import main
from lib.export.summary import summary
from lib.export.terminal import Reporter, counted, plain
from lib.settings import ROOT
from lib.store import Progress
from tests import corpora

ROWS = [
    {
        "id": "n1",
        "title": "Maryam Rajavi in Tehran",
        "text": "Maryam Rajavi met Donald Trump in Iran.",
        "language": "en",
    },
    {"id": "n2", "title": "مریم رجوی", "text": "مریم رجوی درباره ایران سخن گفت.", "language": "fa"},
]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RAWI_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    lines = "".join(json.dumps(row) + "\n" for row in ROWS)
    (folder / "a.jsonl").write_text(lines)
    (folder / "b.bin").write_bytes(b"\0" * 100)
    return folder


Captured = pytest.CaptureFixture[str]


def test_export_writes_three_files(source: Path, tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "deep" / "out"
    assert main(["export", str(source), "--out", str(out)]) == 0
    printed = capsys.readouterr()
    assert printed.out == "" and "2 articles" in printed.err and "1 problem" in printed.err
    assert sorted(path.name for path in out.iterdir()) == ["actors.jsonl", "articles.jsonl", "problems.jsonl"]


def test_export_does_not_write_over_what_is_there(source: Path, tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    assert main(["export", str(source), "--out", str(out)]) == 2
    assert "--force" in capsys.readouterr().err
    assert main(["export", str(source), "--out", str(out), "--force"]) == 0
    assert main(["export", str(source), "--out", str(out), "--force"]) == 0
    assert (out / "mine.txt").read_text() == "mine"
    assert main(["export", str(source), "--out", str(out / "mine.txt")]) == 2


def test_export_with_an_actor_list(source: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("key,kind,en,fa,ar,aliases,wikidata\nspeech,group,Speech,سخن,,,\n", "utf-8")
    assert main(["export", str(source), "--out", str(tmp_path / "out"), "--actors", str(mine)]) == 0
    actors = [json.loads(line) for line in (tmp_path / "out" / "actors.jsonl").read_text("utf-8").splitlines()]
    assert [actor["origin"] for actor in actors if actor["actor"] == "speech"] == ["user"]


@pytest.mark.parametrize("command", ["ingest", "info", "export"])
@pytest.mark.parametrize("kind", ["missing", "empty", "zeros", "nothing"])
def test_nothing_to_read_is_one_sentence_and_status_2(
    tmp_path: Path, capsys: Captured, command: str, kind: str
) -> None:
    path = tmp_path / kind
    if kind == "empty":
        path.mkdir()
    elif kind != "missing":
        path.write_bytes(b"\0" * 1000 if kind == "zeros" else b"")
    more = ["--out", str(tmp_path / "out")] if command == "export" else []
    assert main([command, str(path), *more]) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and str(path) in printed.err and len(printed.err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_ingest_then_info_then_forget(source: Path, home: Path, capsys: Captured) -> None:
    assert main(["ingest", str(source)]) == 0
    assert "2 articles" in capsys.readouterr().out
    assert main(["info", str(source)]) == 0
    told = capsys.readouterr().out
    assert "\u2067\u200fمریم رجوی\u2069" in told and "b.bin" in told
    assert main(["info", str(source), "--visual"]) == 0
    seen = capsys.readouterr().out
    assert "ﯼﻮﺟﺭ ﻢﯾﺮﻣ" in seen and "\u2067" not in seen
    assert main(["forget", str(source)]) == 0
    assert list(home.iterdir()) == []
    assert "Deleted" in capsys.readouterr().out
    assert main(["forget", str(source)]) == 0
    assert "Nothing" in capsys.readouterr().out
    assert (source / "a.jsonl").exists()


def test_a_home_that_cannot_be_written_is_status_1(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("RAWI_HOME", str(tmp_path / "file"))
    assert main(["ingest", str(source)]) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["fly"], ["export", "x"], ["info"]])
def test_commands_that_make_no_sense_are_status_2(arguments: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_reader_that_leaves_early_sees_no_traceback(source: Path, home: Path) -> None:
    command = [sys.executable, "-m", "lib", "forget", str(source)]
    environment = {**os.environ, "RAWI_HOME": str(home), "PYTHONIOENCODING": "ascii"}
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert b"Traceback" not in done.stderr and b"Exception" not in done.stderr
    assert done.returncode == 141


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "most"), [(io.StringIO(), 0), (Terminal(), 1)])
def test_progress_is_told_now_and_then(stream: io.StringIO, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    reporter = Reporter(stream)
    for n in range(1000):
        now[0] += 0.000_11
        reporter(Progress(n, 1000, n * 10, now[0], f"{n}.txt"))
    reporter.end()
    assert stream.getvalue().count("Reading") == most
    assert stream.getvalue().count("\n") == 0


def test_progress_without_a_terminal_is_whole_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    stream = io.StringIO()
    reporter = Reporter(stream)
    now[0] = 6.0
    reporter(Progress(3, 1200, 4500, 6.0, "x"))
    reporter(Progress(4, 1200, 4600, 6.0, "x"))
    reporter.end()
    assert stream.getvalue() == "Reading 3 of 1,200 files, 4,500 articles, 750 a second, 39:54 left\n"


def test_a_corpus_cannot_steer_the_terminal(tmp_path: Path) -> None:
    for visual in (False, True):
        told = summary(corpora.hostile(tmp_path), visual)
        assert "\x1b" not in told and "\x07" not in told and "\x00" not in told and "\t" not in told
    assert plain("a\x1b[31mb\r\nc\u2028d") == "a [31mb c d"


def test_every_kind_of_corpus_can_be_told(tmp_path: Path) -> None:
    assert "No" not in summary(corpora.tiny(tmp_path))
    assert "0 articles" in summary(corpora.empty(tmp_path))
    assert "no article says when" in summary(corpora.undated(tmp_path))
    assert "and 285 more" in summary(corpora.many(tmp_path))


@pytest.mark.parametrize(("n", "words"), [(0, "0 files"), (1, "1 file"), (1234, "1,234 files")])
def test_counted(n: int, words: str) -> None:
    assert counted(n, "file") == words
