"""Writes the files of a generation batch by batch, so that memory does not grow with the corpus."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from lib.enrich.duplicates import Repeat
from lib.model import Actor, Article, DateMention, Mention, Problem
from lib.store.document import pack_marks
from lib.store.schema import TABLES, create
from lib.store.segment import Body, Segments, SegmentWriter

_SEGMENT_SIZE = 100_000
_ARROW = {
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "VARCHAR": pa.string(),
    "BLOB": pa.binary(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "VARCHAR[]": pa.list_(pa.string()),
}
# Needed while a generation is written, and no part of it.
_STAGED: dict[str, dict[str, str]] = {
    "keys": {"rid": "INTEGER", "digest": "VARCHAR", "signature": "BLOB"},
    "duplicates": {"rid": "INTEGER", "original": "INTEGER", "similarity": "DOUBLE"},
}
# What is known only when all articles are read is joined on at the end: repeats, and the counts of each actor.
_FINISH = """
INSERT INTO final.articles BY NAME
    SELECT a.* EXCLUDE (duplicate_of, similarity, story), o.id AS duplicate_of, d.similarity,
    coalesce(o.id, a.id) AS story
    FROM articles a LEFT JOIN duplicates d USING (rid) LEFT JOIN articles o ON o.rid = d.original ORDER BY a.rid;
INSERT INTO final.scripts FROM scripts ORDER BY rid, n DESC;
INSERT INTO final.mentions BY NAME
    SELECT m.* EXCLUDE (duplicate), d.rid IS NOT NULL AS duplicate FROM mentions m LEFT JOIN duplicates d USING (rid)
    ORDER BY rid, actor, role, part;
INSERT INTO final.surfaces FROM surfaces ORDER BY rid, actor, n DESC, surface;
INSERT INTO final.dates BY NAME
    SELECT e.* EXCLUDE (duplicate), d.rid IS NOT NULL AS duplicate FROM dates e LEFT JOIN duplicates d USING (rid)
    ORDER BY rid, part DESC, span_start;
INSERT INTO final.actors BY NAME
    SELECT a.* EXCLUDE (articles, mentions), m.articles, m.mentions FROM actors a
    JOIN (SELECT actor, count(DISTINCT rid) AS articles, sum(n) AS mentions FROM mentions GROUP BY 1) m USING (actor)
    ORDER BY m.articles DESC, m.mentions DESC, actor;
INSERT INTO final.removed
    SELECT why, sum(pieces), sum(characters), sum(articles) FROM removed GROUP BY 1 ORDER BY 3 DESC, 1;
