"""What the card of the tagger says, measured again on the sentences that were held out. Only where `../shared` is."""

from __future__ import annotations

import pytest

from lib.enrich.actors import load_gazetteer
from lib.enrich.actors.gazetteer import DATA
from lib.enrich.tagging.labelled import Labelled, fingerprint, lines_of, read_labels
from lib.enrich.tagging.measure import ALL, agreement
from lib.enrich.tagging.store import load
from lib.enrich.tagging.tagger import SHIPPED
from lib.enrich.tagging.tags import KINDS
from lib.enrich.tagging.train import held_out, scores
from lib.settings import ROOT

pytestmark = pytest.mark.heavy

TEXT = ROOT.parent / "shared" / "train" / "text"
LANGUAGES = ("fa", "ar", "en")


def readings(name: str, language: str) -> list[Labelled]:
    known = {fingerprint(line): line for line in lines_of([TEXT / f"{language}.txt.gz"])}
    return read_labels(DATA / "ner" / f"{name}-{language}.jsonl", known)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_readings_agree(language: str) -> None:
    tally = agreement(readings("labels", language), second := readings("second", language))
    assert len(second) >= 300
    assert all(tally.f1(language, kind) >= 0.85 for kind in (*KINDS, ALL)), tally.lines()


@pytest.mark.parametrize(("language", "least"), [("fa", 0.8), ("ar", 0.7), ("en", 0.8)])
def test_names_in_sentences_held_out(language: str, least: float) -> None:
    held = [item for item in readings("labels", language) if held_out(item, 15)]
    tally = scores(load(SHIPPED), held, load_gazetteer())
    assert tally.f1(language) >= least, tally.lines()
