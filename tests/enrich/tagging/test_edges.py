"""The edges of people's names: cut, joined, shortened and drawn out by what holds of all names."""

from __future__ import annotations

import pytest

from lib.enrich.actors.passage import passage
from lib.enrich.tagging.edges import Found, mended
from lib.enrich.tagging.features import Lore

GIVEN = frozenset(("رامي", "رامی"))
LORE = Lore({"سامر": (1, 1), "فاز": (2, 2)}, frozenset(("هالة", "هاله", "فان", "وليد")))


def people(text: str, language: str, *found: tuple[int, int]) -> list[str]:
    part = passage("text", text, language)
    names = mended([Found(first, after, "person", 0.9) for first, after in found], part, LORE, GIVEN)
    return [text[part.starts[each.first] : part.ends[each.after - 1]] for each in names]


@pytest.mark.parametrize(
    ("text", "language", "found", "names"),
    [
        ("سامر، رامي فاز", "ar", [(0, 2)], ["سامر", "رامي"]),
        ("سامر (رامي) فاز", "ar", [(0, 2)], ["سامر", "رامي"]),
        ("سامر وهالة", "ar", [(0, 2)], ["سامر", "وهالة"]),
        ("سامر وليد", "ar", [(0, 2)], ["سامر وليد"]),
        ("رامي دا فالكو فاز", "ar", [(0, 1), (1, 3)], ["رامي دا فالكو"]),
        ("رامي وسامر", "ar", [(0, 1), (1, 2)], ["رامي", "وسامر"]),
        ("فاز إدوين فان سار", "ar", [(1, 3)], ["إدوين فان سار"]),
        ("وصل رامي بن. ثم فاز", "ar", [(1, 3)], ["رامي بن"]),
        ("الأميرة هالة فاز", "ar", [(0, 2)], ["هالة"]),
        ("والدكتور سامر", "ar", [(0, 2)], ["سامر"]),
        ("قال ورامي بن فالكو إن", "ar", [(2, 4)], ["ورامي بن فالكو"]),
        ("قال أبو فالكو إن", "ar", [(1, 3)], ["أبو فالكو"]),
        ("وكان سامر بالله خليفة", "ar", [(1, 2)], ["سامر بالله"]),
        ("کامیار صبوران آمد", "fa", [(0, 1), (1, 2)], ["کامیار صبوران"]),
        ("دکتر کامیار صبوران", "fa", [(0, 3)], ["کامیار صبوران"]),
        ("Ann Lee, Bo Roe", "en", [(0, 4)], ["Ann Lee", "Bo Roe"]),
        ("J. R. Doe left", "en", [(0, 3)], ["J. R. Doe"]),
        ("Jan van Dorn", "en", [(0, 2)], ["Jan van Dorn"]),
    ],
)
def test_edges(text: str, language: str, found: list[tuple[int, int]], names: list[str]) -> None:
    assert people(text, language, *found) == names


def test_names_of_other_kinds_are_left_as_they_are() -> None:
    part = passage("text", "بنك سامر، رامي فاز", "ar")
    found = [Found(0, 3, "organisation", 0.9), Found(3, 4, "person", 0.9)]
    assert mended(found, part, LORE, GIVEN) == found


def test_nothing_is_made_of_nothing() -> None:
    assert mended([], passage("text", "", "ar"), LORE, GIVEN) == []


def test_doubtful_people_are_left_out() -> None:
    part = passage("text", "سامر فاز", "ar")
    assert mended([Found(0, 1, "person", 0.2), Found(1, 2, "place", 0.2)], part, LORE, GIVEN) == [
        Found(1, 2, "place", 0.2)
    ]


def test_a_name_is_never_drawn_over_the_next() -> None:
    part = passage("text", "رامي بن سامر", "ar")
    found = [Found(0, 2, "person", 0.9), Found(2, 3, "place", 0.9)]
    assert mended(found, part, LORE, GIVEN) == found
