"""The tables of a generation: their names and columns are what every query is written against."""

from __future__ import annotations

from collections.abc import Mapping

FORMAT = 5

TABLES: dict[str, dict[str, str]] = {
    # One row per article, in corpus order; `rid` counts from 0 and is the key that the other tables point to. `story`
    # is the id of the first article of a story, `duplicate_of` the same where that is another one; `similarity` to that
    # one is 1 where it is repeated word for word.
    "articles": {
        "rid": "INTEGER",
        "id": "VARCHAR",
        "source": "VARCHAR",
        "span_start": "INTEGER",
        "span_end": "INTEGER",
        "title": "VARCHAR",
        "language": "VARCHAR",
        "outlet": "VARCHAR",
        "author": "VARCHAR",
        "url": "VARCHAR",
        "section": "VARCHAR",
        "since": "DATE",
        "until": "DATE",
        "precision": "VARCHAR",
        "basis": "VARCHAR",
        "duplicate_of": "VARCHAR",
        "words": "INTEGER",
        "characters": "INTEGER",
        "sentences": "INTEGER",
        "paragraphs": "INTEGER",
        "captions": "INTEGER",
        "removed_characters": "INTEGER",
        "digits_ascii": "INTEGER",
        "digits_arabic": "INTEGER",
        "digits_extended": "INTEGER",
        "similarity": "DOUBLE",
        "story": "VARCHAR",
        # When an article may have appeared that does not say so: never in `since` and `until`.
        "inferred_since": "DATE",
        "inferred_until": "DATE",
        "inferred_confidence": "DOUBLE",
        "inferred_why": "VARCHAR",
    },
    # Letters per script and article.
    "scripts": {"rid": "INTEGER", "script": "VARCHAR", "n": "INTEGER"},
    # One row per (article, actor, role, part), with what charts group by, so that none of them needs a join.
    "mentions": {
        "rid": "INTEGER",
        "actor": "VARCHAR",
        "kind": "VARCHAR",
        "role": "VARCHAR",
        "part": "VARCHAR",
        "n": "INTEGER",
        "language": "VARCHAR",
        "outlet": "VARCHAR",
        "since": "DATE",
        "until": "DATE",
        "duplicate": "BOOLEAN",
    },
    # How an actor is written, per article: the rows of `mentions`, told apart by spelling. `sentences`: in which
    # sentences of the part, counted from 0, each once.
    "surfaces": {
        "rid": "INTEGER",
        "actor": "VARCHAR",
        "surface": "VARCHAR",
        "role": "VARCHAR",
        "part": "VARCHAR",
        "n": "INTEGER",
        "sentences": "INTEGER[]",
    },
    # One row per date that a text speaks of; offsets count within the part.
    "dates": {
        "rid": "INTEGER",
        "since": "DATE",
        "until": "DATE",
        "precision": "VARCHAR",
        "calendar": "VARCHAR",
        "basis": "VARCHAR",
        "flags": "VARCHAR",
        "part": "VARCHAR",
        "span_start": "INTEGER",
        "span_end": "INTEGER",
        "surface": "VARCHAR",
        "language": "VARCHAR",
        "outlet": "VARCHAR",
        "duplicate": "BOOLEAN",
        "rule": "VARCHAR",
    },
    # Only actors that occur; `names` is a JSON object of every name known, by language.
    "actors": {
        "actor": "VARCHAR",
        "kind": "VARCHAR",
        "name_en": "VARCHAR",
        "name_fa": "VARCHAR",
        "name_ar": "VARCHAR",
        "aliases": "VARCHAR[]",
        "wikidata": "VARCHAR",
        "origin": "VARCHAR",
        "articles": "INTEGER",
        "mentions": "INTEGER",
        "names": "VARCHAR",
    },
    # Names that may be one actor's; `sure`: so alike that they count as one unless the user says otherwise.
    "pairs": {"a": "VARCHAR", "b": "VARCHAR", "similarity": "DOUBLE", "sure": "BOOLEAN"},
    # `what` is English; `said` is the same as `lib.i18n.Sentence.packed` writes it, NULL where it is in no catalogue.
    "problems": {"source": "VARCHAR", "place": "VARCHAR", "what": "VARCHAR", "kept": "BOOLEAN", "said": "VARCHAR"},
    "removed": {"why": "VARCHAR", "pieces": "INTEGER", "characters": "BIGINT", "articles": "INTEGER"},
    "set_aside": {"source": "VARCHAR", "why": "VARCHAR"},
    # Files that are new, changed or vanished since the time before, and unchanged ones (or all, the first time, when
    # `state` is NULL) in which columns were told apart. `columns`: whether that was so.
    "files": {"source": "VARCHAR", "articles": "INTEGER", "state": "VARCHAR", "columns": "BOOLEAN"},
}

