"""A part of a document as the recognisers see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lib.enrich.actors.words import adjacent, words_of
from lib.model import Part

Period = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one part, the document's language, its words (search keys, starts, ends), and when it appeared."""

    part: Part
    text: str
    language: str
    keys: list[str]
    starts: list[int]
    ends: list[int]
    when: Period | None = None

    def follows(self, index: int) -> bool:
        """Whether word `index` and the one before it may belong to one name or phrase."""
        return 0 < index < len(self.keys) and adjacent(self.text, self.ends[index - 1], self.starts[index])


def passage(part: Part, text: str, language: str, when: Period | None = None) -> Passage:
    """Cut a part into words."""
    return Passage(part, text, language, *words_of(text, language), when)
