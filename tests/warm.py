"""Imported by the server of `tests.processes` alone: loads what each of its processes would else load for itself."""

from __future__ import annotations

import tests.store.test_crash
import tests.build.test_build  # noqa: F401
from lib.enrich.actors import load_gazetteer
from lib.enrich.language import detect

load_gazetteer()
detect("A sentence that is long enough to be told.")
