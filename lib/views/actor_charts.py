"""The charts of the pages about actors: counts in, a card out."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from lib.figures import actor as of_actor
from lib.figures import actors as of_actors
from lib.figures import actors_heat
from lib.figures import change as of_change
from lib.figures.timeline import timeline_alt
from lib.query.change import Change, Newcomers
from lib.query.distinctive import Distinctive
from lib.query.timeline import Timeline
from lib.text.calendar_names import DayWords
from lib.views import parts, picks, words
from lib.views.card import Card
from lib.views.charts import Chart, Told, drawn
from lib.views.picking import Pick
from lib.views.shell import Here


def change(here: Here, told: Told, found: Change) -> Card:
    """The shares of actors before and now."""
    assert found.windows, "without two stretches of time there is nothing to draw"
    names = parts.actor_names(here.corpus, found.frame["actor"], here.t.language)
    pick = picks.by_window(found.windows, here.filters.which_for(here.corpus))
    chart = Chart(of_change.change_figure, of_change.change_alt, pick)
    rows = words.named(found.frame, "actor", names.__getitem__)
    rows["sure"] = [here.t("yes") if sure else here.t("no") for sure in rows["sure"]]
    return drawn(here, told, chart, (found.frame, rows), names=names, split="actor")


def heat(here: Here, told: Told, found: Timeline, measure: str) -> Card:
    """Actors against time."""
    names = parts.actor_names(here.corpus, found.series, here.t.language)
    chart = Chart(actors_heat.heat_figure, timeline_alt, picks.by_square(found))
    rows = words.named(found.frame, "series", names.__getitem__)
    how = {"names": names, "split": "actor", "measure": measure, "calendar": found.calendar}
    return drawn(here, told, chart, (found, rows), **how)


def newcomers(here: Here, told: Told, found: Newcomers) -> Card:
    """Who is named for the first time."""
    assert found.windows, "without two stretches of time nobody is new"
    card = _ranked(here, told, found.frame, picks.by_newcomer(found.windows))
    firsts = [_day(day, here.days) for day in found.frame["first"]]
    return replace(card, rows=card.rows.assign(first=firsts))


def companions(here: Here, told: Told, frame: pd.DataFrame, key: str) -> Card:
    """Who is named beside an actor."""
    card = _ranked(here, told, frame, picks.by_companion(key))
    return replace(card, rows=card.rows.assign(expected=frame["expected"].round(1)))


def _ranked(here: Here, told: Told, frame: pd.DataFrame, pick: Pick) -> Card:
    """Bars of articles for a frame of actor, kind and articles."""
    names = parts.actor_names(here.corpus, frame["actor"], here.t.language)
    kinds = of_actors.kind_names(here.t)
    rows = words.named(frame, "actor", names.__getitem__)
    rows["kind"] = [kinds.get(kind, kind) for kind in rows["kind"]]
    chart = Chart(of_actors.ranking_figure, of_actors.ranking_alt, pick)
    return drawn(here, told, chart, (frame, rows), names=names, split="actor")


def _day(day: object, days: DayWords) -> str:
    return days.day(day, "d MMM y") if hasattr(day, "year") else ""  # type: ignore[arg-type]


def coverage(here: Here, told: Told, frame: pd.DataFrame, split: str) -> Card:
    """How much of the coverage in each language, or of each outlet, names an actor."""
    shown = frame.drop(columns="actor")
    rows = words.named(shown, split, lambda key: words.series_names([key], split, here.corpus, here.t)[key])
    chart = Chart(of_actor.coverage_figure, of_actor.coverage_alt, picks.by_value(split))
    return drawn(here, told, chart, (shown, rows), split=split)


def distinctive(here: Here, told: Told, found: Distinctive) -> Card:
    """The words of the sentences about an actor in one language."""
    chart = Chart(of_actor.distinctive_figure, of_actor.distinctive_alt, picks.by_word(found.language))
    rows = found.frame.drop(columns="key")
    return drawn(here, told, chart, (found.frame, rows), split="word", language=found.language)
