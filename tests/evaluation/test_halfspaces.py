"""Half-spaces found again, measured on sentences that had them: every place in the glued sentence is right or wrong."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from lib.text.halfspace import half_spaces

pytestmark = pytest.mark.heavy

GOLD = Path(__file__).parents[3] / "shared" / "eval" / "zwnj_restore" / "gold.jsonl"
JOINS_NOT = frozenset("اآدذرزژو")
FLOOR = {"precision": 0.9, "recall": 0.75}


def places(written: str) -> set[int]:
    """Where the half-spaces stand, counted in the sentence without them."""
    at, found = 0, set()
    for character in written:
        if character == "\u200c":
            found.add(at)
        else:
            at += 1
    return found


def scores(rows: list[dict[str, str]], seen: bool) -> dict[str, float]:
    """Precision, recall and F1; `seen`: only of half-spaces after letters that would join, which the eye can see."""
    counts: Counter[str] = Counter()
    for row in rows:
        glued = row["glued"]
        keep = [at for at in range(1, len(glued)) if not seen or glued[at - 1] not in JOINS_NOT]
        right, found = places(row["restored"]).intersection(keep), set(half_spaces(glued)).intersection(keep)
        counts.update(hit=len(right & found), found=len(found), right=len(right))
    precision, recall = counts["hit"] / counts["found"], counts["hit"] / counts["right"]
    return {"precision": precision, "recall": recall, "F1": 2 * precision * recall / (precision + recall)}


def test_half_spaces_are_found_again() -> None:
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    for seen in (False, True):
        found = scores(rows, seen)
        print(
            "half-spaces",
            "that can be seen" if seen else "all",
            {name: round(value, 3) for name, value in found.items()},
        )
        assert all(found[name] >= least for name, least in FLOOR.items())
