"""Reading the parameters of a link: they come from strangers, so nothing raises and nothing goes unsaid."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar, cast

Query = Mapping[str, Sequence[str] | str]
T = TypeVar("T", bound=str)
Unread = list[tuple[str, str]]

MAX_VALUES = 50
MAX_LENGTH = 300
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Reader:
    """Takes values out of a query; `unread` collects (parameter, value) for what it could not make sense of."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self.unread: Unread = []

    def many(self, name: str) -> tuple[str, ...]:
        """All values of a parameter, each once, in order; at most MAX_VALUES of at most MAX_LENGTH characters."""
        given = self._query.get(name) or ()
        found: dict[str, None] = {}
        for raw in [given] if isinstance(given, str) else list(given):
            value = str(raw).strip()
            if not value:
                continue
            if len(value) > MAX_LENGTH or len(found) >= MAX_VALUES or _has_controls(value):
                self.unread.append((name, value[:MAX_LENGTH]))
            else:
                found[value] = None
        return tuple(found)

    def some(self, name: str, form: re.Pattern[str], most: int = MAX_VALUES) -> tuple[str, ...]:
        """The values that have a form, at most so many; what else was given is reported."""
        values = self.many(name)
        found = [value for value in values if form.fullmatch(value)]
        self.unread += [(name, value) for value in values if value not in found[:most]]
        return tuple(found[:most])

    def one(self, name: str) -> str:
        """The first value of a parameter, the empty string where there is none; further values are reported."""
        values = self.many(name)
        self.unread += [(name, value) for value in values[1:]]
        return values[0] if values else ""

    def two(self, name: str) -> tuple[str, ...]:
        """Two different values, or none; one alone, or more than two, are reported."""
        values = self.many(name)
        if len(values) == 2:
            return values
        self.unread += [(name, value) for value in values]
        return ()

    def day(self, name: str) -> date | None:
        """A Gregorian day written YYYY-MM-DD."""
        value = self.one(name)
        if not value:
            return None
        try:
            if _DAY.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        self.unread.append((name, value))
        return None

    def choice(self, name: str, choices: Sequence[T], default: T) -> T:
        """One of `choices`, else `default`."""
        value = self.one(name)
        if value in choices:
            return cast("T", value)
        if value:
            self.unread.append((name, value))
        return default

    def number(self, name: str, default: int) -> int:
        """A whole number from 1 to a million in ASCII digits."""
        value = self.one(name)
        if re.fullmatch(r"[1-9]\d{0,5}", value, re.ASCII):
            return int(value)
        if value:
            self.unread.append((name, value))
        return default


def _has_controls(text: str) -> bool:
    return any(unicodedata.category(character) in ("Cc", "Cs") for character in text)
