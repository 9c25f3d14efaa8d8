"""From labelled sentences and plain text to a tagger: what `python -m lib train` does."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pycrfsuite

from lib.enrich.actors.gazetteer import Gazetteer
from lib.enrich.actors.passage import passage
from lib.enrich.tagging.clusters import Sizes, clusters
from lib.enrich.tagging.features import Lore, features, marks, sentences
from lib.enrich.tagging.labelled import LabelError, Labelled, fingerprint, lines_of, read_labels
from lib.enrich.tagging.likeness import odds
from lib.enrich.tagging.measure import Tally, measured
from lib.enrich.tagging.store import Model, Models
from lib.enrich.tagging.tagger import Field, NameTagger
from lib.enrich.tagging.tags import tags_of
from lib.text.fold import fold

Say = Callable[[str], None]
Source = tuple[str, Path]  # language, file
_ELSEWHERE = "other"


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train. `held`: per cent of sentences kept for measuring; `few` and `small`: how strongly weights are
    kept few and small (L1 and L2); `rounds`: at most so many steps."""

    seed: int = 1
    held: int = 15
    few: float = 0.05
    small: float = 0.05
    rounds: int = 80
    sizes: Sizes = field(default_factory=Sizes)


@dataclass(frozen=True, slots=True)
class Material:
    """What is learnt from: labelled sentences, plain text by language, parts of personal names."""

    labelled: Sequence[Labelled]
    lines: dict[str, list[str]]
    name_parts: frozenset[str]


def gather(labels: Sequence[Source], texts: Sequence[Source], names: Path | None) -> Material:
    """Read the files. Raises LabelError where one cannot be used."""
    lines: dict[str, list[str]] = defaultdict(list)
    try:
        for language, path in texts:
            lines[language] += lines_of([path])
        parts = frozenset(map(fold, lines_of([names]))) if names else frozenset[str]()
    except (OSError, UnicodeDecodeError) as error:
        raise LabelError(f"A text cannot be read: {error}") from error
    known = {fingerprint(line): line for each in lines.values() for line in each}
    labelled = [item for language, path in labels for item in read_labels(path, known, language)]
    if not any(item.spans for item in labelled):
        raise LabelError("There is no labelled name to learn from; stand-off labels need their sentences in --text.")
    return Material(labelled, dict(lines), parts)


def held_out(item: Labelled, share: int) -> bool:
    """Whether a sentence is kept for measuring: decided by its text, so that no run ever learns it."""
    return not item.words and int(fingerprint(item.text)[:8], 16) % 100 < share


def train(material: Material, plan: Plan, gazetteer: Gazetteer, say: Say) -> dict[str, Model]:
    """A tagger for each language of the labelled sentences."""
    models: dict[str, Model] = {}
    for language in sorted({item.language for item in material.labelled}):
        items = [item for item in material.labelled if item.language == language and not held_out(item, plan.held)]
        texts = material.lines.get(language) or [item.text for item in items]
        sizes = plan.sizes if language in material.lines else replace(plan.sizes, least=1)
        found = clusters(texts, language, np.random.default_rng(plan.seed), sizes)
        say(f"{language}: {len(found)} frequent words in clusters; learning from {len(items)} sentences")
        plain = [word for word in found if word not in material.name_parts]
        lore = Lore(found, material.name_parts, odds=odds(material.name_parts, plain))
        models[language] = Model(lore, *_learnt(items, lore, gazetteer, plan))
    return models


def _learnt(items: Sequence[Labelled], lore: Lore, gazetteer: Gazetteer, plan: Plan) -> tuple[bytes, frozenset[str]]:
    """The conditional random field of one language, as CRFsuite writes it, and the features that it kept."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for item in items:
        part = passage("text", item.text, item.language)
        words = [lore.word(part.text[start:end]) for start, end in zip(part.starts, part.ends, strict=True)]
        around = marks(part, gazetteer)
        if item.words:
            around = [[*each, _ELSEWHERE] for each in around]
        tags = tags_of(part, item.spans)
        for begin, end in sentences(part):
            trainer.append(features(words[begin:end], around[begin:end]), tags[begin:end])
    trainer.set_params({"c1": plan.few, "c2": plan.small, "max_iterations": plan.rounds})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "field.crfsuite"
        trainer.train(str(path))
        return path.read_bytes(), kept(path)


def kept(path: Path) -> frozenset[str]:
    """The features that a trained field asks for."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    names = frozenset(tagger.info().attributes)
    tagger.close()
    return names


def scores(models: Models, items: Sequence[Labelled], gazetteer: Gazetteer) -> Tally:
    """The tagger alone, without the list deciding first, against labelled sentences."""
    tagger = NameTagger({language: Field(model) for language, model in models.items()}, gazetteer)
    return measured(lambda text, language: [(t.start, t.end, t.kind) for t in tagger(text, language)], items)
