"""Hand-made counts and captions, and every figure drawn from them: long names, hostile text, three scripts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from lib.figures import actor, actors, actors_heat, change, cloud, languages, network, timeline
from lib.figures.caption import Caption, Look
from lib.ingest.events import Event
from lib.query.bins import bins
from lib.query.conservation import Conservation
from lib.query.gaps import Gap
from lib.query.imprecise import Spread
from lib.query.overlays import Overlays
from lib.query.peaks import Peak
from lib.query.smooth import smoothed
from lib.query.timeline import Timeline
from lib.text.calendars import Calendar

INTERFACES = ("en", "fa", "ar")
RANDOM = 7
_WORDS = {
    "en": ("Articles per month", "Actor: \u2067\u200fعلی خامنه\u200cای\u2069 · words: \u2067\u200fحقوق بشر\u2069"),
    "fa": ("شمار مقاله\u200cها در ماه", "کنشگر: علی خامنه\u200cای · \u2066Reuters (UK)\u2069 · ۲ آوریل ۲۰۱۸"),
    "ar": ("عدد المقالات في الشهر", "الفاعل: علي خامنئي · \u2066Reuters (UK)\u2069 · ٢ أبريل ٢٠١٨"),
}
_COUNTS = {
    "en": "312 of 1,204 articles. 12 repeated, 700 filtered out, 150 undated, 30 imprecise.",
    "fa": "۳۱۲ مقاله از ۱٬۲۰۴ مقاله. ۱۲ تکراری، ۷۰۰ بیرون از فیلتر، ۱۵۰ بی\u200cتاریخ.",
    "ar": "٣١٢ مقالًا من أصل ١٬٢٠٤. ١٢ مكرر، ٧٠٠ خارج المرشحات، ١٥٠ بلا تاريخ.",
}
KEYS = ["khamenei", "iran", "rajavi", "council", "guards", "trump", "union", "seven", "markup", "baghdad"]
NAMES = {
    "khamenei": "علی خامنه\u200cای",
    "iran": "Iran",
    "rajavi": "مریم رجوی",
    "council": "شورای ملی مقاومت ایران " + "(ائتلاف گروه\u200cها) " * 15,
    "guards": "الحرس الثوري الإيراني",
    "trump": "Donald Trump " + "and so on " * 30,
    "union": "European Union",
    "seven": "«G7» — مجموعة السبع (45%)",
    "markup": "<b>حزب</b> %{x} <script>alert(1)</script> $x$ & <br>",
    "baghdad": "بغداد",
}
KINDS = (
    "person",
    "state",
    "person",
    "organisation",
    "organisation",
    "person",
    "organisation",
    "group",
    "group",
    "place",
)


CHANGED = ["actor", "before", "before_total", "share_before", "now", "now_total", "share_now", "share_change", "sure"]


def caption(language: str, times: int = 1) -> Caption:
    """A caption in an interface language, its parts repeated to make it long."""
    title, filters = _WORDS[language]
    source = {"en": "Source: \u2068seeds\u2069", "fa": "منبع: \u2066seeds\u2069", "ar": "المصدر: \u2066seeds\u2069"}[
        language
    ]
    parts = (title, filters, _COUNTS[language], source)
    return Caption(*(" · ".join([part] * times) for part in parts), language)


def look(language: str, **how: str) -> Look:
    """A look for figures about actors."""
    return Look(caption(language), NAMES, **{"split": "actor", **how})


def times(
    series: tuple[str, ...],
    split: str = "language",
    step: str = "month",
    until: date = date(2019, 12, 5),
    calendar: Calendar = "gregorian",
) -> Timeline:
    """A timeline of small random counts from January 2018."""
    rng = np.random.default_rng(RANDOM)
    rows = []
    for since, end in bins(date(2018, 1, 3), until, step, calendar):
        counts = rng.poisson(3, len(series)).tolist()
        total = sum(counts) * 2
        rows += [
            (since, end, key, n, n / total if total else np.nan, total) for key, n in zip(series, counts, strict=True)
        ]
    frame = pd.DataFrame(rows, columns=["since", "until", "series", "articles", "share", "total"])
    shown = int(frame["articles"].sum())
    fates = Conservation(shown, 0, 0, 0, 0, shown)
    whole = frame.groupby(["since", "until"], as_index=False)[["articles"]].sum().assign(total=1)
    return Timeline(frame, step, "", "published", split, series, shown, fates, calendar, whole)


def laid(series: tuple[str, ...], **of: Any) -> Timeline:
    """A timeline with everything over it: averages, imprecise dates, gaps, peaks, and events with hostile words."""
    found = times(series, **of)
    steps = found.frame[["since", "until"]].drop_duplicates().reset_index(drop=True)
    first, last = steps.iloc[2], steps.iloc[len(steps) // 2]
    parts = pd.DataFrame({"since": steps["since"], "imprecise": 0.25})
    peaks = (Peak(last["since"], last["until"], last["since"], 40, 6.2, 0.001),)
    gap = Gap(series[0], first["since"], first["until"]), Gap("", last["since"], last["since"])
    events = tuple(Event(last["since"], last["until"], text) for text in (NAMES["markup"], NAMES["council"], "x"))
    over = Overlays(3, Spread(parts, len(parts) // 4, 1), gap, peaks, events)
    whole = steps.assign(articles=3, total=6)
    return replace(found, frame=smoothed(found.frame, 3, "articles"), whole=whole, over=over)


def ranking() -> pd.DataFrame:
    """Ten actors of five kinds."""
    rows = [
        (key, kind, 1234 // (n + 1), 5000 // (n + 1), n % 3)
        for n, (key, kind) in enumerate(zip(KEYS, KINDS, strict=True))
    ]
    return pd.DataFrame(rows, columns=["actor", "kind", "articles", "mentions", "cited"])


def by_language() -> pd.DataFrame:
    """The ten actors in three languages."""
    rng = np.random.default_rng(RANDOM)
    rows = [
        (key, code, int(rng.integers(0, 50)), float(rng.random() / 3)) for key in KEYS for code in ("fa", "ar", "en")
    ]
    return pd.DataFrame(rows, columns=["actor", "language", "articles", "share"])


def by_outlet() -> pd.DataFrame:
    """The same by outlet, one of them not known."""
    return by_language().rename(columns={"language": "outlet"}).replace({"outlet": {"fa": "-", "ar": "رويترز"}})


def changes() -> pd.DataFrame:
    """The ten actors before and now; of one nothing is known before, one does not change."""
    rows = [
        (key, n, 10, n / 10, 10 - n, 20, (10 - n) / 20, (10 - n) / 20 - n / 10, n % 2 == 0)
        for n, key in enumerate(KEYS)
    ]
    found = pd.DataFrame(rows, columns=CHANGED)
    found.loc[1, ["before_total", "share_before", "share_change"]] = 0, np.nan, np.nan
    return found


def coverage(split: str = "language") -> pd.DataFrame:
    """One actor in three languages or outlets."""
    keys = ["fa", "ar", "en"] if split == "language" else ["رويترز", "-", NAMES["markup"]]
    rows = [(key, 10 * n, 30 * n, 100, n / 10) for n, key in enumerate(keys)]
    return pd.DataFrame(rows, columns=[split, "articles", "mentions", "total", "share"])


def distinctive() -> pd.DataFrame:
    """Distinctive words of two scripts."""
    return words().assign(other=4, z=[9.5, 8.1, 5.0, 4.4, 3.0, 2.2])


def pairs(keys: list[str] = KEYS, part: float = 0.4) -> pd.DataFrame:
    """Some of all pairs of the keys."""
    rng = np.random.default_rng(RANDOM)
    rows = [(a, b, int(rng.integers(1, 30))) for n, a in enumerate(keys) for b in keys[n + 1 :] if rng.random() < part]
    return pd.DataFrame(rows, columns=["a", "b", "articles"])


def statistics() -> pd.DataFrame:
    """Three languages, one with too little text."""
    rows = [
        ("fa", 1200, 300_000, 9000, 0.712, 250.0, 24.3, ""),
        ("ar", 800, 150_000, 8000, 0.688, 190.2, 31.2, ""),
        ("und", 2, 30, 20, np.nan, 15.0, 7.5, "too little text"),
    ]
    names = ["language", "articles", "words", "distinct", "mattr", "words_per_article", "words_per_sentence", "reason"]
    return pd.DataFrame(rows, columns=names)


def words() -> pd.DataFrame:
    """Frequent words of two scripts."""
    found = ["ایران", "حقوق\u200cبشر", "می\u200cشود", "رژیم", "G7", "مردم"]
    return pd.DataFrame(
        {"word": found, "key": found, "n": [300, 150, 100, 75, 60, 50], "articles": [90, 45, 30, 22, 18, 15]}
    )


def scripts() -> pd.DataFrame:
    """Shares of scripts in three languages."""
    rows = [
        ("fa", "Arabic", 93_000, 0.93),
        ("fa", "Latin", 7000, 0.07),
        ("ar", "Arabic", 50_000, 1.0),
        ("en", "Latin", 900, 1.0),
    ]
    return pd.DataFrame(rows, columns=["language", "script", "n", "share"])


def every(language: str) -> Iterator[tuple[str, go.Figure]]:
    """Every figure, by name, for an interface language."""
    plain = Look(caption(language))
    outlets = ("reuters", "-", "+")
    yield "timeline", timeline.timeline_figure(times(("fa", "ar", "en")), plain)
    yield "timeline-days", timeline.timeline_figure(times(("fa", "ar"), "language", "day", date(2018, 2, 20)), plain)
    yield "timeline-outlets", timeline.timeline_figure(times(outlets, "outlet"), Look(caption(language, 5)))
    yield (
        "timeline-share",
        timeline.timeline_figure(times(("fa", "ar")), Look(caption(language), measure="share", style="lines")),
    )
    yield "timeline-laid", timeline.timeline_figure(laid(("fa", "ar")), plain)
    for style in ("lines", "multiples"):
        yield f"timeline-{style}", timeline.timeline_figure(laid(("fa", "ar")), Look(caption(language), style=style))
    yield "timeline-none", timeline.timeline_figure(times(()), plain)
    yield "over-time", actors.over_time_figure(times(tuple(KEYS[:5]), "actor"), look(language, style="lines"))
    yield "multiples", actors.over_time_figure(times(tuple(KEYS), "actor"), look(language, style="multiples"))
    yield "ranking", actors.ranking_figure(ranking(), look(language))
    yield "by-language", actors.by_language_figure(by_language(), look(language))
    yield "by-language-share", actors.by_language_figure(by_language(), look(language, measure="share"))
    yield "by-outlet", actors.by_language_figure(by_outlet(), look(language))
    yield "change", change.change_figure(changes(), look(language))
    yield "heat", actors_heat.heat_figure(times(tuple(KEYS), "actor"), look(language))
    few = times(tuple(KEYS[:3]), "actor", "year")
    yield "heat-share", actors_heat.heat_figure(few, look(language, measure="share"))
    yield "heat-none", actors_heat.heat_figure(times(()), look(language))
    for split in ("language", "outlet"):
        yield f"coverage-{split}", actor.coverage_figure(coverage(split), Look(caption(language), split=split))
    yield "distinctive", actor.distinctive_figure(distinctive(), Look(caption(language), split="word", language="fa"))
    yield "network", network.together_figure(pairs(), look(language, style="network"))
    yield "map", network.together_figure(pairs(), look(language, style="map"))
    yield "languages", languages.languages_figure(statistics(), plain)
    yield "words", languages.words_figure(words(), Look(caption(language), split="word", language="fa"))
    yield "cloud", cloud.cloud_figure(words(), Look(caption(language), split="word", language="fa"))
    yield "scripts", languages.scripts_figure(scripts(), plain)
