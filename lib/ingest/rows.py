"""A row of a structured file to an article: keys are recognised by name in several languages.

A time of scraping is nobody's publication date: only keys that say "published" or plainly "date" are believed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from lib.ingest.vocabulary import keyed
from lib.model import Article, Precision, Published
from lib.text.numerals import to_ascii

NAMES = {
    "id": "id|article_id|doc_id|docid|uid|guid|_id|شناسه",
    "text": (
        "text|body|content|article|article_body|articlebody|article_text|maintext|main_text|full_text|fulltext|"
        "story|متن|متن خبر|النص|نص|المحتوى"
    ),
    "title": "title|headline|heading|subject|عنوان|تیتر|العنوان",
    "language": "language|lang|زبان|اللغة",
    "published": (
        "published|date|published_at|publishedat|publish_date|date_publish|pub_date|pubdate|publication_date|"
        "date_published|تاریخ|تاریخ انتشار|التاريخ|تاريخ النشر"
    ),
    "outlet": "outlet|publisher|source_name|newspaper|site|media|agency|منبع|رسانه|خبرگزاری|المصدر|الصحيفة",
    "author": "author|authors|byline|creator|نویسنده|الكاتب",
    "url": "url|link|href|permalink|لینک|نشانی|الرابط|رابط",
    "section": "section|category|topic|desk|بخش|سرویس|القسم|التصنيف",
    "captions": "captions|caption|image_caption",
}
_COLUMN = {keyed(name).replace(" ", ""): column for column, names in NAMES.items() for name in names.split("|")}
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T\s].*)?)?)?$")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BASES = ("user", "metadata", "url", "filename", "dateline", "page", "inferred")
_PRECISIONS: tuple[Precision, ...] = ("day", "month", "year", "range")


class RowError(ValueError):
    """A row that is no article; the message says why."""


def article(row: Mapping[str, Any], source: str, name: str) -> tuple[Article, str | None]:
    """The article of a row, and a sentence about what was not understood; `name` is its id if it has none."""
    found: dict[str, Any] = {}
    for key, value in row.items():
        column = _COLUMN.get(keyed(str(key)).replace(" ", ""))
        if column and value not in (None, "", [], {}) and column not in found:
            found[column] = value
    text = _text(found.get("text"))
    title = _string(found.get("title"))
    if not text.strip() and not title:
        missing = "There is no text in this row; give it a `text` key."
        raise RowError("The text of this row is empty." if "text" in found else missing)
    published, doubt = published_of(found.get("published"))
    read = Article(
        id=_string(found.get("id")) or name,
        source=source,
        text=text,
        title=title,
        language=_string(found.get("language")),
        outlet=_string(found.get("outlet")),
        author=_string(found.get("author")),
        url=_string(found.get("url")),
        published=published,
        section=_string(found.get("section")),
        captions=_strings(found.get("captions")),
    )
    return read, doubt


def published_of(value: Any) -> tuple[Published, str | None]:
    """A publication date as rows carry it: an ISO string or our export's own object; else a sentence about it."""
    if value is None:
        return Published(), None
    if isinstance(value, Mapping):
        since, until = _iso(value.get("since")), _iso(value.get("until"))
        precision = value.get("precision")
        basis: Any = value.get("basis") if value.get("basis") in _BASES else "metadata"
        if since is None or until is None or since[0] > until[1]:
            empty = value.get("since") is None and value.get("until") is None
            return Published(), None if empty else f"its date {_short(value)} is not understood"
        known = next((p for p in _PRECISIONS if p == precision), "day" if since[0] == until[1] else "range")
        return Published(since[0], until[1], known, basis), None
    interval = _iso(value)
    if interval is None:
        return Published(), f"its date {_short(value)} is not understood (write it as 2020-07-17)"
    return Published(*interval, "metadata"), None


def _iso(value: Any) -> tuple[date, date, Precision] | None:
    match = _ISO.match(to_ascii(str(value)).strip()) if isinstance(value, (str, int)) else None
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None or year < 1500:
            return None
        if month is None:
            return date(year, 1, 1), date(year, 12, 31), "year"
        if day is None:
            after = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), date.fromordinal(after.toordinal() - 1), "month"
        return date(year, month, day), date(year, month, day), "day"
    except ValueError:
        return None


def _short(value: Any) -> str:
    written = str(value)
    return f"“{written[:40]}…”" if len(written) > 41 else f"“{written}”"


def clean(text: str) -> str:
    """`text` without what no file or database can hold: halves of characters (as U+FFFD) and zero bytes."""
    return _SURROGATES.sub("\ufffd", text).replace("\0", "")


def _text(value: Any) -> str:
    if isinstance(value, list):
        return clean("\n\n".join(part for part in value if isinstance(part, str)))
    return clean(value) if isinstance(value, str) else ""


def _string(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (str, int, float, list)):
        return None
    if isinstance(value, list):
        value = ", ".join(part for part in value if isinstance(part, str))
    return clean(str(value)).strip() or None


def _strings(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(clean(part) for part in values if isinstance(part, str) and part.strip())
