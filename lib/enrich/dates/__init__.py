"""Dates that a text speaks of, in three calendars, with their places in the text and how they were resolved."""

from __future__ import annotations

from datetime import date

from lib.enrich.dates import explicit, relative
from lib.enrich.dates.grammar import Grammar
from lib.enrich.dates.neighbours import anchors, nearest_first, share_years
from lib.enrich.dates.resolve import Setting, resolve
from lib.enrich.dates.scan import scan
from lib.enrich.dates.tense import points_forward
from lib.model import DateMention, Part
from lib.text.fold import fold_with_map
from lib.text.languages import primary

_GRAMMAR = Grammar((*explicit.RULES, *relative.RULES))


def find_dates(text: str, language: str, reference: date | None, part: Part = "text") -> list[DateMention]:
    """The dates in `text`, in order; `reference` is the day of the article, None where it is not known."""
    folded = fold_with_map(text)
    words = scan(folded.key, primary(language), lambda at: text[folded.origin[at]].isupper())
    shapes = share_years(words, _GRAMMAR.shapes(words))
    known = anchors(shapes) if reference is None else []
    found = []
    for index, shape in enumerate(shapes):
        near = nearest_first(known, index) if known else ()
        days = resolve(shape, Setting(reference, words.language, points_forward(words, shape.first, shape.last), near))
        if days is None:
            continue
        start, end = folded.span(words.starts[shape.first], words.ends[shape.last])
        while text[end - 1].isspace():
            end -= 1
        place = (part, start, end, text[start:end])
        found.append(
            DateMention(*place, days.since, days.until, days.precision, days.calendar, days.basis, days.flags)
        )
    return found
