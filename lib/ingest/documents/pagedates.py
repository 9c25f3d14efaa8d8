"""The day a web page gives for its article, in order of trust: metadata, address, file name, what its head prints.

A page shows many days: today's in a corner, those of related articles, of comments, of updates, of the copyright. Only
what stands in the head of the article counts, or what is labelled as its publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta

from lxml import html

from lib.ingest.daylines import day_of, only_a_date
from lib.ingest.documents.facts import Facts
from lib.ingest.documents.markup import brief, marks, words
from lib.ingest.kinds import label
from lib.ingest.pubdate import from_filename, from_url, from_value, on
from lib.ingest.vocabulary import PUBLISHED, UPDATED, keyed
from lib.model import Published

ELSEWHERE = re.compile(
    r"relat|sidebar|side-bar|aside|footer|(?:^|[\s_-])nav|menu|comment|widget|most-?(?:read|view|pop)|popular|trending|latest|"
    r"recommend|teaser|ticker|clock|today|breaking|promo|carousel|slider|read-?(?:more|also|next)|more-?news|archive|"
    r"modal|cookie|banner|wm-ipp|toolbar|suggest|next-?(?:post|article)|prev-?(?:post|article)"
)
_UPDATED = re.compile(r"updat|modif|edited")
_OUTSIDE = frozenset({"aside", "nav", "footer", "script", "style", "noscript", "template"})
_PIECES = re.compile(r"\s+[|•·–—]\s+|\s{2,}|[|•·]")
_LONGEST = 110
_PARAGRAPH = 200
_ABOVE = 3


def published(tree: html.HtmlElement, facts: Facts, url: str | None, name: str) -> Published:
    """When the article of a page appeared; `url` is its address and `name` its file, where these are known."""
    found = facts.published or _timed(tree) or from_url(url) or from_filename(name) or _printed(tree)
    return found or _likely(tree) or Published()


def outside(element: html.HtmlElement) -> bool:
    """Whether an element stands in a part of the page that is about something else."""
    chain = [element, *element.iterancestors()]
    for above in chain:
        if above.tag in ("body", "html", "article", "main"):
            return False
        if above.tag in _OUTSIDE or ELSEWHERE.search(marks(above)):
            return True
        parent = above.getparent()
        if above.tag == "header" and above.find(".//h1") is None and parent is not None and parent.tag == "body":
            return True
    return False


def _timed(tree: html.HtmlElement) -> Published | None:
    """The day of a `time` element, or of one marked as the day of publication, in the head of the article."""
    stated = tree.xpath("//*[@itemprop='datePublished' and not(self::meta)] | //time[@pubdate]")
    for element in stated:
        if not outside(element) and (found := from_value(_value(element))):
            return found
    for element in _head(tree):
        if element.tag == "time" and not _renewed(element) and (found := from_value(element.get("datetime"))):
            return found
    return None


def _value(element: html.HtmlElement) -> str:
    return element.get("datetime") or element.get("content") or words(element)


def _renewed(element: html.HtmlElement) -> bool:
    """Whether a day is that of the last change and not of the publication."""
    parent = element.getparent()
    before = brief(parent, _LONGEST) if parent is not None else ""
    around = marks(parent) if parent is not None and len(before) <= _LONGEST else ""
    named = f"{marks(element)} {element.get('itemprop') or ''} {around}".lower()
    parts = label(before[:40])
    return bool(_UPDATED.search(named)) or (parts is not None and parts[0] in UPDATED)


def _printed(tree: html.HtmlElement) -> Published | None:
    """The day printed at the head of the article, or labelled anywhere as its publication."""
    for element in _head(tree):
        if (day := _day(element, alone=True)) is not None:
            return on(day, "page")
    for element in tree.iter("p", "span", "div", "li", "small", "time", "td", "b", "strong"):
        if (day := _day(element, alone=False)) is not None and not outside(element):
            return on(day, "page")
    return None


def _day(element: html.HtmlElement, alone: bool) -> date | None:
    if len(element) > 12:
        return None
    text = brief(element, _LONGEST)
    if not 6 <= len(text) <= _LONGEST or not any(character.isdigit() for character in text) or _renewed(element):
        return None
    for piece in [text, *_PIECES.split(text)]:
        parts = label(piece)
        if parts is not None and parts[0] in PUBLISHED and (day := day_of(parts[1])):
            return day if _past(day) else None
        if alone and parts is None and only_a_date(piece) and (day := day_of(piece)):
            return day if _past(day) else None
    return None


def _past(day: date) -> bool:
    return day <= date.today() + timedelta(days=1)


def _head(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Elements after the headline until the text is under way, then those above it that share a near ancestor."""
    headline = _headline(tree)
    if headline is None:
        body = tree.find("body")
        yield from _until_text(body.iterdescendants() if body is not None else iter(()))
        return
    yield from _until_text(_following(headline))
    scope = headline
    for _ in range(_ABOVE):
        parent = scope.getparent()
        if parent is None or parent.tag == "body":
            break
        scope = parent
    above = []
    for element in scope.iterdescendants():
        if element is headline:
            break
        above.append(element)
    yield from (element for element in reversed(above) if isinstance(element.tag, str) and not outside(element))


def _headline(tree: html.HtmlElement) -> html.HtmlElement | None:
    window = keyed(next((words(one) for one in tree.iter("title")), ""))
    heads = [head for head in tree.iter("h1", "h2") if words(head) and not outside(head)]
    named = (head for head in heads if keyed(words(head)) and keyed(words(head)) in window)
    first = next((head for head in heads if head.tag == "h1"), None)
    return next(named, first)


def _following(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    yield from element.iterdescendants()
    current: html.HtmlElement | None = element
    while current is not None and current.tag != "body":
        for sibling in current.itersiblings():
            yield sibling
            yield from sibling.iterdescendants()
        current = current.getparent()


def _until_text(elements: Iterator[html.HtmlElement]) -> Iterator[html.HtmlElement]:
    """The elements before the second paragraph of running text."""
    paragraphs = 0
    for element in elements:
        if not isinstance(element.tag, str) or outside(element):
            continue
        if element.tag == "p" and len(words(element)) >= _PARAGRAPH:
            paragraphs += 1
            if paragraphs > 1:
                return
        yield element


def _likely(tree: html.HtmlElement) -> Published | None:
    """What htmldate finds once the parts about other things are gone; the first of a January is mostly a bare year."""
    from htmldate import find_date

    pruned = deepcopy(tree)
    gone = [element for element in pruned.iter() if not isinstance(element.tag, str) or _about_others(element)]
    for element in gone:
        if element.getparent() is not None:
            element.drop_tree()
    try:
        stated = find_date(pruned, extensive_search=False, original_date=True, outputformat="%Y-%m-%d")
    except (ValueError, TypeError, AttributeError, LookupError):
        return None
    found = from_value(stated, "page")
    return None if found is None or found.since is None or (found.since.month, found.since.day) == (1, 1) else found


def _about_others(element: html.HtmlElement) -> bool:
    """Whether an element tells nothing of the day: another part of the page, or running text."""
    if element.tag == "meta":
        return bool(
            _UPDATED.search(f"{element.get('property')} {element.get('name')} {element.get('itemprop')}".lower())
        )
    if element.tag in ("html", "head", "body", "article", "main", "title"):
        return False
    if element.tag in ("time", "span", "div", "p", "li", "small") and _renewed(element):
        return True
    return element.tag in _OUTSIDE or outside(element) or (element.tag == "p" and len(words(element)) > _LONGEST)
