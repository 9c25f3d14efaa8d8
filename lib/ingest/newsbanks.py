"""Text that Factiva and Nexis write: many articles one after the other, each with labels of the database's own.

Factiva marks fields with two letters (`HD`, `PD`, `LP`, `TD`) or, without its indexing, gives them in a fixed order and
ends each article with its number. Nexis writes `HEADLINE:` and `BODY:`, or a title above and `End of Document` below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lib.i18n import sentence
from lib.ingest.daylines import day_of
from lib.ingest.formats import Head
from lib.ingest.rows import Row, Rows, reader
from lib.ingest.streams import Stream
from lib.model import Problem

_CODE_WORDS = """
    SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD CX CT RF CO IN NS RE IPC IPD PUB AN ART CLM
"""
_CODES = frozenset(_CODE_WORDS.split())
_CODED = re.compile(r"\s*([A-Z]{2,3})(?:[ \t\u00a0]+(\S.*))?$")
_NUMBERED = re.compile(r"\s*(?:Document|Dokument|Documento)[ \u00a0]([A-Z0-9]{12,40})\s*$", re.I)
_COUNT = re.compile(r"\s*[\d,.\u00a0]{1,9}[ \u00a0](?:words|Wörter|mots|palabras|parole|kelime|كلمة|كلمات)\s*$", re.I)
_CLOCK = re.compile(r"\s*\d{1,2}:\d{2}")
_RIGHTS = re.compile(r"\s*(?:\(c\)|©|Copyright)", re.I)
_OF = re.compile(r"\s*\d+ of \d+ DOCUMENTS?\s*$", re.I)
_END = re.compile(r"\s*End of Document\s*$", re.I)
_BODY = re.compile(r"\s*(?:BODY\s*:|Body\s*$)\s*(.*)$")
_LABEL = re.compile(
    r"\s*(headline|title|byline|section|length|dateline|highlight|load-date|language|publication-type|journal code|"
    r"url|graphic|subject|organization|person|geographic|country|city|state|industry|company|ticker|classification|"
    r"copyright|correction|type|notes?|series|edition)\s*(?::\s*(.*)|\s*$)",
    re.I,
)
_FIELDS = {"headline": "title", "title": "title", "byline": "author", "section": "section", "language": "language"}
_TAIL = frozenset({
    "load-date", "language", "publication-type", "journal code", "graphic", "classification", "subject", "organization",
    "person", "geographic", "country", "city", "state", "industry", "company", "ticker", "url", "copyright",
})  # fmt: skip
_SUFFIXES = frozenset({"", ".txt", ".text"})
Cells = dict[str, str]


def is_newsbank(lines: Sequence[str]) -> bool:
    """Whether the beginning of a text is written by one of these databases: the signs are many, and stand in a row."""
    lines = [line for line in lines if line.strip()][:400]
    if any(_OF.match(line) for line in lines[:10]):
        return True
    codes = {match[1] for line in lines if (match := _CODED.match(line)) and match[1] in _CODES}
    if {"HD", "PD", "SN"} <= codes and {"LP", "TD"} & codes:
        return True
    for at, line in enumerate(lines[:-1]):
        if _COUNT.match(line) and day_of(lines[at + 1]) and any(map(_RIGHTS.match, lines[at + 2 : at + 9])):
            return True
    labels = {match[1].lower() for line in lines if (match := _LABEL.match(line))}
    return "length" in labels and any(map(_BODY.match, lines)) and any(day_of(line) for line in lines[:12])


def entries(lines: Sequence[str]) -> Iterator[Cells]:
    """The articles of such a text as rows; what has neither a title nor a text is none."""
    for chunk in _chunks(lines):
        codes = {match[1] for line in chunk if (match := _CODED.match(line)) and match[1] in _CODES}
        cells = _coded(chunk) if {"HD", "SN"} <= codes else _nexis(chunk) or _ordered(chunk)
        if cells.get("title") or cells.get("text"):
            yield {name: value for name, value in cells.items() if value}


def _chunks(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each article: up to its number or the word of its end, or from its running number on."""
    chunk: list[str] = []
    for line in lines:
        number = _NUMBERED.match(line)
        coded = _CODED.match(line)
        begins = _OF.match(line) or (coded and coded[1] == "HD" and any(_of(each) == "HD" for each in chunk))
        if begins and any(each.strip() for each in chunk):
            yield chunk
            chunk = []
        if number:
            chunk.append(f"AN {number[1]}")
        if number or _END.match(line):
            yield chunk
            chunk = []
        elif not _OF.match(line):
            chunk.append(line)
    if any(line.strip() for line in chunk):
        yield chunk


def _of(line: str) -> str:
    match = _CODED.match(line)
    return match[1] if match else ""


