"""A small tagger that learns from a few sentences written for it, from files and by the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from lib.__main__ import main
from lib.enrich.actors import load_gazetteer
from lib.enrich.actors.tagger import SURE
from lib.enrich.tagging.clusters import Sizes, clusters
from lib.enrich.tagging.labelled import LabelError, Labelled
from lib.enrich.tagging.store import load, save
from lib.enrich.tagging.tagger import Field, NameTagger, equip
from lib.enrich.tagging.train import Material, Plan, gather, held_out, scores, train
from lib.text.fold import fold
from tests.enrich.tagging.sentences import FAMILY, PLAIN, labelled, write

TINY = Plan(held=0)
UNSEEN = [
    ("دکتر بهناز سپیدرو امروز به خانه برگشت.", [("بهناز سپیدرو", "person")]),
    ("شرکت ژرفاب کارخانه تازه‌ای ساخت.", [("ژرفاب", "organisation")]),
    ("مردم شهر ژرفاب جشن گرفتند.", [("ژرفاب", "place")]),
    (PLAIN[1], []),
]


def tagger(path: Path) -> NameTagger:
    return NameTagger({language: Field(model) for language, model in load(path).items()}, load_gazetteer())


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tagger") / "own.zip"
    save(train(Material(labelled(), {}, frozenset()), TINY, load_gazetteer(), lambda _: None), path)
    return path


@pytest.mark.parametrize(("text", "names"), UNSEEN)
def test_names_never_seen_are_found_by_what_stands_around_them(
    text: str, names: list[tuple[str, str]], trained: Path
) -> None:
    assert [(text[t.start : t.end], t.kind) for t in tagger(trained)(text, "fa")] == names


def test_the_same_seed_gives_the_same_bytes(trained: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.zip"
    save(train(Material(labelled(), {}, frozenset()), TINY, load_gazetteer(), lambda _: None), again)
    assert again.read_bytes() == trained.read_bytes()


def test_how_names_are_spelt_is_kept(trained: Path, tmp_path: Path) -> None:
    model = load(trained)["fa"]
    lore = replace(model.lore, name_parts=frozenset(("صبوران",)), odds={"^صب": 120, "ید$": -40})
    path = tmp_path / "spelt.zip"
    save({"fa": replace(model, lore=lore)}, path)
    assert load(path)["fa"].lore.odds == lore.odds


def test_letters_of_names_are_learnt_from_the_parts_of_names() -> None:
    parts = frozenset(fold(name) for name in FAMILY)
    model = train(Material(labelled(), {}, parts), TINY, load_gazetteer(), lambda _: None)["fa"]
    assert model.lore.odds and any(each.startswith("like") for each in model.telling)


def test_people_nearly_as_likely_as_not_are_found_too(trained: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    field = Field(load(trained)["fa"])
    rows = [["wدکتر", "first"], ["wناشناس"], ["wامروز"], ["wامد", "last"]]
    monkeypatch.setitem(SURE, "person", 1.0)
    likeliest = field.names(rows)
    monkeypatch.setitem(SURE, "person", 0.0)
    more = field.names(rows)
    assert set(likeliest) < set(more)
    assert all(each.kind == "person" and 0 <= each.sure <= 1 for each in set(more) - set(likeliest))


def test_from_files_by_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    labels, text, out = write(tmp_path / "labels.jsonl"), tmp_path / "news.txt", tmp_path / "own.zip"
    text.write_text("\n".join(item.text for item in labelled()), encoding="utf-8")
    names = tmp_path / "names.txt"
    names.write_text("کامیار\nنوشین\n", encoding="utf-8")
    arguments = ["train", str(labels), "--text", f"fa:{text}", "--names", str(names), "--out", str(out)]
    assert main([*arguments, "--held", "20"]) == 0
    assert capsys.readouterr().out.startswith("fa: person ")
    sentence = UNSEEN[0][0]
    found = equip(load_gazetteer(), out).tagger
    assert found is not None and [each.kind for each in found(sentence, "fa")] == ["person"]


def test_sentences_held_out_are_measured_and_not_learnt() -> None:
    items = [Labelled("en", f"Sentence number {number}", ()) for number in range(400)]
    held = [item for item in items if held_out(item, 15)]
    assert 30 < len(held) < 90 and not any(held_out(item, 0) for item in items)
    assert not held_out(Labelled("en", held[0].text, (), True), 15)


def test_the_measure_of_a_tagger_is_that_of_its_names(trained: Path) -> None:
    right = Labelled("fa", UNSEEN[0][0], ((5, 17, "person"),))
    wrong = Labelled("fa", UNSEEN[1][0], ((0, 4, "organisation"),))
    tally = scores(load(trained), [right, wrong], load_gazetteer())
    assert tally.f1("fa", "person") == 1 and tally.f1("fa", "organisation") == 0 and tally.f1("fa") == 0.5


def test_nothing_to_learn_from_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "labels.jsonl"
    empty.write_text("", encoding="utf-8")
    with pytest.raises(LabelError, match="no labelled name"):
        gather([("und", empty)], [], None)
    assert main(["train", str(empty), "--out", str(tmp_path / "own.zip")]) == 2
    assert "no labelled name" in capsys.readouterr().err
    with pytest.raises(LabelError, match=r"gone\.txt"):
        gather([("und", write(empty))], [("fa", tmp_path / "gone.txt")], None)


def test_words_among_the_same_neighbours_come_together() -> None:
    lines = [
        f"{first} {verb} {last} ." for first in ("ann", "ben", "cleo") for verb in ("saw", "met") for last in ("x", "y")
    ]
    found = clusters(lines, "en", np.random.default_rng(1), Sizes(least=1, numbers=3, fine=3, coarse=2))
    assert found["ann"][0] == found["ben"][0] == found["cleo"][0] != found["saw"][0] == found["met"][0]
    assert clusters(["one"], "en", np.random.default_rng(1), Sizes()) == {}
