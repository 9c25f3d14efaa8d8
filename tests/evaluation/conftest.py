"""Where the data is not there, nothing is collected."""

from __future__ import annotations

from pathlib import Path

from lib.settings import ROOT

SHARED = ROOT.parent / "shared"


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """None leaves the decision to others."""
    return None if SHARED.is_dir() or collection_path.suffix != ".py" else True
