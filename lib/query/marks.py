"""From a mark to the articles behind it: a bar, a cell or an edge becomes filters, so that its number can be opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from lib.query.timeline import OTHER

if TYPE_CHECKING:
    from lib.query.filters import Filters, Which


def period(filters: Filters, which: Which, since: date, until: date) -> Filters:
    """The filters with the period narrowed to that of a bar or a drag; which kind of date is fixed with it."""
    return replace(
        filters,
        since=max(since, filters.since or since),
        until=min(until, filters.until or until),
        which=which,
    )


def series(filters: Filters, split: str, key: str) -> Filters:
    """The filters narrowed to one series of a timeline; "+" (all others) and unsplit series narrow nothing."""
    if split == "none" or key == OTHER:
        return filters
    if split == "actor":
        return actor(filters, key)
    if split == "language":
        return replace(filters, languages=(key,))
    return replace(filters, outlets=(key,))


def actor(filters: Filters, key: str) -> Filters:
    """The filters narrowed to articles that name an actor.

    "a or b" narrowed to a third actor cannot be said in filters: there the third alone is asked for.
    """
    asked = filters.actors
    if key in asked:
        return filters if filters.match == "all" else replace(filters, actors=(key,))
    if filters.match == "all" or len(asked) == 1:
        return replace(filters, actors=(*asked, key), match="all")
    return replace(filters, actors=(key,), match="any")


def pair(filters: Filters, a: str, b: str) -> Filters:
    """The filters narrowed to articles that name two actors; the same limit as for one actor."""
    asked = filters.actors if filters.match == "all" or len(filters.actors) == 1 else ()
    return replace(filters, actors=(*asked, *(key for key in (a, b) if key not in asked)), match="all")
