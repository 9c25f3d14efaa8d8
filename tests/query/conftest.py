"""Corpora that the tests of queries share: opened once, read only."""

from __future__ import annotations

import pytest

from lib.store.corpus import Corpus
from tests import corpora


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpora.empty(tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="session")
def undated(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpora.undated(tmp_path_factory.mktemp("undated"))


@pytest.fixture(scope="session")
def estimated(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpora.estimated(tmp_path_factory.mktemp("estimated"))


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpora.many(tmp_path_factory.mktemp("many"), 300)
