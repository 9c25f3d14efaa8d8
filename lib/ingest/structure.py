"""Articles split and joined as the user says, after page surgery and over it.

It works on the stream of articles of one file and holds one back, because an article may be joined with the next. The
first part of a split keeps its id; the second is called after it and after the paragraph at which it begins (`a-1~5`),
so that no other split and no undo ever gives it another name. Rows are followed in their order in the file: what is
split and then joined is whole again.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lib.ingest.corrcells import Cut, Rule, piece_id
from lib.ingest.corrections import Corrections
from lib.ingest.surgery import WHY
from lib.model import Article, Published, Removed

_GAP = re.compile(r"\n{2,}")
_WORDS = 60  # characters of a paragraph by which it is known again


@dataclass
class Arrangement:
    """Splits and joins as the user says. `followed`: numbers of the rows that could be; `absorbed`: ids that went into
    other articles; `touched`: how many articles some row splits or joins, whether that could be done or not."""

    said: Corrections
    unique: Callable[[str], str] = str
    followed: set[int] = field(default_factory=set)
    absorbed: set[str] = field(default_factory=set)
    touched: int = 0

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles of one file, in order, as the user has them."""
        if not self.said.arranges:
            yield from articles
            return
        held: list[Article] = []  # at most one
        members: list[str] = []
        for article in articles:
            self.touched += bool(self.said.cuts(article.id) or self.said.joins(article.id))
            if self.said.apply(article) is None:
                yield article  # what is no article stands between no two
                continue
            for piece in self._early(article):
                if held and self._joins(members, held[0], piece):
                    held, members = [joined(held[0], piece)], [*members, piece.id]
                    continue
                yield from self._late(held)
                held, members = [piece], [piece.id]
        yield from self._late(held)

    def _early(self, article: Article) -> list[Article]:
        """Cut where rows say so that come before those that join it with the next."""
        until = min((rule.number for rule in self.said.joins(article.id)), default=math.inf)
        return self._cut(article, [rule for rule in self.said.cuts(article.id) if rule.number < until])

    def _late(self, held: Sequence[Article]) -> list[Article]:
        """What was joined, cut where later rows say so."""
        return [piece for article in held for piece in self._cut(article, self.said.cuts(article.id))]

    def _cut(self, article: Article, rules: Sequence[Rule]) -> list[Article]:
        places: dict[int, Rule] = {}
        for rule in rules:
            if rule.cut and rule.number not in self.followed and (index := place(article.text, rule.cut)):
                places[index] = rule
                self.followed.add(rule.number)
        pieces: list[Article] = []
        for index, rule in sorted(places.items(), reverse=True):
            headline = bool(rule.cut and rule.cut.headline)
            article, second = divided(article, index, headline)
            second = replace(second, id=self.unique(piece_id(rule)))
            pieces[:0] = self._early(second)
        return [article, *pieces]

    def _joins(self, members: Sequence[str], held: Article, piece: Article) -> bool:
        rules = [rule for id in members for rule in self.said.joins(id)]
        wanted = [rule.number for rule in rules if rule.join == piece.id and held.source == piece.source]
        self.followed.update(wanted)
        self.absorbed.update([piece.id] if wanted else [])
        return bool(wanted)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs of a body lie, blank ones left out."""
    found: list[tuple[int, int]] = []
    start = 0
    for end, following in [*((gap.start(), gap.end()) for gap in _GAP.finditer(text)), (len(text), len(text))]:
        if text[start:end].strip():
            found.append((start, end))
        start = following
    return found


def beginning(text: str, number: int, headline: bool = False) -> Cut:
    """How to say that an article is split before this paragraph, counted from 1."""
    start, end = paragraphs(text)[number - 1]
    words = " ".join(text[start:end].split()).partition("\0")[0]  # no file of corrections holds a zero byte
    return Cut(number, words[:_WORDS].strip(), headline)


def place(text: str, cut: Cut) -> int | None:
    """The index of the paragraph that is meant; None where there is none, or only the first."""
    begins = [" ".join(text[start:end].split()) for start, end in paragraphs(text)]
    index = cut.at - 1
    if not cut.words:
        return index if 0 < index < len(begins) else None
    if 0 < index < len(begins) and begins[index].startswith(cut.words):
        return index
    return next((at for at, begin in enumerate(begins) if at and begin.startswith(cut.words)), None)


def divided(article: Article, index: int, headline: bool = False) -> tuple[Article, Article]:
    """An article before and from one of its paragraphs on; that one may be the headline of what follows."""
    spans = paragraphs(article.text)
    start, end = spans[index]
    title, text = None, article.text[start:]
    if headline and index + 1 < len(spans):
        title, text = article.text[start:end].strip().replace("\n", " "), article.text[spans[index + 1][0] :]
    first = replace(article, text=article.text[:start].rstrip("\n"))
    second = replace(article, title=title, text=text, captions=(), removed=())
    at = _in_source(article, spans[: index + 1])
    if at is None or article.raw is None or article.source_span is None:
        return first, second
    begin, finish = article.source_span
    raw, cut = article.raw, begin + at
    kept = raw[:at].rstrip()
    below = tuple(each for each in article.removed if each.start >= cut)
    moved = {_shown(raw, each, begin) for each in below}
    captions = tuple(caption for caption in article.captions if caption in moved)
    above = {_shown(raw, each, begin) for each in article.removed if each.start < cut}
    first = replace(
        first, source_span=(begin, begin + len(kept)), raw=kept,
        removed=tuple(each for each in article.removed if each.start < cut),
        captions=tuple(caption for caption in article.captions if caption in above or caption not in moved),
    )  # fmt: skip
    return first, replace(second, source_span=(cut, finish), raw=raw[at:], removed=below, captions=captions)


def joined(first: Article, second: Article) -> Article:
    """Two articles as one, which keeps all that the first knows; the second's headline becomes a paragraph of it."""
    removed = [*first.removed, *second.removed]
    title = second.title
    if title and first.title and title.split() == first.title.split():
        found = _free(second, title, 0)
        if found is not None and second.source_span:
            at = second.source_span[0] + found
            removed.append(Removed(at, at + len(title), WHY["headline"]))
        title = None
    parts = [part for part in (first.text, title, second.text) if part]
    one, two = first.source_span, second.source_span
    span = raw = None
    if one and two and one[1] <= two[0] and first.raw is not None and second.raw is not None:
        # Between articles of a page lie blank lines only.
        span, raw = (one[0], two[1]), first.raw + "\n" * (two[0] - one[1]) + second.raw
    return replace(
        first, text="\n\n".join(parts), source_span=span, raw=raw,
        title=first.title or (None if title else second.title),
        published=first.published if first.published != Published() else second.published,
        captions=tuple(dict.fromkeys([*first.captions, *second.captions])),
        removed=tuple(sorted(removed, key=lambda each: each.start)),
        **{name: getattr(first, name) or getattr(second, name)
           for name in ("language", "outlet", "author", "url", "section")},
    )  # fmt: skip


def _shown(raw: str, each: Removed, begin: int) -> str:
    return raw[each.start - begin : each.end - begin]


def _in_source(article: Article, spans: Sequence[tuple[int, int]]) -> int | None:
    """Where the last of these paragraphs begins in the raw source, found by walking through all before it."""
    at: int | None = 0
    found = None
    for start, end in spans:
        found = _free(article, article.text[start:end], at or 0)
        if found is None:
            return None
        at = found + end - start
    return found


def _free(article: Article, words: str, at: int) -> int | None:
    """The first place in the raw source, from `at` on, where these words stand and were not removed."""
    raw, span = article.raw, article.source_span
    if raw is None or span is None:
        return None
    taken = [(each.start - span[0], each.end - span[0]) for each in article.removed]
    found = raw.find(words, at)
    while found >= 0:
        if not any(start < found + len(words) and found < end for start, end in taken):
            return found
        found = raw.find(words, found + 1)
    return None
