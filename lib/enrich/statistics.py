"""What can be counted in a body without knowing its language: words, sentences, paragraphs, scripts, digits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lib.text.numerals import digit_set
from lib.text.scripts import script_counts
from lib.text.sentences import BREAK, END, INITIAL
from lib.text.tokens import keys


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of one body. `characters` are code points; `digits_*` count digits; `scripts` letters per script."""

    words: int
    characters: int
    sentences: int
    paragraphs: int
    digits_ascii: int
    digits_arabic: int
    digits_extended: int
    scripts: Mapping[str, int]


def statistics(text: str, words: int | None = None) -> Statistics:
    """Counts the cleaned body of an article; `words`, where somebody has counted them already."""
    digits = digit_set(text)
    parts = paragraphs(text)
    return Statistics(
        words=len(keys(text)) if words is None else words,
        characters=len(text),
        sentences=sum(map(_sentences, parts)),
        paragraphs=len(parts),
        digits_ascii=digits["ascii"],
        digits_arabic=digits["arabic-indic"],
        digits_extended=digits["extended-arabic-indic"],
        scripts=script_counts(text),
    )


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a cleaned body, blank ones left out."""
    return [part for part in BREAK.split(text) if part.strip()]


def sentences(text: str) -> int:
    """Sentences of a cleaned body: a stop before a space, or the end of a paragraph, ends one that holds a word.

    A full stop after a lone letter is taken for an initial («د. محمد», "J. Smith").
    """
    return sum(map(_sentences, paragraphs(text)))


def _sentences(paragraph: str) -> int:
    count = start = 0
    for match in END.finditer(paragraph):
        if match.group() == "." and INITIAL.search(paragraph, max(0, match.start() - 2), match.start()):
            continue
        count += _has_word(paragraph, start, match.start())
        start = match.end()
    return count + _has_word(paragraph, start, len(paragraph))


_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def _has_word(text: str, start: int, end: int) -> bool:
    return _LETTER_OR_DIGIT.search(text, start, end) is not None
