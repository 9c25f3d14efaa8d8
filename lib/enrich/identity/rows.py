"""One row of the reader's own actor list, understood cell by cell: what makes no sense is a problem, never dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from lib.enrich.actors.words import name_words
from lib.i18n import sentence
from lib.ingest.corrcells import no_answer
from lib.ingest.corrsheet import Form
from lib.model import KINDS, Kind, Problem

FILE = "rawi-actors.csv"
COLUMNS = ("key", "kind", "en", "fa", "ar", "aliases", "merged_into", "split_from", "apart_from", "hidden", "note",
           "changed")  # fmt: skip
FORM = Form(
    FILE,
    COLUMNS,
    frozenset({"key", "actor"}),
    sentence("The first row must name the columns: {one}, and {others} or the like.",
             one="key", others="kind, en, fa, ar, aliases, merged_into, hidden"),
)
NOTHING = "-"  # takes back what an earlier row said, where an empty cell says nothing
NAMES = ("en", "fa", "ar", "he", "ur", "tr", "ckb", "ps", "kmr", "az", "fr", "de", "es", "ru")
_OTHER = {"actor": "key", "name_en": "en", "name_fa": "fa", "name_ar": "ar", "alias": "aliases", "notes": "note"}
_ITSELF = {
    "merged_into": sentence("An actor cannot be merged into itself."),
    "split_from": sentence("An actor cannot be split from itself."),
    "apart_from": sentence("An actor cannot be kept apart from itself."),
}
_LONGEST = 200
_YES = frozenset(("yes", "y", "true", "1", "\u0628\u0644\u0647", "\u0622\u0631\u06cc", "\u0646\u0639\u0645"))
_NO = frozenset(("no", "n", "false", "0", NOTHING, "\u0646\u0647", "\u062e\u06cc\u0631", "\u0644\u0627"))


@dataclass(frozen=True)
class Said:
    """What a row says of the actor `key`; what is empty is not spoken of. `hidden` None: not spoken of."""

    number: int
    key: str
    kind: Kind | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    merged_into: str = ""
    split_from: str = ""
    apart_from: str = ""
    hidden: bool | None = None
    changed: str = ""
    cells: Mapping[str, str] = field(default_factory=dict, compare=False)


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by |, each once."""
    return tuple(dict.fromkeys(part for each in cell.split("|") if (part := " ".join(each.split()))))


def said(number: int, row: Mapping[str, str]) -> tuple[Said | None, list[Problem]]:
    """A row by its column names; None where it is about nothing. `number`: as a spreadsheet counts, titles are 1."""
    cells: dict[str, str] = {}
    for name, value in row.items():
        if value.strip():
            cells.setdefault(_OTHER.get(name, name), " ".join(value.split()))
    key = cells.get("key", "")
    if not cells or key.startswith("#"):
        return None, []
    if not key or len(key) > _LONGEST or "|" in key:
        empty = sentence("This row names no actor: its key is empty.")
        return None, [_problem(number, sentence("This is no key of an actor.") if key else empty, False)]
    wrong: list[str] = []
    kind = cells.get("kind", "").lower()
    if kind and kind not in KINDS:
        wrong.append(sentence("\u201c{value}\u201d is no kind of actor; write one of {kinds}.",
                              value=kind[:40], kinds=", ".join(KINDS)))  # fmt: skip
        kind = ""
    hidden = _hidden(cells.get("hidden", ""), wrong)
    aliases = _aliases(cells.get("aliases", ""), wrong)
    links = {name: cells.get(name, "") for name in ("merged_into", "split_from", "apart_from")}
    for name, value in links.items():
        if value == key:
            wrong.append(_ITSELF[name])
            links[name] = ""
    if links["split_from"] not in ("", NOTHING) and not [each for each in aliases if each != NOTHING]:
        wrong.append(sentence("A row with {one} needs in {other} the spellings that are split off.",
                              one="split_from", other="aliases"))  # fmt: skip
        links["split_from"] = ""
    names = {code: cells[code].split("|")[0].strip() for code in NAMES if cells.get(code)}
    found = Said(number, key, cast("Kind", kind) if kind else None, names, aliases, **links,
                 hidden=hidden, changed=cells.get("changed", ""), cells=cells)  # fmt: skip
    return found, [_problem(number, what, True) for what in wrong]


def _hidden(value: str, wrong: list[str]) -> bool | None:
    if not value:
        return None
    if value.lower() in _YES | _NO:
        return value.lower() in _YES
    wrong.append(no_answer("hidden", value))
    return None


def _aliases(value: str, wrong: list[str]) -> tuple[str, ...]:
    found = []
    for alias in values(value):
        if alias != NOTHING and (len(alias) > _LONGEST or not name_words(alias)):
            wrong.append(
                sentence("\u201c{value}\u201d has no letters, so no text can name anybody by it.", value=alias[:40])
            )
        else:
            found.append(alias)
    return tuple(found)


def _problem(number: int, what: str, kept: bool) -> Problem:
    return Problem(FILE, f"row {number}", what, kept)
