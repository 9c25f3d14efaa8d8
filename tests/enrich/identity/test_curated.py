"""The reader's own list: each cell understood or told, the last word holding, circles refused, files kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.enrich.actors import find_actors, load_gazetteer
from lib.enrich.identity import changes
from lib.enrich.identity.curated import Curated, load, read
from lib.enrich.identity.overlay import Found, Overlay, overlay
from lib.enrich.identity.rows import FILE
from lib.model import Actor

HEAD = "key,kind,en,fa,ar,aliases,merged_into,split_from,apart_from,hidden,note,changed\n"


def listed(rows: str) -> Curated:
    return read((HEAD + rows).encode())


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",person,,,,,,,,,,", "names no actor"),
        ("a,spirit,,,,,,,,,,", "no kind"),
        ("a,,,,,,a,,,,,", "merged into itself"),
        ("a,,,,,,,b,,,,", "spellings that are split off"),
        ("a,,,,,!!!,,,,,,", "has no letters"),
        ("a,,,,,,,,,perhaps,,", "write yes or no"),
        ("a|b,,,,,,,,,yes,,", "no key"),
    ],
)
def test_what_makes_no_sense_is_told_with_its_row(row: str, said: str) -> None:
    found = listed("ok,,,,,,fine,,,,,\n" + row + "\n")
    assert [(each.source, each.where) for each in found.problems] == [(FILE, "row 3")]
    assert said in found.problems[0].what
    assert found.standing.parents == {"ok": "fine"}


def test_chains_are_followed_and_circles_refused() -> None:
    found = listed("a,,,,,,b,,,,,\nb,,,,,,c,,,,,\nc,,,,,,a,,,,,\nd,,,,,,a,,,,,\n")
    assert {key: found.standing.root(key) for key in "abcd"} == dict.fromkeys("abcd", "c")
    assert [each.where for each in found.problems] == ["row 4"] and "circle" in found.problems[0].what


def test_the_last_word_holds_and_a_dash_takes_back() -> None:
    rows = "a,,One,,,x|y,b,,,yes,,\na,person,Two,,,z,c,,,no,,\na,,,,,-|w,-,,,,,\na,,-,یک,,,,,,,,\n"
    standing = listed(rows).standing
    assert standing.parents == {} and standing.alone == {"a"} and standing.hidden == set()
    assert standing.names == {"a": {"fa": "یک"}} and standing.kinds == {"a": "person"}
    assert standing.aliases == {"a": ("w",)}


def test_a_file_edited_by_hand_keeps_its_form(tmp_path: Path) -> None:
    path = tmp_path / FILE
    text = "# shared with the desk\r\nactor;name_en;colour;merged_into\r\nx;=Ex;red;y\r\n"
    path.write_bytes(text.encode())
    known = load(path)
    assert known.standing.parents == {"x": "y"} and known.rows[0].names == {"en": "=Ex"}
    known.with_rows([{"key": "z", "hidden": "yes"}], "2026-01-01T00:00:00Z").save(path)
    written = path.read_text("utf-8-sig").splitlines()
    assert written[:2] == ["# shared with the desk", "actor;name_en;colour;merged_into;key;hidden;changed"]
    assert written[2].startswith("x;'=Ex;red;y")
    again = load(path)
    assert again.standing.hidden == {"z"} and again.standing.parents == {"x": "y"}
    again.undo("2026-01-01T00:00:00Z").save(path)
    assert load(path).standing.hidden == set() and load(path).standing.parents == {"x": "y"}


def test_only_what_is_looked_for_makes_a_reading_old() -> None:
    none = listed("a,,,,,,b,,,yes,,\nc,,Renamed,,,,,,,,,\nn,person,,,,x,,a,,,,\nd,state,,,,,,,,,,\n")
    assert none.stamp() == b"" and list(none.wanted()) == []
    some = listed("a,,,,,Abu A,,,,,,\nn,person,New Name,,,,,,,,,\n")
    assert [row["key"] for row in some.wanted()] == ["n", "a"] and some.stamp()


def test_the_log_tells_each_change_once() -> None:
    known = Curated().with_rows([{"key": "a", "merged_into": "b"}, {"key": "c", "merged_into": "b"}], "1")
    known = known.with_rows([{"key": "d", "hidden": "yes"}], "2")
    assert [(each.when, len(each.rows)) for each in known.log()] == [("2", 1), ("1", 2)]
    assert known.undo("1").standing.parents == {} and known.undo("1").standing.hidden == {"d"}


def test_a_list_goes_to_another_corpus_and_what_differs_is_told() -> None:
    mine = listed("a,,Mine,,,,,,,,,\nb,,,,,,c,,,,,\n")
    theirs = listed("a,,Other,,,,,,,,,\na,,Theirs,,,,,,,,,\nb,,,,,,c,,,,note,\nd,,,,,,,,,yes,,\n")
    both, differing = changes.union(mine, theirs, prefer_theirs=False, when="1")
    assert differing == [("a", "en", "Mine", "Theirs")]
    assert both.standing.names["a"]["en"] == "Mine" and both.standing.hidden == {"d"} and len(both.rows) == 3
    assert changes.union(mine, theirs, True, "1")[0].standing.names["a"]["en"] == "Theirs"
    assert changes.union(both, theirs, False, "2")[0] == both


def test_merging_into_what_was_merged_turns_the_arrow() -> None:
    known = Curated().with_rows([{"key": "a", "merged_into": "b"}], "1")
    turned = known.with_rows(changes.merge(known, ["b"], "a"), "2")
    assert turned.standing.parents == {"b": "a"} and turned.problems == []


def test_the_users_spelling_wins_over_the_list(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text(HEAD + "my-iran,group,My Group,,,ایران|گروه من,,,,,,\nunknown,,,,,کسی,,,,,,\n", "utf-8")
    mentions = find_actors({"text": "ایران و گروه من و کسی"}, "fa", load_gazetteer(path))
    assert [(each.surface, each.actor, each.by) for each in mentions] == [
        ("ایران", "my-iran", "user"),
        ("گروه من", "my-iran", "user"),
    ]
    path.write_text(HEAD + "iran,,,,,سرزمین شیر,,,,,,\n", "utf-8")
    mentions = find_actors({"text": "ایران سرزمین شیر"}, "fa", load_gazetteer(path))
    assert [(each.actor, each.by) for each in mentions] == [("iran", "list"), ("iran", "user")]
    assert load_gazetteer(path).actor("iran").origin == "list"


def people(*keys: str, listed: tuple[str, ...] = ()) -> Found:
    known = {k: Actor(k, "person", {"en": k}, (), None, "list" if k in listed else "found") for k in keys}
    pairs = [(a, b) for a in keys for b in keys if a < b]
    return Found(known, dict.fromkeys(keys, 1), pairs)


def test_one_name_never_joins_two_people_of_the_list() -> None:
    found = overlay(Curated(), people("x", "y", "z", listed=("x", "z")))
    assert found.into == {"y": "x"} and found.automatic == {"y"}


def test_the_readers_word_comes_before_likeness() -> None:
    three = people("x", "y", "z")
    assert set(overlay(Curated(), three).into) == {"y", "z"}
    assert overlay(listed("y,,,,,,-,,,,,\n"), three).into == {"z": "x"}
    assert overlay(listed("x,,,,,,,,z,,,\n"), three).into == {"y": "x"}
    assert overlay(listed("x,,,,,,,,,yes,,\n"), three).into == {"z": "y"}
    assert overlay(listed("x,,,,,,w,,,,,\n"), three).into == dict.fromkeys("xyz", "w")


def test_lists_that_count_alike_have_one_fingerprint() -> None:
    plain = Overlay(into={"a": "b"}, hidden=frozenset("c"))
    assert plain.fingerprint == Overlay(into={"a": "b"}, hidden=frozenset("c"), automatic=frozenset("a")).fingerprint
    others = (Overlay(), Overlay(into={"a": "b"}), Overlay(into={"a": "b"}, surfaces={("c", "C"): "d"}))
    assert len({plain.fingerprint, *(each.fingerprint for each in others)}) == 4
