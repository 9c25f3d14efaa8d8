"""Measured on data that is not part of the project: not collected where that is missing."""

from pathlib import Path

collect_ignore_glob = [] if (Path(__file__).parents[3] / "shared" / "eval").is_dir() else ["test_*.py"]
