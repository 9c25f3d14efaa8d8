"""Folders and files of a corpus: each with the number of its articles, and only those that there are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lib.build import ensure
from lib.query.articles import following, present
from lib.query.sources import around, paths
from lib.store.corpus import Corpus


@pytest.fixture(scope="module")
def nested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nested")
    for name, n in (("a/b/one.jsonl", 2), ("a/two.jsonl", 1), ("ab.jsonl", 3)):
        (folder / "s" / name).parent.mkdir(parents=True, exist_ok=True)
        rows = (json.dumps({"id": f"{name[:-6]}-{k}", "title": f"T{k}", "text": f"Words of {k}."}) for k in range(n))
        (folder / "s" / name).write_text("\n".join(rows), "utf-8")
    return folder


def test_folders_and_files(nested: Path) -> None:
    with Corpus(ensure(nested / "s", nested / "home")) as corpus:
        folders = {"": 6, "a": 3, "a/b": 2}
        assert paths(corpus) == {**folders, "a/b/one.jsonl": 2, "a/two.jsonl": 1, "ab.jsonl": 3}
        assert list(paths(corpus, most=1)) == ["", "a", "ab.jsonl"]
        assert around(corpus, "a/b/one.jsonl") == {"a/b/one.jsonl": 2, **folders}
        after = following(corpus, "a/b/one-0")
        assert after and after[:2] == ("a/b/one-1", "T1") and after.language
        assert following(corpus, "a/b/one-1") is None
        assert following(corpus, "nobody") is None
        assert present(corpus, ["ab-2", "nobody", "a/two-0"]) == ["a/two-0", "ab-2"] and present(corpus, []) == []


def test_a_single_file_speaks_for_itself_only(nested: Path) -> None:
    with Corpus(ensure(nested / "s" / "ab.jsonl", nested / "home")) as corpus:
        assert paths(corpus) == around(corpus, "ab.jsonl") == {"ab.jsonl": 3}


def test_nothing_to_choose_from(empty: Corpus) -> None:
    assert paths(empty) == {}
