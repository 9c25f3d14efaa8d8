"""Several articles on one web page, and pages that only list them: told by how the page is built, not by its site.

An item is a block of its own with a headline and running text. A block with a headline and a few words is a teaser,
which is no article; a section of one long article has a headline of its own too, but stands under that of the article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import html

from lib.ingest.documents.markup import words
from lib.ingest.documents.pagedates import outside
from lib.ingest.vocabulary import MORE, keyed

ENOUGH = 250
ENOUGH_BESIDE = 600
_DOMINANT = 0.75
_HEADS = ("h1", "h2", "h3", "h4")
_MANY = 4
_PARTS = (*_HEADS, "p", "a", "li", "span", "div", "blockquote", "time")


@dataclass(frozen=True, slots=True)
class Item:
    """A block of a page with its headline; `prose` counts the characters of its running text."""

    block: html.HtmlElement
    head: html.HtmlElement
    prose: int
    teaser: bool


def articles_among(items: Sequence[Item], described: bool) -> list[Item]:
    """The items that are articles, where the page holds several; none when it is a page of one article.

    `described`: the page's metadata speaks of one article. Others beside it must then be whole articles.
    """
    full = [item for item in items if not item.teaser]
    if described:
        full = [item for item in full if item.prose >= ENOUGH_BESIDE and item.block.tag == "article"]
        if full and max(item.prose for item in full) > _DOMINANT * sum(item.prose for item in items):
            return []
    return full if len(full) > 1 else []


def lists_headlines(items: Sequence[Item], paragraphs: Sequence[str]) -> bool:
    """Whether a page's text is nothing but teasers of articles elsewhere."""
    teasers = [item for item in items if item.teaser]
    if len(teasers) < _MANY:
        return False
    inside = {_solid(words(part)) for item in teasers for part in (item.block, *item.block.iter(*_PARTS))}
    total = sum(map(len, paragraphs))
    listed = sum(len(text) for text in paragraphs if _solid(text) in inside)
    return listed >= 0.6 * total


def _solid(text: str) -> str:
    """Folded text without spaces, which come and go between blocks."""
    return keyed(text).replace(" ", "")


def items_of(tree: html.HtmlElement) -> list[Item]:
    """The items of a page in order: `article` elements, else blocks of one kind side by side; none nested."""
    marked = [one for one in tree.iter("article") if not outside(one) and one.find(".//article") is None]
    found = [item for block in marked if (item := _item(block)) is not None]
    if len(found) > 1:
        return found
    best: list[Item] = []
    for level in _HEADS:
        blocks = _repeated(tree, level)
        items = [item for block in blocks if (item := _item(block)) is not None]
        if len(items) > max(1, len(best)):
            best = items
    return best


def _repeated(tree: html.HtmlElement, level: str) -> list[html.HtmlElement]:
    """The largest blocks with one headline of a level each that have siblings of the same kind."""
    heads = [head for head in tree.iter(level) if words(head) and not outside(head)]
    if len(heads) < 2:
        return []
    inside: Counter[html.HtmlElement] = Counter()
    for head in heads:
        inside.update(head.iterancestors())
    blocks = []
    for head in heads:
        own = [above for above in head.iterancestors() if inside[above] == 1]
        if own and own[-1].tag not in ("a", "body", "html"):
            blocks.append(own[-1])
    kinds = Counter((block.getparent(), block.tag) for block in blocks)
    return [block for block in blocks if kinds[block.getparent(), block.tag] > 1 and not _sections(block, level)]


def _sections(block: html.HtmlElement, level: str) -> bool:
    """Whether a block is a section under the headline of a larger article."""
    if level == "h1":
        return False
    above = next((one for one in block.iterancestors() if one.tag in ("article", "main")), None)
    return above is not None and above.tag == "article"


def _item(block: html.HtmlElement) -> Item | None:
    head = next((one for one in block.iter(*_HEADS) if words(one)), None)
    if head is None:
        return None
    prose = sum(_prose(one) for one in block.iter("p", "blockquote")) or _loose(block, head)
    texts = [words(one) for one in block.iter("p") if words(one)]
    last = texts[-1] if texts else ""
    more = any(keyed(words(link)) in MORE for link in block.iter("a"))
    broken = last.endswith(("...", "\u2026", "[\u2026]")) or more
    return Item(block, head, prose, prose < ENOUGH or (broken and prose < 2 * ENOUGH))


def _prose(element: html.HtmlElement) -> int:
    """The length of the text of a paragraph that is not a link."""
    linked = sum(len(words(link)) for link in element.iter("a"))
    length = len(words(element))
    return length if linked < length / 2 else 0


def _loose(block: html.HtmlElement, head: html.HtmlElement) -> int:
    linked = sum(len(words(link)) for link in block.iter("a"))
    length = len(words(block)) - len(words(head))
    return length if linked < length / 2 else 0
