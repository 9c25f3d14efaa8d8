"""The state of a session as pure values: what a link says, what a change leaves, when the address counts."""

from __future__ import annotations

from datetime import date

import pytest

from lib.query.filters import Filters
from lib.query.view import View
from lib.views.state import KNOWN, State, from_outside, parse

FULL = State(
    Filters(
        languages=("fa",),
        actors=("iran", "tehran"),
        match="all",
        outlets=("Ham",),
        since=date(2020, 1, 1),
        until=date(2020, 2, 1),
        which="spoken",
        search="two words",
        duplicates=True,
        cited=True,
        captions=True,
        sets=("Exile",),
        tags=("to ask", "\u0645\u0647\u0645"),
        starred=True,
        estimated=True,
    ),
    View(
        ui="fa",
        granularity="month",
        calendar="jalali",
        split="actor",
        measure="mentions",
        style="lines",
        doc="a1",
        who="iran",
        form="ایران",
        sort="title",
        page=3,
        shown="original",
        layers="both",
        smooth=5,
        compare=("actor:iran", "q:two words"),
        hidden=("peaks",),
        peak="2020-01-01",
        part="chronology",
        order="time",
        kind="person",
        align="justified",
        spaces="source",
        unit="sentence",
        least=4,
        top=50,
        kinds=("person", "state"),
        pair=("iran", "tehran"),
    ),
)


def test_every_parameter_that_is_written_is_known() -> None:
    assert set(FULL.query()) <= KNOWN
    assert len(FULL.query()) == len(KNOWN) - 1  # all but the corpus, which only copied links carry


@pytest.mark.parametrize("state", [FULL, State(Filters(), View())])
def test_a_link_says_the_whole_state(state: State) -> None:
    assert parse(state.query()) == state


@pytest.mark.parametrize(
    ("query", "unread"),
    [
        ({}, []),
        ({"since": ["soon"]}, [("since", "soon")]),
        ({"ui": ["xx"], "by": ["month"]}, [("ui", "xx")]),
        ({"actors": ["iran"]}, [("actors", "iran")]),
        ({"utm_medium": ["mail"], "fbclid": ["x"]}, []),
        ({"corpus": ["abc"]}, []),
    ],
)
def test_what_means_nothing_is_kept_to_be_said(query: dict[str, list[str]], unread: list[tuple[str, str]]) -> None:
    assert parse(query).unread == unread


def test_the_corpus_a_link_was_made_for_is_read() -> None:
    assert parse({"corpus": ["abc"]}).made_for == "abc"


@pytest.mark.parametrize(
    ("changes", "page", "search"),
    [({"search": "x"}, 1, "x"), ({"sort": "title"}, 3, "two words"), ({"page": 2}, 2, "two words")],
)
def test_new_filters_begin_at_the_first_page(changes: dict[str, object], page: int, search: str) -> None:
    changed = FULL.changed(changes)
    assert (changed.view.page, changed.filters.search) == (page, search)


def test_a_change_ends_the_notices_of_the_link() -> None:
    state = parse({"since": ["soon"]})
    assert state.changed({"search": "x"}).unread == []


@pytest.mark.parametrize(
    ("query", "written", "switched", "outside"),
    [
        ({"q": ["a"]}, {"q": ["a"]}, False, False),  # what we wrote ourselves
        ({}, {"q": ["a"]}, False, True),  # back to before the filter
        ({}, {"q": ["a"]}, True, False),  # another page, opened without parameters
        ({"q": ["b"]}, {"q": ["a"]}, True, True),  # a link to another page
        ({"q": ["a"], "corpus": ["f"]}, {"q": ["a"]}, False, False),  # a copied link says its corpus besides
    ],
)
def test_from_outside(
    query: dict[str, list[str]], written: dict[str, list[str]], switched: bool, outside: bool
) -> None:
    assert from_outside(query, written, switched) is outside
