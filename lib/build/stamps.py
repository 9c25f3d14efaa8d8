"""What a generation depends on, as short digests: equal digests mean that reading again would give the same."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
from importlib.metadata import version
from pathlib import Path

from lib.enrich.identity.curated import load
from lib.ingest import corrsheet
from lib.ingest.walk import walk

_LIB = Path(__file__).resolve().parent.parent
# What a generation depends on besides its source: our code and data, and the libraries whose answers are kept.
_MAKERS = ("ingest", "enrich", "text", "store", "data", "model.py", "build")
_LIBRARIES = ("rensa", "py3langid", "babel", "pandas")


def makers_stamp(actors: Path | None = None) -> str:
    """Hex digest of all that decides how a file is read: code, data, and what the user's actor list wants to be looked
    for; what that list merges, hides or renames is no matter of reading."""
    digest = hashlib.blake2b(code_stamp().encode(), digest_size=16)
    digest.update(load(actors).stamp() if actors else b"")
    return digest.hexdigest()


def source_stamp(source: Path, makers: str, said: str, columns: Path) -> str:
    """Hex digest of all files by name, size and time of change, of what reads them and what the user says of them.

    `said` stands for what is said of articles, the file `columns` says what its columns are.
    """
    digest = hashlib.blake2b(makers.encode(), digest_size=16)
    digest.update(said.encode("utf-8", "surrogatepass"))
    with contextlib.suppress(OSError):
        digest.update(hashlib.blake2b(columns.read_bytes()).digest())
    names, base = [""], str(source)
    if source.is_dir():
        found = walk(source)
        names = found.files
        # The first star makes this file, which is no reason to read anything again.
        aside = [each for each in found.aside if each.source != corrsheet.FILE]
        digest.update(repr((aside, found.problems)).encode("utf-8", "surrogateescape"))
    for name in names:
        try:
            state = os.stat(os.path.join(base, name) if name else base)  # noqa: PTH116, PTH118 (asked for every file)
            known = (name, state.st_size, state.st_mtime_ns)
        except OSError as error:
            known = (name, -1, error.errno or 0)
        digest.update(repr(known).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


@functools.cache
def code_stamp() -> str:
    """Hex digest of the code, data and libraries that decide what a generation holds."""
    digest = hashlib.blake2b(digest_size=16)
    for name in _MAKERS:
        path = _LIB / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.parent.name != "__pycache__":
                digest.update(file.relative_to(_LIB).as_posix().encode() + b"\0" + file.read_bytes())
    digest.update(repr([(name, version(name)) for name in _LIBRARIES]).encode())
    return digest.hexdigest()
