"""What the user knows better than the files: dates, outlets, languages, titles, where articles end, what is none.

It lies in `rawi-articles.csv`, one row per article or per folder or file: made to be read, compared, shared and edited
by hand. A change made in the app is a further row that says only what changed, so that it can be taken back.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from lib.i18n import N_, Sentence, sentence
from lib.ingest import corrsheet
from lib.ingest.corrcells import Rule, piece_id, rule
from lib.ingest.corrsheet import COLUMNS, FILE, CorrectionsError, Sheet
from lib.ingest.report import SetAside
from lib.model import Article, Problem

__all__ = ["COLUMNS", "FILE", "REFUSED", "Corrections", "CorrectionsError", "exactly", "load", "matches", "set_aside"]

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

    @cached_property
    def _cut_off(self) -> dict[str, Rule]:
        """Ids of the second parts of split articles, and the rows that make them."""
        return {piece_id(each): each for each in self._rules[0] if each.cut}

    @property
    def arranges(self) -> bool:
        """Whether any row splits or joins articles."""
        return any(each.cut or each.join for each in self._rules[0])

    def cuts(self, id: str) -> list[Rule]:
        """The rows that split an article."""
        return [each for each in self._by_article.get(id, ()) if each.cut]

    def joins(self, id: str) -> list[Rule]:
        """The rows that join an article with the one after it."""
        return [each for each in self._by_article.get(id, ()) if each.join]

    @cached_property
    def meanings(self) -> dict[tuple[str, str], str]:
        """What all rows about an article (id, "") or a pattern ("", pattern) say of reading: equal, read the same."""
        found: dict[tuple[str, str], str] = {}
        patterns = 0
        for each in self._rules[0]:
            if not each.meaning:
                continue
            key = (each.article, "") if each.article else ("", each.source)
            patterns += not each.article
            # The order of patterns decides which of them wins; rows about an article mind only their own order.
            found[key] = found.get(key, "") + ("" if each.article else str(patterns)) + each.meaning
        return found

    @property
    def stamp(self) -> str:
        """All that a reading depends on. What the app wrote of stars, tags, sets and notes is no part of it."""
        rules = [(each.number, each.article, each.source, each.meaning, each.labels if each.by_hand else None)
                 for each in self._rules[0] if each.meaning or each.by_hand]  # fmt: skip
        return repr((rules, self.problems))

    def speaks_of(self, ids: Iterable[str]) -> bool:
        """Whether any row that decides how articles are read is about one of these."""
        return any(each.meaning for id in ids for each in self._by_article.get(id, ()))

    def rules(self, article: Article) -> list[Rule]:
        """What is said of an article, the last word last: rows of folders and files come before its own."""
        general = [each for each in self._by_source if matches(each.source, article.source)]
        return [*general, *self._own(article.id)]

    def _own(self, id: str) -> list[Rule]:
        """The rows about an article, after what was said of the whole before it was cut off."""
        cut = self._cut_off.get(id)
        whole = [each for each in self._own(cut.article) if each.number < cut.number] if cut else []
        shared = [{name: value for name, value in each.changes.items() if name != "title"} for each in whole]
        inherited = [Rule(each.number, id, "", changes) for each, changes in zip(whole, shared, strict=True)]
        return [*inherited, *self._by_article.get(id, ())]

    def apply(self, article: Article) -> Article | None:
        """The article as the user wants it; None where it is said to be none."""
        return _applied(article, self.rules(article))

    def refused(self) -> list[str]:
        """Ids that are said one by one to be no article."""
        last = {id: [each.keep for each in rules if each.keep is not None] for id, rules in self._by_article.items()}
        return [id for id, kept in last.items() if kept and not kept[-1]]

    def idle(self, ids: Container[str], sources: Collection[str], followed: Container[int] = ()) -> Iterator[Problem]:
        """Notes on rows that fit none of these articles, given by their ids and paths; what the rows say is kept.

        `followed`: the numbers of the rows by which articles were split and joined; the others could not be.
        """
        idle: dict[str, tuple[Rule, str]] = {}
        for each in self._rules[0]:
            if each.article and each.article not in ids:
                idle.setdefault(each.article, (each, _gone(each)))
            elif not each.article and not any(matches(each.source, path) for path in sources):
                idle.setdefault(each.source, (each, _gone(each)))
            elif each.number not in followed and (each.cut or each.join):
                idle[f"{each.number}"] = (each, _unfit(each))
        for each, what in list(idle.values())[:_NAMED]:
            yield Problem(FILE, f"row {each.number}", what, True)
        if len(idle) > _NAMED:
            said = sentence("{n} more row is about articles that are not here now; it is kept.",
                            "{n} more rows are about articles that are not here now; they are kept.",
                            n=len(idle) - _NAMED)  # fmt: skip
            yield Problem(FILE, "rows", said, True)

    def set(self, ids: Sequence[str], changes: Mapping[str, str], when: str) -> Corrections:
        """With one more row for each article; `when`: the time of the change, by which it is undone as one."""
        return self.set_each(dict.fromkeys(ids, changes), when)

    def set_each(self, changes: Mapping[str, Mapping[str, str]], when: str) -> Corrections:
        """With one more row for each article, with cells of its own."""
        rows = [{"article": id, **cells, "changed": when} for id, cells in changes.items() if cells]
        return Corrections(self.sheet.with_rows(rows)) if rows else self

    def set_source(self, pattern: str, changes: Mapping[str, str], when: str) -> Corrections:
        """With one more row for a folder, a file or a pattern of their paths."""
        return Corrections(self.sheet.with_rows([{"source": pattern, **changes, "changed": when}]))

    def _made(self, ids: Sequence[str], patterns: Sequence[str]) -> dict[int, dict[str, str]]:
        """The rows, by number, that the app wrote about these articles or patterns, or that cut these articles off."""
        articles, sources = set(ids), set(patterns)
        cuts = {self._cut_off[id].number for id in ids if id in self._cut_off}
        return {
            number: row
            for number, row in enumerate(self.sheet.records(), 2)
            if row.get("changed")
            and (row.get("article") in articles or number in cuts
                 or (not row.get("article") and row.get("source") in sources))
        }  # fmt: skip

    def last(self, ids: Sequence[str], patterns: Sequence[str] = ()) -> dict[str, str]:
        """The cells of the newest row that the app wrote about one of these; empty where there is none."""
        made = self._made(ids, patterns)
        return made[max(made)] if made else {}

    def undo(self, ids: Sequence[str], patterns: Sequence[str] = ()) -> Corrections:
        """Without the last change made in the app to these; rows written by hand stay."""
        made = self._made(ids, patterns)
        if not made:
            return self
        when = made[max(made)]["changed"]
        return Corrections(self.sheet.without({number for number, row in made.items() if row["changed"] == when}))

    def save(self, path: Path) -> None:
        """Writes the file in one step. CorrectionsError where the old one makes no sense or it cannot be written."""
        corrsheet.save(self.sheet, path)


def load(path: Path) -> Corrections:
    """The corrections in a file; none where there is no file, a problem where it cannot be understood. Never raises."""
    return Corrections(corrsheet.load(path))


def set_aside(article: Article) -> SetAside:
    """How an article that is none is listed."""
    return SetAside(f"{article.source} \u00b7 {article.id}", REFUSED)


def _gone(rule: Rule) -> Sentence:
    """Says that what a row speaks of is not there."""
    if rule.article:
        return sentence("No article has the id {id} now; what this row says is kept for when it is back.",
                        id=rule.article)  # fmt: skip
    return sentence("No article has a path like {path} now; what this row says is kept for when there is one.",
                    path=rule.source)  # fmt: skip


def _unfit(rule: Rule) -> Sentence:
    """Says that an article cannot be split or joined as a row has it."""
    if rule.cut:
        return sentence("{id} has no paragraph at which it could be split so; what this row says is kept.",
                        id=rule.article)  # fmt: skip
    return sentence("{next} is not the article after {id} in its file; what this row says is kept.",
                    next=rule.join, id=rule.article)  # fmt: skip


def _applied(article: Article, rules: Sequence[Rule]) -> Article | None:
    changes: dict[str, object] = {}
    keep = True
    for each in rules:
        changes |= each.changes
        keep = keep if each.keep is None else each.keep
    if not keep:
        return None
    return replace(article, **changes) if changes else article  # type: ignore[arg-type]


def exactly(source: str) -> str:
    """The pattern that means a file or a folder and nothing else of that name; "" stands for all."""
    return "./" + source


def matches(pattern: str, source: str) -> bool:
    """Whether a path is meant by a pattern: the file itself, a folder it lies in, or by `*`, `?` and `[…]`.

    A pattern that begins with `./` is a path and no more than that.
    """
    literal = pattern.startswith("./")
    folder = pattern.removeprefix("./").rstrip("/")
    if source == folder or source.startswith(folder + "/") or (literal and not folder):
        return True
    if literal:
        return False
    return fnmatch.fnmatchcase(source, pattern) or fnmatch.fnmatchcase(source.rpartition("/")[2], pattern)
