"""Corpora that the tests of views share: opened once, read only."""

from __future__ import annotations

import pytest

from lib.store.corpus import Corpus
from tests import corpora


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpora.tiny(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpora.hostile(tmp_path_factory.mktemp("hostile"))
