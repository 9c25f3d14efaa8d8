"""Filters said in the reader's language, for captions and chips: a picture must tell what it counts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import TYPE_CHECKING

from lib.query.selection import NO_OUTLET
from lib.text.bidi import isolate
from lib.text.calendar_names import DayWords

if TYPE_CHECKING:
    from lib.i18n import Catalogue
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus


def parts(filters: Filters, days: DayWords, corpus: Corpus) -> list[tuple[str, str]]:
    """(field for `Filters.without`, words) of each filter in force; corpus strings are isolated."""
    t = days.t
    said: list[tuple[str, str]] = []
    if filters.languages:
        names = _either(t, map(t.language_name, filters.languages))
        said.append(("languages", t("Language: {names}", names=names)))
    if filters.actors:
        every = (isolate(actor_name(key, t.language, corpus)) for key in filters.actors)
        names = _both(t, every) if filters.match == "all" else _either(t, every)
        said.append(("actors", t("Actor: {names}", names=names)))
    if filters.outlets:
        outlets = (t("not known") if name == NO_OUTLET else isolate(name) for name in filters.outlets)
        said.append(("outlets", t("Outlet: {names}", names=_either(t, outlets))))
    if filters.has_period:
        said.append(("period", period(filters, days, corpus)))
    if filters.search:
        said.append(("search", t("Words: {words}", words=isolate(filters.search))))
    if filters.duplicates:
        said.append(("duplicates", t("Every telling of a story counted")))
    if filters.cited:
        said.append(("cited", t("Quoted sources counted")))
    if filters.captions:
        said.append(("captions", t("Picture captions counted")))
    if filters.sets:
        said.append(("sets", t("Set: {names}", names=_either(t, map(isolate, filters.sets)))))
    if filters.tags:
        said.append(("tags", t("Tag: {names}", names=_either(t, map(isolate, filters.tags)))))
    if filters.starred:
        said.append(("starred", t("Starred")))
    if filters.estimated:
        said.append(("estimated", t("Estimated days of publication counted as if stated")))
    return said


def period(filters: Filters, days: DayWords, corpus: Corpus) -> str:
    """The period in words of the reader's calendar, with the kind of date that it is about."""
    t = days.t
    spoken = filters.which_for(corpus) == "spoken"
    which = t("dates spoken of") if spoken else t("dates of publication")
    since = days.day(filters.since, "d MMM y") if filters.since else ""
    until = days.day(filters.until, "d MMM y") if filters.until else ""
    if since and until:
        return t("Period: {since} \u2013 {until} ({which})", since=since, until=until, which=which)
    if since:
        return t("Period: from {since} ({which})", since=since, which=which)
    return t("Period: until {until} ({which})", until=until, which=which)


def actor_name(key: str, language: str, corpus: Corpus) -> str:
    """An actor's name for a reader of `language`; the key itself where the corpus does not know it."""
    actor = corpus.actor(key)
    return actor.name(language) if actor else key


def _either(t: Catalogue, names: Iterable[str]) -> str:
    return reduce(lambda first, second: t("{first} or {second}", first=first, second=second), names)


def _both(t: Catalogue, names: Iterable[str]) -> str:
    return reduce(lambda first, second: t("{first} and {second}", first=first, second=second), names)
