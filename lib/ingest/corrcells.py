"""One row of the user's corrections, understood cell by cell: what is wrong in one cell costs only that cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lib.ingest.corrsheet import FILE
from lib.ingest.dayvalues import interval
from lib.model import Problem, Published

UNKNOWN = "-"  # "this is not known", where an empty cell says nothing
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_YES = frozenset(("yes", "y", "true", "1", "\u0628\u0644\u0647", "\u0622\u0631\u06cc", "\u0646\u0639\u0645"))
_NO = frozenset(("no", "n", "false", "0", "\u0646\u0647", "\u062e\u06cc\u0631", "\u0644\u0627"))


@dataclass(frozen=True)
class Rule:
    """What a row says: of one article or of a pattern of paths; fields of Article, and whether it is one at all."""

    number: int
    article: str
    source: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    keep: bool | None = None


def rule(number: int, row: Mapping[str, str]) -> tuple[Rule | None, list[Problem]]:
    """A row by its column names; None where it is about nothing. `number`: as a spreadsheet counts, titles are 1."""
    cells = {name: value.strip() for name, value in row.items()}
    article, source = cells.get("article", ""), cells.get("source", "")
    if not any(cells.values()):
        return None, []
    wrong: list[str] = []
    if not article and not source:
        wrong.append("This row names neither an article nor a source, so it is about nothing.")
        return None, [Problem(FILE, f"row {number}", what, True) for what in wrong]
    changes: dict[str, Any] = {}
    for name, read in (("published", _published), ("outlet", _text), ("language", _language), ("title", _text)):
        found, problem = read(cells, name)
        wrong += [problem] if problem else []
        if found is not None:
            changes[name] = None if found == UNKNOWN else found
    if not article and "title" in changes:
        del changes["title"]
        wrong.append("A title belongs to one article, not to a source; it is left out.")
    keep, problem = _kept(cells.get("article?", ""))
    wrong += [problem] if problem else []
    problems = [Problem(FILE, f"row {number}", what, True) for what in wrong]
    return Rule(number, article, "" if article else source, changes, keep), problems


def published(value: str) -> Published | None:
    """The days that a cell names: a day, month or year, ISO or as three calendars write it, or two with `..`."""
    ends = value.split("..")
    found = [each for end in ends if (each := interval(end.strip()))]
    if len(found) != len(ends) or len(found) > 2:
        return None
    (since, until, precision), (_, last, _) = found[0], found[-1]
    if len(found) == 1:
        return Published(since, until, precision, "user")
    return _period(since, last) if since <= last else None


def _published(cells: Mapping[str, str], _: str) -> tuple[Published | None, str]:
    written = cells.get("date", "")
    since, until = cells.get("since", ""), cells.get("until", "")
    if written == UNKNOWN:
        return Published(basis="user"), ""
    if not written and not (since or until):
        return None, ""
    if not written and not (since and until):
        return None, "A period needs both since and until."
    parts = [published(part) for part in ([written] if written else [since, until])]
    first, last = parts[0], parts[-1]
    if first is None or last is None or first.since is None or last.until is None:
        shown = written or f"{since} \u2013 {until}"
        return None, f"\u201c{shown[:60]}\u201d is no sure day, month or year; write 2020-07-17, 2020-07 or 2020."
    if len(parts) == 1:
        return first, ""
    if last.until < first.since:
        return None, "The period ends before it begins."
    return _period(first.since, last.until), ""


def _period(since: date, until: date) -> Published:
    return Published(since, until, "day" if since == until else "range", "user")


def _text(cells: Mapping[str, str], name: str) -> tuple[str | None, str]:
    return " ".join(cells.get(name, "").split()) or None, ""


def _language(cells: Mapping[str, str], name: str) -> tuple[str | None, str]:
    value = cells.get(name, "")
    if not value or value == UNKNOWN:
        return value or None, ""
    if _CODE.fullmatch(value.lower() if len(value) <= 3 else value):
        return value, ""
    return None, f"\u201c{value[:60]}\u201d is no code of a language; write fa, ar, en or the like."


def _kept(value: str) -> tuple[bool | None, str]:
    if not value:
        return None, ""
    known = value.lower()
    if known in _YES | _NO:
        return known in _YES, ""
    return None, f"In the column \u201carticle?\u201d write yes or no, not \u201c{value[:60]}\u201d."
