"""What a generation depends on, as short digests: equal digests mean that reading again would give the same."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
from importlib.metadata import version
from pathlib import Path

from lib.ingest.walk import walk

_LIB = Path(__file__).resolve().parent.parent
# What a generation depends on besides its source: our code and data, and the libraries whose answers are kept.
_MAKERS = ("ingest", "enrich", "text", "store", "data", "model.py", "build")
_LIBRARIES = ("rensa", "py3langid", "babel", "pandas")


def makers_stamp(actors: Path | None = None, corrections: Path | None = None) -> str:
    """Hex digest of all that decides how any file is read: code, data, the actor list, the user's corrections."""
    digest = hashlib.blake2b(code_stamp().encode(), digest_size=16)
    for path in (actors, corrections):
        try:
            content = path.read_bytes() if path else b""
        except OSError as error:
            content = str(error.errno).encode()
        digest.update(len(content).to_bytes(8, "little") + content)
    return digest.hexdigest()


def source_stamp(source: Path, makers: str, columns: Path) -> str:
    """Hex digest of names, sizes and times of change of all files, of what reads them, and of what `columns` says."""
    digest = hashlib.blake2b(makers.encode(), digest_size=16)
    with contextlib.suppress(OSError):
        digest.update(hashlib.blake2b(columns.read_bytes()).digest())
    names, base = [""], str(source)
    if source.is_dir():
        found = walk(source)
        names = found.files
        digest.update(repr((found.aside, found.problems)).encode("utf-8", "surrogateescape"))
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
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.relative_to(_LIB).as_posix().encode() + b"\0" + file.read_bytes())
    digest.update(repr([(name, version(name)) for name in _LIBRARIES]).encode())
    return digest.hexdigest()
