"""The nouns of the project, frozen, so that every layer means the same thing by an article, an actor or a date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Part = Literal["title", "text", "caption"]
Kind = Literal["person", "organisation", "state", "place", "group"]
Role = Literal["actor", "cited source"]
Precision = Literal["day", "month", "year", "range", "unknown"]

KINDS: tuple[Kind, ...] = ("person", "organisation", "state", "place", "group")
ROLES: tuple[Role, ...] = ("actor", "cited source")


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared: a closed interval of days, how precise it is and how it is known."""

    since: date | None = None
    until: date | None = None
    precision: Precision = "unknown"
    basis: Literal["user", "metadata", "url", "filename", "dateline", "page", "inferred", "none"] = "none"


@dataclass(frozen=True, slots=True)
class Estimate:
    """When an article may have appeared that does not say so: a closed interval, its confidence (0 to 1), and what it
    rests on: a dateline, a date beside "today", other dates of its text, or the dated articles around it in its file.
    """

    since: date
    until: date
    confidence: float
    why: Literal["dateline", "today", "text", "neighbours"]


@dataclass(frozen=True, slots=True)
class Removed:
    """What cleaning took out of the article's part of the source; offsets count characters of the decoded source."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, said so that a person can act on it. `kept`: the rest was read all the same."""

    source: str
    where: str
    what: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Article:
    """One news item as read. `text` holds the source's own characters: cleaning removes, it never respells.

    Paragraphs of `text` are separated by one blank line. `source` is relative to the corpus. `source_span` counts
    characters of the decoded file (after its byte-order mark, before newlines are normalised) and is None for rows of
    structured files. `raw` is that part of the source untouched, None where there is no page to show.
    """

    id: str
    source: str
    text: str
    source_span: tuple[int, int] | None = None
    title: str | None = None
    language: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: Published = field(default_factory=Published)
    section: str | None = None
    captions: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an actor is named. Offsets count code points of the part; `surface == part[start:end]`.

    In the part "caption" offsets count within the captions joined by newlines.
    """

    part: Part
    start: int
    end: int
    surface: str
    actor: str
    kind: Kind
    role: Role
    by: Literal["list", "model", "rule", "surname", "user"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that the text speaks of: a closed interval of days, or None where it cannot be resolved.

    `flags`: `assumed-year`, `conflict` (a weekday that contradicts it), `early`, `middle` and `late` (the part of the
    interval that is meant), `civil` (an Islamic date computed, no table of Umm al-Qura reaching it), `ambiguous` (two
    days fit, the first is given). `rule` says how it was read.
    """

    part: Part
    start: int
    end: int
    surface: str
    since: date | None
    until: date | None
    precision: Precision
    calendar: Literal["gregorian", "jalali", "hijri"] | None
    basis: Literal["explicit", "relative", "unresolved"]
    flags: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who or what is named: one key in every language and script."""

    key: str
    kind: Kind
    names: Mapping[str, str]
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    origin: Literal["list", "user", "found"] = "list"

    def name(self, language: str) -> str:
        """The name for a reader of `language`, else in English, else in any language known, else the key."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()), self.key)
