"""Everything the environment decides, read once into one frozen value."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"


@dataclass(frozen=True, slots=True)
class Settings:
    """`home`: where generations are kept; `corpus`: what to open at start; `public_url`: the host of shared links."""

    home: Path
    corpus: Path
    public_url: str | None
    chromium: str | None


def settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings that `environ` asks for; see the README's table of variables."""
    home = environ.get("RAWI_HOME")
    corpus = environ.get("RAWI_CORPUS")
    return Settings(
        home=Path(home).expanduser() if home else Path(platformdirs.user_data_dir("rawi", appauthor=False)),
        corpus=Path(corpus).expanduser() if corpus else SEEDS,
        public_url=(environ.get("RAWI_PUBLIC_URL") or "").rstrip("/") or None,
        chromium=environ.get("RAWI_CHROMIUM") or None,
    )
