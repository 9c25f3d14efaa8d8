"""Where the user's word on a corpus lies: beside it, where it can be seen and shared, else among our own data.

Several tabs, servers and people may correct at once. A change is made to what the file holds at that very moment, so
that nobody's rows are lost.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, NamedTuple, Protocol, TypeVar

from lib.enrich.identity.curated import Curated
from lib.enrich.identity.curated import load as load_actors
from lib.enrich.identity.rows import FILE as ACTORS
from lib.i18n import sentence
from lib.ingest import columns
from lib.ingest.corrections import FILE, Corrections, load
from lib.store.generation import StoreError, place
from lib.store.locks import FileLock

_LOCK = "corrections.lock"
_TRIES = 20


def correct(source: Path, home: Path, change: Callable[[Corrections], Corrections]) -> bool:
    """Changes the corrections of a source; gives whether that changes how it is read.

    `change` may be called several times. Raises CorrectionsError or StoreError.
    """
    before, after = _rewrite(source, home, _Kind(FILE, load), change)
    return before.stamp != after.stamp


def curate(source: Path, home: Path, change: Callable[[Curated], Curated]) -> None:
    """Changes the user's actor list in the same way."""
    _rewrite(source, home, _Kind(ACTORS, load_actors), change)


class _Kept(Protocol):
    """What can be written to a file."""

    def save(self, path: Path) -> None: ...


_Content = TypeVar("_Content", bound=_Kept)


class _Kind(NamedTuple, Generic[_Content]):
    """The name of a file, and what reads it."""

    name: str
    load: Callable[[Path], _Content]


def _rewrite(
    source: Path, home: Path, kind: _Kind[_Content], change: Callable[[_Content], _Content]
) -> tuple[_Content, _Content]:
    """What a file held and holds now; nothing is written where `change` gives back what it was given."""
    with _alone(source, home):
        turn = 0
        while True:
            found, target = kept_file(source, home, kind.name), kept_target(source, home, kind.name)
            seen = _mark(found)
            before = kind.load(found)
            after = change(before)
            turn += 1
            if after is before:
                return before, after
            # Somebody with a home of their own knows nothing of our lock.
            if _mark(found) == seen or turn == _TRIES:
                after.save(target)
                return before, after


@contextlib.contextmanager
def _alone(source: Path, home: Path) -> Iterator[None]:
    """Keeps others who use the same home waiting; the folder for the lock goes again where it holds nothing else."""
    folder = place(corrections_target(source, home).parent, home)
    if corrections_target(source, home).is_relative_to(home):
        folder = place(source, home)
    lock = FileLock(folder / _LOCK)
    try:
        for turn in range(1000):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Whoever held it before us may have taken the file, or its folder, away with it.
            if lock.acquire(wait=True) and lock.is_current():
                break
            lock.release()
            if turn > _TRIES and not os.access(folder, os.W_OK):
                raise StoreError(sentence("The folder for Rawi's data cannot be written: {folder}.", folder=folder))
    except OSError as error:
        why = error.strerror
        raise StoreError(
            sentence("The folder for Rawi's data cannot be written: {folder} ({why}).", folder=folder, why=why)
        ) from error
    try:
        yield
    finally:
        if os.name != "nt":  # which refuses to delete what is open
            (folder / _LOCK).unlink(missing_ok=True)
        lock.release()
        with contextlib.suppress(OSError):
            folder.rmdir()


def _mark(path: Path) -> tuple[int, ...] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def corrections_file(source: Path, home: Path) -> Path:
    """The file to read corrections from; it need not exist. Once some are kept in `home`, those are the user's."""
    return kept_file(source, home, FILE)


def corrections_target(source: Path, home: Path) -> Path:
    """The file to write them to: the one they are read from where that can be, else the one in `home`."""
    return kept_target(source, home, FILE)


def columns_file(source: Path, home: Path) -> Path:
    """The file that says which column is what, found like that of the corrections."""
    return kept_file(source, home, columns.FILE)


def columns_target(source: Path, home: Path) -> Path:
    """The file to write it to."""
    return kept_target(source, home, columns.FILE)


def actors_file(source: Path, home: Path) -> Path:
    """The file to read the user's actor list from; it need not exist."""
    return kept_file(source, home, ACTORS)


def actors_target(source: Path, home: Path) -> Path:
    """The file to write it to."""
    return kept_target(source, home, ACTORS)


def kept_file(source: Path, home: Path, name: str) -> Path:
    """The file of this name to read from; see `corrections_file`."""
    source = source.expanduser()
    ours = place(source, home) / name
    return ours if ours.exists() else (source if source.is_dir() else source.parent) / name


def kept_target(source: Path, home: Path, name: str) -> Path:
    """The file of this name to write to; see `corrections_target`."""
    found = kept_file(source, home, name)
    writable = os.access(found.parent, os.W_OK) and (not found.exists() or os.access(found, os.W_OK))
    return found if writable else place(source.expanduser(), home) / name
