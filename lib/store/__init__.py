"""Where corpora live on disk: written once as a generation, published in one step, opened read-only.

In a notebook `open_corpus("seeds").articles()` is a pandas frame.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lib.settings import settings
from lib.store.corpus import Corpus
from lib.store.generation import StoreError, lease
from lib.store.kept import actors_file, corrections_file
from lib.store.listed import listed
from lib.store.progress import Progress

__all__ = ["Corpus", "Progress", "StoreError", "open_corpus"]


def open_corpus(source: str | Path, progress: Callable[[Progress], None] | None = None) -> Corpus:
    """The corpus of a folder or file, read first where that is needed. Raises SourceError or StoreError."""
    # The one import against the stream: who opens a corpus by name need not know that it has to be built first.
    from lib.build import ensure

    home = settings().home
    while True:
        held = lease(ensure(Path(source), home, progress).parent)
        if held is not None:  # else it was forgotten in the meantime
            corpus = Corpus(*held, corrections_file(Path(source), home))
            return listed(corpus, actors_file(Path(source), home))
