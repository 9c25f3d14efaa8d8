"""What was heard of names, as rows: kept with a generation, so that the next one compares new names only."""

from __future__ import annotations

from typing import Any

import duckdb

from lib.enrich.actors.identity import Heard, Name, found_name


def read(database: duckdb.DuckDBPyConnection) -> Heard:
    """What the tables `heard` and `alike` say."""
    rows = database.execute("SELECT name, languages FROM heard").fetchall()
    names = {key: found_name(key, languages.split()) for key, languages in rows}
    heard = Heard(set(names.values()))
    rows = database.execute("SELECT name, other, words, languages, score FROM alike").fetchall()
    for key, other, words, languages, score in rows:
        name = Name(other, tuple(words.split(" ")), frozenset(languages.split()))
        heard.alike.setdefault(names[key], {})[name] = score
    return heard


def rows(heard: Heard) -> dict[str, list[dict[str, Any]]]:
    """The rows of both tables."""
    names = [{"name": name.key, "languages": " ".join(sorted(name.languages))} for name in heard.names]
    alike = [
        {
            "name": name.key,
            "other": other.key,
            "words": " ".join(other.words),
            "languages": " ".join(sorted(other.languages)),
            "score": score,
        }
        for name, some in heard.alike.items()
        for other, score in some.items()
    ]
    return {"heard": names, "alike": alike}
