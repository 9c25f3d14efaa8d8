"""What a cell holds as plain text: markup and control characters are taken out, nothing is respelt."""

from __future__ import annotations

import html
import re
from datetime import date
from decimal import Decimal
from typing import Any

_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_BLOCK_TAGS = """
    address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hr li main nav ol p pre section table tbody td tfoot th thead tr ul
"""
_INLINE_TAGS = """
    a abbr acronym b bdi bdo big br cite code del dfn em font i iframe img ins kbd mark noscript q rp rt ruby s samp
    small span strike strong sub sup time tt u var video wbr
"""
BLOCKS = frozenset(_BLOCK_TAGS.split())
INLINE = frozenset(_INLINE_TAGS.split())
_GONE = re.compile(r"<(script|style|template)\b[^>]*>.*?</\1\s*>|<!--.*?-->|<!\[CDATA\[|\]\]>", re.DOTALL | re.I)
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?/?>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLANKS = re.compile(r"[ \t]*\n[ \t]*\n\s*")


def clean(text: str) -> str:
    """`text` without what no file or database can hold: halves of characters (as U+FFFD), zeros and other controls."""
    return _CONTROLS.sub("", _SURROGATES.sub("\ufffd", text))


def is_markup(text: str) -> bool:
    """Whether the text holds tags of web pages or character references."""
    return ("<" in text and any(_is_tag(match) for match in _TAG.finditer(text))) or bool(_ENTITY.search(text))


def without_markup(text: str) -> str:
    """The text of a piece of a web page, paragraphs parted by a blank line; "<" that begins no known tag stays."""
    if not is_markup(text):
        return text
    if "<" in text:
        text = _TAG.sub(_space, _GONE.sub("", text))
        text = _BLANKS.sub("\n\n", text).strip()
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def _is_tag(match: re.Match[str]) -> bool:
    return match[1].lower() in BLOCKS or match[1].lower() in INLINE


def _space(match: re.Match[str]) -> str:
    name = match[1].lower()
    if name in BLOCKS:
        return "\n\n"
    return "\n" if name == "br" else "" if name in INLINE else match[0]


def body(value: Any) -> str:
    """A cell as the text of an article; the items of a list are paragraphs."""
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(body, value)))
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return clean(without_markup(value)) if isinstance(value, str) else ""


def line(value: Any) -> str | None:
    """A cell as one line (a title, a name), None when there is nothing in it."""
    if isinstance(value, list):
        value = ", ".join(filter(None, map(line, value)))
    if isinstance(value, float):
        if value != value:
            return None
        value = int(value) if value.is_integer() else value
    if isinstance(value, bool) or not isinstance(value, (str, int, float, Decimal, date)):
        return None
    return " ".join(clean(without_markup(str(value))).split("\n")).strip() or None


def is_blank(value: Any) -> bool:
    """Whether a cell holds nothing to read."""
    if isinstance(value, str):
        return not value.strip() or not _CONTROLS.sub("", value).strip()
    return value is None or value != value or value in ([], {}, b"")
