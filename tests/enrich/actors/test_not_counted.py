"""What is named and yet no actor of the news: sources only quoted, lines that a site adds; and the tagger's place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.enrich.actors import find_actors, found_actors, load_gazetteer
from lib.enrich.actors.tagger import Tagged

CITED = [
    ("fa", "به نقل از خبرگزاری تسنیم، وزیر آمد.", "tasnim-news-agency", "cited source"),
    ("fa", "خبرگزاری تسنیم نوشت: وزیر آمد.", "tasnim-news-agency", "cited source"),
    ("fa", "مدیر خبرگزاری تسنیم بازداشت شد.", "tasnim-news-agency", "actor"),
    ("ar", "وفقا لوكالة رويترز فإن الوفد", "reuters", "cited source"),
    ("ar", "ذكرت وكالة تسنيم أن الوفد وصل", "tasnim-news-agency", "cited source"),
    ("ar", "اعتقلت الشرطة مراسل وكالة تسنيم", "tasnim-news-agency", "actor"),
    ("en", "according to the Tasnim news agency, he left", "tasnim-news-agency", "cited source"),
    ("en", "Tasnim news agency reported that he left", "tasnim-news-agency", "cited source"),
    ("en", "The court fined Tasnim for the article", "tasnim-news-agency", "actor"),
]


@pytest.mark.parametrize(("language", "text", "actor", "role"), CITED)
def test_sources(language: str, text: str, actor: str, role: str) -> None:
    found = find_actors({"text": text}, language, load_gazetteer())
    assert [mention.role for mention in found if mention.actor == actor] == [role]


IDLE = [
    ("en", "Iran agreed.\n\nFollow us on Twitter and Facebook\n", ["iran"]),
    ("en", "Iran agreed.\n\nReporting by Maryam Rajavi; editing by Donald Trump", ["iran"]),
    ("en", "Twitter fined Facebook over Iran.", ["twitter", "facebook", "iran"]),
    ("fa", "ایران پذیرفت.\n\nما را در تلگرام دنبال کنید", ["iran"]),
    ("fa", "تلگرام در ایران فیلتر شد.", ["telegram", "iran"]),
    ("ar", "وافقت إيران.\n\nتابعونا على فيسبوك وتويتر", ["iran"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), IDLE)
def test_lines_that_a_site_adds_are_not_counted(language: str, text: str, expected: list[str]) -> None:
    assert [mention.actor for mention in find_actors({"text": text}, language, load_gazetteer())] == expected


def test_a_tagger_is_asked_for_names_on_no_list() -> None:
    text = "Iran met Bob Sandwell of Snoozecorp in Zzyzx. Sandwell left."

    def tagger(text: str, _: str) -> list[Tagged]:
        def at(name: str) -> tuple[int, int]:
            return text.index(name), text.index(name) + len(name)

        return [
            Tagged(*at("Iran"), "place", 0.99),
            Tagged(*at("Bob Sandwell"), "person", 0.9),
            Tagged(*at("Snoozecorp"), "organisation", 0.7),
            Tagged(*at("Zzyzx"), "place", 0.2),
        ]

    found = find_actors({"text": text}, "en", replace(load_gazetteer(), tagger=tagger))
    assert [(mention.surface, mention.kind, mention.by) for mention in found] == [
        ("Iran", "state", "list"),
        ("Bob Sandwell", "person", "model"),
        ("Snoozecorp", "organisation", "model"),
        ("Sandwell", "person", "surname"),
    ]
    assert [(actor.key, actor.kind) for actor in found_actors(found)] == [
        ("found-bob-sandwell", "person"),
        ("found-snoozecorp", "organisation"),
    ]


def test_what_is_written_onto_a_tagged_name_stays_outside() -> None:
    text = "التقى وفد وسنوزكورب أمس"
    start = text.index("سنوزكورب")

    def tagger(_: str, __: str) -> list[Tagged]:
        return [Tagged(start, start + len("سنوزكورب"), "organisation", 0.9)]

    found = find_actors({"text": text}, "ar", replace(load_gazetteer(), tagger=tagger))
    assert [mention.surface for mention in found] == ["سنوزكورب"]
