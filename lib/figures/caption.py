"""What a picture says about itself when it travels without its page: title, filters, counts and source."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lib.figures import measure
from lib.i18n import Catalogue, catalogue
from lib.text import bidi
from lib.text.calendar_names import DayWords
from lib.text.calendars import Calendar
from lib.text.languages import direction

_OPENERS = "\u2066\u2067\u2068"


@dataclass(frozen=True)
class Caption:
    """The words around a figure, in the interface language `language`: `filters`, `counts` and `source` are sentences.

    Corpus strings inside them are expected to be isolated already.
    """

    title: str
    filters: str = ""
    counts: str = ""
    source: str = ""
    language: str = "en"


@dataclass(frozen=True)
class Look:
    """How a frame is to be drawn. `names` gives the reader's name of each key in the frame.

    `style`: bars, lines or multiples over time; network or map for pairs. `measure`: articles, share, mentions or
    sentences.
    `split`: what the series are, which decides their colours. `language`: that of all that is drawn, where it is one.
    `calendar`: the one that time is told in.
    """

    caption: Caption
    names: Mapping[str, str] = field(default_factory=dict)
    style: str = "bars"
    measure: str = "articles"
    split: str = "language"
    language: str = ""
    calendar: Calendar = "gregorian"

    @property
    def t(self) -> Catalogue:
        """The catalogue of the interface language."""
        return catalogue(self.caption.language)

    @property
    def days(self) -> DayWords:
        """How days are written for the reader."""
        return DayWords(self.t, self.calendar)

    @property
    def rtl(self) -> bool:
        """Whether the interface runs from right to left."""
        return direction(self.caption.language) == "rtl"

    def name(self, key: str) -> str:
        """The name of a key for the reader; the key itself where none is known."""
        return self.names.get(key) or (self.t.language_name(key) if self.split == "language" else key)


def shown(text: str, language: str | None = None) -> str:
    """`text` as Plotly must get it: no markup, no placeholder, base direction kept. Always the last step."""
    plain = html.escape(" ".join(text.split()), quote=False).replace("%{", "%&#123;")
    return bidi.label(plain, language)


def lines(text: str, room: float, font: Mapping[str, Any], limit: int = 4) -> list[str]:
    """`text` wrapped to `room` pixels in at most `limit` lines, the last one shortened where more would be needed."""
    size, bold = float(font["size"]), bool(font.get("weight", 400) >= 600)
    found = measure.wrap(text, room, size, bold)
    if len(found) > limit:
        rest = " ".join(found[limit - 1 :])
        found = [*found[: limit - 1], measure.shorten(rest, room, size, bold)]
    return _carried(found)


def _carried(found: list[str]) -> list[str]:
    """Wrapped lines in which an isolate that runs over a line's end is closed there and opened again on the next."""
    open_, out = "", []
    for line in found:
        start = open_.replace(bidi.RLI, bidi.RLI + bidi.RLM)
        for character in line:
            open_ = open_ + character if character in _OPENERS else open_[:-1] if character == bidi.PDI else open_
        out.append(start + line + bidi.PDI * len(open_))
    return out


def block(found: list[str], language: str) -> str:
    """Wrapped lines as one Plotly text, each line with its own base direction."""
    return "<br>".join(shown(line, language) for line in found)
