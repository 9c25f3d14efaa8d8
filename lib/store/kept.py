"""Where the user's own files about a corpus lie: beside it, where they can be seen and shared, else among our data."""

from __future__ import annotations

import os
from pathlib import Path

from lib.enrich.identity.rows import FILE as ACTORS
from lib.ingest.corrections import FILE as CORRECTIONS
from lib.store.generation import place


def corrections_file(source: Path, home: Path) -> Path:
    """The file to read corrections from; it need not exist."""
    return _file(source, home, CORRECTIONS)


def corrections_target(source: Path, home: Path) -> Path:
    """The file to write them to."""
    return _target(source, home, CORRECTIONS)


def actors_file(source: Path, home: Path) -> Path:
    """The file to read the user's actor list from; it need not exist."""
    return _file(source, home, ACTORS)


def actors_target(source: Path, home: Path) -> Path:
    """The file to write it to."""
    return _target(source, home, ACTORS)


def _file(source: Path, home: Path, name: str) -> Path:
    """Once a file is kept in `home`, that one is the user's."""
    source = source.expanduser()
    ours = place(source, home) / name
    return ours if ours.exists() else (source if source.is_dir() else source.parent) / name


def _target(source: Path, home: Path, name: str) -> Path:
    """The one that is read from where that can be written, else the one in `home`."""
    found = _file(source, home, name)
    ours = place(source.expanduser(), home) / name
    writable = os.access(found.parent, os.W_OK) and (not found.exists() or os.access(found, os.W_OK))
    return found if writable else ours
