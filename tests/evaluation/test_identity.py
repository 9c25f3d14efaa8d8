"""Names on no list across scripts: people of three languages among 500 others, none of them on a list."""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from lib.enrich.actors.identity import Name, index, merges
from lib.enrich.actors.words import name_words
from lib.settings import ROOT

pytestmark = pytest.mark.heavy

SHARED = ROOT.parent / "shared"
LANGUAGES = ("fa", "ar", "en")
OTHERS = 500


def people() -> list[dict[str, str]]:
    """The people of the set `names`, then others of whom one or two names are known."""
    lines = (SHARED / "eval" / "names" / "pairs.jsonl").read_text("utf-8").splitlines()
    pairs = [json.loads(line) for line in lines]
    known = {name for pair in pairs for name in (pair["fa"], pair["ar"], pair["en"]) if name}
    with (SHARED / "train" / "names" / "persons.csv").open(encoding="utf-8", newline="") as rows:
        others = [row for row in csv.DictReader(rows) if not known & {row["fa"], row["ar"], row["en"]}]
    chance = random.Random(20261125)
    return pairs + chance.sample([row for row in others if row["fa"] or row["ar"]], OTHERS)


def spellings() -> dict[str, tuple[Name, set[int]]]:
    """For every key a name, and the numbers of the people who bear it."""
    found: dict[str, tuple[Name, set[int]]] = {}
    for number, person in enumerate(people()):
        for language in LANGUAGES:
            words = name_words(person[language] or "")
            if not words:
                continue
            key = "found-" + "-".join(words)
            name, bearers = found.get(key, (Name(key, words), set()))
            found[key] = Name(key, words, name.languages | {language}), bearers | {number}
    return found


def test_automatic_merges_are_right() -> None:
    found = spellings()
    joined = merges([name for name, _ in found.values()], index([]))
    groups: dict[str, set[str]] = {}
    for key in found:
        groups.setdefault(joined.get(key, key), set()).add(key)
    said = [pair for group in groups.values() for pair in combinations(sorted(group), 2)]
    right = sum(bool(found[one][1] & found[other][1]) for one, other in said)
    true = sum(
        bool(found[one][1] & found[other][1]) and len(found[one][0].words) > 1 and len(found[other][0].words) > 1
        for one, other in combinations(sorted(found), 2)
    )
    precision, recall = right / len(said), right / true
    f1 = 2 * precision * recall / (precision + recall)
    print(f"\nmerges {len(said)} of {true}: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")
    assert precision >= 0.99
    assert f1 >= 0.85


def test_names_are_found_and_linked(tmp_path: Path) -> None:
    data = SHARED / "eval" / "names"
    export = [sys.executable, "-m", "lib", "export", str(data / "input.jsonl"), "--out", str(tmp_path / "out")]
    subprocess.run(export, cwd=ROOT, check=True, capture_output=True)
    score = [
        sys.executable,
        str(SHARED / "eval" / "score.py"),
        "names",
        str(tmp_path / "out"),
        str(data / "gold.jsonl"),
    ]
    said = subprocess.run([*score, "--json"], check=True, capture_output=True, text=True).stdout.splitlines()[-1]
    values = json.loads(said)
    print(said)
    assert values["F1_exact"] >= 0.9
    assert values["link_cross_F1"] >= 0.9
