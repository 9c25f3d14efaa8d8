"""Where the corrections of a corpus lie: beside it, where they can be seen and shared, else among our own data."""

from __future__ import annotations

import os
from pathlib import Path

from lib.ingest.corrections import FILE
from lib.store.generation import place


def corrections_file(source: Path, home: Path) -> Path:
    """The file to read corrections from; it need not exist. Once some are kept in `home`, those are the user's."""
    source = source.expanduser()
    ours = place(source, home) / FILE
    return ours if ours.exists() else _beside(source)


def corrections_target(source: Path, home: Path) -> Path:
    """The file to write them to: the one they are read from where that can be, else the one in `home`."""
    found = corrections_file(source, home)
    ours = place(source.expanduser(), home) / FILE
    writable = os.access(found.parent, os.W_OK) and (not found.exists() or os.access(found, os.W_OK))
    return found if writable else ours


def _beside(source: Path) -> Path:
    return (source if source.is_dir() else source.parent) / FILE
