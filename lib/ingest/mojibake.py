"""Text that was encoded twice, put right only where it can be proven.

UTF-8 bytes read as windows-1256 or Latin-1 and saved again look like «طھط¬» or "Ø³Ù„". The proof is that going one step
back gives bytes that are valid UTF-8 from end to end, which no real text does by chance. It is asked of every line, for
a file may hold sound ones too; what was encoded more than twice goes back as many steps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.ingest.plausible import plausibility

_LINE = re.compile(r"[^\n]*\n?")
_FOREIGN = re.compile("[^\x00-\x7f]")
_PROOF = 8  # letters beyond ASCII that a line must have to prove it; in a file that holds such a line, fewer will do
_FEW = 2
_STEPS = 3


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
    whole: Mended | None = None
    for _ in range(_STEPS):
        step = _step(whole.text if whole else text)
        if step is None:
            break
        read_as, lines = (whole.read_as, whole.lines) if whole else (step.read_as, 0)
        whole = Mended(step.text, read_as, max(step.lines, lines))
    return whole


def _step(text: str) -> Mended | None:
    for name, sign in _SIGNS.items():
        if sign.search(text) is None:
            continue
        pieces = [piece for piece in _LINE.findall(text) if piece]
        fixed = [_line(piece, name, _PROOF) for piece in pieces]
        if any(fixed):
            fixed = [done or _line(piece, name, _FEW) for done, piece in zip(fixed, pieces, strict=True)]
            mended = "".join(done or piece for done, piece in zip(fixed, pieces, strict=True))
            return Mended(mended, name, sum(done is not None for done in fixed))
    return None


def _line(line: str, name: str, least: int) -> str | None:
    """The line one step back; None where that is not proven."""
    sign = _SIGNS[name]
    if line.isascii() or sign.search(line) is None:
        return None
    foreign = len(_FOREIGN.findall(line))
    if foreign < least or len(sign.findall(line)) < 0.25 * foreign:
        return None
    try:
        fixed = line.translate(_TABLES[name]).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
    if "\n" in fixed[:-1] or plausibility(fixed) <= plausibility(line):
        return None
    return fixed
