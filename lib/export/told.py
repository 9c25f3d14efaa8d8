"""What a reading found, in the same words on the page and in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from lib.i18n import N_
from lib.store.corpus import Corpus
from lib.text.calendar_names import DayWords

_LANGUAGES = 6
STATES = {"new": N_("New files"), "changed": N_("Changed files"), "vanished": N_("Vanished files")}
Fact = tuple[str, str, str]  # what, how many, remark


def told(corpus: Corpus, days: DayWords) -> list[Fact]:
    """What was read: articles, languages, period, files, problems, and what is new since the time before."""
    return [*_articles(corpus, days), *_files(corpus, days), *_since(corpus, days)]


def _articles(corpus: Corpus, days: DayWords) -> Iterator[Fact]:
    t = days.t
    yield t("Articles"), t.number(int(corpus.meta["articles"])), _repeats(corpus, days)
    counts = corpus.connection().execute("SELECT language, count(*) FROM articles GROUP BY 1 ORDER BY 2 DESC, 1")
    languages = counts.fetchall()
    named = [t("{name}: {n}", name=t.language_name(code), n=t.number(n)) for code, n in languages[:_LANGUAGES]]
    rest = ["\u2026"] if len(languages) > _LANGUAGES else []
    yield t("Languages"), t.number(len(languages)), t(", ").join([*named, *rest])
    published = corpus.span("published")
    row = corpus.connection().execute("SELECT count(*) FROM articles WHERE since IS NULL").fetchone()
    undated = int(row[0]) if row else 0
    remark = t.n("{n} article without a date", "{n} articles without a date", undated) if undated else ""
    period = days.span(*published, "d MMM y") if published else "\u2013"
    yield t("Published"), period, remark


def _repeats(corpus: Corpus, days: DayWords) -> str:
    t, n = days.t, corpus.repeats
    return t.n("{n} of them tells a story again", "{n} of them tell a story again", n) if n else ""


def _files(corpus: Corpus, days: DayWords) -> Iterator[Fact]:
    t = days.t
    row = corpus.connection().execute("SELECT count(DISTINCT source) FROM articles").fetchone()
    yield t("Files with articles"), t.number(row[0] if row else 0), ""
    counts = corpus.meta["counts"]
    aside = int(counts["set_aside"])
    remark = t.n("{n} file set aside", "{n} files set aside", aside) if aside else ""
    yield t("Problems"), t.number(int(counts["problems"])), remark
    yield t("Read on"), *read_on(corpus, days)


def read_on(corpus: Corpus, days: DayWords) -> tuple[str, str]:
    """Day and hour of the reading, in words."""
    built = datetime.fromisoformat(corpus.meta["built"])
    hour = days.t("at {time} UTC", time=days.t.digits(built.strftime("%H:%M")))
    return days.day(built.date(), "d MMM y"), hour


def _since(corpus: Corpus, days: DayWords) -> Iterator[Fact]:
    t, since = days.t, corpus.meta.get("since_last")
    if not isinstance(since, dict) or not sum(since.get(name, 0) for name in ("unchanged", "changed", "vanished")):
        return
    gone = since.get("articles_gone", 0)
    before = t("since the time before")
    remark = t.n("{n} is gone", "{n} are gone", gone) if gone else before
    yield t("New articles"), t.number(since.get("articles_new", 0)), remark
    for name, what in STATES.items():
        yield t(what), t.number(since.get(name, 0)), before
