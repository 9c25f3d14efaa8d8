"""The dashboard from one command: `python -m lib.views.serve [SOURCE]`, which is what `make run` calls.

`streamlit run dashboard.py -- SOURCE` does the same, but nothing before the first browser has connected. Here the
corpus is read by a process of its own from the first moment on, with its progress in the terminal, and what the pages
need is loaded while the browser starts.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from lib.settings import ROOT, settings
from lib.text.collecting import without_collecting

# What the first page is made of, the slowest to load first.
PAGES = ("lib.views.charts", "lib.views.opening", "lib.views.shell", "lib.views.sidebar", "lib.views.people")


def read_ahead(source: Path) -> subprocess.Popen[bytes]:
    """Reads the corpus in another process, on another core; what goes wrong is said there and again on the page."""
    command = [sys.executable, "-m", "lib.views.ahead", str(source)]
    reader = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL)
    atexit.register(reader.terminate)
    return reader


def load_pages() -> None:
    """Imports what the pages are made of as soon as the server listens, so that the first visitor does not wait."""
    from streamlit import runtime

    while not runtime.exists():
        time.sleep(0.01)
    with without_collecting():
        import streamlit.emojis  # noqa: F401  (a pattern of all emoji, compiled at the first icon that is shown)

        for name in PAGES:
            importlib.import_module(name)
        _ask()
        gc.freeze()  # what is loaded now stays, and need not be looked at again
    atexit.register(gc.unfreeze)


def _ask() -> None:
    """What else is loaded only when it is first used: the query engine and its dialect."""
    import ibis

    from lib.query.frames import frame

    table = ibis.memtable({"n": [1]})
    frame(table.group_by("n").aggregate(m=table.count()).order_by("n"))


def main(arguments: Sequence[str]) -> None:
    """Starts the dashboard on localhost and returns when it is stopped."""
    given = list(arguments)[:1]
    read_ahead((Path(given[0]) if given else settings().corpus).expanduser().resolve())
    with without_collecting():
        from streamlit.web import cli

    threading.Thread(target=load_pages, daemon=True).start()
    cli.main(["run", str(ROOT / "dashboard.py"), "--", *given], prog_name="streamlit")


if __name__ == "__main__":
    main(sys.argv[1:])
