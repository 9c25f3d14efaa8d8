"""People on no list, agencies that are only quoted, guards, and what Arabic writes onto a name."""

from __future__ import annotations

import pytest

from lib.enrich.actors import find_actors, found_actors, load_gazetteer
from lib.enrich.actors.keys import found_key, slug
from lib.enrich.actors.names import surnames
from lib.enrich.actors.proclitics import peeled
from lib.model import Mention


def mentions(text: str, language: str) -> list[Mention]:
    return find_actors({"text": text}, language, load_gazetteer())


INTRODUCED = [
    ("fa", "آقای حسن میرمعزی گفت", ["حسن میرمعزی"]),
    ("fa", "به گفته رضا دلاورزاده، سخنگوی اتحادیه", ["رضا دلاورزاده"]),
    ("fa", "حسن و رضا آمدند.", []),
    ("ar", "وقال الدكتور أحمد الجبلاوي أمس", ["أحمد الجبلاوي"]),
    ("ar", "فاز الفريق على ضيفه", []),
    ("en", "General Bob Sandwell left.", ["Bob Sandwell"]),
    ("en", "He met Mohammad Sandwell, head of the union.", ["Mohammad Sandwell"]),
    ("en", "Bob Sandwell left.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), INTRODUCED)
def test_people_that_the_text_introduces(language: str, text: str, expected: list[str]) -> None:
    assert [mention.surface for mention in mentions(text, language) if mention.by == "rule"] == expected


def test_a_person_found_is_an_actor_and_owns_the_family_name() -> None:
    found = mentions("Mr Bob Sandwell came. Sandwell left.", "en")
    assert [(mention.surface, mention.by) for mention in found] == [("Bob Sandwell", "rule"), ("Sandwell", "surname")]
    actors = found_actors(found)
    assert [(actor.key, actor.names["en"], actor.origin) for actor in actors] == [
        ("found-bob-sandwell", "Bob Sandwell", "found")
    ]


ROLES = [
    ("fa", "به گزارش رویترز، مذاکره شد.", "reuters", "cited source"),
    ("fa", "دفتر رویترز بسته شد.", "reuters", "actor"),
    ("ar", "نقلت رويترز عن مسؤول", "reuters", "cited source"),
    ("ar", "أغلقت السلطات مكتب رويترز", "reuters", "actor"),
    ("en", "an official told Reuters", "reuters", "cited source"),
    ("en", "Reuters reported on Friday", "reuters", "cited source"),
    ("en", "Police raided the Reuters bureau", "reuters", "actor"),
    ("en", "BERLIN (dpa) - The minister", "deutsche-presse-agentur", "cited source"),
]


@pytest.mark.parametrize(("language", "text", "actor", "role"), ROLES)
def test_agencies_that_are_only_quoted(language: str, text: str, actor: str, role: str) -> None:
    assert [(mention.actor, mention.role) for mention in mentions(text, language) if mention.actor == actor] == [
        (actor, role)
    ]


GUARDED = [
    ("fa", "نیروها در مالی ماندند.", ["mali"]),
    ("fa", "بازار مالی رشد کرد.", []),
    ("ar", "كيف حدث ذلك؟", []),
    ("ar", "اجتمعوا في عمان بحضور ملك الأردن", ["amman", "jordan"]),
    ("ar", "سلطنة عمان ترحب", ["oman"]),
    ("ar", "مدينة كبيرة في العالم", []),
    ("fa", "وزارت نفت هند گفت", ["india"]),
    ("fa", "وزارت نفت گفت", ["ministry-of-petroleum-of-iran"]),
    ("en", "a jersey for us", []),
    ("fa", "مذاکرات گروه ۱+۵ در ۱۵ مهر", ["p5-plus-1"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), GUARDED)
def test_guards(language: str, text: str, expected: list[str]) -> None:
    assert [mention.actor for mention in mentions(text, language)] == expected


def test_captions_are_a_part_of_their_own() -> None:
    found = find_actors({"title": "ایران", "text": "عراق", "caption": "عباس عراقچی"}, "fa", load_gazetteer())
    assert [(mention.part, mention.actor) for mention in found] == [
        ("title", "iran"),
        ("text", "iraq"),
        ("caption", "abbas-araghchi"),
    ]


def test_names_of_other_languages_hold_in_documents_of_those() -> None:
    assert [mention.actor for mention in mentions("Mısır'ın başkenti", "tr")] == ["egypt"]
    assert [mention.actor for mention in mentions("מדינה בישראל", "he")] == ["israel"]
    assert mentions("Mısır", "en") == []


def test_two_of_one_family_name_are_told_apart_by_the_nearest_full_name() -> None:
    text = "صادق لاریجانی آمد. محمدجواد لاریجانی رفت. حسن خمینی گفت و سید احمد خاتمی و محمد خاتمی. خاتمی ماند."
    assert mentions(text, "fa")[-1].actor == "mohammad-khatami"


def test_keys_and_forms() -> None:
    assert slug("Recep Tayyip Erdoğan") == "recep-tayyip-erdogan"
    assert found_key(("علی", "رضایی")) == "found-علی-رضایی"
    assert surnames(("محمد", "بن", "سلمان")) == (("بن", "سلمان"), ("بنسلمان",))
    assert surnames(("بدر", "البوسعیدی")) == (("البوسعیدی",), ("بوسعیدی",))
    assert (2, "السعودیه") in peeled("للسعودیه")
