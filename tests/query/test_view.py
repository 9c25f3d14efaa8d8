from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.model import KINDS
from lib.query.view import View

TEXT = st.text(st.characters(blacklist_categories=("Cc", "Cs")), max_size=20).map(str.strip)


@st.composite
def views(draw: st.DrawFn) -> View:
    return View(
        ui=draw(st.sampled_from(["en", "fa", "ar"])),
        granularity=draw(st.sampled_from(["", "day", "week", "month", "quarter", "year"])),
        calendar=draw(st.sampled_from(["gregorian", "jalali", "hijri"])),
        split=draw(st.sampled_from(["language", "outlet", "actor", "none"])),
        measure=draw(st.sampled_from(["articles", "share", "within", "mentions"])),
        style=draw(st.sampled_from(["bars", "lines", "multiples", "cloud"])),
        doc=draw(TEXT),
        who=draw(TEXT),
        sort=draw(st.sampled_from(["corpus", "newest", "oldest", "title", "longest"])),
        page=draw(st.integers(1, 999_999)),
        shown=draw(st.sampled_from(["cleaned", "original", "both"])),
        layers=draw(st.sampled_from(["one", "both"])),
        smooth=draw(st.sampled_from([1, 3, 5, 7, 9, 15, 31])),
        compare=tuple(draw(st.lists(TEXT.filter(bool).map("q:{}".format), max_size=6, unique=True))),
        hidden=tuple(draw(st.sets(st.sampled_from(["imprecise", "gaps", "peaks", "events"])))),
        peak=draw(st.sampled_from(["", "2020-02-29"])),
        part=draw(st.sampled_from(["chart", "chronology"])),
        order=draw(st.sampled_from(["most", "time"])),
        align=draw(st.sampled_from(["ragged", "justified"])),
        spaces=draw(st.sampled_from(["restored", "source"])),
        unit=draw(st.sampled_from(["article", "sentence"])),
        least=draw(st.integers(0, 999_999)),
        top=draw(st.sampled_from(range(10, 101, 10))),
        kinds=tuple(draw(st.sets(st.sampled_from(KINDS)))),
        pair=draw(st.sampled_from([(), ("iran", "tehran")])),
    )


@given(views())
def test_a_link_brings_the_same_view_back(view: View) -> None:
    assert View.read(view.to_query()) == (view, [])


def test_defaults_stay_out_of_the_link() -> None:
    assert View().to_query() == {}
    assert View(ui="fa", page=2).to_query() == {"ui": ["fa"], "page": ["2"]}
    assert View(calendar="jalali").to_query() == {"cal": ["jalali"]}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ui", "de"),
        ("by", "century"),
        ("cal", "julian"),
        ("split", "x"),
        ("page", "0"),
        ("page", "-1"),
        ("page", "1e9"),
        ("page", "\u06f2"),
        ("smooth", "4"),
        ("peak", "soon"),
        ("compare", "iran"),
        ("hide", "everything"),
        ("unit", "page"),
        ("least", "0"),
        ("top", "11"),
        ("kind", "thing"),
        ("pair", "iran"),
    ],
)
def test_what_is_not_offered_is_told(name: str, value: str) -> None:
    assert View.read({name: [value]}) == (View(), [(name, value)])


@given(st.dictionaries(st.text(max_size=6), st.lists(st.text(max_size=9), max_size=3)))
def test_any_link_is_read(query: dict[str, list[str]]) -> None:
    assert isinstance(View.from_query(query), View)
