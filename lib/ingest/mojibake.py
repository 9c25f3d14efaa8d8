"""Text that was encoded twice, put right only where it can be proven.

UTF-8 bytes read as windows-1256 or Latin-1 and saved again look like «طھط¬» or "Ø³Ù„". The proof is that going one step
back gives bytes that are valid UTF-8 from end to end, which no real text does by chance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.ingest.plausible import plausibility

_SAMPLE = 20_000
_LINE = re.compile(r"[^\n]*\n?")


@dataclass(frozen=True, slots=True)
class Mended:
    """The repaired text, the encoding it had been misread as, and how many lines were changed."""

    text: str
    read_as: str
    lines: int


def _back(encoding: str) -> dict[int, str]:
    """Character → the byte it stood for, as a Latin-1 character; one that stood for no byte breaks the proof.

    Bytes that the encoding leaves undefined travel as control characters, as browsers do it.
    """
    table = {code: chr(code) if encoding == "cp1252" else "\uffff" for code in range(256)}
    for byte in range(256):
        if character := bytes([byte]).decode(encoding, "ignore"):
            table[ord(character)] = chr(byte)
    return table


_TABLES = {"windows-1252": _back("cp1252"), "windows-1256": _back("cp1256")}
# The first bytes of Arabic and Hebrew letters in UTF-8 (D6 to DB, and C2, C3, E2) as each encoding shows them.
_SIGNS = {
    "windows-1252": re.compile("[ÃÂâÖ×ØÙÚÛ][\x80-\xbf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"),
    "windows-1256": re.compile("[طظعغâأآضصكک][\x80-\xbf\u0152-\u0192\u02c6\u200c-\u203a\u20ac\u2122\u0679-\u06d2؛،]"),
}


def repair(text: str) -> Mended | None:
    """The text before it was encoded twice; None when it was not, or when that cannot be proven."""
    for name, sign in _SIGNS.items():
        sample = text[:_SAMPLE]
        foreign = sum(character > "\x7f" for character in sample)
        if foreign < 8 or len(sign.findall(sample)) < 0.25 * foreign:
            continue
        pieces = [_line(piece, name, sign) for piece in _LINE.findall(text) if piece]
        changed = sum(done for _, done in pieces)
        mended = "".join(piece for piece, _ in pieces)
        if changed and plausibility(mended[:_SAMPLE]) > plausibility(sample):
            return Mended(mended, name, changed)
    return None


def _line(line: str, name: str, sign: re.Pattern[str]) -> tuple[str, bool]:
    if line.isascii() or sign.search(line) is None:
        return line, False
    try:
        fixed = line.translate(_TABLES[name]).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return line, False
    return (line, False) if "\n" in fixed[:-1] else (fixed, True)
