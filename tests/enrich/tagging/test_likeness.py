"""Words spelt like names and words spelt like others, told by the letters that stand in a row."""

from __future__ import annotations

from lib.enrich.tagging.likeness import grade, odds

NAMES = ("petrov", "petrova", "ivanov", "ivanova", "markov", "markova", "titov", "titova", "orlov", "orlova")
WORDS = ("reading", "walking", "singing", "running", "sitting", "standing", "talking", "moving", "thinking", "eating")


def test_letters_tell_names_from_words() -> None:
    known = odds(NAMES, WORDS)
    assert grade("karpov", known) > grade("swimming", known)
    assert int(grade("karpov", known)) >= 4 and int(grade("swimming", known)) <= 1


def test_nothing_is_said_of_what_was_never_seen() -> None:
    known = odds(NAMES, WORDS)
    assert grade("", known) == grade("ov", known) == grade("蒙古國", known) == ""
    assert grade("karpov", {}) == "" and odds((), WORDS) == odds(NAMES, ()) == {}
