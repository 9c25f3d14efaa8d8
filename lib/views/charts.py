"""One function for each kind of chart: counts in, a card out. Pages choose the counts, the card draws them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lib.figures import actors as of_actors
from lib.figures import cloud, network, timeline
from lib.figures import languages as of_languages
from lib.figures.caption import Look
from lib.query.network import Network
from lib.query.timeline import Timeline
from lib.views import overtime, parts, picks, words
from lib.views.article_view import CALENDARS
from lib.views.card import Card
from lib.views.picking import Pick
from lib.views.shell import Here

Draw = Callable[[Any, Look], go.Figure]
Say = Callable[[Any, Look], str]


@dataclass(frozen=True)
class Told:
    """What a chart is called and what its picture says of its counts; `behind` is the number of articles in it."""

    name: str
    title: str
    counts: str
    behind: int


@dataclass(frozen=True)
class Chart:
    """How counts become a picture, the same in words, and filters."""

    draw: Draw
    say: Say
    pick: Pick


def ranking(here: Here, told: Told, frame: pd.DataFrame, measure: str = "articles") -> Card:
    """Who is named most."""
    names = parts.actor_names(here.corpus, frame["actor"], here.t.language)
    rows = words.named(frame.drop(columns=["name_en", "name_fa", "name_ar"]), "actor", names.__getitem__)
    kinds = of_actors.kind_names(here.t)
    rows["kind"] = [kinds.get(kind, kind) for kind in rows["kind"]]
    look = _look(here, told, names=names, measure=measure, split="actor")
    chart = Chart(of_actors.ranking_figure, of_actors.ranking_alt, picks.by_actor)
    return _card(told, chart, (frame, look), rows)


def by_language(here: Here, told: Told, frame: pd.DataFrame, measure: str = "articles") -> Card:
    """In which languages, or by which outlets, actors are named."""
    names = parts.actor_names(here.corpus, frame["actor"], here.t.language)
    rows = words.named(frame, "actor", names.__getitem__)
    look = _look(here, told, names=names, measure=measure, split="actor")
    split = "language" if "language" in frame else "outlet"
    chart = Chart(of_actors.by_language_figure, of_actors.by_language_alt, picks.by_part(split))
    return _card(told, chart, (frame, look), rows)


def over_time(here: Here, told: Told, found: Timeline, how: tuple[str, str]) -> Card:
    """Articles over time in any of the ways that a timeline can be told; `how` is the style and the measure."""
    names = words.series_names(found.series, found.split, here.corpus, here.t)
    hatched = timeline.hatches(found, timeline.drawn_as(found, how[0]))
    said = [told.counts, *overtime.notes(found, names, here.days, hatched)]
    if found.calendar != "gregorian":
        said.append(here.t(CALENDARS[found.calendar]))
    told = replace(told, counts=" \u00b7 ".join(said))
    look = _look(here, told, names=names, style=how[0], measure=how[1], split=found.split)
    chart = Chart(timeline.timeline_figure, timeline.timeline_alt, picks.by_time(found))
    card = _card(told, chart, (found, look), overtime.rows(found, names, here))
    return replace(card, see=lambda gesture: overtime.seen(gesture.marks, found))


def together(here: Here, told: Told, frame: pd.DataFrame, style: str) -> Card:
    """Who is named with whom, as a network or as a map of pairs."""
    names = parts.actor_names(here.corpus, [*frame["a"], *frame["b"]], here.t.language)
    rows = words.named(words.named(frame, "a", names.__getitem__, "name_a"), "b", names.__getitem__, "name_b")
    look = _look(here, told, names=names, style=style, split="actor")
    return _card(told, Chart(network.together_figure, network.together_alt, picks.by_actor), (frame, look), rows)


def tied(here: Here, told: Told, found: Network) -> Card:
    """Who is named together more than by chance; a click on a tie opens it, its table stands under it."""
    drawn = found.drawn.round({"npmi": 3, "g2": 2})
    names = parts.actor_names(here.corpus, found.nodes["actor"], here.t.language)
    rows = words.named(words.named(drawn, "a", names.__getitem__, "name_a"), "b", names.__getitem__, "name_b")
    look = _look(here, told, names=names, measure=found.measure, split="actor")
    card = _card(told, Chart(network.network_figure, network.network_alt, picks.by_actor), (found, look), rows)
    return replace(card, see=picks.of_pair, open=True)


def languages(here: Here, told: Told, frame: pd.DataFrame) -> Card:
    """How much there is in each language, and what it is like."""
    rows = words.named(frame, "language", here.t.language_name)
    chart = Chart(of_languages.languages_figure, of_languages.languages_alt, picks.by_language)
    return _card(told, chart, (frame, _look(here, told)), rows)


def scripts(here: Here, told: Told, frame: pd.DataFrame) -> Card:
    """In which scripts, or with which digits, languages are written."""
    rows = words.named(frame, "language", here.t.language_name)
    rows["script"] = [of_languages.script_name(script, here.t) for script in rows["script"]]
    chart = Chart(of_languages.scripts_figure, of_languages.scripts_alt, picks.by_language)
    return _card(told, chart, (frame, _look(here, told)), rows)


def frequent(here: Here, told: Told, frame: pd.DataFrame, language: str) -> Card:
    """The commonest words of a language, as bars or, where the reader asks for it, as a cloud."""
    draw = cloud.cloud_figure if here.view.style == "cloud" else of_languages.words_figure
    chart = Chart(draw, of_languages.words_alt, picks.by_word(language))
    return _card(told, chart, (frame, _look(here, told, language=language)), frame[["word", "n", "articles"]])


def drawn(here: Here, told: Told, chart: Chart, of: tuple[Any, pd.DataFrame], **how: Any) -> Card:
    """A card of any other chart: `of` is what is drawn and the rows of its table, `how` goes into the look."""
    return _card(told, chart, (of[0], _look(here, told, **how)), of[1])


def _look(here: Here, told: Told, **how: Any) -> Look:
    return Look(parts.caption(here, told.title, told.counts), **how)


def _card(told: Told, chart: Chart, drawn: tuple[Any, Look], rows: pd.DataFrame) -> Card:
    frame, look = drawn
    columns = words.columns(rows, look.t)
    alt = f"{chart.say(frame, look)} {told.counts}"
    return Card(told.name, chart.draw(frame, look), rows, columns, alt, told.behind, chart.pick)
