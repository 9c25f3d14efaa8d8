"""Words for tables and charts: titles of columns, names of series, spans of days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pandas as pd

from lib.i18n import N_, Catalogue
from lib.query.compare import parted
from lib.query.selection import NO_OUTLET
from lib.query.timeline import OTHER
from lib.store.corpus import Corpus
from lib.text.calendar_names import DayWords
from lib.views.parts import actor_names

KINDS = {
    "person": N_("Person"),
    "organisation": N_("Organisation"),
    "state": N_("State"),
    "place": N_("Place"),
    "group": N_("Group"),
}
TITLES = {
    "since": N_("From"),
    "until": N_("Until"),
    "name": N_("Name"),
    "series": N_("Key"),
    "actor": N_("Key"),
    "language": N_("Language code"),
    "kind": N_("Kind"),
    "articles": N_("Articles"),
    "mentions": N_("Mentions"),
    "cited": N_("Articles that quote it"),
    "share": N_("Share"),
    "total": N_("All articles then"),
    "own_total": N_("All articles of the same language or outlet then"),
    "smoothed": N_("Moving average"),
    "imprecise": N_("Imprecise dates, spread"),
    "note": N_("Note"),
    "words": N_("Words"),
    "sentences": N_("Sentences"),
    "words_per_sentence": N_("Words per sentence"),
    "words_per_article": N_("Words per article"),
    "median": N_("Median length in words"),
    "distinct": N_("Distinct words"),
    "mattr": N_("Variety of words"),
    "window": N_("Window in words"),
    "reason": N_("Why there is none"),
    "read": N_("Articles read for this"),
    "read_words": N_("Words read for this"),
    "script": N_("Script"),
    "digits": N_("Digits"),
    "n": N_("Number"),
    "word": N_("Word"),
    "name_a": N_("First actor"),
    "name_b": N_("Second actor"),
    "a": N_("Key of the first"),
    "b": N_("Key of the second"),
    "a_articles": N_("Articles with the first"),
    "b_articles": N_("Articles with the second"),
    "a_sentences": N_("Sentences with the first"),
    "b_sentences": N_("Sentences with the second"),
    "jaccard": N_("Shared of all with either"),
    "npmi": N_("More than chance, -1 to 1"),
    "g2": N_("Surer than chance (G2)"),
    "why": N_("What"),
    "pieces": N_("Pieces"),
    "characters": N_("Characters"),
    "source": N_("File"),
    "place": N_("Where"),
    "what": N_("What is wrong"),
    "outlet": N_("Outlet"),
    "before": N_("Articles before"),
    "before_total": N_("All articles before"),
    "share_before": N_("Share before"),
    "now": N_("Articles now"),
    "now_total": N_("All articles now"),
    "share_now": N_("Share now"),
    "share_change": N_("Change of the share"),
    "sure": N_("More than chance"),
    "first": N_("First day"),
    "undated": N_("Articles without a date"),
    "expected": N_("Articles that chance would make"),
    "other": N_("Number in other sentences"),
    "z": N_("Standard deviations above the usual"),
    "kept": N_("Rest was read"),
}


def columns(frame: pd.DataFrame, t: Catalogue) -> dict[str, str]:
    """The columns of a frame that have a title, with it, in the frame's order."""
    return {name: t(TITLES[name]) for name in frame.columns if name in TITLES}


def named(frame: pd.DataFrame, column: str, name: Callable[[str], str], title: str = "name") -> pd.DataFrame:
    """The frame with the names of the keys in a column put before it, in a column called `title`."""
    found = frame.copy()
    found.insert(list(frame.columns).index(column), title, [name(key) for key in frame[column]])
    return found


def series_names(keys: Sequence[str], split: str, corpus: Corpus, t: Catalogue) -> dict[str, str]:
    """Names of the series of a timeline for the reader."""
    if split == "actor":
        return actor_names(corpus, keys, t.language)
    if split == "layer":
        return {"published": t("Published"), "spoken": t("Spoken of")}
    if split == "compare":
        pairs = [(key, *parted(key)) for key in keys]
        known = actor_names(corpus, (value for _, sort, value in pairs if sort == "actor"), t.language)
        return {key: known[value] if sort == "actor" else f"\u201c{value}\u201d" for key, sort, value in pairs}
    own = {OTHER: t("All others"), NO_OUTLET: t("Outlet not known"), "": t("All articles")}
    return {key: own.get(key) or (t.language_name(key) if split == "language" else key) for key in keys}


def span(days: tuple[date, date] | None, words: DayWords) -> str:
    """From when to when; a dash where no day is known."""
    if days is None:
        return "\u2013"
    return words.span(*days, "d MMM y")


def of(part: int, whole: int, t: Catalogue) -> str:
    """How many articles of how many have what is spoken of."""
    return t("in {n} of {total} articles", n=t.number(part), total=t.number(whole))
