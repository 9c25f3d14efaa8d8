"""The exported files: every key always there, offsets that hold, one object a line, whatever the text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lib.export.jsonl import Exported, ExportError, export
from lib.store.corpus import Corpus
from tests import corpora

ARTICLE = {
    *("id", "source", "source_span", "url", "outlet", "author", "section", "captions", "language", "title", "text"),
    *("published", "inferred", "duplicate_of", "mentions", "dates", "removed", "starred", "tags", "sets", "note"),
}
MENTION = {"part", "start", "end", "surface", "actor", "kind", "role", "by"}
DATE = {"part", "start", "end", "surface", "since", "until", "precision", "calendar", "basis", "flags", "rule"}


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().decode("utf-8").split("\n")[:-1]]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Corpus, Path]]:
    folder = tmp_path_factory.mktemp("export")
    with corpora.tiny(folder) as corpus:
        assert export(corpus, folder / "out") == Exported(10, 7, 2)
        yield corpus, folder / "out"


def test_every_key_is_there(tiny: tuple[Corpus, Path]) -> None:
    for row in lines(tiny[1] / "articles.jsonl"):
        assert set(row) == ARTICLE
        assert set(row["published"]) == {"since", "until", "precision", "basis"}
        assert all(set(each) == MENTION for each in row["mentions"])
        assert all(set(each) == DATE for each in row["dates"])
        assert all(set(each) == {"start", "end", "why"} for each in row["removed"])
    for row in lines(tiny[1] / "actors.jsonl"):
        assert set(row) == {"actor", "kind", "names", "aliases", "wikidata", "origin"}
    for row in lines(tiny[1] / "problems.jsonl"):
        assert set(row) == {"source", "where", "what", "kept"}


def test_articles_are_as_stored_and_in_order(tiny: tuple[Corpus, Path]) -> None:
    corpus, out = tiny
    rows = lines(out / "articles.jsonl")
    assert [row["id"] for row in rows] == list(corpus.articles()["id"])
    assert [row["text"] for row in rows] == [corpus.text(row["id"]) for row in rows]
    first, undated, month = rows[0], rows[2], rows[4]
    assert first["source_span"] == [12, 12 + len(first["text"])]
    assert first["captions"] == ["تصویر مریم رجوی"]
    assert first["removed"] == [{"start": 0, "end": 12, "why": "caption"}, {"start": 90, "end": 92, "why": "marker"}]
    assert (undated["title"], undated["outlet"], undated["source_span"]) == (None, None, None)
    assert undated["published"] == {"since": None, "until": None, "precision": "unknown", "basis": "none"}
    assert month["published"] == {
        "since": "2020-06-01",
        "until": "2020-06-30",
        "precision": "month",
        "basis": "metadata",
    }
    assert [row["duplicate_of"] for row in rows] == [None] * 9 + ["a1"]


def test_offsets_hold_and_captions_are_left_out(tiny: tuple[Corpus, Path]) -> None:
    corpus, out = tiny
    assert "caption" in set(corpus.mentions()["part"])
    found = 0
    for row in lines(out / "articles.jsonl"):
        for each in row["mentions"] + row["dates"]:
            assert each["part"] in ("title", "text")
            assert row[each["part"]][each["start"] : each["end"]] == each["surface"]
            found += 1
        starts = [(each["part"] != "title", each["start"]) for each in row["mentions"]]
        assert starts == sorted(starts)
    assert found == corpus.mentions().query("part != 'caption'")["n"].sum() + len(corpus.dates())


def test_every_mention_has_its_actor(tiny: tuple[Corpus, Path]) -> None:
    actors = {row["actor"]: row for row in lines(tiny[1] / "actors.jsonl")}
    mentioned = {each["actor"] for row in lines(tiny[1] / "articles.jsonl") for each in row["mentions"]}
    assert mentioned == set(actors)
    assert actors["iran"]["names"]["he"] == "איראן" and actors["iran"]["wikidata"] == "Q794"
    assert actors["maryam-rajavi"]["aliases"] == ["رجوی", "رجوي"]


def test_dates_and_problems(tiny: tuple[Corpus, Path]) -> None:
    rows = lines(tiny[1] / "articles.jsonl")
    assert rows[0]["dates"][0] | {"start": 0, "end": 0} == {
        **{
            "part": "text",
            "start": 0,
            "end": 0,
            "surface": "۱۵ تیر ۱۳۹۹",
            "since": "2020-07-05",
            "until": "2020-07-05",
        },
        **{"precision": "day", "calendar": "jalali", "basis": "explicit", "flags": [], "rule": ""},
    }
    assert lines(tiny[1] / "problems.jsonl")[0] == {
        **{"source": "bad.csv", "where": "row 17", "what": "no text column", "kept": True}
    }


def test_hostile_text_is_one_object_a_line(tmp_path: Path) -> None:
    corpus = corpora.hostile(tmp_path)
    export(corpus, tmp_path / "out")
    text = (tmp_path / "out" / "articles.jsonl").read_bytes().decode("utf-8")
    assert len(text.splitlines()) == len(corpora.HOSTILE)
    assert [json.loads(line)["title"] for line in text.splitlines()] == list(corpora.HOSTILE)


def test_an_empty_corpus_makes_empty_files(tmp_path: Path) -> None:
    assert export(corpora.empty(tmp_path), tmp_path / "out") == Exported(0, 0, 1)
    assert (tmp_path / "out" / "articles.jsonl").read_bytes() == b""


def test_the_folder_is_left_alone_without_force(tmp_path: Path) -> None:
    corpus = corpora.one(tmp_path)
    export(corpus, tmp_path / "out")
    with pytest.raises(ExportError, match="not empty"):
        export(corpus, tmp_path / "out")
    assert export(corpus, tmp_path / "out", force=True).articles == 1
    with pytest.raises(ExportError, match="is a file"):
        export(corpus, tmp_path / "out" / "articles.jsonl")
