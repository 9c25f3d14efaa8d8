"""What those who want the same corpus read tell each other, across tabs and processes: how far it is, and to stop.

One of them reads while the others wait for its lock. They see its progress, and whoever presses Stop stops it for all.
"""

from __future__ import annotations

import contextlib
import json
import secrets
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from lib.i18n import sentence
from lib.store.generation import StoreError
from lib.store.progress import Progress

_PROGRESS = "progress.json"
_STOP = "stop"
_EVERY = 0.2  # seconds between two looks at files that others write


class Stopped(StoreError):
    """The reading was stopped by somebody who waited for it; what was read before is as it was."""


def stop(folder: Path) -> None:
    """Has the reading of a corpus stopped, whoever reads it; one that begins later is not concerned."""
    with contextlib.suppress(OSError):
        (folder / _STOP).write_text(secrets.token_hex(8), "ascii")


class Shared:
    """One reader's or waiter's view of the folder of a corpus, from the moment it was made."""

    def __init__(self, folder: Path, watch: Callable[[Progress], None] = lambda _: None) -> None:
        """`watch` hears what this one tells, or is told while it waits."""
        self._folder = folder
        self._watch = watch
        self._stop = self._asked()
        self._last = 0.0

    def clear(self) -> None:
        """Nothing is being read, whatever a reader that died left behind."""
        with contextlib.suppress(OSError):
            (self._folder / _PROGRESS).unlink(missing_ok=True)

    def tell(self, progress: Progress) -> None:
        """Says how far this reading is. Raises Stopped."""
        self._leave(progress)
        self._watch(progress)

    def wait(self) -> None:
        """Passes on how far the one is who reads. Raises Stopped."""
        if far := self.told():
            self._watch(far)

    def _leave(self, progress: Progress) -> None:
        """Leaves word for those who wait, now and then. Raises Stopped."""
        if not self._due() and progress.stage == "reading":
            return
        self._listen()
        # A reader of these few bytes must see them whole; on Windows it can keep them from being replaced for a moment.
        with contextlib.suppress(OSError):
            fresh = self._folder / (_PROGRESS + ".new")
            fresh.write_text(json.dumps(asdict(progress)), "utf-8")
            fresh.replace(self._folder / _PROGRESS)

    def told(self) -> Progress | None:
        """How far the reader is; None where nothing new can be known. Raises Stopped."""
        if not self._due():
            return None
        self._listen()
        try:
            return Progress(**json.loads((self._folder / _PROGRESS).read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def _due(self) -> bool:
        now = time.monotonic()
        if now - self._last < _EVERY:
            return False
        self._last = now
        return True

    def _asked(self) -> str:
        try:
            return (self._folder / _STOP).read_text("ascii")
        except (OSError, ValueError):
            return ""

    def _listen(self) -> None:
        asked = self._asked()
        if asked and asked != self._stop:
            raise Stopped(sentence("Reading was stopped. What was read before is as it was."))
