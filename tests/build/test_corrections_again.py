"""A correction reads and enriches only what it touches, and gives the same as reading everything for the first time."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.build import enriching, ensure, reading
from lib.export.jsonl import articles
from lib.ingest.corrections import FILE, Corrections, load
from lib.ingest.corrsheet import Sheet
from lib.store import open_corpus
from lib.store.corpus import Corpus
from tests.build.test_incremental import append, everything, page


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "inner").mkdir(parents=True)
    for n in range(4):
        (folder / "inner" / f"f{n}.jsonl").write_text("".join(page(n * 10 + k) for k in range(4)), "utf-8")
    (folder / "a.jsonl").write_text(page(1, "same") + page(2, "same"), "utf-8")
    text = "\n\n".join(f"Paragraph {n} says on 4 May 2021 that ministers met in Geneva about Iran." for n in range(6))
    (folder / "page.txt").write_text("A headline of a page\n\n" + text, "utf-8")
    (folder / FILE).write_text("article,source,changed\n", "utf-8")
    return folder


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[list[str], list[str]]]:
    """Ids that are enriched and files that are read."""
    ids: list[str] = []
    files: list[str] = []
    enrich, read_one = enriching.enrich, reading.ingest.read_one
    monkeypatch.setattr(enriching, "enrich", lambda frame, actors: ids.extend(frame["id"]) or enrich(frame, actors))
    monkeypatch.setattr(reading.ingest, "read_one", lambda s, name, says: files.append(name) or read_one(s, name, says))
    yield ids, files


def say(source: Path, about: str, /, **cells: str) -> None:
    """One more row, as the app writes it, about an article or, with `/`, a path."""
    said = load(source / FILE)
    when = f"2026-01-01T00:00:{len(said.sheet.rows):06.3f}Z"
    made = said.set_source(about, cells, when) if "/" in about else said.set([about], cells, when)
    made.save(source / FILE)


CASES = [
    ("i11", {"date": "2020-07-17"}, ["i11"], ["inner/f1.jsonl"]),
    ("i11", {"article?": "no"}, [], ["inner/f1.jsonl"]),
    ("./inner/f2.jsonl", {"outlet": "Times"}, ["i20", "i21", "i22", "i23"], ["inner/f2.jsonl"]),
    ("page-1", {"split": "3: Paragraph 2"}, ["page-1", "page-1~3"], ["page.txt"]),
    ("i30", {"join": "i31"}, ["i30"], ["inner/f3.jsonl"]),
    ("same#2", {"title": "Another"}, ["same#2"], ["a.jsonl"]),
    ("nobody", {"title": "Another"}, [], []),
    ("i11", {"star": "yes", "tags": "x", "sets": "y", "note": "z"}, [], []),
]


@pytest.mark.parametrize(("about", "cells", "ids", "files"), CASES)
def test_only_what_it_touches(
    source: Path, tmp_path: Path, seen: tuple[list[str], list[str]], about: str, cells: dict[str, str],
    ids: list[str], files: list[str],
) -> None:  # fmt: skip
    before = everything(Corpus(ensure(source, tmp_path / "home")))
    for each in seen:
        each.clear()
    say(source, about, **cells)
    generation = ensure(source, tmp_path / "home")
    assert (sorted(seen[0]), seen[1]) == (ids, files)
    assert everything(Corpus(generation)) == everything(Corpus(ensure(source, tmp_path / "other home")))
    load(source / FILE).undo([about], [about]).save(source / FILE)
    assert everything(Corpus(ensure(source, tmp_path / "home"))) == before


def test_labels_are_no_part_of_a_generation(source: Path, tmp_path: Path) -> None:
    (source / FILE).unlink()
    first = ensure(source, tmp_path / "home")
    say(source, "i11", star="yes", sets="Mine")
    assert ensure(source, tmp_path / "home") == first
    (source / FILE).write_text("article,star\ni11,perhaps\nnobody,yes\n", "utf-8")
    with Corpus(ensure(source, tmp_path / "home")) as corpus:
        problems = corpus.problems()
        assert list(problems[problems["source"] == FILE]["place"]) == ["row 2", "row 3"]
    assert (source / FILE).read_text("utf-8") == "article,star\ni11,perhaps\nnobody,yes\n"


def test_any_session_of_corrections_ends_as_if_read_for_the_first_time(source: Path, tmp_path: Path) -> None:
    chance = random.Random(7)
    for turn in range(14):
        about, cells, *_ = chance.choice(CASES)
        if turn % 4 == 3:
            load(source / FILE).undo([about], [about]).save(source / FILE)
        else:
            say(source, about, **cells)
        if turn % 5 == 2:
            append(source / "inner" / "f1.jsonl", page(100 + turn))
        if turn == 6:  # which gives the ids of a.jsonl to another file
            (source / "0.jsonl").write_text(page(3, "same"), "utf-8")
        Corpus(ensure(source, tmp_path / "home")).close()
    again, fresh = (Corpus(ensure(source, tmp_path / name)) for name in ("home", "other home"))
    assert everything(again) == everything(fresh)


def test_an_id_that_moves_to_another_article_takes_its_correction_along(source: Path, tmp_path: Path) -> None:
    say(source, "same", title="Mine")
    ensure(source, tmp_path / "home")
    (source / "0.jsonl").write_text(page(3, "same"), "utf-8")
    again, fresh = (Corpus(ensure(source, tmp_path / name)) for name in ("home", "other home"))
    assert everything(again) == everything(fresh)
    rows = again.articles().set_index("id")["source"]
    assert rows["same"] == "0.jsonl" and again.document("same").title == "Mine"  # type: ignore[union-attr]


def test_what_broke_is_looked_at_again(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = enriching.enrich

    def breaks(frame: object, actors: object) -> object:
        if "i12" in set(frame["id"]):  # type: ignore[index]
            raise ValueError("no")
        return real(frame, actors)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(enriching, "enrich", breaks)
        assert len(Corpus(ensure(source, tmp_path / "home")).problems()) == 2
    say(source, "i11", outlet="Times")
    assert everything(Corpus(ensure(source, tmp_path / "home"))) == everything(Corpus(ensure(source, tmp_path / "x")))


def test_the_export_says_what_the_user_said(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAWI_HOME", str(tmp_path / "home"))
    say(source, "page-1", date="2020-07", split="3 headline: Paragraph 2")
    say(source, "page-1~3", star="yes", tags="one; two", sets="Mine", note="A note")
    with open_corpus(source) as corpus:
        rows = {row["id"]: row for row in articles(corpus)}
    first, second = rows["page-1"], rows["page-1~3"]
    text = (source / "page.txt").read_text("utf-8")
    for row in (first, second):
        assert row["published"]["basis"] == "user" or row is second
        assert row["text"].split("\n\n")[-1] in text[slice(*row["source_span"])]
    assert second["title"].startswith("Paragraph 2") and second["text"].startswith("Paragraph 3")
    assert [second[key] for key in ("starred", "tags", "sets", "note")] == [True, ["one", "two"], ["Mine"], "A note"]
    assert [first[key] for key in ("starred", "tags", "sets", "note")] == [False, [], [], None]
    json.dumps(rows)


def test_stamps_forget_nothing() -> None:
    hand = Corrections(Sheet(("article", "tags"), (("a", "x"),)))
    app = Corrections(Sheet(("article", "tags", "changed"), (("a", "x", "2026"),)))
    assert hand.stamp != Corrections().stamp and app.stamp == Corrections().stamp
