"""The user's word on the seeds: the date is the one that relative dates count from, and no correction is lost."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from lib.build import ensure
from lib.export.jsonl import export
from lib.ingest.corrections import FILE, REFUSED, load
from lib.settings import SEEDS
from lib.store import open_corpus
from lib.store.kept import corrections_file, corrections_target

FIRST, SECOND = "000_138f315e1e6ba625-1", "000_138f315e1e6ba625-2"
SATURDAY = "\u0634\u0646\u0628\u0647"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RAWI_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SEEDS, tmp_path / "seeds", ignore=shutil.ignore_patterns("rawi-*")))


def exported(source: Path, out: Path) -> dict[str, dict[str, Any]]:
    with open_corpus(source) as corpus:
        export(corpus, out, force=True)
    lines = (out / "articles.jsonl").read_text("utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def say(source: Path, ids: list[str], when: str = "2026-01-01T00:00:00.000Z", **changes: str) -> None:
    load(source / FILE).set(ids, changes, when).save(source / FILE)


@pytest.mark.usefixtures("home")
def test_a_date_by_the_user_is_the_reference(seeds: Path, tmp_path: Path) -> None:
    before = exported(seeds, tmp_path / "out")
    saturdays = [each for each in before[SECOND]["dates"] if SATURDAY in each["surface"]]
    assert saturdays and not any(each["since"] for each in saturdays)
    say(seeds, [FIRST, SECOND], date="2020-07-17", outlet="Hamshahri")
    after = exported(seeds, tmp_path / "out")
    day = {"since": "2020-07-17", "until": "2020-07-17", "precision": "day", "basis": "user"}
    assert after[FIRST]["published"] == day and after[FIRST]["outlet"] == "Hamshahri"
    found = {each["since"] for each in after[SECOND]["dates"] if SATURDAY in each["surface"]}
    given = date(2020, 7, 17)
    wanted = given - timedelta(days=(given.weekday() - 5) % 7)
    assert wanted.strftime("%A") == "Saturday" and found == {wanted.isoformat()}
    assert after.keys() == before.keys() and after[FIRST]["text"] == before[FIRST]["text"]


def test_changed_corrections_are_read_again_and_undone(seeds: Path, home: Path, tmp_path: Path) -> None:
    before = exported(seeds, tmp_path / "out")
    first = ensure(seeds, home)
    say(seeds, [FIRST], title="Another title", language="en")
    changed = exported(seeds, tmp_path / "out")
    assert changed[FIRST]["title"] == "Another title" and changed[FIRST]["language"] == "en"
    assert ensure(seeds, home) != first
    load(seeds / FILE).undo([FIRST]).save(seeds / FILE)
    assert exported(seeds, tmp_path / "out") == before


@pytest.mark.usefixtures("home")
def test_what_is_no_article_is_set_aside_and_unknown_ids_are_noted(seeds: Path) -> None:
    say(seeds, [FIRST], **{"article?": "no"})
    say(seeds, ["from-last-year"], outlet="Times")
    with open_corpus(seeds) as corpus:
        assert FIRST not in set(corpus.articles()["id"]) and len(corpus.articles()) == 2
        aside = corpus.set_aside()
        assert [row for row in aside["source"] if FIRST in row] and REFUSED in set(aside["why"])
        notes = corpus.problems()
        assert list(notes["source"]) == [FILE] and "from-last-year" in notes["what"].iloc[0]
        assert bool(notes["kept"].iloc[0])
    assert "from-last-year" in (seeds / FILE).read_text("utf-8-sig")


def test_corrections_of_one_file_lie_beside_it_and_say_nothing_of_its_neighbours(seeds: Path, home: Path) -> None:
    source = seeds / "000_138f315e1e6ba625.txt"
    assert corrections_target(source, home) == seeds / FILE
    say(seeds, [FIRST, "002_193852a74a979431-1"], outlet="Hamshahri")
    with open_corpus(source) as corpus:
        assert corpus.outlets() == ["Hamshahri"] and corpus.problems().empty


def test_where_the_folder_cannot_be_written_corrections_are_kept_at_home(
    seeds: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(seeds, [FIRST], outlet="Shared")
    monkeypatch.setattr("lib.store.kept.os.access", lambda *_: False)
    target = corrections_target(seeds, home)
    assert target.is_relative_to(home) and corrections_file(seeds, home) == seeds / FILE
    load(seeds / FILE).set([FIRST], {"outlet": "Mine"}, "2026-01-01T00:00:00.000Z").save(target)
    assert corrections_file(seeds, home) == target
    with open_corpus(seeds) as corpus:
        assert corpus.outlets() == ["Mine"]
