"""SQLite and DuckDB files, opened for reading alone: the tables that hold articles, told by their columns."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import duckdb

from lib.i18n import sentence
from lib.ingest.contents import by_content
from lib.ingest.headings import field_of
from lib.ingest.rows import Row, Rows, reader
from lib.model import Problem

BATCH = 256
_SQLITE = b"SQLite format 3\0"
_DUCK = b"DUCK"
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
_TABLES_OF_DUCK = "SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT internal ORDER BY ALL"
_NO_TABLE = sentence(
    "No table of this database has a text or a title that is recognised. Name the columns so, or in rawi.toml."
)


def sqlite_rows(path: Path, name: str) -> Rows:
    """The rows of the tables with articles in a SQLite file; what another program is just writing is not seen."""
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            database.text_factory = lambda data: data.decode("utf-8", "replace")
            database.execute("PRAGMA trusted_schema = 0")
            tables = [row[0] for row in database.execute(_TABLES) if not row[0].startswith("sqlite_")]
            yield from _rows(name, tables, lambda sql: _sqlite(database, sql))
    except (sqlite3.Error, OverflowError) as error:
        yield Problem(name, "file", _damaged(str(error)), False)
    journal = path.with_name(path.name + "-wal")
    if journal.exists() and journal.stat().st_size:
        what = sentence(
            "The last changes are still in the “-wal” file beside it and were not read; close the other program."
        )
        yield Problem(name, "file", what, True)


def duckdb_rows(path: Path, name: str) -> Rows:
    """The rows of the tables with articles in a DuckDB file."""
    safe: dict[str, str | bool | int | float | list[str]] = {
        "enable_external_access": "false",
        "autoinstall_known_extensions": "false",
        "threads": 1,
    }
    try:
        with duckdb.connect(str(path), read_only=True, config=safe) as database:
            found = database.execute(_TABLES_OF_DUCK).fetchall()
            tables = [f"{schema}.{table}" if schema != "main" else table for schema, table in found]
            yield from _rows(name, tables, lambda sql: _duckdb(database, sql))
    except duckdb.Error as error:
        yield Problem(name, "file", _damaged(str(error).splitlines()[0][:120]), False)


def _damaged(why: str) -> str:
    return sentence("This database is damaged or locked ({why}). Make a fresh copy of it.", why=why)


def _sqlite(database: sqlite3.Connection, sql: str) -> Iterator[dict[str, Any]]:
    cursor = database.execute(sql)
    names = [column[0] for column in cursor.description or ()]
    while batch := cursor.fetchmany(BATCH):
        yield from (dict(zip(names, row, strict=True)) for row in batch)


def _duckdb(database: duckdb.DuckDBPyConnection, sql: str) -> Iterator[dict[str, Any]]:
    batches: Iterator[Any] = database.cursor().sql(sql).to_arrow_reader(BATCH)
    for batch in batches:
        yield from batch.to_pylist()


def _rows(name: str, tables: Sequence[str], select: Any) -> Rows:
    chosen = {table: score for table in tables if (score := _score(select(f"{_from(table)} LIMIT 50")))}
    if not chosen:
        yield Problem(name, "tables", _NO_TABLE, False)
        return
    best = max(chosen.values())
    number = 0
    for table, score in chosen.items():
        if score[0] < best[0]:
            continue
        for position, cells in enumerate(select(_from(table)), 1):
            number += 1
            where = f"table {table}, row {position}" if len(tables) > 1 else f"row {position}"
            yield Row(where, number, cells)
    left = [table for table in tables if table not in chosen or chosen[table][0] < best[0]]
    if left:
        listed = ", ".join(left[:10]) + (" …" if len(left) > 10 else "")
        what = sentence("These tables hold no articles of their own and were not read: {tables}.", tables=listed)
        yield Problem(name, "tables", what, True)


def _from(table: str) -> str:
    return "SELECT * FROM " + ".".join('"' + part.replace('"', '""') + '"' for part in table.split(".", 1))


def _score(sample: Iterator[dict[str, Any]]) -> tuple[int, int] | None:
    """How much a table looks like articles: 2 for a text by name, 1 for a title or a long text; and its fields."""
    rows = list(sample)
    if not rows:
        return None
    known = {found[0]: (key,) for key in rows[0] if (found := field_of(key))}
    if "text" in known:
        return 2, len(known)
    if "title" in known or "text" in by_content(rows, list(rows[0]), known, named=True):
        return 1, len(known)
    return None


READERS = (
    reader("SQLite", lambda head: head.data.startswith(_SQLITE), sqlite_rows),
    reader("DuckDB", lambda head: head.data[8:12] == _DUCK, duckdb_rows),
)
