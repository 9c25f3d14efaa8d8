"""From folded positions back to the source, cheaply: nearly every letter folds to one, so only the others are kept."""

from __future__ import annotations

import bisect
import re

from lib.text.fold import fold_character

_NOT_ONE = re.compile("[^1]")
_TRAILING = re.compile("[\u0621\u0640\u0610-\u061a\u064b-\u065f\u0670\u0300-\u036f]")  # belong to the letter before


class _Lengths(dict[int, str]):
    """How many characters each character folds to, as a digit; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        length = self[code] = chr(ord("0") + len(fold_character(chr(code))))
        return length


_LENGTHS = _Lengths()


class Offsets:
    """`span` of a piece of the folded text in the source, with the marks that follow its last letter."""

    def __init__(self, source: str) -> None:
        self._source_text = source
        self._length = len(source)
        self._folded = [0]  # folded position at which each stretch begins …
        self._sources = [0]  # … and the source position there
        at = 0
        last = 0
        for match in _NOT_ONE.finditer(source.translate(_LENGTHS)):
            start = match.start()
            at += start - last
            size = ord(match.group()) - ord("0")
            if size:
                for extra in range(size):
                    self._add(at + extra, start)
            at += size
            last = start + 1
            self._add(at, last)

    def _add(self, folded: int, source: int) -> None:
        if self._folded[-1] == folded:
            self._sources[-1] = source
        else:
            self._folded.append(folded)
            self._sources.append(source)

    def _source(self, folded: int) -> int:
        index = bisect.bisect_right(self._folded, folded) - 1
        start = self._folded[index]
        one_letter = index + 1 < len(self._folded) and self._sources[index + 1] == self._sources[index]
        return self._sources[index] + (0 if one_letter else folded - start)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of folded[start:end]."""
        stop = self._source(end - 1) + 1
        while stop < self._length and _TRAILING.match(self._source_text, stop):
            stop += 1
        return self._source(start), stop
