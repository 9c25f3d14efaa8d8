"""What a page says of itself: headline, author, outlet, address, section and day, from its metadata.

Pages carry the metadata of other pages too (related articles, videos, comments), so what is nested there is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml import html

from lib.ingest.documents.markup import words
from lib.ingest.outlets import host_of, outlet_of
from lib.ingest.pubdate import from_value
from lib.ingest.vocabulary import keyed
from lib.model import Published

_ARTICLE = re.compile(r"\w*(?:article|posting)$", re.I)
_ELSEWHERE = frozenset({
    "itemlistelement", "haspart", "relatedlink", "video", "comment", "review", "image", "mentions", "about", "citation",
    "isbasedon", "subjectof", "potentialaction", "associatedmedia", "audio", "blogpost", "workexample",
})  # fmt: skip
_DATE_NAMES = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished",
    "article.published", "published_time", "pubdate", "publishdate", "publish-date", "publish_date", "date_published",
    "publication_date", "publication-date", "publicationdate", "parsely-pub-date", "sailthru.date", "ptime",
    "dc.date.issued", "dcterms.issued", "dc.date.published", "cxenseparse:recs:publishtime", "rnews:datepublished",
    "bt:pubdate", "article_date_original", "originalpublicationdate", "citation_publication_date",
    "citation_online_date", "article:post_date", "displaydate", "dc.date", "dcterms.created", "dcterms.date",
    "dc.date.created", "datecreated", "date",
)  # fmt: skip
_SITE_TAIL = re.compile(r"\s+[|\-–—»·:•]+\s+")
_MARKUP = re.compile(r"<[^>]{1,200}>")
_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Facts:
    """A page's metadata; None or unknown where it says nothing."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    section: str | None = None
    published: Published | None = None
    described: bool = False


def facts_of(tree: html.HtmlElement, address: str | None = None) -> Facts:
    """The metadata of a page as a whole; `address` is where it was fetched, if that is known."""
    metas = _metas(tree)
    linked = _linked(tree)
    url = _url(tree, metas, address)
    own = _own(linked, url)
    return Facts(
        title=_title(tree, metas, own),
        author=_author(tree, metas, own),
        outlet=_outlet(metas, own, url),
        url=url,
        section=_first(metas, "article:section", "parsely-section", "section") or _text(own.get("articleSection")),
        published=_published(metas, linked, own),
        described=bool(own) or _first(metas, "og:type") in ("article", "news", "og:article"),
    )


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    """Name → content of the page's `meta` elements outside parts about other pages; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = words(element.get("content"))
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if name and content and (key != "itemprop" or _about_page(element)):
                found.setdefault(name, content)
    return found


def _about_page(element: html.HtmlElement) -> bool:
    """Whether microdata belongs to the page and not to an item listed on it beside others."""
    scope = next((above for above in element.iterancestors() if above.get("itemscope") is not None), None)
    if scope is None or not scope.get("itemtype"):
        return True
    kind = scope.get("itemtype", "")
    return sum(other.get("itemtype") == kind for other in scope.getroottree().getroot().iter(str(scope.tag))) == 1


def _linked(tree: html.HtmlElement) -> list[Mapping[str, Any]]:
    """The article descriptions in the page's JSON-LD."""
    found: list[Mapping[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) < 2_000_000:
            found += [item for item in _objects(_loosely(script.text), 0) if _is_article(item)]
    return found


def _loosely(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(value, Mapping):
        yield value
        for key, inner in value.items():
            if str(key).lower() not in _ELSEWHERE:
                yield from _objects(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner, depth + 1)


def _is_article(item: Mapping[str, Any]) -> bool:
    kinds = item.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.match(kind.rpartition("/")[2]) for kind in named)


def _own(linked: Sequence[Mapping[str, Any]], url: str | None) -> Mapping[str, Any]:
    """The description that is of this page: the only one, or the one with its address; none where that is open."""
    if len(linked) == 1:
        return linked[0]
    for item in linked:
        entity = item.get("mainEntityOfPage")
        named = (item.get("url"), item.get("@id"), entity, entity.get("@id") if isinstance(entity, Mapping) else None)
        if url and any(isinstance(name, str) and _same(name, url) for name in named):
            return item
    return linked[0] if linked and len({_text(item.get("headline")) for item in linked}) == 1 else {}


def _same(one: str, other: str) -> bool:
    try:
        first, second = urlsplit(one), urlsplit(other)
    except ValueError:
        return False
    return first.path.rstrip("/") == second.path.rstrip("/") and bool(first.path.strip("/"))


def _published(
    metas: Mapping[str, str], linked: Sequence[Mapping[str, Any]], own: Mapping[str, Any]
) -> Published | None:
    stated = own.get("datePublished") or own.get("dateCreated")
    if found := from_value(_text(stated)):
        return found
    for name in _DATE_NAMES:
        if found := from_value(metas.get(name)):
            return found
    days = {found.since: found for item in linked if (found := from_value(_text(item.get("datePublished"))))}
    return next(iter(days.values())) if len(days) == 1 else None


def _url(tree: html.HtmlElement, metas: Mapping[str, str], address: str | None) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower())
    for url in (next(links, None), metas.get("og:url"), address, metas.get("twitter:url")):
        if url and url.strip().lower().startswith(("http://", "https://")) and _host(url):
            return url.strip()
    return None


