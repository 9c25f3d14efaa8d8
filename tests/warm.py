"""Imported by the server of `tests.processes` alone: loads what each of its processes would else load for itself."""

from __future__ import annotations

from lib.enrich.actors import load_gazetteer
from lib.enrich.language import detect

load_gazetteer()
detect("A sentence that is long enough to be told.")
