"""The shipped tagger: exact places, hostile texts, several threads, and what happens without its file."""

from __future__ import annotations

import logging
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.enrich.actors import Gazetteer, find_actors, found_actors, load_gazetteer
from lib.enrich.actors.tagger import Tagged
from lib.enrich.tagging.store import ModelError, load
from lib.enrich.tagging.tagger import SHIPPED, equip, fields
from lib.model import Mention, Part

FA = "به گزارش خبرنگار ما، دکتر پرهام صبورانی از بیمارستان مهرگان ساری گفت: بیماران به شهر نوشهر رفتند."
AR = "وقال الدكتور سامر الحلواني إن شركة الأفق الجديد ستفتح فرعا في مدينة صفاقس، وأضاف الحلواني أن العمل بدأ."
EN = "Parham Saburani, a nurse from Sari, told the Mehregan Foundation that Lena Dorsett had left Oslo."


@pytest.fixture(scope="module")
def equipped() -> Gazetteer:
    return equip(load_gazetteer())


def ask(gazetteer: Gazetteer, text: str, language: str) -> list[Tagged]:
    assert gazetteer.tagger is not None
    return list(gazetteer.tagger(text, language))


def names(mentions: list[Mention]) -> list[tuple[str, str]]:
    return [(mention.surface, mention.kind) for mention in mentions]


@pytest.mark.parametrize(("text", "language"), [(FA, "fa"), (AR, "ar"), (EN, "en")])
def test_names_on_no_list_are_found(text: str, language: str, equipped: Gazetteer) -> None:
    mentions = find_actors({"text": text}, language, equipped)
    assert all(text[each.start : each.end] == each.surface for each in mentions)
    assert any(each.by == "model" for each in mentions)
    person = {"fa": "پرهام صبورانی", "ar": "سامر الحلواني", "en": "Lena Dorsett"}[language]
    assert (person, "person") in names(mentions)


def test_without_half_spaces_and_with_other_letters(equipped: Gazetteer) -> None:
    lost = FA.replace("\u200c", "").replace("ی", "ي").replace("ک", "ك")
    assert ("پرهام صبوراني", "person") in names(find_actors({"text": lost}, "fa", equipped))


def test_a_family_name_alone_is_the_person_that_the_tagger_saw(equipped: Gazetteer) -> None:
    mentions = [each for each in find_actors({"text": AR}, "ar", equipped) if each.surface.endswith("الحلواني")]
    assert len(mentions) == 2 and len({each.actor for each in mentions}) == 1


def test_found_actors_keep_the_kind_that_was_seen(equipped: Gazetteer) -> None:
    mentions = find_actors({"text": FA}, "fa", equipped)
    kinds = {actor.key: actor.kind for actor in found_actors(mentions)}
    assert kinds and all(kinds[each.actor] == each.kind for each in mentions if each.actor in kinds)


def test_the_list_decides_first() -> None:
    def everything(text: str, language: str) -> list[Tagged]:
        return [Tagged(0, len(text), "organisation", 1.0)] if language == "fa" else []

    gazetteer = replace(load_gazetteer(), tagger=everything)
    assert [(each.actor, each.by) for each in find_actors({"text": "ایران"}, "fa", gazetteer)] == [("iran", "list")]


def test_a_name_that_is_doubtful_is_left_alone() -> None:
    gazetteer = replace(load_gazetteer(), tagger=lambda *_: [Tagged(0, 5, "person", 0.2)])
    assert find_actors({"text": "پرهام"}, "fa", gazetteer) == []


def test_glued_particles_are_no_part_of_a_name() -> None:
    text = "وقال سامر إن وسامر وصل"
    gazetteer = replace(
        load_gazetteer(), tagger=lambda *_: [Tagged(5, 9, "person", 1.0), Tagged(14, 18, "person", 1.0)]
    )
    first, second = find_actors({"text": text}, "ar", gazetteer)
    assert first.surface == second.surface == "سامر" and first.actor == second.actor


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "\u202e\u2067علی\u2069\u202c \u200f\u200e",
        "ا" * 1_000_000,
        "a" * 1_000_000,
        "\u064b\u064c\u0640" * 500,
        "\ud800 علی \udfff",
        "!?." * 10_000,
        "\x00\x01 Ann \ufffe",
        "𝕬𝖓𝖓 ﷺ ﻟﻠﻪ",
    ],
)
@pytest.mark.parametrize("language", ["fa", "ar", "en", "und"])
def test_hostile_texts(text: str, language: str, equipped: Gazetteer) -> None:
    for tagged in ask(equipped, text, language):
        assert 0 <= tagged.start < tagged.end <= len(text) and 0 < tagged.confidence <= 1


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from([*(FA + AR + EN).split(), "\n", "،", "«", "»", "\u200c", "و"]), max_size=60))
def test_names_never_overlap(words: list[str]) -> None:
    text, gazetteer = " ".join(words), equip(load_gazetteer())
    for language in ("fa", "ar", "en"):
        free = 0
        for tagged in ask(gazetteer, text, language):
            assert free <= tagged.start < tagged.end <= len(text)
            free = tagged.end
        parts: dict[Part, str] = {"text": text}
        free = 0
        for mention in find_actors(parts, language, gazetteer):
            assert free <= mention.start and text[mention.start : mention.end] == mention.surface
            free = mention.end


def test_a_long_text_is_read_without_a_seam(equipped: Gazetteer) -> None:
    once = ask(equipped, FA + "\n", "fa")
    many = ask(equipped, (FA + "\n") * 400, "fa")
    inner = [tagged for tagged in many if 0 < tagged.start // (len(FA) + 1) < 399]
    found = {(t.start % (len(FA) + 1), t.kind) for t in inner}
    assert len(inner) == 398 * len(found) and {(t.start, t.kind) for t in once} & found


def test_several_threads_see_the_same(equipped: Gazetteer) -> None:
    texts = [(FA, "fa"), (AR, "ar"), (EN, "en")] * 20
    with ThreadPoolExecutor(4) as pool:
        seen = list(pool.map(lambda each: ask(equipped, *each), texts))
    assert seen == [ask(equipped, *each) for each in texts]


@pytest.mark.parametrize("damage", ["missing", "cut", "noise", "empty", "no words", "short field", "other field"])
def test_without_its_file_the_list_goes_on(damage: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "names.zip"
    with zipfile.ZipFile(SHIPPED) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    if damage == "cut":
        path.write_bytes(SHIPPED.read_bytes()[:100_000])
    elif damage == "noise":
        path.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 10)
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage != "missing":
        if damage == "no words":
            del members["fa.words.tsv"]
        else:
            members["fa.crfsuite"] = members["fa.crfsuite"][:999] if damage == "short field" else b"\0" * 999
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in members.items():
                archive.writestr(name, content)
    with pytest.raises(ModelError, match=r"names\.zip is (missing|damaged)\.$"):
        load(path)
    with caplog.at_level(logging.WARNING):
        gazetteer = equip(load_gazetteer(), path)
        equip(load_gazetteer(), path)
    assert gazetteer.tagger is None and len(caplog.records) == 1
    assert [each.actor for each in find_actors({"text": "ایران"}, "fa", gazetteer)] == ["iran"]


def test_another_version_is_told(tmp_path: Path) -> None:
    path = tmp_path / "names.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("format.json", '{"format": 99, "languages": []}')
    with pytest.raises(ModelError, match="another version"):
        load(path)


def test_the_file_is_read_once_and_only_when_asked() -> None:
    assert fields(SHIPPED) is fields(SHIPPED)
    assert load_gazetteer().tagger is None
    assert SHIPPED.stat().st_size < 25_000_000
