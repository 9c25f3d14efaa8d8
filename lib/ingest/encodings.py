"""Bytes to text, told by the bytes themselves: what a file, a server or a header declares is only a rumour.

A file may be UTF-8 in one line and windows-1256 in the next, cut in the middle of a letter, or encoded twice. What can
be read is read, and whatever was doubtful is said in a note.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from lib.i18n import sentence
from lib.ingest.mojibake import repair
from lib.ingest.plausible import plausibility

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LEGACY = ("cp1256", "iso8859_6", "cp1255", "iso8859_8", "mac_arabic", "mac_farsi", "cp1252", "cp1254", "cp1251")
_HIGH = re.compile(rb"[\x80-\xff]")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SAMPLE = 40_000


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
    mended = repair(decoded.text)
    if mended is None:
        return decoded
    what = sentence(
        "{n} line had been encoded twice (UTF-8 read as {encoding}) and was put right. "
        "Fetch the original again if a word looks wrong.",
        "{n} lines had been encoded twice (UTF-8 read as {encoding}) and were put right. "
        "Fetch the original again if a word looks wrong.", n=mended.lines, encoding=mended.read_as,
    )  # fmt: skip
    return Decoded(mended.text, decoded.encoding, (*decoded.notes, Note("whole file", what)))


def _unwritten(text: str) -> bool:
    """Whether control characters that no writer types make up a good part of the text."""
    sample = text[:_SAMPLE]
    odd = sum(character < " " and character not in "\t\n\r\f\v\x1a\x1b" for character in sample)
    return odd > 2 + len(sample) / 50


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
    return _strictly(data, "utf-8") or _line_by_line(data)


def _narrow(data: bytes) -> Decoded:
    """Encodings of one byte a character, after UTF-8 was tried: the guess is made on the lines that need it."""
    if (strict := _strictly(data, "utf-8")) is not None:
        return strict
    valid = sum(len(match.group()) for match in _SEQUENCE.finditer(data))
    high = len(_HIGH.findall(data))
    if valid < 0.4 * high:
        encoding = guess(data)
        return Decoded(_loosely(data, encoding), encoding)
    return _line_by_line(data)


def _line_by_line(data: bytes) -> Decoded:
    """A file of mixed or damaged encodings: UTF-8 where it holds, the likeliest old encoding where it does not."""
    pieces: list[str] = []
    lost = 0
    first = 0
    foreign: dict[str, list[int]] = {}
    for number, line in enumerate(data.splitlines(keepends=True), 1):
        try:
            pieces.append(line.decode("utf-8"))
            continue
        except UnicodeDecodeError:
            pass
        high = len(_HIGH.findall(line))
        valid = sum(len(match.group()) for match in _SEQUENCE.finditer(line))
        if valid < 0.5 * high and high > 8:
            encoding = guess(line)
            foreign.setdefault(encoding, []).append(number)
            pieces.append(_loosely(line, encoding))
        else:
            text = line.decode("utf-8", "replace")
            first = first or number
            lost += text.count("\ufffd")
            pieces.append(text)
    notes = [Note(f"line {first}", _lost(lost, "utf-8"))] if lost else []
    for encoding, numbers in foreign.items():
        what = sentence("{n} line is written in {encoding}, the others in UTF-8; all were read.",
                        "{n} lines are written in {encoding}, the others in UTF-8; all were read.",
                        n=len(numbers), encoding=encoding)  # fmt: skip
        notes.append(Note(f"line {numbers[0]}", what))
    return Decoded("".join(pieces), "utf-8", tuple(notes))


def guess(data: bytes) -> str:
    """The old one-byte encoding that makes most sense of `data`."""
    sample = b"\n".join(line for line in data[: _SAMPLE * 2].splitlines() if _HIGH.search(line))[:_SAMPLE]
    return max(LEGACY, key=lambda encoding: plausibility(_loosely(sample, encoding)))


def _loosely(data: bytes, encoding: str) -> str:
    return data.decode(encoding, "replace")
