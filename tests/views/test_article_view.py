"""One article as HTML: direction, marks, what was removed, links, and nothing hostile."""

from __future__ import annotations

import re
from datetime import date

import pytest

from lib.i18n import catalogue
from lib.model import DateMention, Published
from lib.store.corpus import Corpus
from lib.text.calendar_names import DayWords
from lib.views.article_view import (
    Marking,
    date_words,
    document_html,
    facts_html,
    legend_html,
    original_html,
    published_words,
    source_html,
)
from tests.corpora import HOSTILE

EN = catalogue("en")
NAMES = {"maryam-rajavi": "Maryam Rajavi", "iran": "Iran", "tehran": "Tehran", "irna": "IRNA"}


def shown(corpus: Corpus, id: str, **how: object) -> str:
    document = corpus.document(id)
    assert document is not None
    return document_html(document, Marking(NAMES, EN, **how))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("id", "language", "direction"),
    [("a1", "fa", "rtl"), ("a4", "ar", "rtl"), ("a6", "en", "ltr"), ("a8", "ur", "rtl")],
)
def test_every_block_has_its_direction_and_language(tiny: Corpus, id: str, language: str, direction: str) -> None:
    html = shown(tiny, id)
    blocks = re.findall(r"<(?:p|h1)\b[^>]*>", html)
    assert blocks
    assert all(f'dir="{direction}"' in block and f'lang="{language}"' in block for block in blocks)


def test_an_article_without_a_title_says_so(tiny: Corpus) -> None:
    assert '<h1 dir="ltr" lang="en" class="headline untitled">Without a title</h1>' in shown(tiny, "a3")


def test_section_headline_paragraphs_and_captions_in_reading_order(tiny: Corpus) -> None:
    classes = re.findall(r"<(?:p|h1)\b[^>]*?(?:class=\"([\w-]+)\")?>", shown(tiny, "a1"))
    assert classes == ["section", "headline", "", "picture-caption"]


def test_actors_sources_and_dates_are_told_apart(tiny: Corpus) -> None:
    html = shown(tiny, "a1", clickable=True)
    assert re.search(r'<mark class="m person" title="[^"]*Maryam Rajavi[^"]*" data-actor="maryam-rajavi"', html)
    assert re.search(r'<mark class="m source" title="[^"]*quoted as a source', html)
    assert re.search(r'<mark class="m date" title="5 July 2020 \(Solar Hijri calendar\)">', html)


def test_chosen_actors_stand_out(tiny: Corpus) -> None:
    assert 'class="m person chosen"' in shown(tiny, "a1", chosen=("maryam-rajavi",))
    assert "chosen" not in shown(tiny, "a1", chosen=("iran-air",))


def test_captions_are_marked_in_their_own_places(tiny: Corpus) -> None:
    caption = re.search(r'class="picture-caption">(.*?)</p>', shown(tiny, "a1"))
    assert caption is not None
    assert re.sub(r"<[^>]*>", "", caption[1]) == "تصویر مریم رجوی"
    assert ">مریم رجوی</mark>" in caption[1]


def test_the_source_shows_what_was_removed(tiny: Corpus) -> None:
    document = tiny.document("a1")
    assert document is not None and document.raw is not None
    html = source_html(document, EN)
    assert "as-found" in html
    assert re.sub(r"<h1.*?</h1>|<[^>]*>", "", html) == re.sub(r"\n+", "", document.raw)
    assert "<del" in html


def test_the_legend_names_what_occurs_and_nothing_else(tiny: Corpus) -> None:
    document, plain = tiny.document("a1"), tiny.document("a3")
    assert document is not None and plain is not None
    legend = legend_html(document, EN)
    assert [word in legend for word in ("Person", "State", "Place", "Quoted as a source", "Date", "Group")] == [
        *[True] * 5,
        False,
    ]
    assert legend_html(plain, EN) == ""


def test_hostile_text_stays_text(hostile: Corpus) -> None:
    for number in range(len(HOSTILE)):
        document = hostile.document(f"h{number}&x={number}/../?#")
        assert document is not None
        article = document_html(document, Marking({}, EN, clickable=True))
        for html in (article, source_html(document, EN), facts_html(document, DayWords(EN))):
            tags = set(re.findall(r"</?([a-z0-9]+)", html))
            assert tags <= {"article", "p", "h1", "mark", "del", "br", "bdi"}
            assert "javascript:alert" not in re.sub(r">[^<]*<", "><", html)
        assert "\u202e" not in article


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://example.org/a?b=1&c", "example.org"),
        ("http://user@example.org:8080/", "example.org"),
        ("javascript:alert(1)", None),
        ("ftp://example.org", None),
        ("https://[bad", None),
        ("example.org/a", None),
        ("", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, host: str | None) -> None:
    html = original_html(url)
    if host is None:
        assert html == ""
    else:
        assert f">{host}</bdi></a>" in html
        assert 'rel="noopener noreferrer"' in html and 'target="_blank"' in html


DAY = date(2020, 7, 5)


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (Published(), "Day of publication not known"),
        (Published(DAY, DAY, "day"), "5 July 2020"),
        (Published(date(2020, 7, 1), date(2020, 7, 31), "month"), "July 2020"),
        (Published(date(2020, 1, 1), date(2020, 12, 31), "year"), "2020"),
        (Published(DAY, date(2020, 7, 9), "range"), "5 July 2020 to 9 July 2020"),
    ],
)
def test_published_words(published: Published, words: str) -> None:
    assert published_words(published, DayWords(EN)) == words


def test_a_gregorian_month_is_told_by_its_days_in_another_calendar() -> None:
    month = Published(date(2020, 7, 1), date(2020, 7, 31), "month")
    assert published_words(month, DayWords(EN, "jalali")) == "11 Tir 1399 to 10 Mordad 1399"
    assert published_words(Published(DAY, DAY, "day"), DayWords(EN, "hijri")) == "14 Dhu al-Qadah 1441"


@pytest.mark.parametrize(
    ("since", "until", "flags", "words"),
    [
        (DAY, DAY, (), "5 July 2020 (Solar Hijri calendar)"),
        (DAY, DAY, ("assumed-year", "conflict"),
         "5 July 2020 (Solar Hijri calendar, year assumed, weekday contradicts the date)"),
        (DAY, date(2020, 7, 9), (), "5 July 2020 to 9 July 2020 (Solar Hijri calendar)"),
        (None, None, (), "Date that cannot be worked out"),
    ],
)  # fmt: skip
def test_date_words(since: date | None, until: date | None, flags: tuple[str, ...], words: str) -> None:
    mention = DateMention("text", 0, 1, "x", since, until, "day", "jalali", "explicit", flags)
    assert date_words(mention, EN) == words
