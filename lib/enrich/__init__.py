"""What we add to an article: language, dates, actors, statistics; pure functions over text and frames.

`enrich` takes a frame and gives a frame and knows of no file, so that any engine that maps over batches can run it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
from babel.core import get_global

from lib.enrich.actors import find_actors, load_gazetteer
from lib.enrich.dates import find_dates
from lib.enrich.duplicates import digest
from lib.enrich.language import detect_many
from lib.enrich.shingles import shingles, signatures
from lib.enrich.statistics import statistics
from lib.enrich.tagging.tagger import equip
from lib.model import DateMention, Part
from lib.text.languages import primary
from lib.text.tokens import tokens

_APART = frozenset(("ckb", "kmr"))
_CODE = re.compile(r"[a-z]{2,3}")
_ADDED = ("language", "mentions", "dates", "statistics", "digest", "signature")


def enrich(frame: pd.DataFrame, actors: Path | None = None) -> pd.DataFrame:
    """The frame with what is found in its articles. Columns needed: id title text captions language since until.

    Fills `language`, adds `mentions` (lists of Mention), `dates` (lists of DateMention), `statistics` (Statistics),
    `digest` and `signature` (what repeats share, see `duplicates` and `shingles`). Missing values may be None or NaN.
    `actors`: the user's own list.
    """
    gazetteer = equip(load_gazetteer(actors))
    rows = [_plain(row) for row in frame.to_dict("records")]
    unknown = [row for row in rows if declared(row["language"]) is None]
    told = detect_many(["\n".join(filter(None, (row["title"], row["text"]))) for row in unknown])
    for row, language in zip(unknown, told, strict=True):
        row["language"] = language
    added: dict[str, list[Any]] = {name: [] for name in _ADDED}
    shingled = []
    for row in rows:
        language = declared(row["language"]) or "und"
        captions = "\n".join(row["captions"] or ())
        parts: dict[Part, str] = {"title": row["title"] or "", "text": row["text"], "caption": captions}
        added["language"].append(language)
        added["mentions"].append(find_actors(parts, language, gazetteer))
        added["dates"].append(_dates(parts, language, _reference(row)))
        added["statistics"].append(statistics(row["text"]))
        words = [token.key for token in tokens(row["text"])]
        added["digest"].append(digest(row["title"], words))
        shingled.append(shingles(words))
    added["signature"] = list(signatures(shingled))
    return frame.assign(**{name: pd.Series(values, frame.index, object) for name, values in added.items()})


def declared(language: str | None) -> str | None:
    """The code of a language as a source declares it (`fa-IR`, `fas`, `per` are `fa`); None where it is no code."""
    code = primary(language)
    if not _CODE.fullmatch(code) or code == "und":
        return None
    # CLDR folds Kurmanji into Kurdish; Sorani is written in another script, so the two are kept apart.
    found: str = code if code in _APART else get_global("language_aliases").get(code, code)
    return primary(found)


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A record with None for every kind of missing value."""
    return {key: None if _missing(value) else value for key, value in row.items()}


def _missing(value: object) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)


def _reference(row: Mapping[str, Any]) -> date | None:
    """The day that "yesterday" is counted from: known only where publication is known to the day."""
    since, until = row["since"], row["until"]
    if since is None or since != until:
        return None
    day: date = since.date() if isinstance(since, pd.Timestamp) else since
    return day


def _dates(parts: Mapping[Part, str], language: str, reference: date | None) -> list[DateMention]:
    """Dates of the headline and the body; captions say when a picture was taken, which is another matter."""
    found: list[DateMention] = []
    for part in ("title", "text"):
        if parts[part]:
            found += find_dates(parts[part], language, reference, part)
    return found