def _host(url: str) -> str:
    try:
        return urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""


def _outlet(metas: Mapping[str, str], own: Mapping[str, Any], url: str | None) -> str | None:
    """A known outlet by its proper name, so that it has one name in all files; else as the page or its host has it."""
    known = outlet_of(url) if url else None
    return known or _first(metas, "og:site_name") or _name(own.get("publisher")) or (host_of(url) if url else None)


def _title(tree: html.HtmlElement, metas: Mapping[str, str], own: Mapping[str, Any]) -> str | None:
    """The headline as printed on the page, where it is the one that the metadata means; else as the metadata says."""
    heads = [words(head) for head in tree.iter("h1") if words(head)]
    lesser = [words(head) for head in tree.iter("h2") if words(head)] if not heads else []
    heads = heads or (lesser if len(lesser) == 1 else [])
    window = next((words(one) for one in tree.iter("title")), "")
    stated = [text for text in (_first(metas, "og:title", "twitter:title"), _text(own.get("headline")), window) if text]
    for head in heads:
        if any(keyed(head) and keyed(head) in keyed(text) for text in stated):
            return head
    if len(heads) == 1 and not any(keyed(heads[0]) in keyed(name) for name in (metas.get("og:site_name", ""),) if name):
        return heads[0]
    return _without_site(stated[0], metas.get("og:site_name", "")) if stated else next(iter(heads), None)


def _without_site(title: str, site: str) -> str:
    parts = _SITE_TAIL.split(title)
    if len(parts) < 2 or not site:
        return title
    if keyed(parts[-1]) == keyed(site):
        return title[: title.rindex(parts[-1])].rstrip(" |-–—»·:•")
    return title[len(parts[0]) :].lstrip(" |-–—»·:•") if keyed(parts[0]) == keyed(site) else title


def _author(tree: html.HtmlElement, metas: Mapping[str, str], own: Mapping[str, Any]) -> str | None:
    named = _name(own.get("author"))
    if named:
        return named
    for name in ("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author"):
        if (value := metas.get(name)) and not value.startswith("http"):
            return value
    for element in tree.xpath("//*[(@itemprop='author' or @rel='author') and not(ancestor-or-self::figure)]")[:3]:
        if 0 < len(words(element)) <= 80 and ":" not in words(element):
            return words(element)
    return None


def _name(value: Any) -> str | None:
    """The name or names of a person or organisation in JSON-LD."""
    if isinstance(value, Mapping):
        return _name(value.get("name"))
    if isinstance(value, list):
        names = list(dict.fromkeys(name for one in value[:12] if (name := _name(one))))
        return ", ".join(names) or None
    text = _text(value)
    return None if text and text.startswith("http") else text


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str)), None)
    return words(_MARKUP.sub("", value)) or None if isinstance(value, (str)) else None


def _first(metas: Mapping[str, str], *names: str) -> str | None:
    return next((metas[name] for name in names if metas.get(name)), None)
