from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.i18n import catalogue
from lib.ingest.corrections import FILE, Corrections, load
from lib.query.articles import count
from lib.query.conservation import conservation
from lib.query.filters import Filters
from lib.query.parameters import MAX_VALUES
from lib.store.corpus import Corpus
from lib.text.bidi import isolate
from tests import corpora

WORDS = st.text(st.characters(blacklist_categories=("Cc", "Cs")), max_size=20).map(str.strip)
KEYS = st.lists(WORDS.filter(bool), unique=True, max_size=4).map(tuple)
DAYS = st.none() | st.dates()


@st.composite
def filters(draw: st.DrawFn) -> Filters:
    since, until = draw(DAYS), draw(DAYS)
    if since and until and since > until:
        since, until = until, since
    return Filters(
        languages=draw(KEYS),
        actors=draw(KEYS),
        match=draw(st.sampled_from(["any", "all"])),
        outlets=draw(KEYS),
        since=since,
        until=until,
        which=draw(st.sampled_from(["", "published", "spoken"])),
        search=draw(WORDS),
        duplicates=draw(st.booleans()),
        estimated=draw(st.booleans()),
        cited=draw(st.booleans()),
        captions=draw(st.booleans()),
        sets=draw(KEYS),
        tags=draw(KEYS),
        starred=draw(st.booleans()),
    )


@given(filters())
def test_a_link_brings_the_same_filters_back(asked: Filters) -> None:
    assert Filters.read(asked.to_query()) == (asked, [])


VALUES = st.text(max_size=30) | st.sampled_from(["2020-01-01", "2020-13-01", "spoken", "1", "all", "x" * 1000, "\x00"])
PARAMETERS = [
    "language",
    "actor",
    "match",
    "outlet",
    "since",
    "until",
    "which",
    "q",
    "dup",
    "set",
    "tag",
    "star",
    "est",
]
NAMES = st.sampled_from(PARAMETERS) | st.text(max_size=5)


@given(st.dictionaries(NAMES, VALUES | st.lists(VALUES, max_size=5)))
def test_any_link_is_read(query: dict[str, str | list[str]]) -> None:
    asked, unread = Filters.read(query)
    assert hash(asked) == hash(Filters.from_query(asked.to_query()))
    assert all(name in query for name, _ in unread)


@pytest.mark.parametrize(
    ("query", "asked", "unread"),
    [
        ({}, Filters(), []),
        ({"language": "fa"}, Filters(languages=("fa",)), []),
        ({"language": ["fa", "ar", "fa", " "]}, Filters(languages=("fa", "ar")), []),
        ({"since": ["2020-02-31"]}, Filters(), [("since", "2020-02-31")]),
        ({"since": ["20200201"], "until": ["2020-W05-1"]}, Filters(), [("since", "20200201"), ("until", "2020-W05-1")]),
        ({"since": ["\u06f2\u06f0\u06f2\u06f0-01-01"]}, Filters(), [("since", "\u06f2\u06f0\u06f2\u06f0-01-01")]),
        ({"since": "2020-02-03", "until": "2020-02-01"}, Filters(since=date(2020, 2, 1), until=date(2020, 2, 3)), []),
        ({"since": ["2020-01-01", "2020-01-02"]}, Filters(since=date(2020, 1, 1)), [("since", "2020-01-02")]),
        ({"which": "never", "match": "some"}, Filters(), [("match", "some"), ("which", "never")]),
        ({"dup": "1"}, Filters(duplicates=True), []),
        ({"dup": "yes"}, Filters(), [("dup", "yes")]),
        ({"star": "1", "tag": ["x", "y"], "set": "S"}, Filters(starred=True, tags=("x", "y"), sets=("S",)), []),
        ({"star": "yes", "set": "a\x00b"}, Filters(), [("set", "a\x00b"), ("star", "yes")]),
        ({"actor": ["a\x00b", "c"]}, Filters(actors=("c",)), [("actor", "a\x00b")]),
        ({"q": ["x" * 301]}, Filters(), [("q", "x" * 300)]),
        ({"other": ["kept elsewhere"]}, Filters(), []),
    ],
)
def test_what_cannot_be_read_is_told(
    query: dict[str, list[str]], asked: Filters, unread: list[tuple[str, str]]
) -> None:
    assert Filters.read(query) == (asked, unread)


