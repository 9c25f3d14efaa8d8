"""The timeline's own words: what is laid over the chart, said in its counts line and written into its table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from lib.query.filters import Which
from lib.query.layers import Fates
from lib.query.peaks import RATE
from lib.query.timeline import Timeline
from lib.text.bidi import isolate
from lib.text.calendar_names import DayWords
from lib.views.shell import Here

SPREAD = "~"  # the series of imprecise dates in the table
_SAID = 3  # gaps that are named


def counts(found: Timeline, here: Here, fates: Mapping[Which, Fates] | None = None) -> str:
    """What became of all articles: the sum, and for two layers that of each."""
    t = here.t
    said = [found.conservation.sentence(t)]
    if fates:
        said = [t.n("{n} article matches", "{n} articles match", found.behind)]
        said += [fates["published"].sentence(t("Published"), t), fates["spoken"].sentence(t("Spoken of"), t)]
    elif found.which == "spoken":
        pairs = t.n("{n} date counted", "{n} dates counted", found.pairs)
        said.append(t("{pairs}, an article once in each bar it speaks of", pairs=pairs))
    return " \u00b7 ".join(said)


def notes(found: Timeline, names: Mapping[str, str], days: DayWords, hatched: bool = True) -> list[str]:
    """A sentence for each overlay that the picture needs one for; `hatched`: whether it draws imprecise dates."""
    t, over = days.t, found.over
    said = []
    if found.split == "compare":
        said.append(t("Compared within these filters; an article may be in several"))
    if over.window > 1:
        window = t.number(over.window)
        said.append(t("Smoothed line: moving average, centred, window of {n} bars", n=window))
    if over.spread.inside and hatched:
        said.append(t.n("{n} imprecise date drawn hatched", "{n} imprecise dates drawn hatched", over.spread.inside))
    if over.spread.beyond and hatched:
        n = over.spread.beyond
        said.append(t.n("{n} imprecise date reaches beyond the bars", "{n} imprecise dates reach beyond the bars", n))
    said += _gaps(found, names, days)
    if over.peaks:
        rate = t.percent(RATE)
        said.append(t("Peaks: negative binomial against the bars around, false-discovery rate {rate}", rate=rate))
    return said


def _gaps(found: Timeline, names: Mapping[str, str], days: DayWords) -> list[str]:
    t, gaps = days.t, found.over.gaps
    said = []
    for gap in sorted(gaps, key=lambda gap: (bool(gap.series), gap.since - gap.until))[:_SAID]:
        when = days.span(gap.since, gap.until, "d MMM y")
        if gap.series:
            name = isolate(names.get(gap.series, gap.series))
            said.append(t("Nothing collected of {name}: {days}", name=name, days=when))
        else:
            said.append(t("Nothing collected: {days}", days=when))
    if len(gaps) > _SAID:
        said.append(t.n("{n} more gap", "{n} more gaps", len(gaps) - _SAID))
    return said


def rows(found: Timeline, names: Mapping[str, str], here: Here) -> pd.DataFrame:
    """The plotted rows with the names of their series, imprecise dates as rows of their own, and notes on bins."""
    t = here.t
    frame = found.frame.astype({name: "Int64" for name in ("articles", "total", "mentions") if name in found.frame})
    spread = found.over.spread.frame
    if len(spread):
        until = dict(found.bins)
        added = pd.DataFrame({"since": spread["since"], "until": [until[day] for day in spread["since"]]})
        added = added.assign(series=SPREAD, imprecise=spread["imprecise"].round(3))
        numbers = [name for name in frame if name not in ("since", "until", "series")]
        added = added.reindex(columns=[*frame, "imprecise"]).astype({name: frame[name].dtype for name in numbers})
        frame = pd.concat([frame.assign(imprecise=float("nan")), added], ignore_index=True)
    named = {**names, SPREAD: t("Imprecise dates")}
    frame.insert(list(frame.columns).index("series"), "name", [named.get(key, key) for key in frame["series"]])
    if found.within:
        frame = frame.rename(columns={"total": "own_total"})
    noted = _noted(found, here.days)
    if noted:
        first = frame["series"] == found.series[0]
        frame["note"] = [noted.get(day, "") if mine else "" for day, mine in zip(frame["since"], first, strict=True)]
    return frame


def _noted(found: Timeline, days: DayWords) -> dict[date, str]:
    """What is to be said of a bin, by its first day."""
    t = days.t
    said: dict[date, list[str]] = {}
    for peak in found.over.peaks:
        when = days.span(peak.since, peak.until, "d MMM y")
        for since, _ in _within(found, peak.since, peak.until):
            said.setdefault(since, []).append(t("Peak: {days}", days=when))
    for gap in found.over.gaps:
        if not gap.series:
            for since, _ in _within(found, gap.since, gap.until):
                said.setdefault(since, []).append(t("Nothing collected"))
    for event in found.over.events:
        for since, _ in list(_within(found, event.since, event.until))[:1]:
            said.setdefault(since, []).append(event.text)
    return {day: "; ".join(words) for day, words in said.items()}


def _within(found: Timeline, since: date, until: date) -> Iterable[tuple[date, date]]:
    return ((first, last) for first, last in found.bins if first <= until and last >= since)


def options(found: Timeline, here: Here) -> dict[str, str]:
    """The peaks by their first day, as a reader picks one."""
    return {
        peak.since.isoformat(): here.days.span(peak.since, peak.until, "d MMM y") for peak in found.over.peaks[:8]
    }


def seen(marks: Iterable[Any], found: Timeline) -> dict[str, str]:
    """What a click on a mark changes of the view: a peak's triangle has the peak explained."""
    tops = {peak.top: peak.since.isoformat() for peak in found.over.peaks}
    return next(({"peak": tops[mark.day]} for mark in marks if mark.key == "^" and mark.day in tops), {})
