"""JSON of any size, value by value: lists and large objects are gone through, never held as a whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lib.i18n import sentence
from lib.ingest.streams import Stream

OBJECT = 2**22  # characters; an object larger than this is looked into instead of being held
LARGEST = 2**26
_BLANK = re.compile(r"[\s,\ufeff\x1e]*")
_END = 24


class Broken(ValueError):
    """The text is no JSON from this line on; the message says what is wrong."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line


class Scanner:
    """Reads values from the pieces of a text."""

    def __init__(self, stream: Stream) -> None:
        self._pieces = stream.pieces()
        self._text = ""
        self._at = 0
        self._lines = 1
        self._decoder = json.JSONDecoder(strict=False)

    def values(self) -> Iterator[Any]:
        """The items of all lists and the objects that are in none; those in large objects too. Broken where it ends."""
        while (sign := self._sign()) is not None:
            if sign in "]}":
                self._at += 1
                continue
            yield from self._value(sign, 0)

    def _value(self, sign: str, depth: int) -> Iterator[Any]:
        if sign == "[" and depth < 20:
            self._at += 1
            while (inner := self._sign()) != "]":
                if inner is None:
                    raise self._broken(sentence("the list is not closed"))
                yield from self._value(inner, depth + 1)
            self._at += 1
            return
        try:
            value = self._decoded(OBJECT if sign == "{" and depth < 20 else LARGEST)
        except _TooLarge:
            if sign != "{":
                raise self._broken(sentence("one value is larger than {mb} MB", mb=LARGEST >> 20)) from None
            yield from self._entered(depth)
            return
        yield value

    def _entered(self, depth: int) -> Iterator[Any]:
        """The values in an object that is too large to hold: rows are looked for in the lists and objects in it."""
        self._at += 1
        while (sign := self._sign()) != "}":
            if sign != '"':
                raise self._broken(sentence("a key in quotation marks is expected"))
            self._decoded(LARGEST)
            if self._sign() != ":":
                raise self._broken(sentence("a colon is expected"))
            self._at += 1
            inner = self._sign()
            if inner is None:
                raise self._broken(sentence("the object is not closed"))
            if inner in "[{":
                yield from self._value(inner, depth + 1)
            else:
                self._decoded(LARGEST)
        self._at += 1

    def _decoded(self, room: int) -> Any:
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
                if end < len(self._text) or not isinstance(value, (int, float)) or not self._fill():
                    self._at = min(end, len(self._text))
                    return value
            except RecursionError:
                raise self._broken(sentence("nested too deeply")) from None
            except json.JSONDecodeError as error:
                cut = error.pos >= len(self._text) - _END or error.msg.startswith(("Unterminated", "Invalid control"))
                if cut and len(self._text) - self._at > room:
                    raise _TooLarge from None
                broken = self._broken(error.msg.lower(), error.pos)
                if not cut or not self._fill():
                    raise broken from None

    def _sign(self) -> str | None:
        """The next character that is no blank, None at the end."""
        while True:
            self._at = _BLANK.match(self._text, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._fill():
                return None

    def _fill(self) -> bool:
        """Adds text, at least as much as is waiting to be read; False at the end of the file."""
        pieces = [self._text[self._at :]]
        self._lines += self._text.count("\n", 0, self._at)
        wanted, got = len(pieces[0]), 0
        for piece in self._pieces:
            pieces.append(piece)
            got += len(piece)
            if got >= wanted:
                break
        self._text, self._at = "".join(pieces), 0
        return got > 0

    def _broken(self, what: str, at: int | None = None) -> Broken:
        return Broken(self._lines + self._text.count("\n", 0, self._at if at is None else at), what)


class _TooLarge(Exception):
    """An object goes on beyond the room it was given."""
