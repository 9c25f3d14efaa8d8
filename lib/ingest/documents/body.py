"""The running text of a page: trafilatura says what belongs to the article, and the page's own characters are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree, html

from lib.ingest.documents.markup import Shield, words
from lib.ingest.kinds import kind
from lib.ingest.lines import split
from lib.ingest.vocabulary import keyed

_BLOCKS = frozenset({"p", "head", "item", "quote", "cell", "ab", "code", "table", "list", "row", "div", "body", "fw"})
_BREAK = "\u2028"
_MANY_BLOCKS = 1_500
_FURNITURE = frozenset({"share", "tags", "more", "related", "tail", "code", "rule", "marker"})
_CAPTIONS = "//figcaption | //*[contains(concat(' ', normalize-space(@class), ' '), ' wp-caption-text ')]"


def paragraphs_of(tree: html.HtmlElement, url: str | None) -> list[str]:
    """The paragraphs of the one article of a page, in order; none where the page holds no running text."""
    from trafilatura import bare_extraction  # 0.3 s that a folder of text pages never has to wait

    shield = Shield(tree)
    # The second opinion that is asked where the first finds little takes the square of the number of blocks.
    fast = sum(1 for _ in shield.tree.iter("p", "div", "li", "td", "h2", "h3")) > _MANY_BLOCKS
    found = bare_extraction(shield.tree, url=url, fast=fast, include_comments=False, with_metadata=False)
    body = getattr(found, "body", None)
    if body is None:
        return []
    return [text for piece in _pieces(body) if (text := words(shield.restore(piece)))]


def blocks_of(element: html.HtmlElement) -> list[str]:
    """The paragraphs of an element as they are marked up, for parts of a page too small to be judged."""
    found = [words(block) for block in element.iter("p", "li", "blockquote", "h2", "h3", "h4", "h5")]
    return [text for text in found if text] or list(filter(None, (words(piece) for piece in _lines(element))))


def _lines(element: html.HtmlElement) -> Iterator[str]:
    """The text of an element that has no paragraphs, cut where its lines break."""
    yield from "".join(_broken(element, frozenset({"br", "div", "tr", "td", "h1", "section"}))).split(_BREAK)


def _pieces(body: etree._Element) -> Iterator[str]:
    yield from "".join(_broken(body, _BLOCKS | {"lb"})).split(_BREAK)


def _broken(element: etree._Element, cuts: frozenset[str]) -> Iterator[str]:
    """Text in document order with a break around every element that begins a line of its own."""
    if not isinstance(element.tag, str) or element.tag in ("script", "style", "noscript", "template"):
        return
    cut = _BREAK if element.tag in cuts else ""
    yield cut
    yield (element.text or "").replace(_BREAK, " ")
    for child in element:
        yield from _broken(child, cuts)
        yield (child.tail or "").replace(_BREAK, " ")
    yield cut


def captions_of(element: html.HtmlElement) -> tuple[str, ...]:
    """What stands under the pictures of an article, each once."""
    found = (words(caption) for caption in element.xpath("." + _CAPTIONS.replace(" | //", " | .//")))
    return tuple(dict.fromkeys(text for text in found if text))[:60]


def without_furniture(paragraphs: Sequence[str], title: str | None, captions: Sequence[str]) -> list[str]:
    """Paragraphs of the text itself: no headline again, no captions, share bars, tags or closing words."""
    gone = {keyed(text) for text in (title or "", *captions)} - {""}
    kept: list[str] = []
    for text in paragraphs:
        if keyed(text) in gone or (kept and text == kept[-1]):
            continue
        lines = split(text)
        if lines and len(lines) == 1 and kind(lines[0]) in _FURNITURE:
            continue
        kept.append(text)
    while kept and not re.search(r"\w", kept[-1]):
        kept.pop()
    return kept
