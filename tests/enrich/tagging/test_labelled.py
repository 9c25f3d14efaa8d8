"""Labelled sentences: three ways to write them down, and what is said of files that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lib.enrich.tagging.labelled import LabelError, Labelled, fingerprint, read_labels
from lib.enrich.tagging.measure import agreement, measured

TEXT = "Ann Lee left Oslo."
SPANS = ((0, 7, "person"), (13, 17, "place"))


def rows(path: Path, *given: object) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in given), encoding="utf-8")
    return path


def test_text_with_spans(tmp_path: Path) -> None:
    path = rows(tmp_path / "a.jsonl", {"language": "en", "text": TEXT, "spans": [SPANS[1], SPANS[0]]})
    assert read_labels(path, {}) == [Labelled("en", TEXT, SPANS)]


def test_spans_beside_a_text_that_is_kept_elsewhere(tmp_path: Path) -> None:
    here, gone = fingerprint(TEXT), fingerprint("another")
    path = rows(tmp_path / "a.jsonl", *({"language": "en", "sha256": sha, "spans": SPANS} for sha in (here, gone)))
    assert read_labels(path, {here: TEXT}) == [Labelled("en", TEXT, SPANS)]


def test_columns_give_the_outer_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Bank B-ORG\nof I-ORG\nOslo I-ORG B-GPE\nin O\nOslo B-GPE\n\nAnn B-PERS\n", encoding="utf-8")
    assert read_labels(path, {}, "en") == [
        Labelled("en", "Bank of Oslo in Oslo", ((0, 12, "organisation"), (16, 20, "place")), True),
        Labelled("en", "Ann", ((0, 3, "person"),), True),
    ]


@pytest.mark.parametrize(
    "row",
    [
        {"language": "en", "text": TEXT, "spans": [[0, 7, "animal"]]},
        {"language": "en", "text": TEXT, "spans": [[0, 99, "person"]]},
        {"language": "en", "text": TEXT, "spans": [[0, 7, "person"], [4, 9, "place"]]},
        {"language": "en", "text": TEXT, "spans": [[3, 3, "person"]]},
        {"text": TEXT, "spans": []},
        {"language": "en", "spans": []},
        {"language": "en", "text": TEXT},
        [],
    ],
)
def test_a_bad_line_is_named(row: object, tmp_path: Path) -> None:
    good = {"language": "en", "text": TEXT, "spans": []}
    with pytest.raises(LabelError, match=r"a\.jsonl, line 2"):
        read_labels(rows(tmp_path / "a.jsonl", good, row), {})


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match=r"gone\.txt"):
        read_labels(tmp_path / "gone.txt", {})


def test_scores_count_exact_spans_and_kinds() -> None:
    tally = measured(lambda *_: [SPANS[0], (13, 17, "person")], [Labelled("en", TEXT, SPANS)])
    assert tally.f1("en") == 0.5 and tally.f1("en", "place") == 0 and tally.f1("en", "organisation") == 1
    assert tally.f1("en", "person") == pytest.approx(2 / 3)


def test_agreement_looks_at_sentences_read_twice() -> None:
    first = [Labelled("en", TEXT, SPANS), Labelled("en", "Oslo", ((0, 4, "place"),))]
    assert agreement(first, [Labelled("en", TEXT, SPANS[:1])]).f1("en") == pytest.approx(2 / 3)
