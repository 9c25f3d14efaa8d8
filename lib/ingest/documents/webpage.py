"""The reader of saved web pages: one article, several, or none where a page only lists what stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

from lxml import html
from lxml.html.builder import E

from lib.i18n import sentence
from lib.ingest import newsbanks
from lib.ingest.documents import bounds
from lib.ingest.documents.body import blocks_of, captions_of, paragraphs_of, without_furniture
from lib.ingest.documents.facts import Facts, facts_of
from lib.ingest.documents.items import Item, articles_among, items_of, lists_headlines
from lib.ingest.documents.markup import page_text, tree_of, words
from lib.ingest.documents.pagedates import published
from lib.ingest.formats import Head, Reader
from lib.ingest.rows import Row, articles
from lib.model import Article, Problem

SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".jsp", ".cfm", ".php"})
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_TAG = re.compile(r"<(?:p|div|span|h[1-6]|br|body|head|meta|article|table|title)\b", re.I)
_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:)\s*(https?://\S+)", re.I)
_FACTIVA = re.compile(r"""class=["']article \w\wArticle""")
_TITLE_ONLY = 40


@dataclass(frozen=True, slots=True)
class Page:
    """A web page as text: `address` where it was fetched (None: unknown), `source` to show, `name` of its file."""

    text: str
    address: str | None
    source: str
    name: str


def claims(head: Head) -> bool:
    """Whether a file is a web page: it begins like one, or is called one and holds tags."""
    if _PAGE.match(head.text):
        return True
    return head.suffix in SUFFIXES and bool(_TAG.search(head.text))


def read(path: Path, name: str) -> Iterator[Article | Problem]:
    """The articles of a saved page; NotText when there is none."""
    yield from read_bytes(bounds.contents(path, bounds.MARKUP), name)


def read_bytes(
    data: bytes, name: str, address: str | None = None, charset: str | None = None
) -> Iterator[Article | Problem]:
    """The articles of a page from its bytes, with the address and the charset that its carrier states."""
    with bounds.deadline():
        decoded = page_text(data, charset)
        saved = _SAVED_FROM.search(decoded.text[:4096])
        page = Page(decoded.text, address or (saved[1] if saved else None), name, name)
        records = _of_newsbank(page) or articles_of(page)
    for note in decoded.notes:
        yield Problem(name, note.where, note.what, True)
    yield from records


def _of_newsbank(page: Page) -> list[Article | Problem]:
    """The articles of a page that Factiva wrote, each with its fields in a table or in the usual order."""
    if not _FACTIVA.search(page.text):
        return []
    lines: list[str] = []
    for block in tree_of(page.text).xpath("//div[contains(@class, 'article ') and contains(@class, 'Article')]"):
        for element in block.iter("div", "p", "tr", "td", "br"):
            element.text = f"\n{element.text or ''}"
            element.tail = f"\n{element.tail or ''}"
        lines += [line.strip() for line in block.text_content().split("\n") if line.strip()]
    if not newsbanks.is_newsbank(lines):
        return []
    found = enumerate(newsbanks.entries(lines), 1)
    return list(articles((Row(f"item {number}", number, cells) for number, cells in found), page.source))


def articles_of(page: Page) -> list[Article | Problem]:
    """The articles of a page, or the sentence that there is none."""
    tree = tree_of(page.text)
    facts = facts_of(tree, page.address)
    items = items_of(tree)
    several = articles_among(items, facts.described)
    if several:
        return [_part(item, facts, page, number) for number, item in enumerate(several, 1)]
    found = _paragraphs(tree, facts)
    text = without_furniture(found, facts.title, captions_of(tree))
    if not facts.described and lists_headlines(items, text):
        what = sentence("This page lists {n} headline and holds no article of its own; it was left out.",
                        "This page lists {n} headlines and holds no article of its own; it was left out.",
                        n=len(items))  # fmt: skip
        return [Problem(page.source, "file", what, False)]
    if not text:
        what = sentence(
            "There is no running text in this page: it was saved before its scripts had run, or it is no article."
        )
        return [Problem(page.source, "file", what, False)]
    return [_article(tree, facts, page, text)]


def _paragraphs(tree: html.HtmlElement, facts: Facts) -> list[str]:
    found = paragraphs_of(tree, facts.url)
    if found:
        return found
    root = next(tree.iter("article"), None)
    root = root if root is not None else tree.find("body")
    return [text for text in blocks_of(root) if len(text) > _TITLE_ONLY] if root is not None else []


def _article(tree: html.HtmlElement, facts: Facts, page: Page, text: list[str]) -> Article:
    return Article(
        id=f"{PurePosixPath(page.source).with_suffix('')}-1",
        source=page.source,
        text="\n\n".join(text),
        title=facts.title,
        outlet=facts.outlet,
        author=facts.author,
        url=facts.url,
        published=published(tree, facts, facts.url, page.name),
        section=facts.section,
        captions=captions_of(_main(tree)),
    )


def _main(tree: html.HtmlElement) -> html.HtmlElement:
    """The part of the page in which captions are the article's own."""
    articles = [one for one in tree.iter("article") if one.find(".//h1") is not None]
    return articles[0] if articles else next(tree.iter("main"), tree)


def _part(item: Item, whole: Facts, page: Page, number: int) -> Article:
    """One of several articles of a page, read as if it were a page of its own."""
    block = deepcopy(item.block)
    block.tail = None
    head = words(item.head)
    tree = E.HTML(E.HEAD(E.TITLE(head)), E.BODY(block))
    facts = facts_of(tree)
    captions = captions_of(tree)
    marked, judged = blocks_of(block), paragraphs_of(tree, None)
    fuller = judged if sum(map(len, judged)) >= 0.6 * sum(map(len, marked)) else marked
    url = _link(item, whole)
    return Article(
        id=f"{PurePosixPath(page.source).with_suffix('')}-{number}",
        source=page.source,
        text="\n\n".join(without_furniture(fuller, head, captions)),
        title=head,
        outlet=whole.outlet,
        author=facts.author,
        url=url,
        published=published(tree, facts, url, ""),
        section=facts.section or whole.section,
        captions=captions,
    )


def _link(item: Item, whole: Facts) -> str | None:
    """Where an item says it can be read alone."""
    links = [*item.head.iter("a"), *(above for above in item.head.iterancestors("a"))]
    links += [link for link in item.block.iter("a") if "bookmark" in (link.get("rel") or "")]
    href = next((link.get("href") for link in links if link.get("href")), None)
    try:
        url = urljoin(whole.url or "", href) if href else ""
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) else None


READER = Reader("web page", claims, read)
