"""What was left out of a corpus, in the reader's words: problems are stored in English with what they were made of."""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd

from lib.i18n import N_, Catalogue, unpacked
from lib.store.corpus import Corpus

_WHOLE = {
    "file": N_("whole file"),
    "whole file": N_("whole file"),
    "folder": N_("folder"),
    "rows": N_("rows"),
    "ids": N_("ids"),
    "tables": N_("tables"),
    "members": N_("files in it"),
    "pages": N_("pages"),
    "chapters": N_("parts"),
    "records": N_("pages"),
    "fonts": N_("fonts"),
    "columns": N_("columns"),
}
_NUMBERED = {
    "row": N_("row {n}"),
    "line": N_("line {n}"),
    "record": N_("record {n}"),
    "item": N_("item {n}"),
    "page": N_("page {n}"),
}
_NUMBER = re.compile(r"(?:(sheet|table) (.+?), )?(row|line|record|item|page) (\d{1,12})", re.DOTALL)
_PART = re.compile(r"(sheet|table) (.+)", re.DOTALL)
_PARTS = {"sheet": N_("sheet {name}"), "table": N_("table {name}")}


def left_out(corpus: Corpus, t: Catalogue, show: Callable[[str], str] = str) -> pd.DataFrame:
    """Everything that is no article of the corpus or was read with trouble: source, place, what.

    `show` prepares corpus strings inside the words, for display only.
    """
    aside = corpus.set_aside()
    aside = pd.DataFrame({"source": aside["source"], "place": "", "what": [t(why) for why in aside["why"]]})
    return pd.concat([in_words(corpus.problems(), t, show), aside], ignore_index=True)


def in_words(problems: pd.DataFrame, t: Catalogue, show: Callable[[str], str] = str) -> pd.DataFrame:
    """Rows of the table of problems in the reader's words: source, place, what."""
    rows = problems[["source", "place", "what", "said"]].itertuples(index=False)
    told = [
        (source, place_words(place, t, show), t.said(unpacked(said) if isinstance(said, str) else what, show))
        for source, place, what, said in rows
    ]
    return pd.DataFrame(told, columns=["source", "place", "what"], dtype=object)


def place_words(place: str, t: Catalogue, show: Callable[[str], str] = str) -> str:
    """Where in a file something is, in the reader's words; what is none of ours (an id) as it is."""
    if place in _WHOLE:
        return t(_WHOLE[place])
    if match := _NUMBER.fullmatch(place):
        kind, name, unit, number = match.groups()
        words = t(_NUMBERED[unit], n=t.number(int(number)))
        return t(", ").join([t(_PARTS[kind], name=show(name)), words]) if kind else words
    if match := _PART.fullmatch(place):
        return t(_PARTS[match[1]], name=show(match[2]))
    return show(place)
