"""A corpus as the reader's own actor list has it: the list is looked at when its file changed, and applied to all."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from lib.enrich.identity.curated import load
from lib.enrich.identity.overlay import Found, Overlay, overlay
from lib.store.corpus import Corpus

_lock = threading.Lock()
_Stamp = tuple[str, int, int, int]


def listed(corpus: Corpus, file: Path) -> Corpus:
    """The corpus under the list in `file`, which need not exist."""
    stamp = _stamp(file)
    with _lock:
        known: tuple[_Stamp, Overlay] | None = corpus.memory.get("overlay")
        if known is None or known[0] != stamp:
            nothing = stamp[1] < 0 and not _sure(corpus)
            known = (stamp, Overlay() if nothing else overlay(load(file), found(corpus)))
            corpus.memory["overlay"] = known
    return corpus.under(known[1])


def found(corpus: Corpus) -> Found:
    """What a reading found, whatever a list says of it."""
    bare = corpus.under(Overlay())
    if "found" not in bare.memory:
        rows = bare.connection().execute("SELECT actor, articles FROM actors").fetchall()
        everybody = {actor.key: actor for actor in bare.cast()}
        bare.memory["found"] = (everybody, dict(rows), _sure(bare))
    actors, articles, pairs = bare.memory["found"]

    def surfaces(keys: Sequence[str]) -> Iterable[tuple[str, str]]:
        query = "SELECT DISTINCT actor, surface FROM surfaces WHERE actor IN (SELECT unnest(?))"
        return bare.connection().execute(query, (list(keys),)).fetchall()

    return Found(actors, articles, pairs, surfaces)


def _sure(corpus: Corpus) -> list[tuple[str, str]]:
    """Pairs that are surely one, the most alike first."""
    query = "SELECT a, b FROM pairs WHERE sure ORDER BY similarity DESC, a, b"
    return [(str(a), str(b)) for a, b in corpus.connection().execute(query).fetchall()]


def _stamp(file: Path) -> _Stamp:
    try:
        state = file.stat()
    except OSError:
        return str(file), -1, -1, -1
    return str(file), state.st_mtime_ns, state.st_size, state.st_ino
