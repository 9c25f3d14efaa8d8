"""The folders and files that articles came from: what can be spoken of as one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lib.store.corpus import Corpus

ALL = ""  # the path of the corpus itself


def around(corpus: Corpus, source: str) -> dict[str, int]:
    """A file and the folders that it lies in, the nearest first, with the number of their articles."""
    if corpus.meta.get("kind") == "file":
        return {source: int(corpus.meta["articles"])}
    parts = source.split("/")
    paths = ["/".join(parts[:n]) for n in range(len(parts), 0, -1)]
    query = "SELECT count(*) FROM articles WHERE source = ? OR starts_with(source, ?)"
    counts = {}
    for path in paths:
        row = corpus.connection().execute(query, (path, path + "/")).fetchone()
        counts[path] = int(row[0]) if row else 0
    return {**counts, ALL: int(corpus.meta["articles"])}


def paths(corpus: Corpus, most: int = 1000) -> dict[str, int]:
    """Folders in the order of their names, then files, with the number of their articles; the largest where many."""
    files = dict(corpus.connection().execute("SELECT source, count(*) FROM articles GROUP BY 1").fetchall())
    if corpus.meta.get("kind") == "file":
        return files
    folders: Counter[str] = Counter()
    for source, n in files.items():
        parts = source.split("/")
        for depth in range(1, len(parts)):
            folders["/".join(parts[:depth])] += n
    named = {**_largest(folders, most), **_largest(Counter(files), most)}
    return {ALL: sum(files.values()), **named} if files else {}


def _largest(counts: Counter[str], most: int) -> dict[str, int]:
    return dict(sorted(counts.most_common(most)))
