"""The rules over the string of codes: tried in order at every piece that may begin a date, the first that fits wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from lib.enrich.dates.parts import whole
from lib.enrich.dates.shapes import Shape, Turn
from lib.enrich.dates.words import Words

Build = Callable[[Words, re.Match[str]], list[Shape]]


@dataclass(frozen=True, slots=True)
class Rule:
    """The codes that can begin it, a pattern, and what makes shapes of a match; no shapes: the rule does not apply."""

    opening: str
    pattern: re.Pattern[str]
    build: Build

    @property
    def name(self) -> str:
        """What the rule reads, in words."""
        return self.build.__name__.strip("_").replace("_", " ")


def rule(opening: str, pattern: str, build: Build) -> Rule:
    """A rule; blanks in the pattern are for the reader."""
    return Rule(opening, re.compile(pattern.replace(" ", "")), build)


# Pieces of patterns. A month may be named twice, as in «يوليو (تموز)» and «آذار/مارس».
MONTH = r"(?P<month> [Mmqz] )"
TWICE = r"(?P<month> [Mmqz] ) (?: /(?P<slash>[Mmqz]) | \((?P<bracket>[Mmqz])\) | (?P<beside>[Mmqz]) )"
DAY = r"(?P<day> [Dd] ) s?"
WEEKDAY = r"(?: (?P<weekday>[Wwv]) [,(]? =? u? )?"
ERA = r"(?: (?P<tail_era>[Ee]) | \([Ee]\) )?"
YEAR = rf"(?: [,f]{{0,2}} (?=T?Y) | f? (?=T?S) ) T? (?P<year>[YS]) {ERA}"
NEAR_YEAR = r"f? (?: (?P<shift>r) | T (?P<year_turn>[LNC]) (?P<near_era>E)? | (?P<turn_year>[LNc]) T )"
SOME_YEAR = rf"(?: {YEAR} | {NEAR_YEAR} )"
TAIL = rf"(?: {YEAR} | {NEAR_YEAR} | f? (?P<turn>[LNC]) )?"

_TURNS: dict[str, Turn] = {"L": "last", "a": "last", "N": "next", "C": "this", "c": "this"}


def turn_of(code: str | None) -> Turn:
    """What the code of an adjective says: last, next, this or nothing."""
    return _TURNS.get(code or "", "")


def place(match: re.Match[str], name: str) -> int | None:
    """The piece that the named group matched; None if it matched nothing or the pattern has no such group."""
    at = match.start(name) if name in match.re.groupindex else -1
    return at if at >= 0 else None


class Grammar:
    """Rules made ready: which codes can begin a date, and which rules to try at each."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        openings = sorted(set("".join(each.opening for each in rules)))
        self._rules = {code: tuple(each for each in rules if code in each.opening) for code in openings}
        self._openings = re.compile("[" + "".join(map(re.escape, openings)) + "]")

    def shapes(self, words: Words) -> list[Shape]:
        """All dates of a text, in order and without overlap."""
        found: list[Shape] = []
        at = 0
        while (start := self._openings.search(words.codes, at)) is not None:
            at = start.start()
            end, new = self._first(words, at)
            if words.code(end) != "V":  # no calendar here reaches back before Christ
                found.extend(new)
            at = max(end, at + 1)
        return found

    def _first(self, words: Words, at: int) -> tuple[int, list[Shape]]:
        """The first rule that applies at piece `at`: where it ends and what it found."""
        for each in self._rules[words.codes[at]]:
            match = each.pattern.match(words.codes, at)
            if match and (new := each.build(words, match)):
                return match.end(), [whole(words, _named(words, shape, each.name)) for shape in new]
        return at, []


def _named(words: Words, shape: Shape, rule: str) -> Shape:
    """The shape with its rule, without an Arabic word for month at its end that begins what follows («وشهر يوليو»)."""
    last = shape.last - (words.codes[shape.last] == "P" and shape.last > shape.first and words.conjoined(shape.last))
    return replace(shape, rule=rule, last=last)
