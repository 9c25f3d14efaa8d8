"""Labelled sentences from files: text with spans, spans beside a text that is kept elsewhere, or words with tags.

A line of JSON Lines is `{"language": "fa", "text": "…", "spans": [[0, 5, "person"]]}`, or has `sha256`, the
fingerprint of the sentence, instead of `text`; the sentence is then looked up in plain text files, one sentence a line.
Any other file is read as columns: a word and its tag (`B-PER`, `I-LOC`, `O`, several where names nest), an empty line
between sentences.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lib.enrich.tagging.tags import KINDS

Span = tuple[int, int, str]
_TAGS = {
    "PER": "person", "PERS": "person", "ORG": "organisation", "POG": "organisation", "LOC": "place", "GPE": "place",
    "FAC": "place",
}  # fmt: skip


class LabelError(ValueError):
    """A file of labels that cannot be used, in a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence and the names in it. `words`: only whole words are marked, glued particles included."""

    language: str
    text: str
    spans: tuple[Span, ...]
    words: bool = False


def fingerprint(sentence: str) -> str:
    """What stands for a sentence whose text is not kept."""
    return hashlib.sha256(sentence.encode()).hexdigest()


def lines_of(paths: Iterable[Path]) -> Iterator[str]:
    """The lines of plain or gzip files."""
    for path in paths:
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as file:
            for line in file:
                if line.strip():
                    yield line.rstrip("\n")


def read_labels(path: Path, texts: Mapping[str, str], language: str = "und") -> list[Labelled]:
    """The sentences of a file; `texts`: sentences by fingerprint; `language`: where the file does not say."""
    try:
        if path.suffix == ".jsonl":
            return list(_rows(path, texts))
        return list(_columns(path, language))
    except (OSError, UnicodeDecodeError) as error:
        raise LabelError(f"{path.name} cannot be read: {error}") from error


def _rows(path: Path, texts: Mapping[str, str]) -> Iterator[Labelled]:
    for number, line in enumerate(lines_of([path]), 1):
        try:
            row: dict[str, Any] = json.loads(line)
            text = row["text"] if "text" in row else texts.get(row["sha256"])
            spans = sorted((int(start), int(end), str(kind)) for start, end, kind in row["spans"])
            language = str(row["language"])
        except (ValueError, KeyError, TypeError) as error:
            raise LabelError(f"{path.name}, line {number}: no labelled sentence.") from error
        if text is None:
            continue
        _check(f"{path.name}, line {number}", text, spans)
        yield Labelled(language, text, tuple(spans))


def _check(where: str, text: str, spans: list[Span]) -> None:
    free = 0
    for start, end, kind in spans:
        if kind not in KINDS:
            raise LabelError(f"{where}: {kind!r} is none of {', '.join(KINDS)}.")
        if not free <= start < end <= len(text):
            raise LabelError(f"{where}: the span {start}–{end} overlaps another or lies outside of the sentence.")
        free = end


def _columns(path: Path, language: str) -> Iterator[Labelled]:
    words: list[str] = []
    tags: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        fields = line.split()
        if fields:
            words.append(fields[0])
            tags.append(fields[1:])
        elif words:
            yield Labelled(language, " ".join(words), _outer(words, tags), True)
            words, tags = [], []


def _outer(words: list[str], tags: list[list[str]]) -> tuple[Span, ...]:
    """The longest names where names nest."""
    begins = [0]
    for word in words:
        begins.append(begins[-1] + len(word) + 1)
    found: list[Span] = []
    for at, each in enumerate(tags):
        for tag in each:
            kind = _TAGS.get(tag[2:])
            if kind and tag[0] == "B":
                after = at + 1
                while after < len(tags) and f"I-{tag[2:]}" in tags[after]:
                    after += 1
                found.append((begins[at], begins[after] - 1, kind))
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: (span[0] - span[1], span)):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return tuple(sorted(kept))
