"""Files of any size as text, piece by piece: what encodings.py decides for a whole file, for one that is never whole.

The first piece settles the encoding; a later piece that is valid UTF-8, or damaged, is judged by itself.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from lib.i18n import sentence
from lib.ingest.encodings import LEGACY, Note, by_line, decode, mended

PIECE = 2**20
_ZEROS = 0.01
_LINE = re.compile(r"line (\d+)$")
_BREAK = re.compile(r"\r\n|\r(?!\n)|\n")


class Stream:
    """The text of a file in pieces or lines; `notes` grows with what was doubtful about the encoding."""

    def __init__(self, path: Path, size: int = PIECE) -> None:
        self._path = path
        self._size = size
        self.notes: list[Note] = []
        self._lines = 0

    def pieces(self) -> Iterator[str]:
        """Text in pieces of about a megabyte, cut at the end of a line where there is one; NotText when it is none."""
        with self._path.open("rb") as file:
            first = file.read(self._size)
            decoded = decode(_without_zeros(first[: self._size // 4]) if _is_narrow(first) else first[:16_384])
            file.seek(0)
            wide = decoded.encoding.startswith("utf-16") or decoded.encoding.startswith("utf-32")
            yield from self._wide(file, decoded.encoding) if wide else self._narrow(file, decoded.encoding)

    def lines(self) -> Iterator[str]:
        """Lines with their ends; a lone carriage return ends a line too."""
        rest = ""
        for piece in self.pieces():
            text = rest + piece if rest else piece
            lines = text.splitlines(keepends=True) if "\r" not in text and _plain(text) else _split(text)
            rest = lines.pop() if lines and not lines[-1].endswith("\n") else ""
            yield from lines
        if rest:
            yield rest

    def _wide(self, file: IO[bytes], encoding: str) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        start = True
        while data := file.read(self._size):
            text = decoder.decode(data)
            yield text.removeprefix("\ufeff") if start else text
            start = False
        if rest := decoder.decode(b"", final=True):
            yield rest

    def _narrow(self, file: IO[bytes], encoding: str) -> Iterator[str]:
        rest = b""
        start, zeros = True, 0
        while True:
            data = file.read(self._size)
            block = rest + data
            rest = b""
            if len(data) == self._size:
                cut = _cut(block)
                block, rest = block[:cut], block[cut:]
            zeros += block.count(b"\0")
            if text := self._decoded(_without_zeros(block), encoding):
                yield text.removeprefix("\ufeff") if start else text
                start = False
            if not data:
                break
        if zeros:
            what = sentence("{n} zero byte stood in the text and was taken out.",
                            "{n} zero bytes stood in the text and were taken out.", n=zeros)  # fmt: skip
            self.notes.append(Note("whole file", what))

    def _decoded(self, block: bytes, encoding: str) -> str:
        if not block:
            return ""
        if block.isascii():
            self._lines += block.count(b"\n")
            return block.decode("ascii")
        # A later block of a file in an old encoding is too short a text to guess it from again.
        decoded = mended(by_line(block, encoding)) if encoding in LEGACY else decode(block)
        self._remember(decoded.notes)
        self._lines += block.count(b"\n")
        return decoded.text

    def _remember(self, notes: tuple[Note, ...]) -> None:
        """Keeps one note of a kind: a large file would repeat it for every megabyte."""
        known = {_kind(note) for note in self.notes}
        for note in notes:
            if _kind(note) not in known:
                where = _LINE.sub(lambda match: f"line {int(match[1]) + self._lines}", note.where)
                self.notes.append(Note(where, note.what))


def _kind(note: Note) -> str:
    return re.sub(r"\d+", "", note.what)


def _is_narrow(data: bytes) -> bool:
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE))
    return not marked and data.count(b"\0") < _ZEROS * len(data)


def _without_zeros(data: bytes) -> bytes:
    return data.replace(b"\0", b"") if b"\0" in data else data


def _cut(block: bytes) -> int:
    """Where to cut a block: after its last line, else after its last ASCII byte, never inside a character."""
    if at := block.rfind(b"\n") + 1:
        return at
    for at in range(len(block), max(0, len(block) - 4096), -1):
        if block[at - 1] < 0x80 and block[at - 1] != 0x0D:
            return at
    return 0


def _plain(text: str) -> bool:
    """Whether "\\n" is the only character in the text at which str.splitlines would cut."""
    return not re.search("[\v\f\x1c-\x1e\x85\u2028\u2029]", text)


def _split(text: str) -> list[str]:
    ends = [match.end() for match in _BREAK.finditer(text) if match.end() < len(text) or not text.endswith("\r")]
    starts = [0, *ends]
    return [text[a:b] for a, b in zip(starts, [*ends, len(text)], strict=True) if a < b]
