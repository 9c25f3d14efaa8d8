"""The interface's words in the reader's language, passed as an argument and never installed globally.

A global catalogue would leak from one visitor to the next. By convention the argument is called `t`:
`t("No articles")`, `t.n("{n} article", "{n} articles", count)`. English is the source; `lib/locale/LANG.po` translates.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LANGUAGES = ("en", "fa", "ar")
_DIGITS = {
    "fa": {0x30 + n: 0x6F0 + n for n in range(10)},
    "ar": {0x30 + n: 0x660 + n for n in range(10)},
}
_FOLDER = Path(__file__).parent / "locale"


def N_(message: str) -> str:
    """Marks a message for the catalogue where it stands, translated later by a call of the catalogue."""
    return message


class Sentence(str):
    """A sentence in English that remembers what it was made of, so that a catalogue can put it into other words.

    It is made far below the interface, stored, and shown to readers of any language. Make it by `sentence`.
    """

    forms: tuple[str, ...]  # the message, and its plural where it has one
    values: Mapping[str, Any]

    def __str__(self) -> str:
        return self  # so that it comes back whole out of an exception

    def packed(self) -> str:
        """The message and its values as JSON, for `unpacked`."""
        return json.dumps(self._plain(), ensure_ascii=False)

    def _plain(self) -> list[Any]:
        inner = {name: each._plain() if isinstance(each, Sentence) else each for name, each in self.values.items()}
        return [list(self.forms), inner]


def sentence(message: str, plural: str | None = None, **values: object) -> Sentence:
    """A sentence with its blanks filled; with a plural it counts the value `n`. A value may be a sentence itself."""
    given = {name: each if isinstance(each, (str, int)) else str(each) for name, each in values.items()}
    return _filled((message,) if plural is None else (message, plural), given)


def _filled(forms: tuple[str, ...], values: Mapping[str, Any]) -> Sentence:
    said = forms[0] if len(forms) == 1 or values["n"] == 1 else forms[1]
    made = Sentence(said.format(**values) if values else said)
    made.forms, made.values = forms, values
    return made


def unpacked(packed: str) -> Sentence:
    """The sentence that `Sentence.packed` wrote."""
    return _made(json.loads(packed))


def _made(plain: list[Any]) -> Sentence:
    forms, values = plain
    given = {name: _made(each) if isinstance(each, list) else each for name, each in values.items()}
    return _filled(tuple(forms), given)


@dataclass(frozen=True)
class Catalogue:
    """Messages, numbers and names for one interface language."""

    language: str
    messages: dict[str, tuple[str, ...]]

    def __call__(self, message: str, **values: object) -> str:
        """The message in this language, `{name}` filled from `values`."""
        text = self.messages.get(message, (message,))[0]
        return text.format(**values) if values else text

    def n(self, one: str, many: str, n: int, **values: object) -> str:
        """The message in the plural form that `n` asks for; `{n}` is written in the language's digits."""
        forms = self.messages.get(one)
        if forms and len(forms) > 1:
            text = forms[min(self._plural(n), len(forms) - 1)]
        else:
            text = forms[0] if forms else (one if n == 1 else many)
        return text.format(n=self.number(n), **values)

    def said(self, text: str, show: Callable[[str], str] = str) -> str:
        """A sentence in this language, other text as it is; `show` prepares the texts that fill its blanks."""
        if not isinstance(text, Sentence):
            return show(text)
        values = {
            name: self.said(each, show) if isinstance(each, str) else self.number(each)
            for name, each in text.values.items()
        }
        if len(text.forms) > 1:
            del values["n"]
            return self.n(text.forms[0], text.forms[1], text.values["n"], **values)
        return self(text.forms[0], **values)

    def _plural(self, n: int) -> int:
        if self.language == "ar":
            rest = n % 100
            return n if n in (0, 1, 2) else 3 if 3 <= rest <= 10 else 4 if 11 <= rest <= 99 else 5
        return 0 if n == 1 else 1

    @property
    def direction(self) -> Literal["rtl", "ltr"]:
        """The direction of the interface."""
        return "rtl" if self._locale.text_direction == "rtl" else "ltr"

    @property
    def _locale(self) -> Locale:
        return Locale.parse({"ar": "ar_EG"}.get(self.language, self.language))

    def digits(self, text: str) -> str:
        return text.translate(_DIGITS.get(self.language, {}))

    def number(self, value: float, decimals: int = 0) -> str:
        """A number in the digits and with the separators of the language."""
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        written = str(format_decimal(value, format=pattern, locale="en"))
        if self.language in _DIGITS:
            written = written.replace(",", "\u066c").replace(".", "\u066b")
        return self.digits(written)

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share between 0 and 1 as a percentage."""
        sign = "\u066a" if self.language in _DIGITS else "%"
        return self.number(share * 100, decimals) + sign

    def date(self, day: date, form: str = "d MMMM y") -> str:
        """A Gregorian day in words."""
        return self.digits(format_date(day, format=form, locale=self._locale))

    def language_name(self, code: str) -> str:
        """The name of a language for this reader; `und` has a sentence of its own."""
        known = code.replace("_", "-").split("-")[0].lower()
        if known in ("", "und"):
            return self("Language not known")
        return self._locale.languages.get(known) or code


@functools.cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of an interface language; English for one that is not offered."""
    path = _FOLDER / f"{language}.po"
    if language == "en" or language not in LANGUAGES or not path.exists():
        return Catalogue(language if language in LANGUAGES else "en", {})
    with path.open("rb") as file:
        entries = read_po(file, locale=language)
    messages: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        if not entry.id or entry.fuzzy:
            continue
        key = entry.id if isinstance(entry.id, str) else entry.id[0]
        forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
        if forms and all(forms):
            messages[key] = forms
    return Catalogue(language, messages)
