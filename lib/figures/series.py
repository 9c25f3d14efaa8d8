"""One line or colour of a figure over time: its name, values and look, and how a mark tells what it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from lib.figures import style
from lib.figures.caption import Look, shown
from lib.query.selection import NO_OUTLET
from lib.query.timeline import OTHER

HOVERED_AT_MOST = 120  # marks in a figure whose hover lines are written out in the reader's digits
DATED_AT_MOST = 600  # marks up to which the day is written out in a calendar that Plotly's own format does not tell
SPELT_AT_MOST = 100  # days of a series that are written out one by one
DAY = 86_400_000  # milliseconds
_EPOCH = date(1970, 1, 1).toordinal()
MARKED_AT_MOST = 80  # points on a line up to which each has a visible marker


@dataclass(frozen=True)
class Series:
    """Values per bin, NaN where there is no share, and their moving average; `beside`: the series in the figure."""

    key: str
    name: str
    colour: str
    symbol: str
    dash: str
    since: tuple[date, ...]
    until: tuple[date, ...]
    values: Any
    articles: Any
    beside: int = 1
    smooth: Any = None

    def identity(self, look: Look, granularity: str, kept: Any) -> dict[str, Any]:
        """Name, key and hover lines of the marks at the places `kept`; `pick.picked` reads the key."""
        name, t, marks = shown(self.name), look.t, len(self.since) * self.beside
        found: dict[str, Any] = {"name": name, "meta": {"key": self.key}}
        if marks <= HOVERED_AT_MOST:
            found["hovertext"] = [self._hover(int(at), look, granularity) for at in kept]
            found["hovertemplate"] = "%{hovertext}<extra></extra>"
        elif look.calendar != "gregorian" and marks <= DATED_AT_MOST:
            days = (look.days.day(self.since[at], "y/MM/dd") for at in kept)
            found["hovertext"] = [shown(day, t.language) for day in days]
            found["hovertemplate"] = f"{name}<br>%{{hovertext}}<br>%{{y}}<extra></extra>"
        else:
            which = "" if look.calendar == "gregorian" else f"<br>{shown(t('Gregorian calendar'), t.language)}"
            found["hovertemplate"] = f"{name}<br>%{{x|%Y-%m-%d}}{which}<br>%{{y}}<extra></extra>"
        return found

    def places(self, wanted: Any, granularity: str) -> tuple[Any, dict[str, Any]]:
        """Which bins are sent and where they stand; days as short as they can be told apart, long rows as a step."""
        if granularity in ("day", "week") and len(wanted) > SPELT_AT_MOST:
            step = DAY * (7 if granularity == "week" else 1)
            return np.arange(len(self.since)), {"x0": self.since[0].isoformat(), "dx": step}
        if len(wanted) > SPELT_AT_MOST:
            return wanted, {"x": moments(self.since[at] for at in wanted)}
        days = [self.since[at].isoformat() for at in wanted]
        short = granularity in ("month", "quarter") and all(day.endswith("-01") for day in days)
        return wanted, {"x": [day[:7] for day in days] if short else days}

    def _hover(self, at: int, look: Look, granularity: str) -> str:
        t = look.t
        value = self.values[at]
        if look.measure == "mentions":
            said = t.n("{n} mention", "{n} mentions", int(value))
        else:
            said = t.n("{n} article", "{n} articles", int(self.articles[at]))
        if look.measure in ("share", "within") and not np.isnan(value):
            said += f" ({t.percent(float(value), 1)})"
        when = look.days.bin(self.since[at], self.until[at], granularity)
        return "<br>".join((shown(self.name), shown(when, t.language), shown(said, t.language)))


def series_of(frame: pd.DataFrame, keys: Sequence[str], look: Look) -> list[Series]:
    """The series of a frame (since until series articles and the measure's own column) in the order of `keys`."""
    column = "share" if look.measure == "within" else look.measure
    column = column if column in frame.columns else "articles"
    found = []
    for at, (key, hue) in enumerate(zip(keys, series_colours(keys, look.split), strict=True)):
        rows = frame[frame["series"] == key].sort_values("since")
        found.append(
            Series(
                key=key,
                name=series_name(key, look),
                colour=hue,
                symbol=style.SYMBOLS[at % len(style.SYMBOLS)],
                dash=style.DASHES[at // 3 % len(style.DASHES)],
                since=tuple(rows["since"]),
                until=tuple(rows["until"]),
                values=_small(rows[column]),
                articles=rows["articles"].to_numpy(),
                beside=len(keys),
                smooth=rows["smoothed"].to_numpy(dtype=np.float32) if "smoothed" in rows else None,
            )
        )
    return found


def moments(days: Iterable[date]) -> Any:
    """Days as milliseconds in four bytes each, no earlier than they begin and at most some minutes (hours in the
    days of the caliphs) later: a quarter of what they take when written out."""
    exact = np.asarray([(day.toordinal() - _EPOCH) * DAY for day in days], dtype=np.float64)
    found = exact.astype(np.float32)
    return np.where(found < exact, np.nextafter(found, np.float32(np.inf)), found)


def _small(values: pd.Series) -> Any:
    """Numbers in few bytes: Plotly sends arrays as they lie in memory."""
    if pd.api.types.is_integer_dtype(values):
        return values.to_numpy(dtype=np.min_scalar_type(int(values.max())) if len(values) else np.uint8)
    return values.to_numpy(dtype=np.float32)


def series_name(key: str, look: Look) -> str:
    """The reader's name of a series, of all the rest, and of what is not known."""
    t = look.t
    own = {OTHER: t("All others"), NO_OUTLET: t("Outlet not known"), "": t("All articles")}
    return look.names.get(key) or own.get(key) or look.name(key)


def series_colours(keys: Sequence[str], split: str) -> list[str]:
    """Fixed colours for languages, the palette in order for others, grey for the rest."""
    grey = (OTHER, NO_OUTLET)
    if split == "language":
        return [style.NEUTRAL if key in grey else style.colour(key) for key in keys]
    return [style.NEUTRAL if key in grey else style.series_colour(at) for at, key in enumerate(keys)]


def line(series: Series, look: Look, granularity: str) -> go.Scatter:
    """A line with markers, of the moving average where there is one; inside a run of noughts points are left out,
    which changes nothing to be seen."""
    values = series.values if series.smooth is None else series.smooth
    bends = np.flatnonzero(_bends(np.nan_to_num(values, nan=-1.0)))
    kept, x = series.places(bends, granularity)
    visible = len(series.since) <= MARKED_AT_MOST
    return go.Scatter(
        **x,
        y=values[kept],
        mode="lines+markers",
        connectgaps=False,
        cliponaxis=False,
        line={"color": series.colour, "width": 2, "dash": series.dash},
        marker={"color": series.colour, "symbol": series.symbol, "size": 7 if visible else 3},
        **series.identity(look, granularity, kept),
    )


def average(series: Sequence[Series], colour: str, axes: dict[str, str]) -> go.Scatter:
    """The sum of the moving averages of series that are stacked, as a line over the middles of their bars."""
    bins = series[0]
    middles = [since + (until - since) / 2 for since, until in zip(bins.since, bins.until, strict=True)]
    values = np.sum([np.nan_to_num(each.smooth) for each in series], axis=0, dtype=np.float32)
    steps = {(after - before).days for before, after in pairwise(middles)}
    x: dict[str, Any] = {"x": [day.isoformat() for day in middles]}
    if len(middles) > SPELT_AT_MOST:
        even = {"x0": middles[0].isoformat(), "dx": DAY * steps.pop()} if len(steps) == 1 else None
        x = even or {"x": moments(middles)}
    line = {"color": colour, "width": 2.5}
    return go.Scatter(**x, y=values, mode="lines", line=line, hoverinfo="skip", cliponaxis=False, **axes)


def _bends(values: Any) -> Any:
    """Where a point is needed: everywhere but between two noughts."""
    zero = values == 0
    inner = np.zeros(len(values), dtype=bool)
    inner[1:-1] = zero[:-2] & zero[1:-1] & zero[2:]
    return ~inner
