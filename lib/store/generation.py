"""Where a corpus lives on disk, and how a new generation takes the place of the old one.

A generation is written beside the others under a temporary name, forced to disk, renamed, and named by the file CURRENT
in one step. A reader sees the old or the new one and nothing between, whenever the writer dies. A reader holds a lease
on its generation, so that sweeping leaves alone what is in use.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lib.i18n import sentence
from lib.store.locks import FileLock
from lib.store.schema import FORMAT

Lease = FileLock

_NAME = re.compile(r"g\d{6,}")
_TEMPORARY = "new-"
_AGAIN = 0.05  # seconds between two tries to take the lock


class StoreError(Exception):
    """The folder for our data cannot be used; the message says which and why."""


def place(source: Path, home: Path, actors: Path | None = None) -> Path:
    """The folder for what is kept about a source; with an actor list of its own it has a folder inside that one."""
    digest = hashlib.blake2b(os.fsencode(source.expanduser().resolve()), digest_size=12).hexdigest()
    folder = home / digest
    if actors is None:
        return folder
    return folder / ("actors-" + hashlib.blake2b(os.fsencode(actors.expanduser().resolve()), digest_size=6).hexdigest())


def write_lock(folder: Path, waiting: Callable[[], None] = lambda: None) -> FileLock:
    """The lock that a builder holds, in a folder made for it and its owner alone. Raises StoreError.

    `waiting` is called now and then while another holds the lock, and ends the wait by what it raises.
    """
    while True:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.chmod(0o700)
        except OSError as error:
            why = error.strerror
            raise StoreError(
                sentence("The folder for Rawi's data cannot be written: {folder} ({why}).", folder=folder, why=why)
            ) from error
        lock = FileLock(folder / "lock")
        while not lock.acquire(wait=False):
            if not os.access(folder / "lock", os.W_OK):
                raise StoreError(sentence("The folder for Rawi's data cannot be written: {folder}.", folder=folder))
            waiting()
            time.sleep(_AGAIN)
        if lock.is_current():
            return lock
        lock.release()


def temporary(folder: Path) -> Path:
    """A fresh folder for a generation that is being written."""
    return Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=folder))


def read_manifest(generation: Path) -> dict[str, Any]:
    """What is said of a generation. Raises OSError or ValueError where it is not whole."""
    manifest = json.loads((generation / "manifest.json").read_text("utf-8"))
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise ValueError("written by another version")
    for name, size in manifest["files"].items():
        if (generation / name).stat().st_size != size:
            raise ValueError(f"{name} is damaged")
    return manifest


def current(folder: Path) -> Path | None:
    """The live generation, None where there is none or it is damaged."""
    try:
        name = _pointed(folder)
        if not _NAME.fullmatch(name):
            return None
        read_manifest(folder / name)
    except (OSError, ValueError, KeyError, AttributeError):
        return None
    return folder / name


def _pointed(folder: Path) -> str:
    """What CURRENT says, nothing where there is none."""
    try:
        return (folder / "CURRENT").read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def lease(folder: Path) -> tuple[Path, Lease] | None:
    """The live generation, kept from being swept until the lease is released; None where there is none."""
    for _ in range(100):
        name = _pointed(folder)
        generation = current(folder)
        if generation is None:
            if _pointed(folder) == name:
                return None
            continue  # another took its place while this one was looked at
        held = Lease(generation / "lease", shared=True)
        if held.acquire(wait=False) and (generation / "manifest.json").exists():
            return generation, held
        held.release()  # swept between reading its name and opening it: CURRENT names another by now
    return None


def publish(folder: Path, written: Path, manifest: Mapping[str, Any]) -> Path:
    """Makes what was written the live generation and sweeps what nobody reads. The write lock must be held."""
    files = sorted(path for path in written.iterdir() if path.is_file())
    sizes = {path.name: path.stat().st_size for path in files}
    text = json.dumps({"format": FORMAT, **manifest, "files": sizes}, ensure_ascii=False, indent=1)
    (written / "manifest.json").write_text(text, "utf-8")
    (written / "lease").touch(mode=0o600)
    for path in [*files, written / "manifest.json", written]:
        _sync(path)
    numbers = [int(path.name[1:]) for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    generation = folder / f"g{max(numbers, default=0) + 1:06d}"
    written.rename(generation)
    _sync(folder)
    pointer = folder / "CURRENT.new"
    pointer.write_text(generation.name, "ascii")
    _sync(pointer)
    pointer.replace(folder / "CURRENT")
    _sync(folder)
    sweep(folder)
    return generation


def sweep(folder: Path) -> None:
    """Removes generations that are neither live nor read, and what dead writers left. The write lock must be held."""
    live = current(folder)
    for path in folder.iterdir():
        if path.name.startswith(_TEMPORARY):
            shutil.rmtree(path, ignore_errors=True)
        elif _NAME.fullmatch(path.name) and path != live:
            unused = FileLock(path / "lease")
            if unused.acquire(wait=False):
                if os.name == "nt":
                    unused.release()
                # The manifest goes first, so that a reader who comes now knows that this generation is no more.
                (path / "manifest.json").unlink(missing_ok=True)
                shutil.rmtree(path, ignore_errors=True)
            unused.release()


def forget(source: Path, home: Path) -> bool:
    """Deletes everything kept about a source; False where nothing was. Raises StoreError where a file resists."""
    folder = place(source, home)
    if not folder.exists():
        return False
    with write_lock(folder):
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name != "lock":
                path.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        raise StoreError(sentence("Not everything could be deleted: {folder}.", folder=folder))
    return True


def _sync(path: Path) -> None:
    """Forces a file or folder to disk; Windows cannot do so for folders."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
