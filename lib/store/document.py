"""One article with everything that is known of it: what the article view and the export read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lib.model import Article, DateMention, Estimate, Mention, Part, Published, Removed
from lib.text.sentences import ends

_LINE = re.compile("\n")


@dataclass(frozen=True)
class Document:
    """An article, its row of the table `articles`, and the places of its actors and dates.

    `row` holds every column of `articles`, None where a value is not known.
    """

    article: Article
    row: Mapping[str, Any]
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    parts: Mapping[Part, str] = field(repr=False)

    @property
    def rid(self) -> int:
        """The article's number in the corpus."""
        return int(self.row["rid"])

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def source(self) -> str:
        """Path of the file it came from, relative to the corpus."""
        return self.article.source

    @property
    def title(self) -> str | None:
        """The headline."""
        return self.article.title

    @property
    def text(self) -> str:
        """The cleaned body."""
        return self.article.text

    @property
    def raw(self) -> str | None:
        """The article's part of the source untouched, None for rows of structured files."""
        return self.article.raw

    @property
    def captions(self) -> tuple[str, ...]:
        """Picture captions that cleaning took out of the body."""
        return self.article.captions

    @property
    def removed(self) -> tuple[Removed, ...]:
        """What cleaning took out, in source offsets."""
        return self.article.removed

    @property
    def language(self) -> str:
        """ISO code, `und` where it cannot be told."""
        return self.article.language or "und"

    @property
    def outlet(self) -> str | None:
        """Who published it."""
        return self.article.outlet

    @property
    def published(self) -> Published:
        """When it appeared."""
        return self.article.published

    @property
    def estimate(self) -> Estimate | None:
        """When it may have appeared, where it does not say so and anything tells."""
        row = self.row
        if row["inferred_since"] is None:
            return None
        return Estimate(row["inferred_since"], row["inferred_until"], row["inferred_confidence"], row["inferred_why"])

    @property
    def duplicate_of(self) -> str | None:
        """Id of the article that this one repeats."""
        return self.row["duplicate_of"]  # type: ignore[no-any-return]


def part_texts(title: str | None, text: str, captions: Sequence[str]) -> dict[Part, str]:
    """The texts that offsets of mentions and dates count in."""
    return {"title": title or "", "text": text, "caption": "\n".join(captions)}


def sentence_ends(part: Part, text: str) -> list[int]:
    """Where the sentences of a part end, ascending, that of the last left out; each caption has its own."""
    found = ends(text)
    return sorted({*found, *(match.start() for match in _LINE.finditer(text))}) if part == "caption" else found


def pack_marks(article: Article, mentions: Sequence[Mention], dates: Sequence[DateMention]) -> dict[str, Any]:
    """Captions, removals and the places of actors and dates as JSON; surfaces are cut from the parts when read."""
    return {
        "captions": list(article.captions),
        "removed": [[r.start, r.end, r.why] for r in article.removed],
        "mentions": [[m.part, m.start, m.end, m.actor, m.kind, m.role, m.by] for m in mentions],
        "dates": [
            [
                *(d.part, d.start, d.end, _iso(d.since), _iso(d.until)),
                *(d.precision, d.calendar, d.basis, list(d.flags), d.rule),
            ]
            for d in dates
        ],
    }


def unpack(row: Mapping[str, Any], text: str, raw: str | None, marks: Mapping[str, Any]) -> Document:
    """The document that `pack_marks` and the table `articles` describe."""
    captions = tuple(marks["captions"])
    parts = part_texts(row["title"], text, captions)
    span = None if row["span_start"] is None else (row["span_start"], row["span_end"])
    article = Article(
        id=row["id"],
        source=row["source"],
        text=text,
        source_span=span,
        title=row["title"],
        language=row["language"],
        outlet=row["outlet"],
        author=row["author"],
        url=row["url"],
        published=Published(row["since"], row["until"], row["precision"], row["basis"]),
        section=row["section"],
        captions=captions,
        removed=tuple(Removed(*each) for each in marks["removed"]),
        raw=raw,
    )
    mentions = tuple(
        Mention(part, start, end, parts[part][start:end], actor, kind, role, by)
        for part, start, end, actor, kind, role, by in marks["mentions"]
    )
    dates = tuple(_date(each, parts) for each in marks["dates"])
    return Document(article, row, mentions, dates, parts)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _date(packed: Sequence[Any], parts: Mapping[Part, str]) -> DateMention:
    part, start, end, since, until, precision, calendar, basis, flags, rule = packed
    place = (part, start, end, parts[part][start:end])
    return DateMention(*place, _day(since), _day(until), precision, calendar, basis, tuple(flags), rule)
