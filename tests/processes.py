"""Processes for tests that start within milliseconds: a server that has imported everything forks them."""

from __future__ import annotations

import multiprocessing
from typing import Any


def processes() -> Any:
    """A context for processes, queues and barriers; what they run must live in a module that can be imported."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.warm"])
    return context


def finish(process: Any, seconds: float = 200) -> int:
    """The exit code of a process that is to end now; one that does not is killed and fails the test."""
    process.join(seconds)
    if process.is_alive():
        process.kill()
        raise AssertionError(f"the process did not end within {seconds} s")
    return int(process.exitcode)


def await_start(process: Any, ready: Any) -> None:
    """Returns when a process says that it is ready; fails where it died first, instead of waiting for ever."""
    while not ready.wait(0.2):
        assert process.is_alive() or ready.is_set(), f"the process ended with {process.exitcode} before it was ready"
