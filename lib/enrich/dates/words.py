"""A line of text as a string of one-letter codes, one for each word, number and mark, with the way back to the source.

The tagger works on folded text: digits of three sets, Arabic and Persian letters, lost or kept half-spaces are the
same there. Places in the source are worked out only for lines in which a date was found: most have none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from lib.enrich.dates.coding import CUT, Coded, Phrase, coder, reading_of
from lib.enrich.dates.offsets import Offsets
from lib.enrich.dates.spelled import WORTH, Line, number
from lib.text.fold import fold

END_OF_SENTENCE = frozenset(";!")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


class Words:
    """The pieces of one line: `codes[i]` is the code of piece i, `text[i]` its folded characters, particles taken off.

    `values[i]` is the number, month, weekday or shift it stands for, `of[i]` its calendar or unit.
    """

    def __init__(self, source: str, language: str) -> None:
        self.source = source
        self.language = language
        key = fold(source)
        self.key = _without_addresses(key) if "://" in key or "www." in key else key
        pieces = CUT.findall(self.key)
        coded = list(map(coder(language).__getitem__, pieces))
        self._taken: Sequence[int] | None = None
        self._in_words: set[int] = set()
        phrases = {at: found for at, each in enumerate(coded) if each.phrases and (found := _phrase(pieces, at, each))}
        if phrases:
            pieces, coded, self._taken = _joined(pieces, coded, phrases)
        self.codes = "".join([each.code for each in coded])
        if WORTH.search(self.codes):
            self._spelled(pieces, coded)
            return
        self._pieces = pieces
        self._coded = coded

    def _spelled(self, pieces: list[str], coded: list[Coded]) -> None:
        """Numbers in words as one piece each."""
        line = Line(pieces, coded, reading_of(self.language))
        new_pieces: list[str] = []
        new_coded: list[Coded] = []
        taken: list[int] = []
        before = self._taken or [1] * len(pieces)
        at = 0
        while at < len(pieces):
            found = number(line, at)
            count = found.taken if found else 1
            new_pieces.append(found.text if found else pieces[at])
            new_coded.append(found.coded if found else coded[at])
            if found:
                self._in_words.add(len(new_pieces) - 1)
            taken.append(sum(before[at : at + count]))
            at += count
        self.codes = "".join([each.code for each in new_coded])
        self._pieces, self._coded, self._taken = new_pieces, new_coded, taken

    @cached_property
    def text(self) -> list[str]:
        return [
            piece[each.skip :] if each.skip else piece for piece, each in zip(self._pieces, self._coded, strict=True)
        ]

    @cached_property
    def values(self) -> list[int]:
        return [each.value for each in self._coded]

    @cached_property
    def of(self) -> list[str]:
        return [each.of for each in self._coded]

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """Where each piece stands in the key."""
        found = [match.span() for match in CUT.finditer(self.key)]
        if self._taken is not None:
            ends = iter(found)
            groups = [[next(ends) for _ in range(count)] for count in self._taken]
            found = [(group[0][0], group[-1][1]) for group in groups]
        return [(start + each.skip, end) for (start, end), each in zip(found, self._coded, strict=True)]

    @cached_property
    def _offsets(self) -> Offsets:
        return Offsets(self.source)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where pieces first to last stand in the source."""
        return self._offsets.span(self._places[first][0], self._places[last][1])

    def glued(self, at: int) -> bool:
        """Whether piece `at` follows the one before it without a space."""
        return at > 0 and self._places[at - 1][1] == self._places[at][0]

    def capital(self, at: int) -> bool:
        """Whether piece `at` begins with a capital letter in the source; folding loses them."""
        return self.source[self.span(at, at)[0]].isupper()

    def prefixed(self, at: int) -> bool:
        """Whether a preposition («ب», «ل») is written together with piece `at`."""
        skip = self._coded[at].skip
        return skip > 0 and self._pieces[at][skip - 1] in "بلکבל"

    def conjoined(self, at: int) -> bool:
        """Whether «و» is written together with piece `at`."""
        return self._coded[at].skip > 0 and self._pieces[at][0] == "و"

    def spelled(self, at: int) -> bool:
        """Whether the number at piece `at` is written in words."""
        return at in self._in_words

    def word(self, at: int) -> str:
        """The folded characters of piece `at`, empty outside the line."""
        return self.text[at] if 0 <= at < len(self.codes) else ""

    def code(self, at: int) -> str:
        """The code of piece `at`, a line end outside the line."""
        return self.codes[at] if 0 <= at < len(self.codes) else "\n"


def _phrase(pieces: list[str], at: int, each: Coded) -> Phrase | None:
    """The longest phrase that begins at piece `at`."""
    for phrase in each.phrases:
        if tuple(pieces[at + 1 : at + 1 + len(phrase.rest)]) == phrase.rest:
            return phrase
    return None


def _joined(
    pieces: list[str], coded: list[Coded], phrases: Mapping[int, Phrase]
) -> tuple[list[str], list[Coded], list[int]]:
    """Phrases such as «تشرین الثانی» as one piece, and how many pieces each took."""
    new_pieces: list[str] = []
    new_coded: list[Coded] = []
    taken: list[int] = []
    at = 0
    while at < len(pieces):
        piece, each, count = pieces[at], coded[at], 1
        phrase = phrases.get(at)
        if phrase is not None:
            piece, count = " ".join((piece, *phrase.rest)), 1 + len(phrase.rest)
            each = Coded(phrase.entry.code, phrase.entry.value, phrase.entry.of, phrase.skip)
        new_pieces.append(piece)
        new_coded.append(each)
        taken.append(count)
        at += count
    return new_pieces, new_coded, taken


def _without_addresses(key: str) -> str:
    """Web addresses blanked out, length kept: the date in a link is not spoken of."""
    return _ADDRESS.sub(lambda match: " " * len(match.group()), key)
