"""Ids of a corpus: each one once, the same whatever was read before, quickly even where all are alike."""

from __future__ import annotations

from pathlib import Path

from lib.ingest import Unique, read, read_one, survey
from lib.model import Article


def test_used_ids_get_a_number() -> None:
    unique = Unique()
    assert [unique(own) for own in ("a", "b", "a", "a#2", "a", "a#3")] == ["a", "b", "a#2", "a#2#2", "a#3", "a#3#2"]
    (said,) = unique.report("s.txt")
    assert said.what.startswith("4 articles") and said.kept
    assert list(unique.report("s.txt")) == []


def test_a_hundred_thousand_rows_of_one_id() -> None:
    unique = Unique()
    assert [unique("x") for _ in range(100_000)][-1] == "x#100000"


def test_the_parts_of_read_make_the_whole(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text('{"id": "x", "text": "Some text that is long enough to be read as an article."}\n')
    parts = survey(tmp_path)
    unique = Unique()
    own = [record for name in parts.files for record in read_one(parts, name) if isinstance(record, Article)]
    whole = [record for record in read(tmp_path) if isinstance(record, Article)]
    assert [unique(article.id) for article in own] == [article.id for article in whole] == ["x", "x#2"]
