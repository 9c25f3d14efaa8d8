"""The tables of a generation: their names and columns are what every query is written against."""

from __future__ import annotations

from collections.abc import Mapping

FORMAT = 2

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
    },
    # How an actor is written, per article.
    "surfaces": {"rid": "INTEGER", "actor": "VARCHAR", "surface": "VARCHAR", "n": "INTEGER"},
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

# One SQLite file per segment. `text` and `raw` are zlib over UTF-8, `marks` zlib over JSON (captions, what was removed,
# mentions and dates with their offsets); `words` holds folded tokens and no content, its rowid is the rid.
SEGMENT = """
PRAGMA journal_mode=OFF;
PRAGMA synchronous=OFF;
CREATE TABLE body(rid INTEGER PRIMARY KEY, text BLOB NOT NULL, raw BLOB, marks BLOB NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(title, text, content='', tokenize="unicode61 remove_diacritics 0");
"""


def create(table: str, columns: Mapping[str, str] | None = None) -> str:
    """The statement that makes an empty table, with the columns of the TABLES of this name unless others are given."""
    listed = ", ".join(f'"{name}" {kind}' for name, kind in (columns or TABLES[table]).items())
    return f"CREATE TABLE {table} ({listed})"
