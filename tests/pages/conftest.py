"""The dashboard run in-process on small corpora, always through its entry point, as a visitor would meet it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.settings import ROOT
from lib.store.corpus import Corpus
from lib.views import opening, tables
from tests import corpora
from tests.bursts import bursts

Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Corpus]:
    """A corpus of tests/corpora.py by the name of its function, made once."""
    known: dict[str, Corpus] = {}

    def make(name: str) -> Corpus:
        if name not in known:
            make_it = bursts if name == "bursts" else getattr(corpora, name)
            known[name] = make_it(tmp_path_factory.mktemp(name))
        return known[name]

    return make


@pytest.fixture
def visit(made: Callable[[str], Corpus], monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a page of the dashboard on a corpus made by hand, its tables too: `visit("tiny", "actors", ui="fa")`."""

    def open_(corpus: str, page: str = "overview", /, **query: str | list[str]) -> AppTest:
        monkeypatch.setattr(opening, "opened", lambda *_: made(corpus))
        folded = tables.folded
        monkeypatch.setattr(tables, "folded", lambda label, key, draw, _=False: folded(label, key, draw, True))
        return started(page, **query)

    return open_


def started(page: str = "overview", /, **query: str | list[str]) -> AppTest:
    """The dashboard at a page, cold."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    if page != "overview":
        app.switch_page(f"pages/{page}.py")
    return app.run()


@pytest.fixture(scope="session")
def seeds_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One place for what is built of the seeds."""
    return tmp_path_factory.mktemp("home")


def texts(app: AppTest) -> str:
    """Everything that a page says, in one string."""
    kinds = ("title", "header", "subheader", "markdown", "warning", "error", "caption")
    said = [element.value for kind in kinds for element in getattr(app, kind)]
    said += [element.proto.body for element in app.get("html")]
    return "\n".join(map(str, said))


def faults(app: AppTest) -> list[str]:
    """What went wrong, with where."""
    return ["\n".join([each.message, *each.stack_trace[-6:]]) for each in app.exception]
