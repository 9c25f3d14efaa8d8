"""What a document names: whole documents in, (surface, actor, role, by) out."""

from __future__ import annotations

import pytest

from lib.enrich.actors import find_actors, load_gazetteer
from lib.model import Part

Row = tuple[str, str]


def named(text: str, language: str, title: str = "") -> list[Row]:
    parts: dict[Part, str] = {"title": title, "text": text}
    mentions = find_actors(parts, language, load_gazetteer())
    for mention in mentions:
        assert parts[mention.part][mention.start : mention.end] == mention.surface
    return [(mention.surface, mention.actor) for mention in mentions]


CASES: list[tuple[str, str, list[Row]]] = [
    ("fa", "مریم رجوی از آلبانی سخن گفت.", [("مریم رجوی", "maryam-rajavi"), ("آلبانی", "albania")]),
    ("fa", "به گفته ترامپ، مذاکره ادامه دارد.", [("ترامپ", "donald-trump")]),
    ("ar", "وقال ترامب إن بلاده مستعدة.", [("ترامب", "donald-trump")]),
    ("en", "Trump's envoy left.", [("Trump", "donald-trump")]),
    ("en", "That would trump everything.", []),
    ("ar", "التقى وفد وإيران مستعدة.", [("إيران", "iran")]),
    ("ar", "وصل إلى لبنان ولبنان صغير.", [("لبنان", "lebanon"), ("لبنان", "lebanon")]),
    ("ar", "نسبة للولايات المتحدة", [("للولايات المتحدة", "united-states")]),
    ("ar", "بالسعودية وفي السعودية", [("السعودية", "saudi-arabia"), ("السعودية", "saudi-arabia")]),
    ("en", "Tell us about it; the US said no.", [("US", "united-states")]),
    ("en", "The U.S. and the U.K. agreed.", [("U.S.", "united-states"), ("U.K.", "united-kingdom")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_names(language: str, text: str, expected: list[Row]) -> None:
    assert named(text, language) == expected


@pytest.mark.parametrize("spelling", ["حزبالله", "حزب\u200cالله", "حزب الله"])
def test_a_name_is_one_however_its_half_space_is_written(spelling: str) -> None:
    assert named(f"نیروهای {spelling} عقب نشستند.", "fa") == [(spelling, "hezbollah")]


def test_a_name_does_not_cross_lines() -> None:
    assert ("حزب\nالله", "hezbollah") not in named("این حزب\nالله می‌داند", "fa")


def test_family_names_follow_the_full_name_into_the_headline() -> None:
    found = named("عباس عراقچی گفت. بعد سلیمانی و قاسم سلیمانی آمدند.", "fa", "سلیمانی در سفر")
    assert found[0] == ("سلیمانی", "qasem-soleimani")
    assert ("سلیمانی", "qasem-soleimani") in found[1:]


def test_a_weak_family_name_alone_is_nobody() -> None:
    assert named("سلیمانی آمد.", "fa") == []


def test_another_given_name_is_another_person() -> None:
    assert named("حسن ترامپ آمد.", "fa") == []
