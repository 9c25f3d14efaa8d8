"""A corpus by rule with all that a timeline can tell: two bursts with words of their own, a gap, imprecise dates."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

from lib.model import Article, Published
from lib.store.corpus import Corpus
from lib.store.rows import Enriched
from tests.corpora import ACTORS, Names, corpus, enriched, spoken

FIRST, DAYS = date(2019, 3, 1), 420
BURSTS = {100: "zelzele", 300: "flood"}  # the first day of each, and the word that is new in it
GAP = range(200, 225)
_WORDS = ["oil", "talks", "market", "election", "visit", "border", "bread", "prison", "school", "harvest", "bridge"]
_KEYS = ("iran", "tehran", "donald-trump")


def bursts(folder: Path) -> Corpus:
    """Two years less some weeks, two or so articles a day in three languages, and what the constants say."""
    chance = Random(11)
    articles: list[Enriched] = []
    for day in range(DAYS):
        if day in GAP:
            continue
        usual = chance.choice((1, 2, 2, 3, 3, 4))
        burst = next((word for start, word in BURSTS.items() if start <= day < start + 3), "")
        for number in range(usual + (12 if burst else 0)):
            articles.append(_article(len(articles), day, burst if number >= usual else "", chance))
    return corpus(folder, articles)


def _article(number: int, day: int, burst: str, chance: Random) -> Enriched:
    language = ("fa", "ar", "en")[number % 3]
    when = FIRST + timedelta(days=day)
    key = "united-nations" if burst and number % 4 else _KEYS[number % 3]
    name = ACTORS[key].names[language]
    said = f"On {when.isoformat()} {name} spoke of {' '.join(chance.sample(_WORDS, 4))}."
    text = f"{said} A {burst} came to the {burst} land." if burst else said
    published = Published(when, when, "day", "metadata")
    if number % 23 == 0 and not burst:
        published = Published(date(when.year, 1, 1), date(when.year, 12, 31), "year", "metadata")
    if number % 41 == 0 and not burst:
        published = Published()
    names: Names = [(key, name, "actor")]
    title = f"{name} {burst or 'news'} {number}"
    article = Article(f"b{number}", "f", text, None, title, language, f"Paper {number % 4}", published=published)
    return enriched(article, names, [spoken(text, when.isoformat(), when.isoformat())])
