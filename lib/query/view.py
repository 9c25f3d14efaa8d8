"""How the articles are looked at: one frozen value beside Filters, so that a link shows exactly the same picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from lib.query.parameters import Query, Reader, Unread
from lib.text.calendars import Calendar

Granularity = Literal["day", "week", "month", "quarter", "year", "century"]
Asked = Literal["", "day", "week", "month", "quarter", "year"]
Split = Literal["language", "outlet", "actor", "none"]
Measure = Literal["articles", "share", "mentions"]
Style = Literal["bars", "lines", "multiples", "cloud"]
Sort = Literal["corpus", "newest", "oldest", "title", "longest"]
Shown = Literal["cleaned", "original", "both"]
Align = Literal["ragged", "justified"]
Spaces = Literal["restored", "source"]
Interface = Literal["en", "fa", "ar"]


@dataclass(frozen=True, slots=True)
class View:
    """The interface language and how a page shows its articles; `granularity` "" is chosen by the span.

    `calendar` is the one that axes, bins, pickers and days in words go by; filters keep Gregorian days.
    `align` and `spaces` are about the type of an article: straight edges, and half-spaces shown where they were lost.
    `doc` is the id of an article, `who` the key of an actor, both as a link gave them; `page` counts from 1.
    """

    ui: str = "en"
    granularity: Asked = ""
    calendar: Calendar = "gregorian"
    split: Split = "language"
    measure: Measure = "articles"
    style: Style = "bars"
    doc: str = ""
    who: str = ""
    sort: Sort = "corpus"
    page: int = 1
    shown: Shown = "cleaned"
    align: Align = "ragged"
    spaces: Spaces = "restored"

    def to_query(self) -> dict[str, list[str]]:
        """The link's parameters; defaults are left out."""
        values = {
            "ui": self.ui,
            "by": self.granularity,
            "cal": self.calendar,
            "split": self.split,
            "measure": self.measure,
            "style": self.style,
            "doc": self.doc,
            "who": self.who,
            "sort": self.sort,
            "page": str(self.page),
            "shown": self.shown,
            "align": self.align,
            "spaces": self.spaces,
        }
        return {name: [value] for name, value in values.items() if value not in ("", _DEFAULTS.get(name))}

    @classmethod
    def read(cls, query: Query) -> tuple[View, Unread]:
        """A view from a link's parameters, and what could not be read as (parameter, value). Never raises."""
        reader = Reader(query)
        view = cls(
            ui=reader.choice("ui", get_args(Interface), "en"),
            granularity=reader.choice("by", get_args(Asked), ""),
            calendar=reader.choice("cal", get_args(Calendar), "gregorian"),
            split=reader.choice("split", get_args(Split), "language"),
            measure=reader.choice("measure", get_args(Measure), "articles"),
            style=reader.choice("style", get_args(Style), "bars"),
            doc=reader.one("doc"),
            who=reader.one("who"),
            sort=reader.choice("sort", get_args(Sort), "corpus"),
            page=reader.number("page", 1),
            shown=reader.choice("shown", get_args(Shown), "cleaned"),
            align=reader.choice("align", get_args(Align), "ragged"),
            spaces=reader.choice("spaces", get_args(Spaces), "restored"),
        )
        return view, reader.unread

    @classmethod
    def from_query(cls, query: Query) -> View:
        """A view from a link's parameters; see `read` for what could not be read."""
        return cls.read(query)[0]


_DEFAULTS = {
    "ui": "en",
    "cal": "gregorian",
    "split": "language",
    "measure": "articles",
    "style": "bars",
    "sort": "corpus",
    "page": "1",
    "shown": "cleaned",
    "align": "ragged",
    "spaces": "restored",
}
