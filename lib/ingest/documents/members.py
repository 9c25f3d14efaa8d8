"""The members of zip and tar archives as a list of names and streams; what is no plain file is refused by name."""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from lib.i18n import sentence
from lib.ingest.documents.streams import unpacked
from lib.ingest.encodings import NotText

_CUT_OFF = sentence("This archive is damaged or was cut off. Fetch it again.")
_TRICK = sentence(
    "The name of this member points outside the archive; it was not opened. Unpack it yourself if you trust it."
)
_LINK = sentence("This member is a link to another file; only what lies in the archive itself is read.")
_DEVICE = sentence("This member is a device or a pipe, not a file, and was not opened.")
_LOCKED = sentence("This member is locked with a password. Unpack it, or pack it without one.")


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an archive: its name, its bytes, or the sentence why it is not opened."""

    name: str
    stream: IO[bytes] | None = None
    refused: str | None = None


def is_tar(data: bytes) -> bool:
    """Whether a file begins like a tar archive: a header with its mark, or one whose sum is right."""
    if data[257:262] == b"ustar":
        return True
    if len(data) < 512 or not data[:1].strip(b"\0"):
        return False
    try:
        stated = int(data[148:156].strip(b" \0") or b"-1", 8)
    except ValueError:
        return False
    return stated == sum(data[:148]) + 256 + sum(data[156:512])


def in_zip(path: Path) -> Iterator[Member]:
    """The files of a zip archive, sorted by name."""
    try:
        with zipfile.ZipFile(path) as archive:
            files = [info for info in archive.infolist() if not info.is_dir()]
            if files and all(info.flag_bits & 1 for info in files):
                raise NotText(sentence("This archive is locked with a password. Pack it without one to read it."))
            for info in sorted(files, key=lambda one: _named(one).split("/")):
                yield from _zipped(archive, info)
    except (zipfile.BadZipFile, zlib.error, EOFError, OverflowError):
        raise NotText(_CUT_OFF) from None


def _zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Member]:
    name = _named(info)
    kind = (info.external_attr >> 16) & 0o170000
    if refused := _refused(name) or (_LINK if kind == 0o120000 else _DEVICE if kind not in (0, 0o100000) else None):
        yield Member(shown(name), refused=refused)
    elif info.flag_bits & 1:
        yield Member(name, refused=_LOCKED)
    else:
        try:
            with archive.open(info) as stream:
                yield Member(name, stream)
        except (zipfile.BadZipFile, RuntimeError):  # an unknown way of packing is a RuntimeError
            yield Member(name, refused=sentence("This member is damaged, or packed in a way that is not known here."))


def _named(info: zipfile.ZipInfo) -> str:
    """The name of a member; names in UTF-8 are often not marked as such and arrive as line-drawing characters."""
    if not info.flag_bits & 0x800:
        try:
            return info.filename.encode("cp437").decode("utf-8")
        except UnicodeError:
            pass
    return info.filename


def in_tar(path: Path, kind: str | None) -> Iterator[Member]:
    """The files of a tar archive in the order they were packed, `kind` being the compression around it."""
    with unpacked(path, kind) as stream:
        try:
            with tarfile.open(fileobj=stream, mode="r|", errorlevel=0) as archive:
                for info in archive:
                    if not info.isdir():
                        yield _tarred(archive, info)
        except (tarfile.TarError, OverflowError):
            raise NotText(_CUT_OFF) from None


def _tarred(archive: tarfile.TarFile, info: tarfile.TarInfo) -> Member:
    name = info.name.removeprefix("./")
    if refused := _refused(name) or (_LINK if info.issym() or info.islnk() else None if info.isreg() else _DEVICE):
        return Member(shown(name), refused=refused)
    return Member(shown(name), archive.extractfile(info))


def _refused(name: str) -> str | None:
    """Why a member of this name is not opened, None when its name stays within the archive."""
    parts = name.replace("\\", "/").split("/")
    drive = len(parts[0]) == 2 and parts[0][1:] == ":"
    return _TRICK if ".." in parts or not parts[0] or drive or "\0" in name else None


def shown(name: str) -> str:
    """A name that can be printed and stored: bytes that are no UTF-8 and control characters as U+FFFD."""
    printable = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(one if one.isprintable() or one in "\u200c\u200d" else "\ufffd" for one in printable)
