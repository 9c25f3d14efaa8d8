"""From files to a generation: what is kept, when it is built again, and what happens when things go wrong."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

import lib.build
from lib import build, enrich
from lib.build import code_stamp, ensure, reading, stamps
from lib.ingest import SourceError
from lib.store import Progress, StoreError, open_corpus
from lib.store.corpus import Corpus
from lib.store.generation import place
from tests.processes import finish, processes

ROWS = [
    {"id": "n1", "title": "Maryam Rajavi in Tehran",
     "text": "The paper said that Maryam Rajavi met Donald Trump in Iran on 3 May 2020.",
     "language": "en", "published": "2020-05-04", "outlet": "Times"},
    {"id": "n2", "text": "مریم رجوی در تهران درباره ایران سخن گفت و مردم به او گوش دادند.", "language": "fa-IR"},
    {"id": "n3", "text": "قالت مريم رجوي يوم الجمعة إن إيران ستتغير، وأكد ذلك وزير الخارجية.", "language": "Arabic"},
    {"id": "n4", "title": "Maryam Rajavi in Tehran",
     "text": "The paper said that Maryam Rajavi met Donald Trump in Iran, on 3 May 2020!"},
]  # fmt: skip


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    write(folder / "a.jsonl", ROWS)
    (folder / "b.bin").write_bytes(b"\0" * 100)
    (folder / "README.md").write_text("not news")
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RAWI_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_one_call_reads_enriches_and_opens(source: Path, home: Path) -> None:
    corpus = open_corpus(source)
    articles = corpus.articles()
    assert list(articles["id"]) == ["n1", "n2", "n3", "n4"]
    assert list(articles["language"]) == ["en", "fa", "ar", "en"]
    assert list(articles["duplicate_of"].fillna("")) == ["", "", "", "n1"]
    assert set(corpus.mentions().query("actor == 'maryam-rajavi'")["rid"]) == {0, 1, 2, 3}
    assert [str(day.date()) for day in corpus.dates().query("rid == 0")["since"]] == ["2020-05-03"]
    assert list(corpus.problems()["source"]) == ["b.bin"]
    assert list(corpus.set_aside()["source"]) == ["README.md"]
    assert corpus.name == "source" and corpus.meta["kind"] == "folder"
    assert articles.loc[0, "words"] == 15 and articles.loc[0, "sentences"] == 1
    assert str(home) not in json.dumps(corpus.meta) and str(source) not in json.dumps(corpus.meta)


def test_what_is_unchanged_is_not_read_again(source: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ensure(source, home)
    monkeypatch.setattr(build.ingest, "read_one", lambda *_: pytest.fail("read again"))
    assert ensure(source, home) == first


def touch(source: Path) -> None:
    os.utime(source / "a.jsonl", ns=(1, 1))


@pytest.mark.parametrize(
    "change",
    [
        touch,
        lambda source: write(source / "c.jsonl", ROWS[:1]),
        lambda source: (source / "b.bin").unlink(),
        lambda source: (source / "a.jsonl").rename(source / "z.jsonl"),
        lambda source: (source / ".hidden").write_text("x"),
    ],
)
def test_what_changed_is_read_again(source: Path, home: Path, change: Any) -> None:
    first = ensure(source, home)
    change(source)
    assert ensure(source, home) != first


def test_new_code_reads_again(source: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ensure(source, home)
    monkeypatch.setattr(stamps, "code_stamp", lambda: "newer")
    assert ensure(source, home) != first
    assert len(code_stamp()) == 32


@pytest.mark.usefixtures("home")
def test_the_same_content_has_the_same_fingerprint(source: Path) -> None:
    first = open_corpus(source).fingerprint
    touch(source)
    assert open_corpus(source).fingerprint == first
    write(source / "a.jsonl", ROWS[1:])
    assert open_corpus(source).fingerprint != first


def test_batches_make_no_difference(source: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(source / "many.jsonl", [{**ROWS[n % 4], "id": f"m{n}"} for n in range(23)])
    whole = Corpus(ensure(source, home))
    monkeypatch.setattr(reading, "BATCH", 4)
    touch(source)
    parts = Corpus(ensure(source, home))
    assert parts.generation != whole.generation
    for frame in ("articles", "mentions", "dates", "actors"):
        assert getattr(parts, frame)().equals(getattr(whole, frame)())
    assert parts.fingerprint == whole.fingerprint


def test_progress_rises_and_ends(source: Path, home: Path) -> None:
    seen: list[Progress] = []
    ensure(source, home, seen.append)
    assert [each.done for each in seen] == sorted(each.done for each in seen)
    assert (seen[-1].done, seen[-1].total, seen[-1].articles, seen[-1].stage) == (2, 2, 4, "finishing")
    assert seen[-1].share == 1.0 and seen[-1].rate > 0


def test_a_folder_of_problems_is_an_empty_corpus(source: Path, home: Path) -> None:
    (source / "a.jsonl").unlink()
    corpus = Corpus(ensure(source, home))
    assert corpus.articles().empty and list(corpus.problems()["source"]) == ["b.bin"]


@pytest.mark.parametrize("name", ["missing", "empty", "nul\0", "~nobody-of-this-name/x", "a" * 5000])
def test_no_source_is_one_sentence(tmp_path: Path, home: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    path = Path(name) if name.startswith("~") else tmp_path / name
    with pytest.raises(SourceError) as error:
        ensure(path, home)
    assert str(error.value).strip() and "\n" not in str(error.value)


def test_a_lost_source_leaves_what_was_kept(source: Path, home: Path) -> None:
    kept = ensure(source, home)
    source.rename(source.parent / "elsewhere")
    with pytest.raises(SourceError):
        ensure(source, home)
    assert Corpus(kept).text("n1")


def test_a_home_that_cannot_be_used(source: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError):
        ensure(source, tmp_path / "file")


def test_what_fails_half_way_leaves_the_old_generation(source: Path, home: Path) -> None:
    first = ensure(source, home)
    touch(source)

    def stop(progress: Progress) -> None:
        if progress.articles:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ensure(source, home, stop)
    folder = place(source, home)
    assert {path.name for path in folder.iterdir()} == {"CURRENT", "lock", first.name}
    assert Corpus(first).text("n1")


def test_an_article_that_breaks_a_recogniser_is_kept_and_reported(
    source: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = enrich.find_actors

    def find(parts: Any, language: str, *others: Any) -> Any:
        if language == "fa":
            raise RuntimeError("too deep")
        return real(parts, language, *others)

    monkeypatch.setattr(enrich, "find_actors", find)
    corpus = Corpus(ensure(source, home))
    assert list(corpus.articles()["id"]) == ["n1", "n2", "n3", "n4"]
    assert set(corpus.mentions()["rid"]) == {0, 2, 3}
    problem = corpus.problems().query("place == 'n2'").iloc[0]
    assert problem["kept"] and "too deep" in problem["what"]


def test_half_characters_are_replaced(source: Path, home: Path) -> None:
    row = '{"id": "s", "title": "a\\ud800b", "text": "Some text with \\udfff in it, long enough to be read."}\n'
    (source / "a.jsonl").write_text(row)
    document = Corpus(ensure(source, home)).document("s")
    assert document is not None and "\ufffd" in document.text
    json.dumps(document.title).encode("utf-8")
    assert document.title == "a\ufffdb"


def test_an_actor_list_of_ones_own_has_a_place_of_its_own(source: Path, home: Path, tmp_path: Path) -> None:
    actors = tmp_path / "mine.csv"
    actors.write_text("key,kind,en,fa,ar,aliases,wikidata\nlistener,group,People who listen,مردم,,,\n", "utf-8")
    plain = Corpus(ensure(source, home))
    mine = Corpus(ensure(source, home, actors=actors))
    assert plain.actor("listener") is None
    found = mine.actor("listener")
    assert found is not None and found.origin == "user"
    assert ensure(source, home) == plain.generation
    os.utime(actors, ns=(1, 1))
    assert ensure(source, home, actors=actors) == mine.generation
    actors.write_text(actors.read_text("utf-8").replace("People who listen", "Listeners"), "utf-8")
    changed = Corpus(ensure(source, home, actors=actors)).actor("listener")
    assert changed is not None and changed.names["en"] == "Listeners"


@pytest.mark.parametrize("content", [None, "no,such,columns\n1,2,3\n", b"\xff\xfe\x00"])
def test_an_actor_list_that_cannot_be_used(
    source: Path, home: Path, tmp_path: Path, content: str | bytes | None
) -> None:
    actors = tmp_path / "mine.csv"
    if content is not None:
        actors.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(SourceError, match=r"mine\.csv"):
        ensure(source, home, actors=actors)


def _ensure(source: Path, home: Path, barrier: Any, built: Any) -> None:
    real = lib.build.load_gazetteer

    def counted(*given: Any) -> Any:
        built.put(1)
        return real(*given)

    lib.build.load_gazetteer = counted  # type: ignore[attr-defined]  # asked for once in every building
    barrier.wait(100)
    ensure(source, home)


def test_the_second_process_waits_and_uses_the_work_of_the_first(source: Path, home: Path) -> None:
    context = processes()
    barrier, built = context.Barrier(3), context.Queue()
    several = [context.Process(target=_ensure, args=(source, home, barrier, built)) for _ in range(3)]
    for each in several:
        each.start()
    for each in several:
        assert finish(each) == 0
    assert built.qsize() == 1
    assert {path.name for path in place(source, home).iterdir()} == {"CURRENT", "lock", "g000001"}
