"""Dates that a text speaks of, in three calendars, with their places in the text and how they were resolved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lib.enrich.dates import ages, explicit, festive, forms, periods, relative, yearly
from lib.enrich.dates.grammar import Grammar
from lib.enrich.dates.neighbours import anchors, nearest, share_years
from lib.enrich.dates.resolve import Setting, resolve
from lib.enrich.dates.shapes import Shape
from lib.enrich.dates.tense import points_forward
from lib.enrich.dates.words import Words
from lib.model import DateMention, Part
from lib.text.languages import primary

# The longest forms first: a quarter of a year before the year, a list of days before a day.
_MODULES = (forms, periods, festive, ages, explicit, yearly, relative)
_GRAMMAR = Grammar(tuple(rule for module in _MODULES for rule in module.RULES))

Spoken = tuple[int, Words, Shape]


def find_dates(text: str, language: str, reference: date | None, part: Part = "text") -> list[DateMention]:
    """The dates in `text`, in order; `reference` is the day of the article, None where it is not known."""
    found = list(spoken(text, language))
    known = anchors([shape for _, _, shape in found]) if reference is None else []
    mentions: list[DateMention] = []
    for index, (offset, words, shape) in enumerate(found):
        forward = points_forward(words, shape.first, shape.last) if reference is not None else None
        near = nearest(known, index) if known else ()
        days = resolve(shape, Setting(reference, words.language, forward, near))
        if days is not None:
            start, end = (offset + at for at in words.span(shape.first, shape.last))
            if mentions and start < mentions[-1].end:
                continue  # one character that folds to several, such as a half, can end one date and begin another
            place = (part, start, end, text[start:end])
            when = (days.since, days.until)
            mentions.append(
                DateMention(*place, *when, days.precision, days.calendar, days.basis, days.flags, shape.rule)
            )
    return mentions


def spoken(text: str, language: str) -> Iterator[Spoken]:
    """What each line speaks of, with the line's offset; no date runs over the end of a line."""
    offset, language = 0, primary(language)
    for line in text.split("\n"):
        if line:
            words = Words(line, language)
            for shape in share_years(words, _GRAMMAR.shapes(words)):
                yield offset, words, shape
        offset += len(line) + 1
