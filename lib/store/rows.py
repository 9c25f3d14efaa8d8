"""What the tables say of one article: from objects to rows, so that the writer need not know what an article is."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from lib.i18n import Sentence
from lib.model import Actor, Article, DateMention, Estimate, Mention, Part, Problem, Role
from lib.store.document import part_texts, sentence_ends

Rows = dict[str, list[dict[str, Any]]]
# Problems that belong to no file: before all files, or after them.
BEFORE = -1
AFTER = 2**31 - 1


@dataclass(frozen=True)
class Enriched:
    """An article with what enrichment added; `statistics` fills the columns of `articles` of the same names.

    `digest` and `signature` are what its repeats are found by. `own` is the id that the file gave, where the article
    has another one, `whole` a digest of all that was enriched, where that was done.
    """

    article: Article
    mentions: Sequence[Mention]
    dates: Sequence[DateMention]
    statistics: Mapping[str, int]
    scripts: Mapping[str, int]
    digest: str | None = None
    signature: bytes | None = None
    own: str | None = None
    whole: bytes | None = None
    estimate: Estimate | None = None


class Note(NamedTuple):
    """A problem and its place in the list: file, what it was met at, and its turn.

    "ids" depends on other files, so such a note is never taken over into the next generation.
    """

    problem: Problem
    file: int = BEFORE
    kind: Literal["reading", "enriching", "ids"] = "reading"
    turn: int = 0


class FileRow(NamedTuple):
    """A file as it was read: see `files` in the schema."""

    file: int
    name: bytes
    size: int
    changed: int
    digest: bytes
    first: int
    articles: int
    again: bool = False
    asked: str | None = None


class Told(NamedTuple):
    """A row of `files` in the schema."""

    source: str
    articles: int
    state: str | None
    columns: bool


KINDS = ("reading", "enriching", "ids")


def collect(rows: Rows, rid: int, each: Enriched) -> None:
    """Adds the rows of one article to each table's."""
    article, published = each.article, each.article.published
    span = article.source_span or (None, None)
    shared = {"rid": rid, "language": article.language, "outlet": article.outlet}
    rows["articles"].append(
        {
            **shared,
            **each.statistics,
            "id": article.id,
            "source": article.source,
            "span_start": span[0],
            "span_end": span[1],
            "title": article.title,
            "author": article.author,
            "url": article.url,
            "section": article.section,
            "since": published.since,
            "until": published.until,
            "precision": published.precision,
            "basis": published.basis,
            **estimate_row(each.estimate),
        }
    )
    rows["scripts"].extend({"rid": rid, "script": script, "n": n} for script, n in each.scripts.items())
    rows["dates"].extend({**shared, **_date(d)} for d in each.dates)
    period: dict[str, date | None] = {"since": published.since, "until": published.until}
    _mentions(rows, {**shared, **period}, each)
    _for_next_time(rows, rid, each)


def estimate_row(estimate: Estimate | None) -> dict[str, Any]:
    """The columns of `articles` for a day of publication that is only estimated."""
    if estimate is None:
        return {}
    return {
        "inferred_since": estimate.since,
        "inferred_until": estimate.until,
        "inferred_confidence": estimate.confidence,
        "inferred_why": estimate.why,
    }


def _mentions(rows: Rows, shared: Mapping[str, Any], each: Enriched) -> None:
    mentions = each.mentions
    kinds = {m.actor: m.kind for m in reversed(mentions)}
    for (actor, role, part), n in Counter((m.actor, m.role, m.part) for m in mentions).items():
        rows["mentions"].append({**shared, "actor": actor, "kind": kinds[actor], "role": role, "part": part, "n": n})
    rid = shared["rid"]
    for (actor, surface, role, part), found in _sentences(each).items():
        row = {"rid": rid, "actor": actor, "surface": surface, "role": role, "part": part, "n": len(found)}
        rows["surfaces"].append({**row, "sentences": sorted(set(found))})
    unlisted = Counter((m.actor, m.kind, m.surface, m.by) for m in mentions if m.by != "list")
    for place, ((actor, kind, surface, by), n) in enumerate(unlisted.items()):
        row = {"actor": actor, "kind": kind, "surface": surface, "found_by": by, "n": n}
        rows["written"].append({"rid": rid, "place": place, **row})


def _sentences(each: Enriched) -> dict[tuple[str, str, Role, Part], list[int]]:
    """For each actor, spelling, role and part the sentence of each mention, counted from 0 in its part."""
    if not each.mentions:
        return {}
    texts = part_texts(each.article.title, each.article.text, each.article.captions)
    cuts = {part: sentence_ends(part, text) for part, text in texts.items()}
    found: dict[tuple[str, str, Role, Part], list[int]] = defaultdict(list)
    for m in each.mentions:
        found[(m.actor, m.surface, m.role, m.part)].append(bisect_right(cuts[m.part], m.start))
    return found


def _for_next_time(rows: Rows, rid: int, each: Enriched) -> None:
    said = json.dumps([each.article.title, each.article.text]).encode()
    content = hashlib.blake2b(said, digest_size=12).digest()
    found = {"digest": each.digest, "signature": each.signature}
    keys = {"own": each.own or each.article.id, "content": content, "whole": each.whole, **found}
    rows["keys"].append({"rid": rid, **keys})
    pieces: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    for removed in each.article.removed:
        pieces[removed.why] += 1
        characters[removed.why] += removed.end - removed.start
    for why, n in pieces.items():
        rows["cuts"].append({"rid": rid, "why": why, "pieces": n, "characters": characters[why]})


def _date(mention: DateMention) -> dict[str, Any]:
    return {
        "since": mention.since,
        "until": mention.until,
        "precision": mention.precision,
        "calendar": mention.calendar,
        "basis": mention.basis,
        "flags": " ".join(mention.flags),
        "part": mention.part,
        "span_start": mention.start,
        "span_end": mention.end,
        "surface": mention.surface,
        "rule": mention.rule,
    }


def actor_row(actor: Actor) -> dict[str, Any]:
    """The row of `actors`, without its counts."""
    return {
        "actor": actor.key,
        "kind": actor.kind,
        "name_en": actor.names.get("en"),
        "name_fa": actor.names.get("fa"),
        "name_ar": actor.names.get("ar"),
        "aliases": list(actor.aliases),
        "wikidata": actor.wikidata,
        "origin": actor.origin,
        "names": json.dumps(dict(actor.names), ensure_ascii=False),
    }


def note_row(note: Note) -> dict[str, Any]:
    """The row of `notes`."""
    problem = note.problem
    packed = problem.what.packed() if isinstance(problem.what, Sentence) else None
    told = {"source": problem.source, "place": problem.where, "what": problem.what, "kept": problem.kept}
    return {"file": note.file, "kind": KINDS.index(note.kind), "turn": note.turn, **told, "said": packed}
