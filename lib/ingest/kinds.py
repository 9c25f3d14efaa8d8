"""What a line of a page is, judged by its own shape: length, punctuation, script, and the words of the trade.

What it is by its neighbours (a repeated headline, a caption printed twice) is decided later, in heads.py and
surgery.py.
"""

from __future__ import annotations

import re
from typing import Literal

from lib.ingest import vocabulary as words
from lib.ingest.daylines import day_of, only_a_date
from lib.ingest.lines import LONG, Line

Kind = Literal[
    "prose", "plain", "marker", "rule", "clock", "date", "code", "trail", "share", "tags",
    "more", "related", "byline", "field", "caption", "credit", "tail",
]  # fmt: skip

HEADER: frozenset[Kind] = frozenset({"clock", "date", "code", "trail", "field"})
FOOTER: frozenset[Kind] = frozenset({"more", "related", "tags", "tail", "share"})
FURNITURE: frozenset[Kind] = frozenset({"marker", "share", "tags", "more", "related", "tail", "rule", "code"})

_MARKER = re.compile(r"[A-Z]{1,3}")
_ROMAN = re.compile(r"[IVXLCDM]+")
_RULE = re.compile(r"([-_=*#~+•·.٭ـ—–─━☆★ـ])(?:\s*\1){2,}\s*|[-_=*#~+•·—–─━\s]{5,}")
_CLOCK = re.compile(r"\[?\(?\d{1,2}[:٫.]\d{2}(?:\s?(?:[AaPp]\.?[Mm]\.?|GMT|ص|م|ب\.?ظ|ق\.?ظ))?\)?\]?")
_TRAIL = re.compile(r"\s*(?:\s[»›>→←‹/|\\]\s|[›→»>](?=\s)|(?<=\s)[›»>])\s*")
_CELLS = re.compile(r"\s{2,}|\t|\s*[|•·｜]\s*")
_LABEL = re.compile(r"^[#*\s]*\**([^\W\d][^:：\d\n]{0,30}?)\**\s*[:：]\**\s*(.*)$")
_PARENTHESIS = re.compile(r"[(（]([^\W\d_][^()（）]{0,39})[)）]\s*\.?$")
_DATELINE = re.compile(
    r"\w{2,15}(?:\s\w{2,15})?\s*(?::|\s[-–—])\s*(?:[«\"“][^«»\"“”]{2,30}[»\"”]|\w{2,12}(?:\s\w{2,12}){1,2})"
)
# A headline may ask or shout, and lead into a quotation; only a full stop makes a short line a sentence.
_STATED = re.compile("[.\u06d4\u2026][\u00bb\u201d\u2019\"')\\]]{0,3}$")
_NUMBERS = re.compile(r"[\d\s,.:/\-]+")


def kind(line: Line) -> Kind:
    """The kind of a line by itself; "plain" is a short line: a headline, a caption or a short paragraph."""
    text, key = line.text, line.key
    if key is None or len(text) > 300:
        return "prose"
    if _MARKER.fullmatch(text) and not _ROMAN.fullmatch(text):
        return "marker"
    if _RULE.fullmatch(text):
        return "rule"
    if _CLOCK.fullmatch(text):
        return "clock"
    return _labelled(line) or _furniture(line) or _captioned(line) or _by_length(line)


def label(text: str) -> tuple[str, str] | None:
    """Folded label and value of `label: value`, None for a line without a label."""
    match = _LABEL.match(text)
    if match is None:
        return None
    return words.keyed(match[1]), match[2].strip()


def names_title(text: str) -> bool:
    """Whether a line is `Title: …` in any of our languages."""
    parts = label(text)
    return parts is not None and bool(parts[1]) and parts[0] in words.FIELDS["title"]


def _labelled(line: Line) -> Kind | None:
    parts = label(line.text)
    if parts is None:
        return "date" if line.words <= 16 and only_a_date(line.text) else None
    name, value = parts
    if name in words.TAGS:
        return "tags"
    if name in words.RELATED and (not value or len(line.text) <= 2 * LONG):
        return "related"
    if name in words.CODE and _NUMBERS.fullmatch(value):
        return "code"
    if name in words.PUBLISHED | words.UPDATED and line.words <= 20 and day_of(value):
        return "date"
    if name in words.BYLINE and value and line.words <= 7 and not line.ended:
        return "byline"
    if name in words.CREDIT and line.words <= 8:
        return "credit"
    if name in words.CAPTION and value and line.words <= 30:
        return "caption"
    if words.field_of(name) and len(line.text) <= 300:
        return "field"
    return "date" if line.words <= 16 and only_a_date(line.text) else None


def _furniture(line: Line) -> Kind | None:
    key = line.key or ""
    if line.words > 16:
        return None
    if line.words <= 6:
        if key in words.RELATED and key not in words.MORE:
            return "related"
        if key in words.MORE:
            return "related" if key in words.RELATED and line.text.rstrip().endswith((":", "：")) else "more"
        if line.text.startswith("©") or key in words.TAIL or " ".join(key.split()[:2]) in words.TAIL:
            return "tail"
        if key in words.TAGS:
            return "tags"
    cells = [words.keyed(cell) for cell in _CELLS.split(line.text) if cell.strip()]
    if key in words.SHARE or (len(cells) > 1 and sum(cell in words.SHARE for cell in cells) * 2 >= len(cells)):
        return "share"
    if len(cells) == 1 and line.words <= 8 and line.words > 1 and all(word in words.SHARE for word in key.split()):
        return "share"
    if len(_trail(line.text)) >= 2 and line.words <= 12 and not line.ended:
        return "trail"
    if key.startswith("by ") and line.text.startswith(("By ", "BY ")) and line.words <= 6 and not line.ended:
        return "byline"
    return None


def _trail(text: str) -> list[str]:
    """The steps of a breadcrumb line, none when the marks in it are quotation marks or part of a sentence."""
    if "«" in text or "http" in text:
        return []
    steps = [step.strip() for step in _TRAIL.split(text) if step.strip()]
    return steps if len(steps) > 1 and all(len(step.split()) <= 4 and len(step) <= 30 for step in steps) else []


def trail_section(text: str) -> str | None:
    """The innermost step of a breadcrumb."""
    steps = _trail(text)
    return steps[-1] if steps else None


def credited(text: str) -> bool:
    """Whether a line closes with a photo credit in parentheses; «(فیلم)» and "(video)" are no credits."""
    match = _PARENTHESIS.search(text)
    if match is None or match.start() == 0:
        return False
    inner = words.keyed(match[1])
    return bool(inner) and len(inner.split()) <= 5 and not inner.isdigit() and inner not in words.MEDIA


def agency(text: str) -> bool:
    """Whether the credit that closes a line names an agency or says where a picture comes from."""
    match = _PARENTHESIS.search(text)
    return match is not None and any(
        part in words.AGENCIES for part in (words.keyed(piece) for piece in re.split(r"[/،,\-–—]", match[1]))
    )


def _captioned(line: Line) -> Kind | None:
    if line.words <= 6 and (match := _PARENTHESIS.fullmatch(line.text)) and agency(match.group()):
        return "credit"
    return "caption" if line.words <= 40 and credited(line.text) and agency(line.text) else None


def dateline(line: Line) -> bool:
    """Whether a short line is a place, a colon and a paper in quotation marks or a name of two or three words."""
    return line.words <= 7 and bool(_DATELINE.fullmatch(line.text)) and not line.ended


def _by_length(line: Line) -> Kind:
    if len(line.text) > LONG:
        return "prose"
    return "prose" if line.words >= 4 and _STATED.search(line.text) else "plain"
