"""How the articles are looked at: one frozen value beside Filters, so that a link shows exactly the same picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast, get_args

from lib.model import KINDS, Kind
from lib.query.parameters import Query, Reader, Unread
from lib.text.calendars import Calendar

Granularity = Literal["day", "week", "month", "quarter", "year", "century"]
Asked = Literal["", "day", "week", "month", "quarter", "year"]
Split = Literal["language", "outlet", "actor", "none"]
Measure = Literal["articles", "share", "within", "mentions"]
Style = Literal["bars", "lines", "multiples", "cloud"]
Sort = Literal["corpus", "newest", "oldest", "title", "longest"]
Shown = Literal["cleaned", "original", "both"]
Align = Literal["ragged", "justified"]
Spaces = Literal["restored", "source"]
Layers = Literal["one", "both"]
Overlay = Literal["imprecise", "gaps", "peaks", "events"]
Part = Literal["chart", "chronology"]
Order = Literal["most", "time"]
Unit = Literal["article", "sentence"]
Interface = Literal["en", "fa", "ar"]
OfKind = Literal["", "person", "organisation", "state", "place", "group"]

WINDOWS = ("1", "3", "5", "7", "9", "15", "31")
MOST_COMPARED = 6
_COMPARED = re.compile("(?:actor|q):.+")
_OVERLAYS = re.compile("|".join(get_args(Overlay)))
_KINDS = re.compile("|".join(KINDS))
TOPS = tuple(str(number) for number in range(10, 101, 10))


@dataclass(frozen=True, slots=True)
class View:
    """The interface language and how a page shows its articles; `granularity` "" is chosen by the span.

    `calendar` is the one that axes, bins, pickers and days in words go by; filters keep Gregorian days.
    `doc` is the id of an article, `who` the key of an actor, `form` one of its spellings, all as a link gave them;
    `page` counts from 1. `align` and `spaces` are about the type of an article: straight edges, and half-spaces shown
    where they were lost.

    Of the timeline: `layers` "both" draws dates of publication and dates spoken of together; `smooth` is the window of
    a moving average in bins, 1 for none; `compare` holds at most MOST_COMPARED of "actor:KEY" and "q:WORDS"; `hidden`
    are the overlays not to be drawn; `peak` the first day of the peak that is explained, "" the clearest one; `part`
    what of the page is open and `order` how its chronology is sorted. Of the actors: `kind` is the only kind ranked.

    Of the network: `unit` is what actors must share, `least` how often, 0 for as often as the corpus asks; of the `top`
    most named actors of these `kinds`, of all kinds where there are none. `pair` are the two whose tie is open.
    """

    ui: str = "en"
    granularity: Asked = ""
    calendar: Calendar = "gregorian"
    split: Split = "language"
    measure: Measure = "articles"
    style: Style = "bars"
    doc: str = ""
    who: str = ""
    form: str = ""
    sort: Sort = "corpus"
    page: int = 1
    shown: Shown = "cleaned"
    layers: Layers = "one"
    smooth: int = 1
    compare: tuple[str, ...] = ()
    hidden: tuple[Overlay, ...] = ()
    peak: str = ""
    part: Part = "chart"
    order: Order = "most"
    kind: OfKind = ""
    align: Align = "ragged"
    spaces: Spaces = "restored"
    unit: Unit = "article"
    least: int = 0
    top: int = 30
    kinds: tuple[Kind, ...] = ()
    pair: tuple[str, ...] = ()

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
            "form": self.form,
            "sort": self.sort,
            "page": str(self.page),
            "shown": self.shown,
            "layers": self.layers,
            "smooth": str(self.smooth),
            "peak": self.peak,
            "part": self.part,
            "order": self.order,
            "kind": self.kind,
            "align": self.align,
            "spaces": self.spaces,
            "unit": self.unit,
            "least": str(self.least),
            "top": str(self.top),
        }
        query = {name: [value] for name, value in values.items() if value not in ("", _DEFAULTS.get(name))}
        lists = {"compare": self.compare, "hide": self.hidden, "kinds": self.kinds, "pair": self.pair}
        return query | {name: list(many) for name, many in lists.items() if many}

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
            form=reader.one("form"),
            sort=reader.choice("sort", get_args(Sort), "corpus"),
            page=reader.number("page", 1),
            shown=reader.choice("shown", get_args(Shown), "cleaned"),
            layers=reader.choice("layers", get_args(Layers), "one"),
            smooth=int(reader.choice("smooth", WINDOWS, "1")),
            compare=reader.some("compare", _COMPARED, MOST_COMPARED),
            hidden=cast("tuple[Overlay, ...]", reader.some("hide", _OVERLAYS)),
            peak=day.isoformat() if (day := reader.day("peak")) else "",
            part=reader.choice("part", get_args(Part), "chart"),
            order=reader.choice("order", get_args(Order), "most"),
            kind=reader.choice("kind", get_args(OfKind), ""),
            align=reader.choice("align", get_args(Align), "ragged"),
            spaces=reader.choice("spaces", get_args(Spaces), "restored"),
            unit=reader.choice("unit", get_args(Unit), "article"),
            least=reader.number("least", 0),
            top=int(reader.choice("top", TOPS, "30")),
            kinds=cast("tuple[Kind, ...]", reader.some("kinds", _KINDS)),
            pair=reader.two("pair"),
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
    "layers": "one",
    "smooth": "1",
    "part": "chart",
    "order": "most",
    "align": "ragged",
    "spaces": "restored",
    "unit": "article",
    "least": "0",
    "top": "30",
}