# Where bodies stand, in corpus.duckdb too: a body keeps its number through all generations that hold it.
BODIES = {"rid": "INTEGER", "body": "INTEGER"}

# What the next reading needs to know, in reading.duckdb: nothing else opens it.
KEPT: dict[str, dict[str, str]] = {
    # Files in corpus order; `changed` is the time of change in nanoseconds, `first` the rid of the first article, and
    # `asked` a JSON object of what the user says of the columns of each table in it (see lib/ingest/columns.Asked).
    # `again`: has to be read every time, because the user takes articles out of it, splits or joins them.
    "files": {
        "file": "INTEGER",
        "name": "BLOB",
        "size": "BIGINT",
        "changed": "BIGINT",
        "digest": "BLOB",
        "first": "INTEGER",
        "articles": "INTEGER",
        "again": "BOOLEAN",
        "asked": "VARCHAR",
    },
    # `own` is the id that the file gave, `content` a digest of headline and body, `whole` one of all that was enriched,
    # NULL where that broke.
    "keys": {
        "rid": "INTEGER",
        "own": "VARCHAR",
        "content": "BLOB",
        "whole": "BLOB",
        "digest": "VARCHAR",
        "signature": "BLOB",
    },
    # What the user's corrections said: `article` is an id or "", `pattern` one of paths or "".
    "said": {"article": "VARCHAR", "pattern": "VARCHAR", "meaning": "VARCHAR"},
    # How those are written that the list did not find: their names are taken from it.
    "written": {
        "rid": "INTEGER",
        "place": "INTEGER",
        "actor": "VARCHAR",
        "kind": "VARCHAR",
        "surface": "VARCHAR",
        "found_by": "VARCHAR",
        "n": "INTEGER",
    },
    "cuts": {"rid": "INTEGER", "why": "VARCHAR", "pieces": "INTEGER", "characters": "INTEGER"},
    # Problems by file; see `lib.store.rows.Note`.
    "notes": {
        "file": "INTEGER",
        "kind": "INTEGER",
        "turn": "INTEGER",
        "source": "VARCHAR",
        "place": "VARCHAR",
        "what": "VARCHAR",
        "kept": "BOOLEAN",
        "said": "VARCHAR",
    },
    # Names on no list that were held against all others, and what each sounded like (see `Heard` in
    # lib/enrich/actors/identity.py); languages and the other's words are separated by spaces.
    "heard": {"name": "VARCHAR", "languages": "VARCHAR"},
    "alike": {
        "name": "VARCHAR",
        "other": "VARCHAR",
        "words": "VARCHAR",
        "languages": "VARCHAR",
        "score": "DOUBLE",
    },
    # Pairs of articles that were held against each other, NULL where neither is a copy of the other.
    "compared": {"earlier": "INTEGER", "later": "INTEGER", "similarity": "DOUBLE"},
}

# One SQLite file per segment. `text` and `raw` are zlib over UTF-8, `marks` zlib over JSON (captions, what was removed,
# mentions and dates with their offsets); `words` holds folded tokens and no content, its rowid is `body`.
SEGMENT = """
PRAGMA journal_mode=OFF;
PRAGMA synchronous=OFF;
CREATE TABLE body(body INTEGER PRIMARY KEY, text BLOB NOT NULL, raw BLOB, marks BLOB NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(title, text, content='', tokenize="unicode61 remove_diacritics 0");
"""


def create(table: str, columns: Mapping[str, str] | None = None) -> str:
    """The statement that makes an empty table, with the columns of that name in TABLES unless others are given."""
    listed = ", ".join(f'"{name}" {kind}' for name, kind in (columns or TABLES[table]).items())
    return f"CREATE TABLE {table} ({listed})"
