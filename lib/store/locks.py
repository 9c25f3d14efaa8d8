"""Locks between processes: one builder at a time, readers undisturbed; the system frees what a dead process held."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int, shared: bool, wait: bool) -> None:
        if not shared:  # Windows refuses to delete open files, so its readers need no lock of their own
            msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int, shared: bool, wait: bool) -> None:
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        fcntl.flock(descriptor, kind | (0 if wait else fcntl.LOCK_NB))


class FileLock:
    """A lock on a small file. `acquire` tells whether it was obtained; closing the file, or dying, gives it back."""

    def __init__(self, path: Path, shared: bool = False) -> None:
        self._path = path
        self._shared = shared
        self._descriptor: int | None = None

    def acquire(self, wait: bool) -> bool:
        """Takes the lock, waiting for it if asked; False where another holds it or the file's folder is gone."""
        try:
            descriptor = os.open(self._path, os.O_RDONLY if self._shared else os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return False
        while True:
            try:
                _lock(descriptor, self._shared, wait)
            except OSError as error:
                if wait and os.name == "nt":  # msvcrt gives up after ten seconds
                    continue
                if error.errno in (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES):
                    os.close(descriptor)
                    return False
                # Some network folders know no locks at all: better to go on without than not to open.
            self._descriptor = descriptor
            return True

    def is_current(self) -> bool:
        """Whether the file that is locked is still the one of that name: it may have been deleted while we waited."""
        if self._descriptor is None:
            return False
        try:
            return os.path.samestat(os.fstat(self._descriptor), self._path.stat())
        except OSError:
            return False

    def release(self) -> None:
        """Gives the lock back."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __del__(self) -> None:
        """A corpus that was dropped without being closed must not keep its generation for ever."""
        if os is not None:  # at the end of the program modules go first, and the system has taken the lock back
            self.release()

    def __enter__(self) -> FileLock:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()