def _coded(chunk: Sequence[str]) -> Cells:
    """Factiva with its indexing: what stands after a code, until the next one."""
    found: dict[str, list[str]] = {}
    code = ""
    for line in chunk:
        match = _CODED.match(line)
        if match and match[1] in _CODES:
            code = match[1]
            line = match[2] or ""
        found.setdefault(code, []).append(line)
    said = {code: _paragraphs(lines) for code, lines in found.items()}
    numbered = _NUMBERED.match(said.get("AN", ""))
    return {
        "title": _line(said.get("HD", "")),
        "text": "\n\n".join(filter(None, (said.get("LP"), said.get("TD")))),
        "published": _day(said.get("PD", "")),
        "outlet": _line(said.get("SN", "")),
        "author": _line(said.get("BY", "")),
        "language": _line(said.get("LA", "")),
        "section": _line(said.get("SE", "")),
        "id": numbered[1] if numbered else _line(said.get("AN", "")),
    }


def _ordered(chunk: Sequence[str]) -> Cells:
    """Factiva without its indexing: headline, number of words, day, outlet, its code, language, rights, text."""
    lines = [line.strip() for line in chunk]
    at = next((n for n, line in enumerate(lines) if _COUNT.match(line)), None)
    if at is None:
        return {}
    head = [line for line in lines[:at] if line]
    byline = next((line for line in head[1:] if line.lower().startswith("by ") or len(line) < 40), "")
    rest = lines[at + 1 :]
    rights = next((n for n, line in enumerate(rest[:12]) if _RIGHTS.match(line)), None)
    facts = [line for line in rest[: rights if rights is not None else 4] if line and not _CLOCK.match(line)]
    body = rest[rights + 1 :] if rights is not None else rest[4:]
    number = next((line[3:] for line in reversed(body) if line.startswith("AN ")), "")
    return {
        "title": " ".join(line for line in head if line != byline),
        "text": _paragraphs([line for line in body if not line.startswith("AN ")]),
        "published": _day(facts[0]) if facts else "",
        "outlet": facts[1] if len(facts) > 1 else "",
        "author": byline,
        "language": facts[-1] if len(facts) > 2 and facts[-1].isalpha() and not facts[-1].isupper() else "",
        "id": number,
    }


def _nexis(chunk: Sequence[str]) -> Cells:
    """An article of Nexis, old or new; nothing where it has no body of that kind."""
    at = next((n for n, line in enumerate(chunk) if _BODY.match(line)), None)
    if at is None:
        return {}
    cells: Cells = {}
    above: list[str] = []
    name = ""
    for line in chunk[:at]:
        match = _LABEL.match(line)
        if match and match[2] is not None:
            name = _FIELDS.get(match[1].lower(), "-")
            cells[name] = match[2].strip()
        elif not line.strip():
            name = ""
        elif name:
            cells[name] = f"{cells[name]} {line.strip()}".strip()
        elif not _RIGHTS.match(line) and "All Rights Reserved" not in line:
            above.append(line.strip())
    first = _BODY.match(chunk[at])
    body = [first[1] if first else ""]
    tail = len(chunk)
    for n, line in enumerate(chunk[at + 1 :], at + 1):
        match = _LABEL.match(line)
        if match and match[1].lower() in _TAIL:
            tail = n
            break
        body.append(line)
    for line in chunk[tail:]:
        if (match := _LABEL.match(line)) and match[1].lower() in ("language", "url") and match[2]:
            cells[match[1].lower()] = match[2].split(";")[0].strip()
    if "title" not in cells and above:
        cells["title"] = above.pop(0)
    day = next((line for line in above if day_of(line)), "")
    outlet = next((line for line in above if line != day), "")
    return cells | {"text": _paragraphs(body), "published": _day(day), "outlet": outlet}


def _day(text: str) -> str:
    """A day as ISO, so that nobody guesses again."""
    day = day_of(text)
    return day.isoformat() if day else text.strip()


def _line(text: str) -> str:
    return " ".join(text.split())


def _paragraphs(lines: Sequence[str]) -> str:
    """Lines as paragraphs: where blank lines part them, the lines between two of those are one."""
    found: list[list[str]] = [[]]
    blanks = sum(not line.strip() for line in lines[1:-1])
    for line in lines:
        if not line.strip() or (not blanks and found[-1]):
            found.append([])
        if line.strip():
            found[-1].append(line.strip())
    return "\n\n".join(" ".join(paragraph) for paragraph in found if paragraph)


def _rows(path: Path, name: str) -> Rows:
    stream = Stream(path)
    number = 0
    chunk: list[str] = []
    for line in stream.lines():
        chunk.append(line.rstrip("\r\n"))
        if _NUMBERED.match(line) or _END.match(line):
            for cells in entries(chunk):
                number += 1
                yield Row(f"item {number}", number, cells)
            chunk = []
    for cells in entries(chunk):
        number += 1
        yield Row(f"item {number}", number, cells)
    for note in stream.notes:
        yield Problem(name, note.where, note.what, True)
    if not number:
        yield Problem(name, "file", sentence("There is no article in this export of a news database."), False)


def _claims(head: Head) -> bool:
    return head.suffix in _SUFFIXES and bool(head.text) and is_newsbank(head.text.splitlines())


READERS = (reader("export of a news database", _claims, _rows),)
