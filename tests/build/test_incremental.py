"""Reading again reads only what changed, and gives the same as reading all of it for the first time."""

from __future__ import annotations

import json
import os
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lib.build import enriching, ensure, reading
from lib.build import stamps as makers
from lib.store import carry
from lib.store.corpus import Corpus

NAMES = ["Maryam Rajavi", "Donald Trump", "President Ana Qozmani", "Dr. Ana Qozmani", "Iran", "مریم رجوی"]


def page(seed: int, id: str = "") -> str:
    """A line of JSON Lines with an article of its own."""
    chance = random.Random(seed)
    words = [f"w{chance.randrange(5000)}" for _ in range(60)] + chance.sample(NAMES, 3) + ["on 3 May 2020"]
    chance.shuffle(words)
    row = {"id": id or f"i{seed}", "title": f"Title {seed} {chance.choice(NAMES)}", "text": " ".join(words) + "."}
    return json.dumps(row, ensure_ascii=False) + "\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "inner").mkdir(parents=True)
    for n in range(8):
        (folder / f"f{n}.jsonl").write_text(page(n) + page(n + 100) + (page(3, "same") if n % 3 == 0 else ""), "utf-8")
    (folder / "inner" / "x.jsonl").write_text(page(50) + "{broken\n" + page(1, "copy"), "utf-8")
    (folder / "inner.jsonl").write_text(page(51), "utf-8")
    (folder / "zeros.bin").write_bytes(b"\0" * 100)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "page.txt").write_text("A headline of a page\n\n" + "The ministers met on 4 May 2021 in Geneva. " * 5)
    return folder


def everything(corpus: Corpus) -> dict[str, Any]:
    """All that a reader of a corpus can see, apart from where it lies."""
    tables = {
        name: corpus.connection().execute(f"FROM {name} ORDER BY ALL").fetchall()
        for name in ("articles", "scripts", "mentions", "surfaces", "dates", "actors", "removed", "set_aside")
    }
    problems = [row for row in corpus.problems().values.tolist() if "was there last time" not in row[2]]
    return tables | {
        "problems": problems,
        "documents": list(corpus.documents()),
        "search": {word: corpus.search_ids(word) for word in ("qozmani", "ministers", "title", '"3 may"', "w1*")},
        "texts": list(corpus.texts(range(1000))),
        "fingerprint": corpus.fingerprint,
    }


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


