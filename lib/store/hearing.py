"""What was heard of names, as rows: kept with a generation, so that the next one compares new names only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
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


def rows(heard: Heard, at_once: int) -> Iterator[dict[str, list[dict[str, Any]]]]:
    """The rows of both tables, those of so many names at once."""
    names = iter(heard.names)
    while some := list(islice(names, at_once)):
        names_ = [{"name": name.key, "languages": _listed(name)} for name in some]
        alike = [
            {
                "name": name.key,
                "other": other.key,
                "words": " ".join(other.words),
                "languages": _listed(other),
                "score": score,
            }
            for name in some
            for other, score in heard.alike.get(name, {}).items()
        ]
        yield {"heard": names_, "alike": alike}


def _listed(name: Name) -> str:
    return " ".join(sorted(name.languages))
