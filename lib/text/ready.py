"""Things that take long to make and are the same at every start, kept ready-made beside the code that makes them.

As Python keeps its bytecode: in `__pycache__`, used only while what it was made of has not changed, made again where it
cannot be read, and done without where it cannot be written. The actor list takes 0.7 s to read from its tables and
0.2 s ready-made.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from lib.text.collecting import without_collecting

Thing = TypeVar("Thing")
FOLDER = Path(__file__).resolve().parent / "__pycache__"


def ready(name: str, made_of: Iterable[Path], make: Callable[[], Thing]) -> Thing:
    """What `make` makes, which must depend on nothing but these files; a copy of one's own at every call."""
    with without_collecting():
        kept = FOLDER / f"{name}.{_state(made_of)}.ready"
        # As trustworthy as the bytecode that lies beside it: who could change one could change the other.
        with contextlib.suppress(Exception), kept.open("rb") as file:
            found: Thing = pickle.load(file)
            return found
        made = make()
        if not sys.dont_write_bytecode:
            _keep(made, kept, name)
        return made


def _state(files: Iterable[Path]) -> str:
    """Tells whether files changed by their sizes and times, as Python does for its bytecode."""
    seen: list[tuple[str, int, int]] = []
    for path in sorted(files):
        with contextlib.suppress(FileNotFoundError):  # whoever makes the thing has a better word for it
            state = path.stat()
            seen.append((str(path), state.st_size, state.st_mtime_ns))
    return hashlib.sha256(repr((sys.version, seen)).encode()).hexdigest()[:16]


def _keep(thing: Any, path: Path, name: str) -> None:
    """Written under another name first, so that nobody reads a part; former states are removed."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        partial = path.with_name(f"{name}.{os.getpid()}.{threading.get_ident()}.partial")
        try:
            with partial.open("wb") as file:
                pickle.dump(thing, file, protocol=pickle.HIGHEST_PROTOCOL)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
        for former in path.parent.glob(f"{name}.*.ready"):
            if former != path:
                former.unlink()
