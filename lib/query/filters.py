"""Which articles are meant: one frozen value that selects them, says itself in words and writes itself into a link.

Everything a page counts starts from `Filters`, so that a chart, its table, its caption and its link cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from lib.query import words
from lib.query.parameters import Query, Reader, Unread
from lib.query.selection import NO_OUTLET, Selection
from lib.text.calendar_names import DayWords
from lib.text.calendars import Calendar

if TYPE_CHECKING:
    from lib.enrich.identity.overlay import Overlay
    from lib.i18n import Catalogue
    from lib.store.corpus import Corpus

Which = Literal["published", "spoken"]
Match = Literal["any", "all"]


@dataclass(frozen=True, slots=True)
class Filters:
    """Filters on articles; an empty field asks nothing. `which` "" leaves the kind of date to the corpus.

    `actors` are keys; an article names an actor when the actor is mentioned in its own right, not merely cited as a
    source. The outlet "-" stands for articles whose outlet is not known. `since` and `until` are both inside the
    period. `duplicates`: whether articles are counted, every telling of a story; else stories, each once. `cited` and
    `captions`: whether actors count as named where they are only quoted as a source, and in captions of pictures.
    `estimated`: whether articles that do not say when they appeared are counted at the days that are estimated.
    `sets` and `tags` are the user's own names: an article must have any of them; `starred`: only those with a star.
    """

    languages: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    match: Match = "any"
    outlets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    which: Which | Literal[""] = ""
    search: str = ""
    duplicates: bool = False
    sets: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    starred: bool = False
    cited: bool = False
    captions: bool = False
    estimated: bool = False

    def which_for(self, corpus: Corpus) -> Which:
        """The kind of date in force: as asked, else published where any article has a date, else spoken of."""
        published = corpus.has_published or (self.estimated and corpus.has_estimates)
        return self.which or ("published" if published else "spoken")

    @property
    def has_period(self) -> bool:
        """Whether the period is limited on either side."""
        return self.since is not None or self.until is not None

    @property
    def active(self) -> tuple[str, ...]:
        """Names of the filters in force, for `without`; "period" stands for both of its edges."""
        asked = {
            "languages": self.languages,
            "actors": self.actors,
            "outlets": self.outlets,
            "period": self.has_period,
            "search": self.search,
            "duplicates": self.duplicates,
            "sets": self.sets,
            "tags": self.tags,
            "starred": self.starred,
            "cited": self.cited,
            "captions": self.captions,
            "estimated": self.estimated,
        }
        return tuple(name for name, value in asked.items() if value)

    def without(self, field: str) -> Filters:
        """The same filters with one field (or "period": both edges) as if never asked."""
        names = {"period": ("since", "until"), "actors": ("actors", "match")}.get(field, (field,))
        defaults: dict[str, Any] = {each.name: each.default for each in fields(self) if each.name in names}
        return replace(self, **defaults)

    def under(self, overlay: Overlay) -> Filters:
        """The same filters with every merged actor replaced by the one it was merged into."""
        return replace(self, actors=tuple(dict.fromkeys(map(overlay.resolve, self.actors))))

    def expression(self, corpus: Corpus) -> Any:
        """The Ibis table of the articles that match, with all columns of `articles`."""
        return Selection.of(corpus, self).articles

    def parts(self, t: Catalogue, corpus: Corpus, calendar: Calendar = "gregorian") -> list[tuple[str, str]]:
        """(field for `without`, words) of each filter in force, in the interface's language; days in `calendar`."""
        return words.parts(self, DayWords(t, calendar), corpus)

    def describe(self, t: Catalogue, corpus: Corpus, calendar: Calendar = "gregorian") -> str:
        """All filters in words as one line of plain text; "All articles" where there are none."""
        return " · ".join(text for _, text in self.parts(t, corpus, calendar)) or t("All articles")

    def unknown(self, corpus: Corpus) -> Unread:
        """(parameter, value) of each language, actor, outlet, set and tag that this corpus does not have."""
        known_languages, known_outlets = set(corpus.languages()), {*corpus.outlets(), NO_OUTLET}
        missing = [("language", value) for value in self.languages if value not in known_languages]
        missing += [("actor", value) for value in corpus.unknown_actors(self.actors)]
        missing += [("outlet", value) for value in self.outlets if value not in known_outlets]
        if self.sets or self.tags:
            labels = corpus.labels
            sets, tags = set(labels.names("sets")), set(labels.names("tags"))
            missing += [("set", value) for value in self.sets if value not in sets]
            missing += [("tag", value) for value in self.tags if value not in tags]
        return missing

    def to_query(self) -> dict[str, list[str]]:
        """The link's parameters; what is not asked is left out."""
        query: dict[str, list[str]] = {
            "language": list(self.languages),
            "actor": list(self.actors),
            "match": ["all"] if self.match == "all" else [],
            "outlet": list(self.outlets),
            "since": [self.since.isoformat()] if self.since else [],
            "until": [self.until.isoformat()] if self.until else [],
            "which": [self.which] if self.which else [],
            "q": [self.search] if self.search else [],
            "dup": ["1"] if self.duplicates else [],
            "set": list(self.sets),
            "tag": list(self.tags),
            "star": ["1"] if self.starred else [],
            "cited": ["1"] if self.cited else [],
            "captions": ["1"] if self.captions else [],
            "est": ["1"] if self.estimated else [],
        }
        return {name: values for name, values in query.items() if values}

    @classmethod
    def read(cls, query: Query) -> tuple[Filters, Unread]:
        """Filters from a link's parameters, and what could not be read as (parameter, value). Never raises."""
        reader = Reader(query)
        since, until = reader.day("since"), reader.day("until")
        if since and until and since > until:
            since, until = until, since
        filters = cls(
            languages=reader.many("language"),
            actors=reader.many("actor"),
            match=reader.choice("match", ("any", "all"), "any"),
            outlets=reader.many("outlet"),
            since=since,
            until=until,
            which=reader.choice("which", ("", "published", "spoken"), ""),
            search=reader.one("q"),
            duplicates=reader.choice("dup", ("0", "1"), "0") == "1",
            sets=reader.many("set"),
            tags=reader.many("tag"),
            starred=reader.choice("star", ("0", "1"), "0") == "1",
            cited=reader.choice("cited", ("0", "1"), "0") == "1",
            captions=reader.choice("captions", ("0", "1"), "0") == "1",
            estimated=reader.choice("est", ("0", "1"), "0") == "1",
        )
        return filters, reader.unread

    @classmethod
    def from_query(cls, query: Query) -> Filters:
        """Filters from a link's parameters; see `read` for what could not be read."""
        return cls.read(query)[0]
