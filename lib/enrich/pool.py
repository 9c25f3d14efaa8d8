"""Enrichment in several processes, for corpora that would keep one core busy for minutes.

Workers are plain programs that read frames from their input and write frames to their output. So they start afresh on
every system and never run the script that the app was started with; they end when their input ends, even if who started
them was killed; and an interrupt from the keyboard is left to the one who started them.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import IO, Any, TypeVar

import pandas as pd

from lib.enrich import enrich

Thing = TypeVar("Thing")
_ROOT = Path(__file__).resolve().parents[2]
_MOST = 8
_END = 10.0


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Pool:
    """Workers that enrich frames like `enrich(frame, actors)`; a frame that they fail on comes back as None."""

    def __init__(self, actors: Path | None = None, workers: int = 0) -> None:
        self._actors = actors
        self._n = workers or min(cores(), _MOST)
        self._workers: deque[subprocess.Popen[bytes]] = deque()
        self._threads = ThreadPoolExecutor(self._n)

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: BaseException | TracebackType | None) -> None:
        for worker in self._workers:
            if kind is not None:
                worker.kill()
            with contextlib.suppress(OSError):
                _pipe(worker.stdin).close()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            try:
                worker.wait(_END)
            except subprocess.TimeoutExpired:
                worker.kill()
                worker.wait()
            _pipe(worker.stdout).close()

    def map(
        self, things: Iterable[Thing], frame: Callable[[Thing], pd.DataFrame]
    ) -> Iterator[tuple[Thing, pd.DataFrame | None]]:
        """Each thing with the enriched frame of it, in order; few more than there are workers are on the way."""
        free: deque[subprocess.Popen[bytes]] = deque()
        waiting: deque[tuple[Thing, Future[pd.DataFrame | None]]] = deque()
        with contextlib.suppress(OSError):
            while len(self._workers) < self._n:
                self._workers.append(_start(self._actors))
        free.extend(self._workers)
        for thing in things:
            waiting.append((thing, self._threads.submit(_ask, free, frame(thing))))
            if len(waiting) > self._n:
                thing, found = waiting.popleft()
                yield thing, found.result()
        for thing, found in waiting:
            yield thing, found.result()


def _ask(free: deque[subprocess.Popen[bytes]], frame: pd.DataFrame) -> pd.DataFrame | None:
    """The frame as a worker gives it back. A worker that is dead or out of step is not asked again."""
    try:
        worker = free.popleft()
    except IndexError:
        return None
    try:
        pickle.dump(frame, _pipe(worker.stdin))
        _pipe(worker.stdin).flush()
        found: pd.DataFrame | None = pickle.load(_pipe(worker.stdout))
    except (OSError, EOFError, ValueError, pickle.PickleError):
        worker.kill()
        return None
    free.append(worker)
    return found


def _start(actors: Path | None) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "lib.enrich.pool", *([str(actors.resolve())] if actors else [])]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_ROOT)


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise OSError("no pipe")
    return stream


def work(actors: Path | None, asked: IO[bytes], answers: IO[bytes]) -> None:
    """What a worker does until its input ends: one frame in, one frame or None out."""
    while True:
        try:
            frame: Any = pickle.load(asked)
        except EOFError:
            return
        try:
            found = enrich(frame, actors)
        except Exception:
            found = None
        pickle.dump(found, answers)
        answers.flush()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library prints must not get between the answers.
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)
        work(Path(sys.argv[1]) if len(sys.argv) > 1 else None, sys.stdin.buffer, answers)
