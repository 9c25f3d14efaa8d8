"""Articles to what the store takes: a batch goes through `enrich` as a frame, and one that breaks it goes alone."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd

from lib.enrich import declared, enrich
from lib.enrich.pool import Pool, cores
from lib.enrich.tagging.tagger import forget
from lib.i18n import sentence
from lib.model import Article, Problem
from lib.store.rows import Enriched

# Below this number of articles, starting other processes costs more than it saves.
MANY = 2_000
_Batch = TypeVar("_Batch", bound=Sequence[Any])
Found = list[Enriched | tuple[Enriched, Problem]]


def enriched_batches(
    batches: Iterator[_Batch], articles: Callable[[_Batch], Sequence[Article]], actors: Path | None
) -> Generator[tuple[_Batch, Found], None, None]:
    """Each batch with what was found in its articles, in order; in several processes where there are many articles."""
    count = 0
    for batch in batches:
        yield batch, enriched(articles(batch), actors)
        count += len(batch)
        if count >= MANY and cores() > 1:
            break
    forget()
    if count < MANY or cores() == 1:
        return
    with Pool(actors) as pool:
        for batch, found in pool.map(batches, lambda each: frame(articles(each))):
            some = articles(batch)
            yield batch, enriched(some, actors) if found is None else [*join(some, found)]


def frame(articles: Sequence[Article]) -> pd.DataFrame:
    """The articles as `enrich` wants them."""
    return pd.DataFrame([_row(article) for article in articles]).astype(object)


def join(articles: Sequence[Article], found: pd.DataFrame) -> list[Enriched]:
    """The articles with what `enrich` found in their frame."""
    return [_joined(article, row) for article, row in zip(articles, found.to_dict("records"), strict=True)]


def enriched(articles: Sequence[Article], actors: Path | None) -> Found:
    """The articles with what was found in them, in this process; with a problem where looking broke on one of them."""
    try:
        return list(join(articles, enrich(frame(articles), actors)))
    except Exception:
        return [_alone(article, actors) for article in articles]


def _alone(article: Article, actors: Path | None) -> Enriched | tuple[Enriched, Problem]:
    """What breaks on an article is reported and costs its marks: hours of reading are not lost to it."""
    try:
        return join([article], enrich(frame([article]), actors))[0]
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        what = sentence("Names and dates could not be looked for in this article ({why}).", why=why)
        language = declared(article.language) or "und"
        bare = Enriched(replace(article, language=language), (), (), {"characters": len(article.text)}, {})
        return bare, Problem(article.source, article.id, what, True)


def _row(article: Article) -> dict[str, Any]:
    period = {"since": article.published.since, "until": article.published.until}
    names = ("id", "title", "text", "captions", "language")
    return {**{name: getattr(article, name) for name in names}, **period}


def _joined(article: Article, row: Mapping[Any, Any]) -> Enriched:
    statistics = asdict(row["statistics"])
    scripts = statistics.pop("scripts")
    statistics["captions"] = len(article.captions)
    statistics["removed_characters"] = sum(each.end - each.start for each in article.removed)
    keys = {name: row[name] for name in ("digest", "signature", "estimate")}
    article = replace(article, language=row["language"])
    return Enriched(article, row["mentions"], row["dates"], statistics, scripts, **keys)
