"""Where the user's own lists lie: beside the corpus, where they can be seen and shared, else among our own data."""

from __future__ import annotations

import os
from pathlib import Path

from lib.ingest.corrections import FILE
from lib.store.generation import place


def corrections_file(source: Path, home: Path) -> Path:
    """The file to read corrections from; it need not exist. Once some are kept in `home`, those are the user's."""
    return kept_file(source, home, FILE)


def corrections_target(source: Path, home: Path) -> Path:
    """The file to write them to: the one they are read from where that can be, else the one in `home`."""
    return kept_target(source, home, FILE)


def kept_file(source: Path, home: Path, name: str) -> Path:
    """The file of this name to read from; see `corrections_file`."""
    source = source.expanduser()
    ours = place(source, home) / name
    return ours if ours.exists() else _beside(source, name)


def kept_target(source: Path, home: Path, name: str) -> Path:
    """The file of this name to write to; see `corrections_target`."""
    found = kept_file(source, home, name)
    ours = place(source.expanduser(), home) / name
    writable = os.access(found.parent, os.W_OK) and (not found.exists() or os.access(found, os.W_OK))
    return found if writable else ours


def _beside(source: Path, name: str) -> Path:
    return (source if source.is_dir() else source.parent) / name
