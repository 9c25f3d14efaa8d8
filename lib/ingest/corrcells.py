"""One row of the user's corrections, understood cell by cell: what is wrong in one cell costs only that cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lib.i18n import Sentence, sentence
from lib.ingest.corrsheet import FILE
from lib.ingest.dayvalues import interval
from lib.model import Problem, Published

UNKNOWN = "-"  # "this is not known", where an empty cell says nothing
_SHOWN = 60  # characters of a cell that a sentence quotes
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_YES = frozenset(("yes", "y", "true", "1", "\u0628\u0644\u0647", "\u0622\u0631\u06cc", "\u0646\u0639\u0645"))
_BETWEEN = re.compile("[;,\u061b\u060c]")
_CUT = re.compile(r"(\d{1,6})(\s+headline)?\s*(?::\s*(.*))?", re.IGNORECASE | re.DOTALL)
_ONE = {
    "title": sentence("A title belongs to one article, not to a source; it is left out."),
    "split": sentence("A split belongs to one article, not to a source; it is left out."),
    "join": sentence("Joining belongs to one article, not to a source; it is left out."),
    "labels": sentence("Star, tags, sets and note belong to one article, not to a source; they are left out."),
}
_NO = frozenset(("no", "n", "false", "0", "\u0646\u0647", "\u062e\u06cc\u0631", "\u0644\u0627"))


@dataclass(frozen=True)
class Cut:
    """Where an article is two: before which paragraph, counted from 1, how that begins, and whether it is a headline.

    Where words are given they decide, because the paragraphs of a file that changed may have other numbers.
    """

    at: int
    words: str = ""
    headline: bool = False

    def cell(self) -> str:
        """The cell that says so."""
        return f"{self.at}{' headline' if self.headline else ''}{f': {self.words}' if self.words else ''}"


@dataclass(frozen=True)
class Rule:
    """What a row says: of one article or of a pattern of paths; fields of Article, and whether it is one at all.

    `cut` and `join` (the id of the article after it) say where articles end; `labels` are what the user puts on an
    article: starred, tags, sets, note.
    """

    number: int
    article: str
    source: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    keep: bool | None = None
    cut: Cut | None = None
    join: str = ""
    labels: Mapping[str, Any] = field(default_factory=dict)
    by_hand: bool = True

    @property
    def meaning(self) -> str:
        """All that decides how articles are read, as text; empty where the row only labels."""
        said = (sorted(self.changes.items()), self.keep, self.cut, self.join)
        return "" if said == ([], None, None, "") else repr(said)


def piece_id(rule: Rule) -> str:
    """The id of what a rule cuts off."""
    return f"{rule.article}~{rule.cut.at if rule.cut else 0}"


def rule(number: int, row: Mapping[str, str]) -> tuple[Rule | None, list[Problem]]:
    """A row by its column names; None where it is about nothing. `number`: as a spreadsheet counts, titles are 1."""
    cells = {name: value.strip() for name, value in row.items()}
    article, source = cells.get("article", ""), cells.get("source", "")
    if not any(cells.values()):
        return None, []
    if not article and not source:
        what = sentence("This row names neither an article nor a source, so it is about nothing.")
        return None, [Problem(FILE, f"row {number}", what, True)]
    wrong: list[str] = []
    changes: dict[str, Any] = {}
    for name, read in (("published", _published), ("outlet", _text), ("language", _language), ("title", _text)):
        found, problem = read(cells, name)
        wrong.append(problem)
        if found is not None:
            changes[name] = None if found == UNKNOWN else found
    keep, problem = _yes_or_no(cells, "article?")
    wrong.append(problem)
    cut, problem = _cut(cells.get("split", ""))
    wrong.append(problem)
    join = cells.get("join", "")
    marked, problems = labels(cells)
    wrong += problems
    if not article:
        wrong += [_ONE[name] for name, said in (("title", changes.pop("title", None)), ("split", cut), ("join", join),
                                                ("labels", marked)) if said]  # fmt: skip
        cut, join, marked = None, "", {}
    said = Rule(number, article, "" if article else source, changes, keep, cut, join, marked, not cells.get("changed"))
    return said, [Problem(FILE, f"row {number}", what, True) for what in wrong if what]


def labels(cells: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """What a row puts on its article: starred, tags, sets, note; and what is wrong with it."""
    found: dict[str, Any] = {}
    star, problem = _yes_or_no(cells, "star")
    if star is not None:
        found["starred"] = star
    for name in ("tags", "sets"):
        if value := cells.get(name, "").strip():
            found[name] = () if value == UNKNOWN else names(value)
    if note := " ".join(cells.get("note", "").split()):
        found["note"] = None if note == UNKNOWN else note
    return found, [problem] if problem else []


def names(cell: str) -> tuple[str, ...]:
    """The names that a cell lists, each once; a comma or semicolon of any script stands between them."""
    return tuple(dict.fromkeys(name for part in _BETWEEN.split(cell) if (name := " ".join(part.split()))))


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


def no_day(value: str) -> Sentence:
    """Says that a cell names no day."""
    return sentence("\u201c{value}\u201d is no sure day, month or year; write {day}, {month} or {year}.",
                    value=value[:_SHOWN], day="2020-07-17", month="2020-07", year="2020")  # fmt: skip


def no_answer(column: str, value: str) -> Sentence:
    """Says that a cell is neither yes nor no."""
    return sentence("In the column \u201c{column}\u201d write yes or no, not \u201c{value}\u201d.",
                    column=column, value=value[:_SHOWN])  # fmt: skip


def _published(cells: Mapping[str, str], _: str) -> tuple[Published | None, str]:
    written = cells.get("date", "")
    since, until = cells.get("since", ""), cells.get("until", "")
    if written == UNKNOWN:
        return Published(basis="user"), ""
    if not written and not (since or until):
        return None, ""
    if not written and not (since and until):
        return None, sentence("A period needs both {one} and {other}.", one="since", other="until")
    parts = [published(part) for part in ([written] if written else [since, until])]
    first, last = parts[0], parts[-1]
    if first is None or last is None or first.since is None or last.until is None:
        return None, no_day(written or f"{since} \u2013 {until}")
    if len(parts) == 1:
        return first, ""
    if last.until < first.since:
        return None, sentence("The period ends before it begins.")
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
    return None, sentence("\u201c{value}\u201d is no code of a language; write {codes} or the like.",
                          value=value[:_SHOWN], codes="fa, ar, en")  # fmt: skip


def _yes_or_no(cells: Mapping[str, str], name: str) -> tuple[bool | None, str]:
    value = cells.get(name, "").strip()
    if not value:
        return None, ""
    known = value.lower()
    if known in _YES | _NO:
        return known in _YES, ""
    return None, no_answer(name, value)


def _cut(value: str) -> tuple[Cut | None, str]:
    if not value:
        return None, ""
    found = _CUT.fullmatch(value)
    if found and int(found[1]) > 1:
        return Cut(int(found[1]), " ".join((found[3] or "").split()), bool(found[2])), ""
    return None, sentence(
        "\u201c{value}\u201d is no place to split; write the number of a paragraph, {n} or more, and its first words "
        "after a colon.", value=value[:_SHOWN], n=2,
    )  # fmt: skip