CHANGES: dict[str, tuple[Callable[[Path], Any], dict[str, int]]] = {
    "nothing but a time": (lambda s: os.utime(s / "f1.jsonl", ns=(1, 1)), {"unchanged": 13}),
    "a new file in front": (lambda s: (s / "a.jsonl").write_text(page(60)), {"new": 1, "unchanged": 13}),
    "a new file that takes an id": (
        lambda s: (s / "a.jsonl").write_text(page(61, "same")), {"new": 1, "unchanged": 13},
    ),
    "the first file gone, whose ids others use": (
        lambda s: (s / "f0.jsonl").unlink(), {"unchanged": 12, "vanished": 1},
    ),
    "a longer file": (lambda s: append(s / "f4.jsonl", page(70)), {"changed": 1, "unchanged": 12}),
    "the original of a repeat": (lambda s: (s / "f1.jsonl").write_text(page(71)), {"changed": 1, "unchanged": 12}),
    "a renamed file": (
        lambda s: (s / "f2.jsonl").rename(s / "z.jsonl"), {"new": 1, "unchanged": 12, "vanished": 1},
    ),
    "a file that cannot be read any more": (
        lambda s: (s / "f5.jsonl").write_bytes(b"\0" * 9), {"changed": 1, "unchanged": 12},
    ),
    "the last files gone": (
        lambda s: [(s / name).unlink() for name in ("page.txt", "zeros.bin")], {"unchanged": 11, "vanished": 2},
    ),
    "all but one gone": (
        lambda s: [each.unlink() for each in s.rglob("*") if each.is_file() and each.name != "f3.jsonl"],
        {"unchanged": 1, "vanished": 12},
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_the_same_as_reading_it_for_the_first_time(source: Path, tmp_path: Path, change: str) -> None:
    first = Corpus(ensure(source, tmp_path / "home"))
    assert first.meta["since_last"] is None
    do, expected = CHANGES[change]
    do(source)
    again = Corpus(ensure(source, tmp_path / "home"))
    fresh = Corpus(ensure(source, tmp_path / "other home"))
    assert again.generation != first.generation
    assert everything(again) == everything(fresh)
    counted = {name: again.meta["since_last"][name] for name in ("new", "changed", "unchanged", "vanished")}
    assert counted == {"new": 0, "changed": 0, "vanished": 0} | expected
    own = {"problems": len(again.problems()), "files": len(again.files())}
    assert again.meta["counts"] == fresh.meta["counts"] | own


def test_only_what_changed_is_enriched(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ensure(source, tmp_path / "home")
    seen: list[str] = []
    real = enriching.enrich
    monkeypatch.setattr(enriching, "enrich", lambda frame, actors: seen.extend(frame["id"]) or real(frame, actors))
    append(source / "f4.jsonl", page(70))
    os.utime(source / "f1.jsonl", ns=(1, 1))
    ensure(source, tmp_path / "home")
    assert seen == ["i70"]


def test_articles_are_counted_by_what_they_say(source: Path, tmp_path: Path) -> None:
    ensure(source, tmp_path / "home")
    (source / "f2.jsonl").rename(source / "z.jsonl")
    append(source / "f4.jsonl", page(70))
    (source / "page.txt").unlink()
    since = Corpus(ensure(source, tmp_path / "home")).meta["since_last"]
    assert (since["articles_new"], since["articles_gone"]) == (1, 1)


def test_what_vanished_is_said_once(source: Path, tmp_path: Path) -> None:
    ensure(source, tmp_path / "home")
    (source / "f1.jsonl").unlink()
    problems = Corpus(ensure(source, tmp_path / "home")).problems()
    (gone,) = problems[problems["source"] == "f1.jsonl"].to_dict("records")
    assert "gone" in gone["what"] and "2 articles" in gone["what"] and not gone["kept"]
    append(source / "f4.jsonl", page(70))
    assert "f1.jsonl" not in set(Corpus(ensure(source, tmp_path / "home")).problems()["source"])


def test_new_code_reads_everything_again(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ensure(source, tmp_path / "home")
    monkeypatch.setattr(makers, "code_stamp", lambda: "newer")
    read: list[str] = []
    real = reading.ingest.read_one
    monkeypatch.setattr(reading.ingest, "read_one", lambda s, name, says: read.append(name) or real(s, name, says))
    corpus = Corpus(ensure(source, tmp_path / "home"))
    assert len(read) == 13
    assert corpus.meta["since_last"]["unchanged"] == 13 and corpus.meta["since_last"]["articles_new"] == 0


def test_what_is_said_of_columns_reads_again(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (source / "t.csv").write_text(
        "a,b\n" + "Some words that are long enough to be read,Other words of another kind\n" * 2
    )
    (source / "other.csv").write_text("a,b\n" + "Words that nobody says anything about at all,Some other words\n" * 2)
    with zipfile.ZipFile(source / "z.zip", "w") as archive:
        archive.write(source / "t.csv", "t.csv")
    ensure(source, tmp_path / "home")
    read: list[str] = []
    real = reading.ingest.read_one
    monkeypatch.setattr(reading.ingest, "read_one", lambda s, name, says: read.append(name) or real(s, name, says))
    for said, names in (
        ('[columns."t.csv"]\ntext = "b"\n', ["t.csv", "z.zip"]),
        ('[columns."z.zip!/t.csv"]\ntext = "b"\n', ["t.csv"]),
        ('[columns."*.txt"]\ntext = "b"\n', ["z.zip"]),
        ('[columns]\ntext = "b"\n', ["other.csv", "t.csv", "z.zip"]),
    ):
        read.clear()
        (source / "rawi.toml").write_text(said)
        again = Corpus(ensure(source, tmp_path / "home"))
        tables = [name for name in read if not name.endswith("jsonl")]
        assert tables == names, said
        assert bool(len(read) - len(tables)) == said.startswith("[columns]")
        assert everything(again) == everything(Corpus(ensure(source, tmp_path / f"home {len(said)}")))
    assert "Other words" in again.text(again.articles().query("source == 't.csv'")["id"].iloc[0])


def test_files_that_a_person_may_want_to_know_of(source: Path, tmp_path: Path) -> None:
    (source / "t.csv").write_text("title,text\nA headline,Some words that are long enough to be read\n")
    first = Corpus(ensure(source, tmp_path / "home")).files()
    assert set(first["source"]) == {f"f{n}.jsonl" for n in range(8)} | {"inner.jsonl", "inner/x.jsonl", "t.csv"}
    assert set(first["columns"]) == {True} and set(first["state"].isna()) == {True}
    (source / "page.txt").unlink()
    (source / "new.txt").write_text("A headline of a page\n\n" + "The ministers met on 4 May 2021 in Geneva. " * 5)
    append(source / "t.csv", "Another,Some more words that are long enough\n")
    rows = Corpus(ensure(source, tmp_path / "home")).files().set_index("source")
    told = {name: (row["state"], row["articles"], row["columns"]) for name, row in rows.iterrows()}
    assert told["page.txt"] == ("vanished", 1, False) and told["new.txt"] == ("new", 1, False)
    assert told["t.csv"] == ("changed", 2, True) and told["f1.jsonl"] == ("unchanged", 2, True)


def test_many_readings_one_after_another(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts are written anew when much of them is out of use, and segments do not grow in number for ever."""
    monkeypatch.setattr(carry, "_SEGMENTS", 4)
    chance = random.Random(5)
    sizes = set()
    for turn in range(12):
        name = source / f"f{chance.randrange(12)}.jsonl"
        if name.exists() and turn % 3 == 0:
            name.unlink()
        else:
            name.write_text("".join(page(turn * 10 + n) for n in range(chance.randrange(1, 4))))
        corpus = Corpus(ensure(source, tmp_path / "home"))
        bodies, articles = corpus.meta["bodies"], corpus.meta["articles"]
        assert len(corpus.meta["segments"]) <= 4 and bodies["held"] >= articles
        sizes.add(len(corpus.meta["segments"]))
        corpus.close()
    assert max(sizes) > 1
    assert everything(Corpus(ensure(source, tmp_path / "home"))) == everything(Corpus(ensure(source, tmp_path / "x")))


def test_an_open_corpus_keeps_its_texts(source: Path, tmp_path: Path) -> None:
    first = Corpus(ensure(source, tmp_path / "home"))
    before = everything(first)
    shutil.rmtree(source / "inner")
    Corpus(ensure(source, tmp_path / "home")).close()
    # Its files may be gone from the folder: they are open, and on the disk under the name that the new one gave them.
    assert everything(first) == before


@pytest.mark.parametrize("file", ["reading.duckdb", "corpus.duckdb", "text-001.sqlite"])
def test_damage_in_the_generation_before(source: Path, tmp_path: Path, file: str) -> None:
    live = ensure(source, tmp_path / "home")
    size = (live / file).stat().st_size
    (live / file).write_bytes(b"x" * size)
    append(source / "f4.jsonl", page(70))
    again = Corpus(ensure(source, tmp_path / "home"))
    assert everything(again) == everything(Corpus(ensure(source, tmp_path / "other home")))


def test_several_processes_make_the_same_corpus(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = Corpus(ensure(source, tmp_path / "home"))
    monkeypatch.setattr(reading, "BATCH", 2)
    monkeypatch.setattr(enriching, "MANY", 4)
    monkeypatch.setattr(enriching, "cores", lambda: 2)
    together = Corpus(ensure(source, tmp_path / "other home"))
    assert everything(together) == everything(alone)
