"""The tables of a generation: their names and columns are what every query is written against."""

from __future__ import annotations

from collections.abc import Mapping

FORMAT = 4

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
        "as_found": "VARCHAR",
    },
    # How an actor is written, per article.
    "surfaces": {"rid": "INTEGER", "actor": "VARCHAR", "surface": "VARCHAR", "n": "INTEGER", "as_found": "VARCHAR"},
    # People found under several names that sound alike: `actor` is the key of a name, `into` that of the person. In
    # `mentions` and `surfaces` the person stands, and the key of the name in `as_found`; in the segments the name.
    "joined": {"actor": "VARCHAR", "into": "VARCHAR"},
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
    "problems": {"source": "VARCHAR", "place": "VARCHAR", "what": "VARCHAR", "kept": "BOOLEAN"},
    "removed": {"why": "VARCHAR", "pieces": "INTEGER", "characters": "BIGINT", "articles": "INTEGER"},
    "set_aside": {"source": "VARCHAR", "why": "VARCHAR"},
}

# Where bodies stand, in corpus.duckdb too: a body keeps its number through all generations that hold it.
BODIES = {"rid": "INTEGER", "body": "INTEGER"}

# What the next reading needs to know, in reading.duckdb: nothing else opens it.
KEPT: dict[str, dict[str, str]] = {
    # Files in corpus order; `changed` is the time of change in nanoseconds, `first` the rid of the first article.
    "files": {
        "file": "INTEGER",
        "name": "BLOB",
        "size": "BIGINT",
        "changed": "BIGINT",
        "digest": "BLOB",
        "first": "INTEGER",
        "articles": "INTEGER",
    },
    # `own` is the id that the file gave, `content` a digest of headline and body.
    "keys": {"rid": "INTEGER", "own": "VARCHAR", "content": "BLOB", "digest": "VARCHAR", "signature": "BLOB"},
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
