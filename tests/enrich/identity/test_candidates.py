"""Names that are one across scripts, and names that only look so."""

from __future__ import annotations

import pytest

from lib.enrich.identity.candidates import SURE, candidates
from lib.enrich.identity.sound import likeness
from lib.model import Actor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حسین امیرعبداللهیان", "Hossein Amir-Abdollahian"),
        ("محمد رضا عارف", "Mohammad Reza Aref"),
        ("محمود عباس", "Mahmoud Abbas"),
        ("عبد الفتاح السيسي", "Abdel Fattah al-Sisi"),
        ("مصطفى الكاظمي", "Mustafa al-Kazemi"),
        ("علی لاریجانی", "علي لاريجاني"),
        ("نیکول پاشینیان", "Nikol Pashinyan"),
        ("عبد الله", "عبدالله"),
        ("الکسی ناوالنی", "Alexei Navalny"),
    ],
)
def test_one_person_in_two_scripts(one: str, other: str) -> None:
    assert likeness(one, other) >= SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حسن رضایی", "Hossein Rezaei"),
        ("حسین رضایی", "Hassan Rezaei"),
        ("محمد کرمی", "Mohammad Karimi"),
        ("علی اکبری", "Ali Akbar"),
        ("دان ادواردز", "Donna Edwards"),
        ("مریم رجوی", "Massoud Rajavi"),
        ("سعید جلیلی", "Saadi Jalal"),
    ],
)
def test_two_people_who_sound_alike(one: str, other: str) -> None:
    assert likeness(one, other) < SURE


def found(key: str, name: str, origin: str = "found") -> Actor:
    language = "en" if name.isascii() else "fa"
    return Actor(key, "person", {language: name}, (), None, origin)  # type: ignore[arg-type]


def pairs(*actors: Actor) -> list[tuple[str, str, bool]]:
    return [(pair.a, pair.b, pair.sure) for pair in candidates(actors)]


def test_sure_doubtful_and_neither() -> None:
    aref = found("f1", "محمد رضا عارف")
    assert pairs(aref, found("f2", "Mohammad Reza Aref")) == [("f1", "f2", True)]
    assert pairs(aref, found("f2", "Mohamad Rida Aref")) == [("f1", "f2", False)]
    assert pairs(found("f1", "محمد جواد ظریف"), found("f2", "جواد ظریف")) == [("f1", "f2", False)]
    assert pairs(aref, found("f2", "Angela Merkel")) == []
    assert pairs(found("f1", "عارفیان"), found("f2", "Arefian")) == []


def test_the_list_is_told_apart_already() -> None:
    listed = found("l1", "Mohammad Reza Aref", "list"), found("l2", "Mohammadreza Aref", "list")
    assert pairs(*listed) == []
    # A name that may be either of two people of the list is joined with neither.
    assert [sure for *_, sure in pairs(*listed, found("f1", "محمد رضا عارف"))] == [False, False]
    assert pairs(listed[0], found("f1", "محمد رضا عارف")) == [("f1", "l1", True)]


def test_kinds_are_kept_apart() -> None:
    place = Actor("p", "place", {"en": "Mohammad Reza Aref"}, (), None, "found")
    assert pairs(found("f", "محمد رضا عارف"), place) == []