def test_values_are_bounded() -> None:
    asked, unread = Filters.read({"actor": [f"a{n}" for n in range(MAX_VALUES + 7)]})
    assert len(asked.actors) == MAX_VALUES
    assert len(unread) == 7


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (Filters(), "a1 a2 a3 a4 a5 a6 a7 a8 a9"),
        (Filters(duplicates=True), "a1 a2 a3 a4 a5 a6 a7 a8 a9 a10"),
        (Filters(languages=("fa",)), "a1 a2 a3"),
        (Filters(languages=("ar", "ur")), "a4 a5 a8"),
        (Filters(outlets=("Sharq",)), "a4 a5"),
        (Filters(outlets=("-",)), "a3 a8 a9"),
        (Filters(outlets=("-",), duplicates=True), "a3 a8 a9 a10"),
        (Filters(actors=("maryam-rajavi",)), "a1 a2 a4 a6"),
        (Filters(actors=("maryam-rajavi", "donald-trump")), "a1 a2 a4 a5 a6"),
        (Filters(actors=("maryam-rajavi", "donald-trump"), match="all"), "a2 a6"),
        (Filters(actors=("iran", "iran"), match="all"), "a1 a2 a4 a6 a7 a8 a9"),
        (Filters(actors=("irna",)), ""),
        (Filters(actors=("nobody",)), ""),
        (Filters(search="ایران"), "a1 a2 a4 a8"),
        (Filters(search="  "), "a1 a2 a3 a4 a5 a6 a7 a8 a9"),
        (Filters(search="ایران", languages=("fa",)), "a1 a2"),
        (Filters(search="nothinglikeit"), ""),
        (Filters(since=date(2020, 7, 1)), "a1 a2 a4"),
        (Filters(until=date(2020, 6, 30)), "a5 a6 a8 a9"),
        (Filters(since=date(2020, 6, 2), until=date(2020, 7, 6)), "a1 a2"),
        (Filters(since=date(2020, 1, 1), until=date(2020, 12, 31)), "a1 a2 a4 a5 a6 a7 a8 a9"),
        (Filters(since=date(2020, 5, 1), until=date(2020, 7, 5), which="spoken"), "a1 a7"),
        (Filters(since=date(2020, 5, 2), which="spoken"), "a1 a4"),
        (Filters(since=date(2020, 8, 1), until=date(2020, 7, 1)), ""),
    ],
)
def test_filters_select(tiny: Corpus, asked: Filters, ids: str) -> None:
    found = asked.expression(tiny).order_by("rid").execute()
    assert list(found["id"]) == ids.split()
    assert {"rid", "id", "title", "language", "words", "since"} <= set(found.columns)


def test_the_corpus_chooses_the_kind_of_date(tiny: Corpus, undated: Corpus, empty: Corpus) -> None:
    assert [Filters().which_for(each) for each in (tiny, undated, empty)] == ["published", "spoken", "spoken"]
    assert Filters(which="published").which_for(undated) == "published"


def test_filters_say_themselves(tiny: Corpus) -> None:
    t = catalogue("en")
    asked = Filters(
        languages=("fa",),
        actors=("iran", "maryam-rajavi"),
        outlets=("-", "Ham"),
        since=date(2019, 11, 1),
        until=date(2019, 11, 30),
        which="spoken",
        search="اتفاق",
        duplicates=True,
    )
    assert asked.describe(t, tiny) == (
        f"Language: Persian · Actor: {isolate('Iran')} or {isolate('Maryam Rajavi')} · "
        f"Outlet: not known or {isolate('Ham')} · Period: 1 Nov 2019 \u2013 30 Nov 2019 (dates spoken of) · "
        f"Words: {isolate('اتفاق')} · Every telling of a story counted"
    )
    assert tuple(field for field, _ in asked.parts(t, tiny)) == asked.active
    for field in asked.active:
        assert field not in asked.without(field).active
        assert len(asked.without(field).active) == len(asked.active) - 1


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Filters(), "All articles"),
        (Filters(match="all", which="spoken"), "All articles"),
        (Filters(since=date(2020, 1, 2)), "Period: from 2 Jan 2020 (dates of publication)"),
        (Filters(until=date(2020, 1, 2), which="spoken"), "Period: until 2 Jan 2020 (dates spoken of)"),
        (Filters(languages=("fa", "ar", "und")), "Language: Persian or Arabic or Language not known"),
        (Filters(actors=("iran", "tehran"), match="all"), f"Actor: {isolate('Iran')} and {isolate('Tehran')}"),
        (Filters(actors=("no-such",)), f"Actor: {isolate('no-such')}"),
    ],
)
def test_words(tiny: Corpus, asked: Filters, words: str) -> None:
    assert asked.describe(catalogue("en"), tiny) == words


