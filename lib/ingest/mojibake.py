"""Text that was encoded twice, put right only where it can be proven.

UTF-8 bytes read as windows-1256 or Latin-1 and saved again look like «طھط¬» or "Ø³Ù„". The proof is that going one step
back gives bytes that are valid UTF-8 from end to end, which no real text does by chance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.ingest.plausible import plausibility

_LINE = re.compile(r"[^\n]*\n?")


@dataclass(frozen=True, slots=True)
class Mended:
    """The repaired text, the encoding it had been misread as, and how many lines were changed."""

    text: str
    read_as: str
    lines: int


def _back(encoding: str) -> dict[str, int]:
    """Character → byte; bytes that the encoding leaves undefined travel as control characters, as browsers do it."""
    table = {chr(byte): byte for byte in range(256)} if encoding == "cp1252" else {}
    for byte in range(256):
        character = bytes([byte]).decode(encoding, "ignore")
        if character:
            table[character] = byte
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
        sample = text[:20_000]
        foreign = sum(character > "\x7f" for character in sample)
        if foreign < 8 or len(sign.findall(sample)) < 0.25 * foreign:
            continue
        pieces = [_line(piece, name, sign) for piece in _LINE.findall(text) if piece]
        changed = sum(done for _, done in pieces)
        if changed:
            return Mended("".join(piece for piece, _ in pieces), name, changed)
    return None


def _line(line: str, name: str, sign: re.Pattern[str]) -> tuple[str, bool]:
    if len(sign.findall(line)) < 2:
        return line, False
    table = _TABLES[name]
    try:
        fixed = bytes(table[character] for character in line).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return line, False
    if "\n" in fixed[:-1] or plausibility(fixed) <= plausibility(line):
        return line, False
    return fixed, True
