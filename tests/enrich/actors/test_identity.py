"""Names on no list across scripts: who is joined, who is not, and that nobody joins two people of the list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.enrich.actors.identity import Heard, Name, index, listed_names, merges
from lib.enrich.actors.skeleton import bones, forget, likeness, sounds
from lib.enrich.actors.words import name_words
from lib.model import Actor


def name(text: str, *languages: str) -> Name:
    words = name_words(text)
    return Name("found-" + "-".join(words), words, frozenset(languages))


SAME = [
    ("غلامرضا دلاورزاده", "Gholamreza Delavarzadeh"),
    ("بهروز کمالوندی", "Behrouz Kamalvandi"),
    ("عبد الرحمن القحطاني", "Abdulrahman al-Qahtani"),
    ("يوسف العتيبة", "Yousef Otaiba"),
    ("خورشید محمود قصوری", "Khurshid Mahmud Kasuri"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_name_in_two_scripts_is_one(one: str, other: str) -> None:
    a, b = name(one, "fa"), name(other, "en")
    assert merges([a, b], index([])) == {b.key: a.key}


def test_persian_and_arabic_spellings_join() -> None:
    a, b = name("بهروز چنگیزی", "fa"), name("بهروز جنكيزي", "ar")
    assert merges([a, b], index([])) == {b.key: a.key}


OTHERS = [
    (("رضا کریمی", "fa"), ("رضا اکرمی", "fa")),
    (("حسن رضایی", "fa"), ("Hossein Rezaei", "en")),
    (("نوریان", "fa"), ("Nourian", "en")),
    (("Jon Smithson", "en"), ("John Smithson", "en")),
]


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_others_stay_apart(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert merges([name(*one), name(*other)], index([])) == {}


def test_a_name_that_two_could_bear_joins_neither() -> None:
    twins = [name("سعید جلیلیان", "fa"), name("سعید جلالیان", "fa")]
    assert merges([*twins, name("Saeed Jalilian", "en")], index([])) in ({}, {"found-saeed-jalilian": twins[0].key})
    listed = index(
        listed_names([Actor("x", "person", {"fa": "سعد نوریان"}), Actor("y", "person", {"fa": "سعید نوریان"})])
    )
    assert merges([name("Saed Nourian", "en")], listed) == {}


def test_a_listed_person_is_joined_from_another_script_only() -> None:
    listed = index(listed_names([Actor("maryam-golshani", "person", {"fa": "مریم گلشنی"})]))
    latin, persian = name("Maryam Golshani", "en"), name("مریم گلشانی", "fa")
    assert merges([latin, persian], listed) == {latin.key: "maryam-golshani"}


def test_sounds() -> None:
    assert sounds("خامنهای") == "kAmnhAY"
    assert sounds("khamenei") == "kAmenY"
    assert bones(name_words("عباس عراقچی")) == bones(name_words("Abbas Araghchi")) == "bsrkj"


PARTS = ("رضا", "علی", "حسن", "حسین", "کریمی", "اکرمی", "Reza", "Ali", "Hasan", "Karimi", "Nouri")
NAMES = st.lists(st.sampled_from(PARTS), min_size=1, max_size=3)


@given(NAMES, NAMES)
def test_likeness_is_even_handed(one: list[str], other: list[str]) -> None:
    a, b = name_words(" ".join(one)), name_words(" ".join(other))
    assert likeness(a, a) == 1
    assert likeness(a, b) == pytest.approx(likeness(b, a))
    assert 0 <= likeness(a, b) <= 1


@given(NAMES, NAMES, st.sampled_from((0.5, 0.76, 0.84, 0.95)))
def test_what_is_alike_enough_is_told_exactly(one: list[str], other: list[str], floor: float) -> None:
    a, b = name_words(" ".join(one)), name_words(" ".join(other))
    exact, told = likeness(a, b), likeness(a, b, floor)
    assert told == exact if exact >= floor else told < floor


@given(st.lists(st.tuples(NAMES, st.sampled_from(("fa", "ar", "en"))), max_size=6))
def test_nobody_is_joined_twice_or_in_a_circle(drawn: list[tuple[list[str], str]]) -> None:
    found = list({each.key: each for words, language in drawn for each in [name(" ".join(words), language)]}.values())
    joined = merges(found, index([]))
    assert not set(joined) & set(joined.values())
    assert joined == merges(list(reversed(found)), index([]))


@given(st.data())
def test_names_that_come_and_go_are_joined_as_if_all_were_new(data: st.DataObject) -> None:
    pool = [
        ("سعید جلیلی", "fa"), ("سعيد جليلي", "ar"), ("Saeed Jalili", "en"), ("Said Jalili", "en"), ("ساعد جلیلی", "fa"),
        ("محمد رضا عارف", "fa"), ("Mohammad Reza Aref", "en"), ("محمد رضا عارف", "ar"), ("Mohamad Rida Aref", "en"),
        ("مریم گلشنی", "fa"), ("Maryam Golshani", "en"), ("مريم كلشني", "ar"), ("Maryam Golshan", "en"),
    ]  # fmt: skip
    listed = listed_names([Actor("maryam-golshani", "person", {"fa": "مریم گلشنی"})])
    before = Heard()
    for _ in range(3):
        words: dict[str, set[str]] = {}
        for text, language in data.draw(st.lists(st.sampled_from(pool), unique=True)):
            words.setdefault(text, set()).add(language)
        found = {each.key: each for text, languages in words.items() for each in [name(text, *sorted(languages))]}
        heard, afresh = Heard(), Heard()
        joined = merges(list(found.values()), index(listed, before, known=True), heard)
        assert joined == merges(list(found.values()), index(listed), afresh)
        assert heard.names == afresh.names
        before = heard


def test_what_was_remembered_of_names_is_let_go() -> None:
    assert bones(("saeed", "jalili")) and bones.cache_info().currsize
    forget()
    assert bones.cache_info().currsize == 0
