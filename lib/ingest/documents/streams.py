"""Compressed files as streams of bytes: nothing is unpacked before somebody asks for it."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

import zstandard

from lib.i18n import sentence
from lib.ingest.encodings import NotText

DAMAGE = (
    EOFError, lzma.LZMAError, zlib.error, zstandard.ZstdError, gzip.BadGzipFile, tarfile.TarError, zipfile.BadZipFile,
)  # fmt: skip
_MAGIC = {b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ\x00": "xz", b"\x28\xb5\x2f\xfd": "zst", b"\x5d\x00\x00": "lzma"}
# What a decompressor may ask for: a frame of a few bytes can demand gigabytes.
_MEMORY = 256 * 2**20


def compression(data: bytes) -> str | None:
    """The compression whose mark a file begins with: gz, bz2, xz, zst or lzma; None for any other file."""
    return next((name for mark, name in _MAGIC.items() if data.startswith(mark)), None)


@contextmanager
def unpacked(path: Path, kind: str | None) -> Iterator[IO[bytes]]:
    """A file's bytes, unpacked while they are read (`kind` None: as they are); NotText when it is damaged."""
    try:
        with path.open("rb") as file, _stream(file, kind) as stream:
            yield stream
    except DAMAGE:
        raise NotText(sentence("This compressed file is damaged or was cut off. Fetch it again.")) from None
    except OSError as error:
        # bz2 and lzma report damage without an error number.
        if error.errno is None:
            raise NotText(sentence("This compressed file is damaged or was cut off. Fetch it again.")) from None
        raise


def _stream(file: IO[bytes], kind: str | None) -> IO[bytes]:
    if kind == "gz":
        return cast(IO[bytes], gzip.GzipFile(fileobj=file))
    if kind == "bz2":
        return cast(IO[bytes], bz2.BZ2File(file))
    if kind in ("xz", "lzma"):
        return cast(IO[bytes], lzma.LZMAFile(file))
    if kind == "zst":
        worker = zstandard.ZstdDecompressor(max_window_size=_MEMORY)
        reader = worker.stream_reader(file, read_across_frames=True, closefd=False)
        return io.BufferedReader(cast(io.RawIOBase, reader), 2**17)
    return file