def test_actors_have_the_names_of_the_reader(tiny: Corpus) -> None:
    assert "مریم رجوی" in Filters(actors=("maryam-rajavi",)).describe(catalogue("fa"), tiny)


def test_what_the_corpus_does_not_know_is_told(tiny: Corpus) -> None:
    asked = Filters(languages=("fa", "xx"), actors=("iran", "zz"), outlets=("Ham", "-", "No Times"))
    assert asked.unknown(tiny) == [("language", "xx"), ("actor", "zz"), ("outlet", "No Times")]
    assert Filters().unknown(tiny) == []


def test_hostile_values_select_nothing_and_raise_nothing(hostile: Corpus) -> None:
    outlets = hostile.outlets()
    for outlet in outlets:
        assert len(Filters(outlets=(outlet,)).expression(hostile).execute()) == 1
    bad = "'; DROP TABLE articles; --"
    assert Filters(languages=(bad,), actors=(bad,), search=bad).expression(hostile).execute().empty


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The tiny corpus with labels, one of them on an article that is elsewhere."""
    folder = tmp_path_factory.mktemp("labelled")
    rows = "article,star,tags,sets\na1,yes,x,One\na2,,x; y,One; Two\na4,yes,y,\na10,yes,,One\nelsewhere,yes,x,One\n"
    (folder / FILE).write_text(rows, "utf-8")
    made = corpora.tiny(folder)
    return Corpus(made.generation, None, folder / FILE)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (Filters(starred=True), "a1 a4"),
        (Filters(starred=True, duplicates=True), "a1 a4 a10"),
        (Filters(tags=("x",)), "a1 a2"),
        (Filters(tags=("x", "y")), "a1 a2 a4"),
        (Filters(sets=("One",), tags=("y",)), "a2"),
        (Filters(sets=("Two",), starred=True), ""),
        (Filters(sets=("nothing",)), ""),
        (Filters(starred=True, languages=("ar",)), "a4"),
        (Filters(starred=True, search="\u0627\u06cc\u0631\u0627\u0646"), "a1 a4"),
    ],
)
def test_labels_select_and_the_rest_is_filtered_out(labelled: Corpus, asked: Filters, ids: str) -> None:
    found = asked.expression(labelled).order_by("rid").execute()
    assert list(found["id"]) == ids.split() and count(labelled, asked) == len(ids.split())
    counted = conservation(labelled, asked)
    assert (counted.total, counted.shown) == (10, len(ids.split()))


def test_labels_change_at_once(labelled: Corpus, tmp_path: Path) -> None:
    said = tmp_path / FILE
    corpus = Corpus(labelled.generation, None, said)
    assert count(corpus, Filters(sets=("Mine",))) == 0
    Corrections().set(["a3"], {"sets": "Mine"}, "2026").save(said)
    assert count(corpus, Filters(sets=("Mine",))) == 1
    load(said).undo(["a3"]).save(said)
    assert count(corpus, Filters(sets=("Mine",))) == 0


def test_labels_say_themselves_and_what_is_not_known(labelled: Corpus) -> None:
    asked = Filters(sets=("One", "Three"), tags=("x",), starred=True)
    said = f"Set: {isolate('One')} or {isolate('Three')} \u00b7 Tag: {isolate('x')} \u00b7 Starred"
    assert asked.describe(catalogue("en"), labelled) == said
    assert tuple(field for field, _ in asked.parts(catalogue("fa"), labelled)) == asked.active
    assert asked.unknown(labelled) == [("set", "Three")]
    assert asked.without("sets").without("tags").without("starred") == Filters()
