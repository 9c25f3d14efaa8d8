"""Web pages as trees: the declared encoding is one more rumour, and nothing is fetched or expanded while parsing."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree, html

from lib.i18n import sentence
from lib.ingest.encodings import LEGACY, Decoded, NotText, decode
from lib.ingest.plausible import plausibility
from lib.text.bidi import CONTROLS

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.I)
_SPACE = re.compile(r"\s+")
_UNPRINTED = re.compile(f"[\xad\u180e\u200b-\u200d\u2060-\u2065{CONTROLS}\ufeff]")
_SAMPLE = 40_000
# A capital after a small letter: where Latin, Greek or Cyrillic was decoded wrongly there are many.
_MISPLACED = re.compile(
    "[a-z\u00df-\u00f6\u00f8-\u00ff\u03ac-\u03ce\u0430-\u045f][\u00c0-\u00d6\u0391-\u03a9\u0410-\u042f]"
)
_WIDE = frozenset({"gb2312", "gbk", "gb18030", "big5", "euc_jp", "shift_jis", "cp932", "euc_kr", "cp949", "iso2022_jp"})
# Letters no news is written in (Linear A): they stand in for invisible signs where a library would drop those.
_STAND_INS = range(0x10600, 0x10700)


def page_text(data: bytes, declared: str | None = None) -> Decoded:
    """A page's bytes as text; a declared encoding only counts where the bytes fit it at least as well as our guess."""
    decoded = decode(data)
    if decoded.encoding not in LEGACY:
        return decoded
    match = _DECLARED.search(data[:4096])
    name = declared or (match[1].decode("ascii") if match else "")
    try:
        stated = data.decode(codecs.lookup(name).name)
    except (LookupError, UnicodeError, ValueError):
        return decoded
    if _in_case(stated[:_SAMPLE]) or codecs.lookup(name).name in _WIDE:
        return Decoded(stated, name.lower(), decoded.notes)
    if plausibility(stated[:_SAMPLE]) < plausibility(decoded.text[:_SAMPLE]):
        return decoded
    return Decoded(stated, name.lower(), decoded.notes)


def _in_case(text: str) -> bool:
    """Whether foreign letters are small but for the first of a word, as no wrong decoding of Arabic leaves them."""
    foreign = [character for character in text if character > "\x7f" and character.isalpha()]
    small = sum(character.islower() for character in foreign)
    return len(foreign) >= 20 and small >= 0.8 * len(foreign) and len(_MISPLACED.findall(text)) <= 0.01 * len(foreign)


def tree_of(text: str) -> html.HtmlElement:
    """The tree of a page; NotText when there is no element in it."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    data = text.replace("\0", "").encode("utf-8", "replace")
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise NotText(
            sentence("There is nothing to read in this page, not even a title. Save it again from the site.")
        ) from None


def xml_of(data: bytes) -> etree._Element:
    """The root of an XML part of a document, without entities, types or network; ValueError when it is broken."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser=parser)
    except etree.LxmlError as error:
        raise ValueError(str(error)[:120]) from None
    if root is None:
        raise ValueError("no XML")
    return root


def words(element: etree._Element | str | None) -> str:
    """The text of an element on one line, single spaces, invisible signs as they were."""
    if element is None:
        return ""
    text = element if isinstance(element, str) else "".join(_texts(element))
    return _SPACE.sub(" ", text).strip()


def brief(element: etree._Element, limit: int) -> str:
    """The beginning of an element's text, a little over `limit` characters at most: enough to see that it is long."""
    pieces: list[str] = []
    length = 0
    for piece in _texts(element):
        pieces.append(piece)
        length += len(piece.strip())
        if length > limit:
            break
    return _SPACE.sub(" ", "".join(pieces)).strip()


def _texts(element: etree._Element) -> Iterator[str]:
    return (str(piece) for piece in element.itertext(tag=None) if piece)


def marks(element: etree._Element) -> str:
    """Class, id and role of an element: what its author called it, in lower case."""
    return " ".join(filter(None, (element.get("class"), element.get("id"), element.get("role")))).lower()


class Shield:
    """Keeps invisible signs (half-spaces, direction marks) through a library that throws them away."""

    def __init__(self, tree: html.HtmlElement) -> None:
        self.tree: html.HtmlElement = deepcopy(tree)
        text = "".join(_texts(tree))
        free = (chr(code) for code in _STAND_INS if chr(code) not in text)
        self._there = dict(zip(sorted(set(_UNPRINTED.findall(text))), free, strict=False))
        self._back = str.maketrans({stand: sign for sign, stand in self._there.items()})
        if self._there:
            self._swap(str.maketrans(self._there))

    def _swap(self, table: dict[int, str]) -> None:
        for element in self.tree.iter():
            if isinstance(element.tag, str):
                element.text = element.text.translate(table) if element.text else element.text
            element.tail = element.tail.translate(table) if element.tail else element.tail

    def restore(self, text: str) -> str:
        """`text` with the signs back in their places."""
        return text.translate(self._back)
