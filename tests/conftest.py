"""For all tests: properties are tried without a clock, since machines are shared and noisy; corpora opened once.

The same examples are tried every time, so that a change is to blame when a test fails; `RAWI_EXAMPLES=new` (as in
`make test-all`) looks for others.

The corpora are read only: a test that writes makes its own from tests/corpora.py.
"""

from __future__ import annotations

import os
import sys

import pytest
from hypothesis import HealthCheck, settings

from lib.store.corpus import Corpus
from tests import corpora

settings.register_profile(
    "rawi",
    deadline=None,
    derandomize=os.environ.get("RAWI_EXAMPLES") != "new",
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("rawi")

_MAIN = sys.modules["__main__"]


def pytest_runtest_setup() -> None:
    """A page that was run in this process left itself as the main program, which new processes would run again."""
    sys.modules["__main__"] = _MAIN


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpora.tiny(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpora.hostile(tmp_path_factory.mktemp("hostile"))
