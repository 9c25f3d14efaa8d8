"""The sentences that were written before the rules: all read now, and the score kept above what is promised."""

from __future__ import annotations

import pytest

from tests.enrich.dates.held_out import Sentence, agrees, same_calendar, score, sentences

SENTENCES = sentences()


@pytest.mark.parametrize("sentence", SENTENCES, ids=range(len(SENTENCES)))
def test_every_sentence(sentence: Sentence) -> None:
    found = sentence.found()
    for mention in found:
        assert sentence.text[mention.start : mention.end] == mention.surface
        assert mention.rule
    for expected in sentence.dates:
        assert any(agrees(expected, mention) and same_calendar(expected, mention) for mention in found), found
    surplus = [mention for mention in found if not any(agrees(expected, mention) for expected in sentence.dates)]
    assert not surplus


def test_score() -> None:
    found = score(SENTENCES)
    assert found["F1"] >= 0.95 and found["F1_calendar"] >= 0.93 and found["negatives_clean"] == 1
