"""Bytes to text, told by the bytes themselves: what a file, a server or a header declares is only a rumour.

A file may be UTF-8 in one line and windows-1256 in the next, cut in the middle of a letter, or encoded twice. What can
be read is read, and whatever was doubtful is said in a note.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from lib.i18n import sentence
from lib.ingest.mixed import LEGACY, UTF8, by_lines, guess, is_mostly_utf8
from lib.ingest.mojibake import repair

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 40_000
_ODD = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")
__all__ = ["LEGACY", "Decoded", "NotText", "Note", "by_line", "decode", "mended"]


class NotText(ValueError):
    """The bytes are no text in any encoding we know; the message is a sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something doubtful about the decoding: where, and what was done about it."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as text, without its byte-order mark, newlines untouched; `notes` say what was repaired or lost."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text that `data` is; NotText when it is none."""
    if not data:
        raise NotText(sentence("This file is empty (0 bytes). Save it again from where it came from."))
    if not data.strip(b"\0"):
        raise NotText(sentence("This file holds nothing but zeros; a copy or download has failed. Fetch it again."))
    decoded = _by_mark(data) or _wide(data)
    if decoded is None:
        if b"\0" in data:
            raise NotText(sentence("This is binary data, not text. Save it as plain text to read it."))
        decoded = _narrow(data)
    if _unwritten(decoded.text):
        raise NotText(sentence("This is binary data, not text. Save it as plain text to read it."))
    return mended(decoded)


def mended(decoded: Decoded) -> Decoded:
    """What was decoded, put right where it had been encoded twice."""
    found = repair(decoded.text)
    if found is None:
        return decoded
    what = sentence(
        "{n} line had been encoded twice (UTF-8 read as {encoding}) and was put right. "
        "Fetch the original again if a word looks wrong.",
        "{n} lines had been encoded twice (UTF-8 read as {encoding}) and were put right. "
        "Fetch the original again if a word looks wrong.", n=found.lines, encoding=found.read_as,
    )  # fmt: skip
    return Decoded(found.text, decoded.encoding, (*decoded.notes, Note("whole file", what)))


def _unwritten(text: str) -> bool:
    """Whether control characters that no writer types make up a good part of the text."""
    sample = text[:_SAMPLE]
    return len(_ODD.findall(sample)) > 2 + len(sample) / 50


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            return _utf8(body) if encoding == "utf-8" else _wide_text(body, encoding)
    return None


def _wide_text(body: bytes, encoding: str) -> Decoded:
    text = body.decode(encoding, "replace")
    lost = text.count("\ufffd") - body.count("\ufffd".encode(encoding))
    if lost <= 0:
        return Decoded(text, encoding)
    at = text.count("\n", 0, text.index("\ufffd")) + 1
    return Decoded(text, encoding, (Note(f"line {at}", _lost(lost, encoding)),))


def _lost(count: int, encoding: str) -> str:
    return sentence("{n} piece of the file is no {encoding} and shows as \ufffd; the rest was read.",
                    "{n} pieces of the file are no {encoding} and show as \ufffd; the rest was read.",
                    n=count, encoding=encoding.upper())  # fmt: skip


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 and UTF-32 without a mark: whole columns of bytes are nearly constant."""
    sample = data[: _SAMPLE - _SAMPLE % 4]
    if len(sample) >= 8 and len(data) % 4 == 0:
        columns = [sample[offset::4] for offset in range(4)]
        if all(set(column) <= {0} for column in columns[2:]):
            return _strictly(data, "utf-32-le")
        if all(set(column) <= {0} for column in columns[:2]):
            return _strictly(data, "utf-32-be")
    if len(sample) < 6:
        return None
    even, odd = sample[0::2], sample[1::2]
    for high, low, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        # High bytes of news in our scripts: 00 Latin, 05 Hebrew, 06 Arabic, 20 punctuation, 03 and 04 Greek, Cyrillic.
        steady = sum(high.count(value) for value in b"\x00\x03\x04\x05\x06\x20\xfb\xfe") / len(high)
        control = sum(high.count(value) for value in b"\x00\x03\x04\x05\x06") / len(high)
        loose = sum(low.count(value) for value in b"\x00\x03\x04\x05\x06") / max(1, len(low))
        if steady > 0.9 and control > 0.5 and loose < 0.3:
            return _strictly(data[: len(data) - len(data) % 2], encoding)
    return None


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _utf8(data: bytes) -> Decoded:
    return _strictly(data, UTF8) or by_line(data, UTF8)


def _narrow(data: bytes) -> Decoded:
    """Encodings of one byte a letter, after UTF-8 was tried; the guess is made on the lines that need it."""
    return _strictly(data, UTF8) or by_line(data, UTF8 if is_mostly_utf8(data) else guess(data))


def by_line(data: bytes, main: str) -> Decoded:
    """A file of mixed or damaged encodings, most of it in `main`."""
    lines = by_lines(data, main)
    notes = []
    if lines.lost:
        notes.append(Note(f"line {min(lines.lost)}", _lost(sum(lines.lost.values()), UTF8)))
    for encoding, numbers in lines.foreign.items():
        what = sentence("{n} line is written in {encoding}, the others in {other}; all were read.",
                        "{n} lines are written in {encoding}, the others in {other}; all were read.",
                        n=len(numbers), encoding=encoding, other=main)  # fmt: skip
        notes.append(Note(f"line {numbers[0]}", what))
    return Decoded("".join(lines.pieces), main, tuple(notes))
