"""The shipped list, checked row by row: a bad row harms every corpus."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from lib.enrich.actors.gazetteer import (
    DATA,
    FILES,
    GUARDS,
    OFFICES,
    TITLES_OF,
    guards,
    namings,
    rows,
    spellings,
    split,
)
from lib.enrich.actors.keys import FOUND
from lib.enrich.actors.lexicon import case_of
from lib.enrich.actors.titles import entries, read_offices
from lib.enrich.actors.words import name_words
from lib.model import KINDS
from lib.text.fold import fold
from lib.text.stopwords import stop_words

ROWS = [(name, row) for name in FILES for row in rows(DATA / name)]
BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]")


def test_the_list_is_large_enough() -> None:
    assert len([row for name, row in ROWS if name == "actors.csv"]) >= 700
    assert len([row for _, row in ROWS if row["kind"] == "state"]) >= 195


def test_keys_are_unique_and_readable() -> None:
    keys = [row["key"] for _, row in ROWS]
    assert len(keys) == len(set(keys))
    assert [key for key in keys if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key) or key.startswith(FOUND)] == []


def test_every_row_has_a_kind_an_english_name_and_one_of_the_region() -> None:
    bad = [row["key"] for _, row in ROWS if row["kind"] not in KINDS or not row["en"] or not (row["fa"] or row["ar"])]
    assert bad == []


def test_names_are_clean() -> None:
    bad = []
    for _, row in ROWS:
        for spelling in spellings(row):
            name = spelling.name
            if name != name.strip() or BIDI.search(name) or not name_words(name) or re.search(r"[(){}\[\];*<>@]", name):
                bad.append((row["key"], name))
    assert bad == []


def test_wikidata_ids_are_ids_and_belong_to_one_actor() -> None:
    known = [row["wikidata"] for _, row in ROWS if row.get("wikidata")]
    assert all(re.fullmatch(r"Q\d+", identifier) for identifier in known)
    assert len(known) == len(set(known))


def test_no_spelling_means_two_actors_without_a_rule() -> None:
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, row in ROWS:
        for spelling in spellings(row):
            if spelling.anchored:
                continue
            exact = spelling.name if case_of(spelling.name) == "exact" else ""
            language = min(spelling.languages) if spelling.languages else ""
            bearers["".join(name_words(spelling.name)) + exact, language].add(row["key"])
    ruled = {"".join(words): {rule[0] for rule in rules} for words, rules in guards(DATA / GUARDS).items()}
    shared = {name: keys for name, keys in bearers.items() if len(keys) > 1}
    assert {name: keys for name, keys in shared.items() if len(keys - ruled.get(name[0], set())) > 1} == {}


def test_no_spelling_is_a_stop_word_without_a_guard() -> None:
    ruled = guards(DATA / GUARDS)
    bad = []
    for _, row in ROWS:
        for spelling in spellings(row):
            words = name_words(spelling.name)
            free = words not in ruled and not spelling.anchored and spelling.languages is None
            languages = ("en",) if spelling.name.isascii() else tuple({"fa", "ar"} - set(spelling.but or ()))
            common = any(set(words) <= stop_words(language) for language in languages)
            if free and common and case_of(spelling.name) == "any" and max(map(len, words)) > 3:
                bad.append((row["key"], spelling.name))
    assert bad == []


def test_family_names_of_the_second_list_never_stand_alone() -> None:
    bad = []
    for name, row in ROWS:
        if name == "persons.csv":
            bad += [(row["key"], spelling.name) for spelling in spellings(row) if len(name_words(spelling.name)) < 2]
    assert bad == []


@pytest.mark.parametrize("row", list(rows(DATA / GUARDS)), ids=lambda row: f"{row['alias']}-{row['key']}")
def test_guards_speak_of_spellings_in_the_list(row: dict[str, str]) -> None:
    known = {
        name_words(spelling.name) for _, actor in ROWS if actor["key"] == row["key"] for spelling in spellings(actor)
    }
    assert name_words(row["alias"]) in known
    assert all(re.fullmatch(r"«|>@state|[<>]?[^\s<>]+\*?", condition) for condition in split(row["needs"]))
    assert all(re.fullmatch(r"«|>@state|[<>]?[^\s<>]+\*?", condition) for condition in split(row["unless"]))


def common_words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    language = ""
    for line in (Path(__file__).parent / "data" / "common_words.txt").read_text("utf-8").splitlines():
        if line in ("fa", "ar", "en"):
            language = line
        elif not line.startswith("#"):
            found.setdefault(language, set()).update(fold(word) for word in line.split())
    return {language: frozenset(words) for language, words in found.items()}


def test_no_spelling_is_a_common_word_without_a_guard() -> None:
    ruled, common = guards(DATA / GUARDS), common_words()
    bad = []
    for _, row in ROWS:
        for spelling in spellings(row):
            words = name_words(spelling.name)
            if len(words) != 1 or words in ruled or spelling.anchored or spelling.languages or spelling.name.isupper():
                continue
            languages = {"en"} if spelling.name.isascii() else {"fa", "ar"} - set(spelling.but or ())
            bad += [(row["key"], spelling.name) for language in sorted(languages) if words[0] in common[language]]
    assert bad == []


def test_three_thousand_have_names_in_all_three_languages() -> None:
    whole = [row for _, row in ROWS if row["en"] and row["fa"] and row["ar"]]
    assert len([row for row in whole if row.get("source") != "pattern" and row["kind"] != "state"]) >= 3000
    assert len([row for row in whole if row["kind"] == "person"]) >= 1500


def test_every_row_says_where_it_comes_from() -> None:
    allowed = {"hand", "wikidata", "wikidata+hand", "geonames", "pattern"}
    assert {row["source"] for name, row in ROWS if name != "states.csv"} <= allowed


def test_the_readme_counts_right() -> None:
    text = (DATA / "actors.README.md").read_text("utf-8")
    for name in FILES:
        mine = [row for each, row in ROWS if each == name]
        whole = [row for row in mine if row["en"] and row["fa"] and row["ar"]]
        assert f"| `{name}` | {len(mine):,} | {len(whole):,} |" in text, name


def office_rows() -> list[dict[str, str]]:
    return list(rows(DATA / OFFICES))


def test_one_holder_at_a_time_and_all_of_them_on_the_list() -> None:
    people = {row["key"] for _, row in ROWS if row["kind"] == "person"}
    assert [row["holder"] for row in office_rows() if row["holder"] not in people] == []
    for office, terms in read_offices(DATA / OFFICES).terms.items():
        assert all(term.since <= term.until for term in terms), office
        assert all(one.until < other.since for one, other in pairwise(terms)), office


def test_a_term_ends_or_is_known_until_a_day() -> None:
    assert [row["office"] for row in office_rows() if bool(row["until"]) == bool(row["checked"])] == []


def test_every_office_has_a_title() -> None:
    titles = {entry.key for entry in entries(DATA / TITLES_OF, namings(DATA))}
    assert {row["office"] for row in office_rows()} - titles == set()


def test_a_capital_is_one_of_a_state() -> None:
    states = {row["key"] for _, row in ROWS if row["kind"] == "state"}
    capitals = [row["capital_of"] for _, row in ROWS if row.get("capital_of")]
    assert set(capitals) <= states
    assert len(capitals) == len(set(capitals))


def test_no_name_is_a_title() -> None:
    titles = {name_words(entry.alias) for entry in entries(DATA / TITLES_OF, namings(DATA))}
    people = [(row["key"], s.name) for _, row in ROWS if row["kind"] == "person" for s in spellings(row)]
    assert [each for each in people if name_words(each[1]) in titles] == []
