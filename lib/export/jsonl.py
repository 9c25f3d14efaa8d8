"""A corpus as plain files that other tools read: articles, actors and problems as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lib.export.spans import whole_words
from lib.ingest.labels import NONE, Label
from lib.model import DateMention, Estimate, Mention, Published
from lib.store.corpus import Corpus
from lib.store.document import Document

_AT_ONCE = 5_000

FILES = ("articles.jsonl", "actors.jsonl", "problems.jsonl")
# Captions are no part of the exported text, so offsets into them would point nowhere.
_PARTS = ("title", "text")


class ExportError(Exception):
    """The export cannot be written; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Exported:
    """How many lines each file has."""

    articles: int
    actors: int
    problems: int


def check(out: Path, force: bool = False) -> None:
    """Raises ExportError where `out` is no place to write to: a file, or a folder that holds something already."""
    if out.exists() and not out.is_dir():
        raise ExportError(f"{out} is a file; the export needs a folder.")
    try:
        if not force and out.is_dir() and any(out.iterdir()):
            raise ExportError(f"{out} is not empty; choose another folder, or add --force to write into it.")
    except OSError as error:
        raise ExportError(f"{out} cannot be read: {error.strerror}.") from error


def export(corpus: Corpus, out: Path, force: bool = False) -> Exported:
    """Writes articles.jsonl, actors.jsonl and problems.jsonl into `out`. Raises ExportError."""
    check(out, force)
    rows = (articles(corpus), actors(corpus), problems(corpus))
    try:
        out.mkdir(parents=True, exist_ok=True)
        return Exported(*(_write(out / name, some) for name, some in zip(FILES, rows, strict=True)))
    except OSError as error:
        raise ExportError(f"{out} cannot be written: {error.strerror}.") from error


def articles(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """The lines of articles.jsonl, in corpus order."""
    labels = corpus.labels
    return (article(document, labels.of_article(document.id)) for document in corpus.documents())


def article(document: Document, label: Label = NONE) -> dict[str, Any]:
    """One line of articles.jsonl; `label` is what the user put on the article."""
    source = document.article
    return {
        "id": source.id,
        "source": source.source,
        "source_span": list(source.source_span) if source.source_span else None,
        "url": source.url,
        "outlet": source.outlet,
        "author": source.author,
        "section": source.section,
        "captions": list(source.captions),
        "language": document.language,
        "title": source.title,
        "text": source.text,
        "published": _published(source.published),
        "inferred": _estimate(document.estimate),
        "duplicate_of": document.duplicate_of,
        "mentions": [_mention(each) for each in _mentions(document)],
        "dates": [_date(each) for each in document.dates if each.part in _PARTS],
        "removed": [{"start": each.start, "end": each.end, "why": each.why} for each in source.removed],
        "starred": label.starred,
        "tags": list(label.tags),
        "sets": list(label.sets),
        "note": label.note,
    }


def actors(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """The lines of actors.jsonl, those in most articles first."""
    keys = list(corpus.actors()["actor"])
    for at in range(0, len(keys), _AT_ONCE):
        for actor in corpus.known_actors(keys[at : at + _AT_ONCE]).values():
            yield {
                "actor": actor.key,
                "kind": actor.kind,
                "names": dict(actor.names),
                "aliases": list(actor.aliases),
                "wikidata": actor.wikidata,
                "origin": actor.origin,
            }


def problems(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """The lines of problems.jsonl."""
    for row in corpus.problems().to_dict("records"):
        yield {"source": row["source"], "where": row["place"], "what": row["what"], "kept": bool(row["kept"])}


def _published(published: Published) -> dict[str, str | None]:
    return {
        "since": _iso(published.since),
        "until": _iso(published.until),
        "precision": published.precision,
        "basis": published.basis,
    }


def _estimate(estimate: Estimate | None) -> dict[str, Any] | None:
    """When an article may have appeared that does not say so: a key of its own, never mixed with `published`."""
    if estimate is None:
        return None
    return {
        "since": _iso(estimate.since),
        "until": _iso(estimate.until),
        "basis": "inferred",
        "confidence": estimate.confidence,
        "why": estimate.why,
    }


def _mentions(document: Document) -> Iterator[Mention]:
    texts = {"title": document.article.title or "", "text": document.article.text}
    return whole_words((each for each in document.mentions if each.part in _PARTS), texts, document.language)


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "part": mention.part,
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "actor": mention.actor,
        "kind": mention.kind,
        "role": mention.role,
        "by": mention.by,
    }


def _date(mention: DateMention) -> dict[str, Any]:
    return {
        "part": mention.part,
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "since": _iso(mention.since),
        "until": _iso(mention.until),
        "precision": mention.precision,
        "calendar": mention.calendar,
        "basis": mention.basis,
        "flags": list(mention.flags),
        "rule": mention.rule,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _write(path: Path, rows: Iterable[Mapping[str, Any]]) -> int:
    """Writes beside the file and renames, so that no half-written file bears its name."""
    count = 0
    beside = path.with_name(f".{path.name}.new")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            # U+2028 and U+2029 end a line for some readers of JSON Lines.
            line = json.dumps(row, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
            file.write(line + "\n")
            count += 1
    beside.replace(path)
    return count
