"""What the user knows better than the files: dates, outlets, languages, titles, and what is no article at all.

It lies in `rawi-articles.csv`, one row per article or per folder or file: made to be read, compared, shared and edited
by hand. A change made in the app is a further row that says only what changed, so that it can be taken back.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from lib.i18n import N_
from lib.ingest import corrsheet
from lib.ingest.corrcells import Rule, rule
from lib.ingest.corrsheet import COLUMNS, FILE, CorrectionsError, Sheet
from lib.ingest.report import SetAside
from lib.model import Article, Problem

__all__ = ["COLUMNS", "FILE", "REFUSED", "Corrections", "CorrectionsError", "load", "set_aside"]

REFUSED = N_("no article, as you said")
_NAMED = 20  # rows about what is not there that are listed one by one


@dataclass(frozen=True)
class Corrections:
    """The rows of the file and what they say. A new value comes of every change; nothing here writes but `save`."""

    sheet: Sheet = field(default_factory=Sheet)

    @cached_property
    def _rules(self) -> tuple[list[Rule], list[Problem]]:
        rules: list[Rule] = []
        problems: list[Problem] = list(self.sheet.problems)
        for number, row in enumerate(self.sheet.records(), 2):
            read, wrong = rule(number, row)
            rules += [read] if read else []
            problems += wrong
        return rules, problems

    @property
    def problems(self) -> list[Problem]:
        """What cannot be understood, with the number of the row as a spreadsheet counts it."""
        return self._rules[1]

    @cached_property
    def _by_article(self) -> dict[str, list[Rule]]:
        found: dict[str, list[Rule]] = {}
        for each in self._rules[0]:
            if each.article:
                found.setdefault(each.article, []).append(each)
        return found

    @cached_property
    def _by_source(self) -> list[Rule]:
        return [each for each in self._rules[0] if not each.article]

    def rules(self, article: Article) -> list[Rule]:
        """What is said of an article, the last word last: rows of folders and files come before its own."""
        general = [each for each in self._by_source if matches(each.source, article.source)]
        return [*general, *self._by_article.get(article.id, ())]

    def apply(self, article: Article) -> Article | None:
        """The article as the user wants it; None where it is said to be none."""
        return _applied(article, self.rules(article))

    def refused(self) -> list[str]:
        """Ids that are said one by one to be no article."""
        last = {id: [each.keep for each in rules if each.keep is not None] for id, rules in self._by_article.items()}
        return [id for id, kept in last.items() if kept and not kept[-1]]

    def idle(self, ids: Container[str], sources: Collection[str]) -> Iterator[Problem]:
        """Notes on rows that fit none of these articles, given by their ids and paths; what the rows say is kept."""
        idle: dict[str, Rule] = {}
        for each in self._rules[0]:
            if each.article not in ids if each.article else not any(matches(each.source, path) for path in sources):
                idle.setdefault(each.article or each.source, each)
        for each in list(idle.values())[:_NAMED]:
            what = f"the id {each.article}" if each.article else f"a path like {each.source}"
            said = f"No article has {what} now; what this row says is kept for when it is back."
            yield Problem(FILE, f"row {each.number}", said, True)
        if len(idle) > _NAMED:
            said = f"{len(idle) - _NAMED} more rows are about articles that are not here now; they are kept."
            yield Problem(FILE, "rows", said, True)

    def set(self, ids: Sequence[str], changes: Mapping[str, str], when: str) -> Corrections:
        """With one more row for each article; `when`: the time of the change, by which it is undone as one."""
        rows = [{"article": id, **changes, "changed": when} for id in ids]
        return Corrections(self.sheet.with_rows(rows))

    def set_source(self, pattern: str, changes: Mapping[str, str], when: str) -> Corrections:
        """With one more row for a folder, a file or a pattern of their paths."""
        return Corrections(self.sheet.with_rows([{"source": pattern, **changes, "changed": when}]))

    def last(self, ids: Sequence[str]) -> dict[str, str]:
        """The cells of the newest row that the app wrote about one of these articles; empty where there is none."""
        wanted = set(ids)
        made = [row for row in self.sheet.records() if row.get("changed") and row.get("article") in wanted]
        return made[-1] if made else {}

    def undo(self, ids: Sequence[str]) -> Corrections:
        """Without the last change made in the app to these articles; rows written by hand stay."""
        when, wanted = self.last(ids).get("changed"), set(ids)
        if not when:
            return self
        return Corrections(self.sheet.without(lambda row: row.get("changed") == when and row.get("article") in wanted))

    def save(self, path: Path) -> None:
        """Writes the file in one step. CorrectionsError where the old one makes no sense or it cannot be written."""
        corrsheet.save(self.sheet, path)


def load(path: Path) -> Corrections:
    """The corrections in a file; none where there is no file, a problem where it cannot be understood. Never raises."""
    return Corrections(corrsheet.load(path))


def set_aside(article: Article) -> SetAside:
    """How an article that is none is listed."""
    return SetAside(f"{article.source} \u00b7 {article.id}", REFUSED)


def _applied(article: Article, rules: Sequence[Rule]) -> Article | None:
    changes: dict[str, object] = {}
    keep = True
    for each in rules:
        changes |= each.changes
        keep = keep if each.keep is None else each.keep
    if not keep:
        return None
    return replace(article, **changes) if changes else article  # type: ignore[arg-type]


def matches(pattern: str, source: str) -> bool:
    """Whether a path is meant by a pattern: the file itself, a folder it lies in, or by `*`, `?` and `[…]`."""
    folder = pattern.rstrip("/")
    if source == folder or source.startswith(folder + "/"):
        return True
    return fnmatch.fnmatchcase(source, pattern) or fnmatch.fnmatchcase(source.rpartition("/")[2], pattern)
