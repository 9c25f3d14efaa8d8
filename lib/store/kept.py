"""Where the user's word on a corpus lies: beside it, where it can be seen and shared, else among our own data."""

from __future__ import annotations

import os
from pathlib import Path

from lib.ingest import columns
from lib.ingest.corrections import FILE
from lib.store.generation import place


def corrections_file(source: Path, home: Path) -> Path:
    """The file to read corrections from; it need not exist. Once some are kept in `home`, those are the user's."""
    return _read_from(FILE, source, home)


def corrections_target(source: Path, home: Path) -> Path:
    """The file to write them to: the one they are read from where that can be, else the one in `home`."""
    return _written_to(FILE, source, home)


def columns_file(source: Path, home: Path) -> Path:
    """The file that says which column is what, found like that of the corrections."""
    return _read_from(columns.FILE, source, home)


def columns_target(source: Path, home: Path) -> Path:
    """The file to write it to."""
    return _written_to(columns.FILE, source, home)


def _read_from(name: str, source: Path, home: Path) -> Path:
    source = source.expanduser()
    ours = place(source, home) / name
    return ours if ours.exists() else (source if source.is_dir() else source.parent) / name


def _written_to(name: str, source: Path, home: Path) -> Path:
    found = _read_from(name, source, home)
    writable = os.access(found.parent, os.W_OK) and (not found.exists() or os.access(found, os.W_OK))
    return found if writable else place(source.expanduser(), home) / name
