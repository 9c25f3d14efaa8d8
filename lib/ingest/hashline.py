"""A first line with fields between `###` marks, as some collections put above each article.

The fields have no names, so each is told by what it looks like; one that looks like nothing we know is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lib.ingest.lines import Line
from lib.ingest.vocabulary import keyed

_MARK = re.compile(r"\s*###\s*")
_URL = re.compile(r"https?://\S+$|www\.\S+$", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?$")
_LIST = re.compile(r"\[(.*)\]$")
_QUOTED = re.compile(r"['\"]([^'\"]*)['\"]")
_NUMBERED = re.compile(r"(\d+)\t\s*")


def fields(line: Line) -> dict[str, str]:
    """The fields of a `###` line: title, url, date, section; empty when the line is none."""
    parts = _MARK.split(line.text)
    if len(parts) < 4:
        return {}
    found: dict[str, str] = {}
    rest = []
    for part in parts:
        if _URL.match(part):
            found.setdefault("url", part)
        elif _DAY.match(part):
            found.setdefault("date", part)
        elif listed := _LIST.match(part):
            first = _QUOTED.search(listed[1])
            found.setdefault("section", first[1] if first else "")
        else:
            rest.append(part)
    if "url" not in found and "date" not in found:
        return {}
    found["title"] = max(rest, key=lambda part: len(part.split()), default="")
    return {name: value for name, value in found.items() if value}


def without_numbers(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[int, int]]]:
    """Lines numbered 1, 2, 3 … before a tab, without their numbers; and where the numbers stood."""
    if not lines or not all(_NUMBERED.match(line.text) or line.text.isdigit() for line in lines):
        return list(lines), []
    plain: list[Line] = []
    gone: list[tuple[int, int]] = []
    for line in lines:
        match = _NUMBERED.match(line.text)
        if match is None or match.end() == len(line.text):
            gone.append((line.start, line.end))
            continue
        text = line.text[match.end() :]
        gone.append((line.start, line.start + len(match[1])))
        key = keyed(text) if line.key is not None else None
        plain.append(Line(line.start + match.end(), line.end, text, key, len(text.split()), line.gap))
    return plain, gone
