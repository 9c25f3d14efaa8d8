"""Mentions of an export cover whole written words where particles are written together with names."""

from __future__ import annotations

import pytest

from lib.export.spans import whole_words
from lib.model import Mention


def mention(text: str, surface: str, after: int = 0) -> Mention:
    start = text.index(surface, after)
    return Mention("text", start, start + len(surface), surface, surface, "state", "actor", "list")


@pytest.mark.parametrize(
    ("language", "text", "named", "covered"),
    [
        ("ar", "قال وزير خارجية لبنان وإيران", ["لبنان", "إيران"], ["لبنان", "وإيران"]),
        ("ar", "للسعودية دور", ["لسعودية"], ["للسعودية"]),
        ("ar", "زار «بغداد»", ["بغداد"], ["بغداد"]),
        ("ar", "إيران", ["إيران"], ["إيران"]),
        ("fa", "نایران", ["ایران"], ["ایران"]),
        ("he", "בישראל", ["ישראל"], ["בישראל"]),
        ("ar", "مصروإيران", ["مصر", "إيران"], ["مصر", "إيران"]),
    ],
)
def test_whole_words(language: str, text: str, named: list[str], covered: list[str]) -> None:
    found = list(whole_words([mention(text, each) for each in named], {"text": text, "title": ""}, language))
    assert [each.surface for each in found] == covered
    assert all(text[each.start : each.end] == each.surface for each in found)
    assert [each.actor for each in found] == named


def test_parts_do_not_mix() -> None:
    title = Mention("title", 1, 6, "إيران", "iran", "state", "actor", "list")
    body = Mention("text", 2, 7, "إيران", "iran", "state", "actor", "list")
    found = list(whole_words([title, body], {"title": "وإيران", "text": "ف إيران"}, "ar"))
    assert [(each.part, each.start, each.surface) for each in found] == [("title", 0, "وإيران"), ("text", 2, "إيران")]