INSERT INTO final.problems FROM problems;
INSERT INTO final.set_aside FROM set_aside;
"""


@dataclass(frozen=True)
class Enriched:
    """An article with what enrichment added; `statistics` fills the columns of `articles` of the same names.

    `digest` and `signature` are what its repeats are found by.
    """

    article: Article
    mentions: Sequence[Mention]
    dates: Sequence[DateMention]
    statistics: Mapping[str, int]
    scripts: Mapping[str, int]
    digest: str | None = None
    signature: bytes | None = None


class Writer:
    """The files of one generation in `folder`. `add` batches in corpus order, then `finish` once, or `abandon`."""

    def __init__(self, folder: Path, segment_size: int = _SEGMENT_SIZE) -> None:
        self._folder = folder
        self._segment_size = segment_size
        self._segments: list[str] = []
        self._segment: SegmentWriter | None = None
        self._staged = duckdb.connect(str(folder / "staged.duckdb"))
        self._staged.execute("BEGIN;" + ";".join([create(*each) for each in (TABLES | _STAGED).items()]) + ";COMMIT")
        self._digest = hashlib.blake2b(digest_size=6)
        self.count = 0

    def add(self, batch: Sequence[Enriched]) -> None:
        """Adds articles; their numbers go on from the last batch."""
        rows: dict[str, list[dict[str, Any]]] = {name: [] for name in (*TABLES, *_STAGED)}
        bodies: list[Body] = []
        for rid, each in enumerate(batch, self.count):
            article = each.article
            self._digest.update(json.dumps([article.id, article.title, article.text]).encode())
            marks = pack_marks(article, each.mentions, each.dates)
            bodies.append(Body(rid, article.title or "", article.text, article.raw, marks))
            _collect(rows, rid, each)
        rows["removed"] = _sum_removed(batch)
        self._write_bodies(bodies)
        # One transaction a batch: each one waits for the disk.
        self._staged.execute("BEGIN")
        for table, some in rows.items():
            self._insert(table, some)
        self._staged.execute("COMMIT")
        self.count += len(batch)

    def _write_bodies(self, bodies: Sequence[Body]) -> None:
        if self._segment is None or (bodies and bodies[0].rid >= len(self._segments) * self._segment_size):
            if self._segment:
                self._segment.close()
            name = f"text-{len(self._segments) + 1:03d}.sqlite"
            self._segment = SegmentWriter(self._folder / name)
            self._segments.append(name)
        self._segment.add(bodies)

    def _insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            kinds = TABLES.get(table) or _STAGED[table]
            arrays = [pa.array([row.get(name) for row in rows], _ARROW[kind]) for name, kind in kinds.items()]
            self._staged.register("batch", pa.table(arrays, names=list(kinds)))
            self._staged.execute(f"INSERT INTO {table} FROM batch")
            self._staged.unregister("batch")

    def keys(self) -> tuple[list[str | None], list[bytes | None]]:
        """Digests and signatures of all articles, by number."""
        found = self._staged.execute("SELECT digest, signature FROM keys ORDER BY rid").fetchall()
        return [digest for digest, _ in found], [signature for _, signature in found]

    def bodies(self) -> Segments:
        """What was written, for reading; nothing can be added afterwards."""
        self._close_segment()
        return Segments([self._folder / name for name in self._segments])

    def set_repeats(self, repeats: Iterable[Repeat]) -> None:
        """Says which articles repeat which."""
        rows = [{"rid": each.number, "original": each.of, "similarity": each.similarity} for each in repeats]
        self._insert("duplicates", rows)

    def add_actors(self, actors: Sequence[Actor]) -> None:
        """Says who the keys of the mentions are; those that are never mentioned are left out at the end."""
        self._insert("actors", [_actor_row(actor) for actor in actors])

    def add_problems(self, problems: Sequence[Problem], set_aside: Sequence[tuple[str, str]]) -> None:
        """Says what could not be read, and which files (source, why) are no part of the corpus."""
        rows = [{"source": p.source, "place": p.where, "what": p.what, "kept": p.kept} for p in problems]
        self._insert("problems", rows)
        self._insert("set_aside", [{"source": source, "why": why} for source, why in set_aside])

    def finish(self) -> dict[str, Any]:
        """Closes the files and returns what the manifest says of them: segments, fingerprint, numbers of rows."""
        self._close_segment()
        self._staged.execute(f"ATTACH '{_quoted(self._folder / 'corpus.duckdb')}' AS final")
        tables = ";".join(create(f"final.{table}", columns) for table, columns in TABLES.items())
        self._staged.execute(f"BEGIN;{tables};{_FINISH}COMMIT")
        counts = {t: self._staged.execute(f"SELECT count(*) FROM final.{t}").fetchall()[0][0] for t in TABLES}
        self._staged.execute("DETACH final")
        self._staged.close()
        (self._folder / "staged.duckdb").unlink()
        return {"segments": self._segments, "fingerprint": self._digest.hexdigest(), "counts": counts}

    def _close_segment(self) -> None:
        if not self._segments:
            self._write_bodies([])
        if self._segment:
            self._segment.close()
        self._segment = None

    def abandon(self) -> None:
        """Closes the files of a generation that will not be."""
        if self._segment:
            self._segment.abandon()
        self._staged.close()


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _collect(rows: Mapping[str, list[dict[str, Any]]], rid: int, each: Enriched) -> None:
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
        }
    )
    rows["keys"].append({"rid": rid, "digest": each.digest, "signature": each.signature})
    rows["scripts"].extend({"rid": rid, "script": script, "n": n} for script, n in each.scripts.items())
    period: dict[str, date | None] = {"since": published.since, "until": published.until}
    mentioned = Counter((m.actor, m.role, m.part) for m in each.mentions)
    kinds = {m.actor: m.kind for m in reversed(each.mentions)}
    for (actor, role, part), n in mentioned.items():
        rows["mentions"].append(
            {**shared, **period, "actor": actor, "kind": kinds[actor], "role": role, "part": part, "n": n}
        )
    for (actor, surface), n in Counter((m.actor, m.surface) for m in each.mentions).items():
        rows["surfaces"].append({"rid": rid, "actor": actor, "surface": surface, "n": n})
    rows["dates"].extend({**shared, **_date_row(d)} for d in each.dates)


def _date_row(mention: DateMention) -> dict[str, Any]:
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
    }


def _actor_row(actor: Actor) -> dict[str, Any]:
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


def _sum_removed(batch: Sequence[Enriched]) -> list[dict[str, Any]]:
    """Per reason: pieces, characters and articles of this batch."""
    pieces: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    for each in batch:
        for removed in each.article.removed:
            pieces[removed.why] += 1
            characters[removed.why] += removed.end - removed.start
        articles.update({removed.why for removed in each.article.removed})
    return [
        {"why": why, "pieces": n, "characters": characters[why], "articles": articles[why]} for why, n in pieces.items()
    ]
