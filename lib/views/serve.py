"""The dashboard from one command: `python -m lib.views.serve [SOURCE]`, which is what `make run` calls.

`streamlit run dashboard.py -- SOURCE` does the same, but nothing before the first browser has connected. Here the
corpus is read by a process of its own from the first moment on, with its progress in the terminal, and what the pages
need is loaded while the browser starts.
"""

from __future__ import annotations

import atexit
import importlib
import pkgutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from lib.settings import ROOT, settings


def read_ahead(source: Path) -> subprocess.Popen[bytes]:
    """Reads the corpus in another process, on another core; what goes wrong is said there and again on the page."""
    command = [sys.executable, "-m", "lib", "ingest", str(source)]
    reader = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    atexit.register(reader.terminate)
    return reader


def load_pages() -> None:
    """Imports what the pages are made of, the heaviest first, so that the first visitor does not wait for it."""
    import ibis
    import streamlit.emojis  # noqa: F401  (a pattern of all emoji, compiled at the first icon that is shown)

    from lib import figures, views

    ibis.duckdb  # noqa: B018  (the engine behind the name is imported when it is first asked for)
    for package in (views, figures):
        for each in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            importlib.import_module(each.name)


def main(arguments: Sequence[str]) -> None:
    """Starts the dashboard on localhost and returns when it is stopped."""
    given = list(arguments)[:1]
    read_ahead((Path(given[0]) if given else settings().corpus).expanduser().resolve())
    from streamlit.web import cli

    threading.Thread(target=load_pages, daemon=True).start()
    cli.main(["run", str(ROOT / "dashboard.py"), "--", *given], prog_name="streamlit")


if __name__ == "__main__":
    main(sys.argv[1:])
