"""The sentences behind a number: every mention of an actor that is counted, where it stands, with its article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from lib.model import Mention
from lib.query.frames import frame
from lib.query.selection import Selection

if TYPE_CHECKING:
    from lib.query.filters import Filters
    from lib.store.corpus import Corpus
    from lib.store.document import Document

_END = re.compile(r"[.!?\u061f\u06d4\u2026]+[\"'\u00bb\u201d)]*(?=\s)|\n+")
_FAR = 400  # characters on either side, where no sentence ends


@dataclass(frozen=True)
class Sentence:
    """A mention in its sentence, and the article that it stands in."""

    id: str
    title: str
    language: str
    outlet: str
    since: date | None
    before: str
    surface: str
    after: str


@dataclass(frozen=True)
class Concordance:
    """Some of the mentions of an actor in corpus order; `mentions` and `articles` are the numbers of all of them."""

    mentions: int
    articles: int
    shown: tuple[Sentence, ...]


def sentences(
    corpus: Corpus, filters: Filters, asked: tuple[str, str], offset: int = 0, limit: int = 20
) -> Concordance:
    """`limit` mentions from the one at `offset` on. `asked`: the key of an actor, and a spelling or "" for all."""
    selection = Selection.of(corpus, filters)
    key, surface = corpus.overlay.resolve(asked[0]), asked[1]
    rows = selection.table("surfaces")
    chosen = [rows.actor == key, rows.rid.isin(selection.articles.rid), *selection.counts(rows)]
    rows = rows.filter([*chosen, rows.surface == surface] if surface else chosen)
    counts = frame(rows.group_by("rid").aggregate(n=rows.n.sum()).order_by("rid"))
    ends = counts["n"].cumsum()
    page = counts[(ends > offset) & (ends - counts["n"] < offset + limit)]
    skipped = offset - int(ends[page.index[0]] - page["n"].iloc[0]) if len(page) else 0
    found = [
        each
        for document in corpus.documents([int(rid) for rid in page["rid"]])
        for each in _of(document, filters, key, surface)
    ]
    return Concordance(int(counts["n"].sum()), len(counts), tuple(found[skipped : skipped + limit]))


def _of(document: Document, filters: Filters, key: str, surface: str) -> list[Sentence]:
    wanted = [
        mention
        for mention in document.mentions
        if mention.actor == key
        and (not surface or mention.surface == surface)
        and (filters.cited or mention.role == "actor")
        and (filters.captions or mention.part != "caption")
    ]
    return [_sentence(document, mention) for mention in wanted]


def _sentence(document: Document, mention: Mention) -> Sentence:
    text = document.parts[mention.part]
    start = max((end.end() for end in _END.finditer(text, max(0, mention.start - _FAR), mention.start)), default=None)
    stop = _END.search(text, mention.end, mention.end + _FAR)
    start = max(0, mention.start - _FAR) if start is None else start
    after: Any = stop.end() if stop else mention.end + _FAR
    about = (document.id, document.title or "", document.language, document.outlet or "", document.published.since)
    return Sentence(*about, text[start : mention.start].lstrip(), mention.surface, text[mention.end : after].rstrip())
