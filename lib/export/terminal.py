"""What any command says in a terminal: numbers of things, safe lines, and how far a reading is."""

from __future__ import annotations

import re
import time
from typing import TextIO

from lib.store.progress import Progress

# A corpus must not be able to steer the terminal.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def counted(n: int, noun: str) -> str:
    """`1 article`, `1,234 articles`."""
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def plain(text: str) -> str:
    """The text on one line, without characters that steer a terminal."""
    return _CONTROLS.sub(" ", text).strip()


class Reporter:
    """Says on a stream how far the reading is: in place on a terminal, else a line now and then."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._live = stream.isatty()
        self._every = 0.1 if self._live else 5.0
        self._last = time.monotonic()
        self._width = 0

    def __call__(self, progress: Progress) -> None:
        """Called for every file and batch; most calls say nothing."""
        now = time.monotonic()
        if now - self._last < self._every:
            return
        self._last = now
        if progress.stage == "finishing":
            line = f"Finishing {counted(progress.articles, 'article')}"
        else:
            files = f"{progress.done:,} of {counted(progress.total, 'file')}, " if progress.total else ""
            rate = f", {progress.rate:,.0f} a second" if progress.rate >= 1 else ""
            left = f", {_clock(progress.left)} left" if progress.left is not None else ""
            line = f"Reading {files}{counted(progress.articles, 'article')}{rate}{left}"
        if self._live:
            self._stream.write("\r" + line.ljust(self._width))
            self._width = len(line)
        else:
            self._stream.write(line + "\n")
        self._stream.flush()

    def end(self) -> None:
        """Wipes the line that was written in place."""
        if self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()
            self._width = 0


def _clock(seconds: float) -> str:
    """`0:05`, `12:00`, `1:02:03`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
