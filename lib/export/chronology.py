"""A chronology to take away: as a table, as a calendar (iCalendar, RFC 5545) and for TimelineJS.

Text is the source's own in all of them, without display controls; each format escapes it in its own way.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from lib.query.chronology import Entry

LINE = 75  # octets of a line of a calendar, without its end
SUMMARY = 120  # characters
_BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
Named = Callable[[Entry], str]


def icalendar(entries: Iterable[Entry], name: str, stamp: datetime) -> bytes:
    """One all-day event for each date. `stamp`: when the file is made; the same entry always has the same UID."""
    made = stamp.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rawi//Chronology//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{escaped(name)}")
    for entry in entries:
        lines += _event(entry, made)
    lines.append("END:VCALENDAR")
    return "".join(folded(line) + "\r\n" for line in lines).encode()


def _event(entry: Entry, made: str) -> list[str]:
    sentences = [f"{quote.sentence} ({quote.title or quote.id})" for quote in entry.quotes]
    summary = _short(entry.quotes[0].sentence if entry.quotes else entry.since.isoformat())
    seen = f"{entry.since.isoformat()}/{entry.until.isoformat()}"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(seen.encode()).hexdigest()[:32]}@rawi",
        f"DTSTAMP:{made}",
        f"DTSTART;VALUE=DATE:{_compact(entry.since)}",
    ]
    if entry.until < date.max:  # the end of an event is the day after its last
        lines.append(f"DTEND;VALUE=DATE:{_compact(entry.until + timedelta(days=1))}")
    lines += [f"SUMMARY:{escaped(summary)}", f"DESCRIPTION:{escaped(chr(10).join(sentences))}"]
    return [*lines, "TRANSP:TRANSPARENT", "END:VEVENT"]


def escaped(text: str) -> str:
    """A value of type TEXT: backslashes, commas, semicolons and line ends are escaped, other controls left out."""
    text = _BROKEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> str:
    """The line in pieces of at most LINE octets, no character torn; each but the first begins with a space."""
    pieces, piece, size = [], "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += character
        size += octets
    return "\r\n".join([*pieces, piece])


def timelinejs(entries: Iterable[Entry], title: str, named: Named) -> bytes:
    """The JSON that TimelineJS reads; its texts are HTML. `named` writes a date as the reader is to see it."""
    slides = [_slide(entry, named) for entry in entries]
    told = {"title": {"text": {"headline": _html(title)}}, "events": slides}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _slide(entry: Entry, named: Named) -> dict[str, Any]:
    quotes = [
        f'<blockquote dir="auto" lang="{_html(quote.language)}">{_html(quote.sentence)}</blockquote>'
        f'<p dir="auto">{_html(quote.title or quote.id)}</p>'
        for quote in entry.quotes
    ]
    slide: dict[str, Any] = {
        "unique_id": f"{entry.since.isoformat()}_{entry.until.isoformat()}",
        "start_date": _parts(entry.since),
        "display_date": named(entry),
        "text": {"headline": _html(_short(entry.quotes[0].sentence if entry.quotes else "")), "text": "".join(quotes)},
    }
    if entry.until != entry.since:
        slide["end_date"] = _parts(entry.until)
    return slide


def _parts(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _compact(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _html(text: str) -> str:
    return html.escape(_BROKEN.sub("", text))


def _short(text: str) -> str:
    """The text on one line, cut between words where it is longer than a summary may be."""
    line = " ".join(text.split())
    return line if len(line) <= SUMMARY else line[:SUMMARY].rsplit(" ", 1)[0] + "\u2026"


