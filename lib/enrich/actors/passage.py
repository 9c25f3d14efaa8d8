"""A part of a document as the recognisers see it."""

from __future__ import annotations

from dataclasses import dataclass

from lib.enrich.actors.words import words_of
from lib.model import Part
from lib.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one part, its words and the document's language."""

    part: Part
    text: str
    words: list[Token]
    language: str


def passage(part: Part, text: str, language: str) -> Passage:
    """Cut a part into words."""
    return Passage(part, text, words_of(text, language), language)
