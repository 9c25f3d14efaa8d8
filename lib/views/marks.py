"""Marks in running text, in a letter-safe way: a mark may be drawn around part of a word, never through a ligature.

Pure text in, HTML out, so that a table of cases holds it to the letter. `<mark>` gets a background and a shadow only:
padding tears a word apart, and `<bdi>`, `dir` or an inline block inside a word stop its letters from joining.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lib.text.safe import escape

_LAM = "\u0644"
_ALEFS = frozenset("\u0622\u0623\u0625\u0627\u0671\u0672\u0673\u0675")
# Embeddings and overrides would spill over their paragraph.
_OVERRIDES = dict.fromkeys(range(0x202A, 0x202F))
# Between letters of the right its parts would change places: 2020-07-19 would be read as 19-07-2020.
_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_GAP = re.compile(r"\n{2,}")


@dataclass(frozen=True, slots=True)
class Span:
    """Something to mark: code points `start` to `end`, a CSS class, an actor's key or "", and what it is in words."""

    start: int
    end: int
    css: str
    key: str = ""
    title: str = ""


def date_css(surface: str) -> str:
    """The CSS classes of the mark of a date."""
    return "date iso" if _ISO.fullmatch(surface) else "date"


def breaks_letters(text: str, cut: int) -> bool:
    """Whether cutting `text` before the character at `cut` parts a letter from its marks or lam from alef."""
    if not 0 < cut < len(text):
        return False
    if unicodedata.category(text[cut]) in ("Mn", "Me"):
        return True
    if text[cut] not in _ALEFS:
        return False
    before = cut - 1
    while before > 0 and unicodedata.category(text[before]) in ("Mn", "Me"):
        before -= 1
    return text[before] == _LAM


def snap(text: str, span: Span) -> Span:
    """The span widened as far as its letters demand and kept inside the text."""
    start, end = max(span.start, 0), min(span.end, len(text))
    while breaks_letters(text, start):
        start -= 1
    while breaks_letters(text, end):
        end += 1
    return replace(span, start=start, end=end)


def pieces(text: str, spans: Iterable[Span]) -> Iterator[tuple[int, int, tuple[Span, ...]]]:
    """The text cut where marks begin and end: (start, end, the spans over that piece, shortest first)."""
    starting: dict[int, list[Span]] = defaultdict(list)
    cuts = {0, len(text)}
    for span in (snap(text, span) for span in spans):
        if span.start < span.end:
            starting[span.start].append(span)
            cuts |= {span.start, span.end}
    active: list[Span] = []
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        active = [span for span in active if span.end > start] + starting[start]
        yield start, end, tuple(sorted(active, key=lambda span: span.end - span.start))


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a text lie: (start, end), split at blank lines, empty ones left out."""
    start = 0
    for gap in _GAP.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def within(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """The spans that touch a part of the text, counted from the beginning of that part."""
    return [
        replace(span, start=max(span.start, start) - start, end=min(span.end, end) - start)
        for span in spans
        if span.start < end and span.end > start
    ]


def safe(text: str) -> str:
    """Corpus text for HTML: escaped, without bidi embeddings and overrides, its line ends kept."""
    return escape(text.translate(_OVERRIDES)).replace("\n", "<br>")


def _parted(text: str, start: int, end: int, gaps: Sequence[int]) -> str:
    """A piece of the text for HTML. A half-space of ours is drawn by the stylesheet, so that nobody copies it."""
    cuts = [start, *(gap for gap in gaps[bisect_left(gaps, start) : bisect_left(gaps, end)]), end]
    return '<span class="half-space"></span>'.join(safe(text[one:other]) for one, other in pairwise(cuts))


def marked(text: str, spans: Iterable[Span], clickable: bool = False, gaps: Sequence[int] = ()) -> str:
    """The text as HTML with its spans marked; where they nest, the innermost gives the colour and the click.

    `gaps`: the offsets of the characters before which a half-space is drawn.
    """
    html: list[str] = []
    begun: set[Span] = set()
    for start, end, over in pieces(text, spans):
        body = _parted(text, start, end, gaps)
        if not over:
            html.append(body)
            continue
        inner = over[0]
        classes = " ".join(dict.fromkeys(["m", inner.css, *(f"in-{span.css.split()[0]}" for span in over[1:])]))
        title = " \u00b7 ".join(dict.fromkeys(span.title for span in over if span.title))
        extra = f' data-actor="{escape(inner.key)}"' if inner.key else ""
        if clickable and inner.key and inner not in begun:
            extra += ' role="button" tabindex="0"'
        begun.add(inner)
        tag = "del" if inner.css == "removed" else "mark"
        html.append(f'<{tag} class="{escape(classes)}" title="{escape(title)}"{extra}>{body}</{tag}>')
    return "".join(html)
