"""The reader of archives and compressed files: what lies in them is read like any other file, one member at a time.

Members are unpacked to a temporary folder under a name of ours, so no name in an archive can reach a place on disk; an
archive that swells, nests or counts beyond all reason is refused before it can fill the disk.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from lib.i18n import sentence
from lib.ingest import formats
from lib.ingest.documents import containers, warc
from lib.ingest.documents.members import Member, in_tar, in_zip, is_tar
from lib.ingest.documents.streams import DAMAGE, compression, unpacked
from lib.ingest.encodings import NotText
from lib.ingest.formats import Head, Reader
from lib.ingest.walk import set_aside_reason
from lib.model import Article, Problem

DEPTH = 3
MEMBERS = 200_000
TOTAL = 16 * 2**30
RATIO = 250
# Below this size no ratio is suspicious: a page of blanks packs to nothing.
HARMLESS = 64 * 2**20
_PIECE = 2**20
_FOREIGN = {b"Rar!\x1a\x07": "RAR", b"7z\xbc\xaf\x27\x1c": "7-Zip", b"\x1f\x9d": "compress (.Z)"}
_ENDINGS = frozenset({".gz", ".bz2", ".xz", ".zst", ".lzma", ".tgz", ".tbz2", ".txz"})


@dataclass
class _Budget:
    """What an archive may still unpack; `packed` is its own size in bytes."""

    packed: int
    written: int = 0
    seen: int = 0
    aside: list[str] = field(default_factory=list)

    def spend(self, size: int) -> None:
        """Counts bytes; NotText once the archive is beyond reason."""
        self.written += size
        if self.written > TOTAL or (self.written > HARMLESS and self.written > RATIO * self.packed):
            factor = self.written // max(1, self.packed)
            raise NotText(sentence(
                "This archive swells to more than {n} times its size when unpacked and was refused as a trap. "
                "Unpack it yourself if you trust it.", n=factor,
            ))  # fmt: skip


def claims(head: Head) -> bool:
    """Whether a file is an archive, or compressed; sheets, which are zip files too, were asked for before."""
    if head.data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return True
    return compression(head.data) is not None or is_tar(head.data) or any(head.data.startswith(m) for m in _FOREIGN)


def read(path: Path, name: str) -> Iterator[Article | Problem]:
    """Everything the members of an archive hold; NotText when it is no archive that can be opened, or a trap."""
    with path.open("rb") as file:
        start = file.read(512)
    for mark, kind in _FOREIGN.items():
        if start.startswith(mark):
            raise NotText(sentence(
                "This is a {kind} archive, which cannot be opened here. Unpack it, or pack it as zip.", kind=kind
            ))  # fmt: skip
    if start.startswith(b"PK"):
        document = containers.reader_of(path)
        yield from document(path, name) if document else _archive(path, name, in_zip(path))
        return
    kind_of = compression(start)
    with unpacked(path, kind_of) as stream:
        first = stream.read(512)
    if is_tar(first):
        yield from _archive(path, name, in_tar(path, kind_of))
    elif first.startswith(b"WARC/"):
        with unpacked(path, kind_of) as stream:
            yield from warc.records(stream, name)
    elif not first:
        raise NotText(sentence("This compressed file is empty inside. Fetch it again."))
    else:
        yield from _archive(path, name, _single(path, name, kind_of))


def _single(path: Path, name: str, kind: str | None) -> Iterator[Member]:
    """The one file inside a compressed file, named as it would be when unpacked."""
    own = PurePosixPath(name).name
    suffix = PurePosixPath(own).suffix.lower()
    with unpacked(path, kind) as stream:
        yield Member(own[: -len(suffix)] if suffix in _ENDINGS else own, stream)


def _archive(path: Path, name: str, members: Iterator[Member]) -> Iterator[Article | Problem]:
    if name.count("!/") >= DEPTH:
        raise NotText(sentence(
            "This archive lies in {n} others, one inside the other, and was not opened. Unpack it.", n=DEPTH
        ))  # fmt: skip
    budget = _Budget(path.stat().st_size)
    with tempfile.TemporaryDirectory(prefix="rawi-") as folder:
        for member in members:
            budget.seen += 1
            if budget.seen > MEMBERS:
                raise NotText(sentence(
                    "This archive holds more than {n} files; those after were not read. Unpack it.", n=MEMBERS
                ))  # fmt: skip
            yield from _member(member, Path(folder) / "member", name, budget)
    if not budget.seen:
        raise NotText(sentence("This archive is empty. Pack it again."))
    if budget.aside:
        shown = ", ".join(budget.aside[:3]) + (" …" if len(budget.aside) > 3 else "")
        what = sentence("{n} file was set aside as a note, a hidden or a system file: {names}",
                        "{n} files were set aside as notes, hidden or system files: {names}",
                        n=len(budget.aside), names=shown)  # fmt: skip
        yield Problem(name, "members", what, True)


def _member(member: Member, place: Path, name: str, budget: _Budget) -> Iterator[Article | Problem]:
    shown = f"{name}!/{member.name}"
    if member.refused or member.stream is None:
        yield Problem(shown, "file", member.refused or sentence("This member cannot be opened."), False)
        return
    if any(set_aside_reason(part) for part in member.name.split("/")):
        budget.aside.append(member.name)
        return
    try:
        _unpack(member.stream, place, budget)
    except (*DAMAGE, RuntimeError, ValueError, OSError) as error:
        if isinstance(error, NotText) or (isinstance(error, OSError) and error.errno is not None):
            raise
        yield Problem(shown, "file", sentence("This member is damaged and cannot be unpacked. Pack it again."), False)
        return
    yield from formats.read_file(place, shown)
    place.unlink(missing_ok=True)


def _unpack(stream: IO[bytes], place: Path, budget: _Budget) -> None:
    with place.open("wb") as file:
        while piece := stream.read(_PIECE):
            budget.spend(len(piece))
            file.write(piece)


READER = Reader("archive", claims, read)
