"""One article of a page taken apart: headline, captions, section and furniture out, every other character kept.

The rule when in doubt is that text stays. Each line removed is listed with its place in the source and the reason, so
that a reader can see what went and where.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from lib.i18n import N_
from lib.ingest.heads import Page
from lib.ingest.kinds import agency, credited, dateline, label, names_title, trail_section
from lib.ingest.lines import LONG, Line
from lib.ingest.vocabulary import SECTION, keyed
from lib.model import Removed

WHY = {
    "headline": N_("repeated headline"),
    "caption": N_("caption"),
    "credit": N_("credit"),
    "section": N_("section"),
    "marker": N_("stray letters"),
    "rule": N_("separator"),
    "clock": N_("clock time"),
    "date": N_("date line"),
    "code": N_("counter or code"),
    "trail": N_("breadcrumb"),
    "share": N_("share bar"),
    "tags": N_("tags"),
    "more": N_("read more"),
    "related": N_("related headlines"),
    "byline": N_("byline"),
    "field": N_("header field"),
    "tail": N_("closing words"),
    "again": N_("repeated text"),
    "teaser": N_("teaser"),
}


TEASER = 250


@dataclass
class Piece:
    """An article as cut from a page, lines still as they stand in the source."""

    title: Line | None = None
    body: list[Line] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    section: str | None = None
    author: str | None = None
    fields: dict[str, str] = field(default_factory=dict)
    dates: list[str] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)

    @property
    def is_teaser(self) -> bool:
        """Whether this is only an invitation to read an article elsewhere: little text, broken off or with a link."""
        if self.title is None or self.captions or not self.body or sum(len(line.text) for line in self.body) > TEASER:
            return False
        linked = any(mark.why == WHY["more"] for mark in self.removed)
        return (linked and self.body[-1].text.endswith(("...", "…"))) or (linked and len(self.body) == 1)


def operate(page: Page, begun: Sequence[int]) -> list[Piece]:
    """The articles that begin at the lines `begun`, each reaching to the next."""
    surgeons = [_Surgeon(page, first, last) for first, last in pairwise([*begun, len(page.lines)])]
    titles = {page.lines[surgeon.title].key for surgeon in surgeons if surgeon.title is not None}
    return [surgeon.run(titles) for surgeon in surgeons]


class _Surgeon:
    def __init__(self, page: Page, first: int, last: int) -> None:
        self.page, self.first, self.last = page, first, last
        self.piece = Piece()
        self.head = next((i for i in range(first, last) if page.kinds[i] == "prose"), last)
        texts = (i for i in range(last - 1, first - 1, -1) if page.kinds[i] in ("prose", "plain", "caption"))
        self.closing = next(texts, first - 1) + 1
        self.copies = Counter(page.lines[i].key for i in range(first, last))
        self.title = self._choose_title()
        self.others: Set[str | None] = frozenset()

    def run(self, titles: Set[str | None]) -> Piece:
        """The article; `titles` are the headlines of all articles on the page, which may be listed here as links."""
        self.others = titles
        if self.title is not None:
            self.piece.title = self.page.lines[self.title]
            self.others = titles - {self.piece.title.key}
        captions = self._head_captions()
        related = apart = 0
        for index in range(self.first, self.last):
            if index == self.title:
                continue
            line, kind = self.page.lines[index], self.page.kinds[index]
            if (
                related
                and kind == "plain"
                and line.gap <= apart
                and not (index < self.head and self.copies[line.key] > 1)
            ):
                related -= 1
                self._remove(line, "related")
                continue
            related = 8 if kind == "related" and self._lists(line) else 0
            apart = self.page.lines[index + 1].gap if related and index + 1 < self.last else 0
            if index in captions:
                self._caption(line)
            elif why := self._reason(index):
                self._note(line, why)
                self._remove(line, why)
            else:
                self.piece.body.append(line)
        return self.piece

    def _lists(self, line: Line) -> bool:
        """Whether a "related" line opens a list; «اقرأ أيضاً: عنوان» carries its one headline itself."""
        parts = label(line.text)
        return parts is None or not parts[1]

    def _remove(self, line: Line, why: str) -> None:
        self.piece.removed.append(Removed(line.start, line.end, WHY[why]))

    def _caption(self, line: Line) -> None:
        if line.text not in self.piece.captions:
            self.piece.captions.append(line.text)
        self._remove(line, "caption")

    def _choose_title(self) -> int | None:
        """The headline: a named field, else the first line printed again, else the first that can be one."""
        lines, kinds = self.page.lines, self.page.kinds
        if any(kinds[i] == "field" and names_title(lines[i].text) for i in range(self.first, self.head)):
            return None
        able = [i for i in range(self.first, self.head) if kinds[i] in ("plain", "caption") and lines[i].words > 0]
        if not able or (self.head == self.last and self.last - self.first == 1):
            return None
        plain = [i for i in able if kinds[i] == "plain" and not lines[i].text.endswith((":", "،", ","))]
        if not plain:
            return able[0] if len(able) > 1 else None
        first = plain[0]
        return next((i for i in plain[1:] if self._outdoes(i, first)), first)

    def _outdoes(self, index: int, first: int) -> bool:
        """Whether a later line is the headline and the first one only the section or a kicker above it."""
        line, opening = self.page.lines[index], self.page.lines[first]
        if self.head == self.last or self.copies[opening.key] > 1 or opening.words > 4 or line.words < 4:
            return False
        return keyed(opening.text) in SECTION or (self.copies[line.key] > 1 and self.page.again[index] != index + 1)

    def _head_captions(self) -> set[int]:
        """Lines of the head that are captions: printed again, credited, or set apart from the text by a wide gap."""
        lines, kinds = self.page.lines, self.page.kinds
        title = lines[self.title].key if self.title is not None else None
        loose = [i for i in range(self.first, self.head) if i != self.title and kinds[i] in ("plain", "caption")]
        loose = [i for i in loose if lines[i].key != title and lines[i].key not in self.others]
        found = {i for i in loose if kinds[i] == "caption" or self._copied(i) or self._pair(i)}
        if self.title is not None:
            found |= {i for i in loose if i > self.title and credited(lines[i].text)}
        body = lines[self.head].gap if self.head < self.last else 0
        if body >= 2 and any(self._section(i) for i in loose):
            found |= {i for i in loose if not self._section(i) and not lines[i].ended and lines[i].words <= 20}
        return found

    def _copied(self, index: int) -> bool:
        """Whether a line of the head is printed again; where no paragraph follows, only if the copies touch."""
        if self.head < self.last:
            return self.copies[self.page.lines[index].key] > 1
        again = self.page.again
        return again[index] == index + 1 or (index > self.first and again[index - 1] == index)

    def _pair(self, index: int) -> bool:
        """Whether a line and its neighbour are one caption in a short and a long form."""
        lines, kinds = self.page.lines, self.page.kinds
        for other in (index - 1, index + 1):
            if other == self.title or not self.first <= other < self.head or kinds[other] != "plain":
                continue
            short, long = sorted((lines[index].key or "", lines[other].key or ""), key=len)
            if short and long.startswith(short) and not lines[index].ended and lines[max(index, other)].gap <= 1:
                return True
        return False

    def _section(self, index: int) -> bool:
        """Whether a short line of the head is the name of a section: known, or standing alone below the headline."""
        line = self.page.lines[index]
        if line.words > 4 or line.ended or ":" in line.text or not index < self.head:
            return False
        if (line.key or "") in SECTION:
            return True
        after = self.page.lines[index + 1].gap if index + 1 < self.last else 0
        return index - 1 == self.title and line.words <= 3 and line.gap > 0 and after > 0 and not self._pair(index)

    def _reason(self, index: int) -> str | None:
        """Why a line that is no caption is taken out of the text, None when it stays."""
        line, kind = self.page.lines[index], self.page.kinds[index]
        if self.piece.title is not None and line.key and line.key == self.piece.title.key and len(line.text) <= 300:
            return "headline"
        if kind == "plain" and line.key in self.others and line.words > 2:
            return "related"
        if kind in ("marker", "share", "tags", "more", "related", "tail", "code", "rule"):
            return kind
        if index < self.head:
            if kind in ("clock", "date", "trail", "byline", "field", "credit"):
                return kind
            if kind == "plain" and self.title is not None and dateline(line):
                return "byline"
            return "section" if kind == "plain" and self._section(index) else None
        if kind in ("date", "byline", "trail", "clock") and index >= self.closing:
            return kind
        if kind == "caption" and agency(line.text):
            return "caption"
        return "again" if self._in_head(line) else None

    def _in_head(self, line: Line) -> bool:
        return bool(line.key) and line.words > 1 and len(line.text) <= LONG and line.text in self.piece.captions

    def _note(self, line: Line, why: str) -> None:
        """Keeps what a removed line says of the article."""
        piece = self.piece
        parts = label(line.text)
        if why == "section":
            piece.section = piece.section or line.text
        elif why == "trail":
            piece.section = piece.section or trail_section(line.text)
        elif why == "date" and line.start < self.page.lines[self.head - 1].end:
            piece.dates.append(line.text)
        elif why == "caption":
            piece.captions.append(line.text)
        elif why == "byline":
            piece.author = piece.author or (parts[1] if parts and parts[1] else line.text)
        elif why == "field" and parts:
            piece.fields[parts[0]] = parts[1]
