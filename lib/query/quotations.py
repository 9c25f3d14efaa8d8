"""What an actor is quoted with: its words, the article that brings them, and how much was read for it.

Only quotations whose speaker is certain are given (see `lib/enrich/quotations.py`): many more will be in the texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from lib.enrich.quotations import LANGUAGES, quotations
from lib.model import Part
from lib.query.actor import naming
from lib.query.frames import frame
from lib.query.reading import quotas, sampled
from lib.query.selection import NO_LANGUAGE, Selection, known
from lib.text.sentences import bounds

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus
    from lib.store.document import Document

MOST_READ = 400
_PARTS: tuple[Part, ...] = ("title", "text")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation between what stands before and after it in its sentence, and the article that it stands in."""

    id: str
    title: str
    language: str
    outlet: str
    since: date | None
    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Quotations:
    """`found`, the newest first; `read` of the `articles` that name the actor in a language that quotations are known
    in."""

    found: tuple[Quoted, ...] = ()
    read: int = 0
    articles: int = 0


def quoted(corpus: Corpus, filters: Filters, key: str) -> Quotations:
    """The quotations of one actor in the matching articles; the same words in several articles are given once."""
    selection = Selection.of(corpus, filters)
    key = selection.overlay.resolve(key)
    articles = naming(selection, key)
    articles = articles.filter(known(articles.language, NO_LANGUAGE).substr(0, 2).isin(LANGUAGES))
    sizes = frame(articles.group_by(language=known(articles.language, NO_LANGUAGE)).aggregate(n=articles.count()))
    counts = {str(language): int(n) for language, n in sizes.itertuples(index=False)}
    chosen = sampled(articles, quotas(counts, MOST_READ))
    found = [each for document in corpus.documents(chosen) for each in _of(document, key)]
    found.sort(key=lambda each: each.since or date.min, reverse=True)
    once = {each.words: each for each in reversed(found)}
    return Quotations(tuple(each for each in found if once[each.words] is each), len(chosen), sum(counts.values()))


def _of(document: Document, key: str) -> list[Quoted]:
    rows = []
    about = document.id, document.title or "", document.language, document.outlet or "", document.published.since
    for part in _PARTS:
        text = document.parts[part]
        mentions = [each for each in document.mentions if each.part == part]
        if not any(each.actor == key for each in mentions):
            continue
        for each in quotations(text, document.language, mentions):
            if each.actor == key:
                begin, stop = bounds(text, each.start - 1, each.end + 1)
                before, after = text[begin : each.start], text[each.end : stop]
                rows.append(Quoted(*about, before.lstrip(), text[each.start : each.end], after.rstrip()))
    return rows
