"""When an article appeared, told by its address, the name of its file or a date in its page's head: never guessed.

An address or a file name gives a day only where it can be nothing else. The time at which something was fetched is no
publication: names that say so, or that carry a clock time as downloads do, give nothing.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import unquote, urlsplit

from lib.ingest.daylines import day_of
from lib.model import Article, Problem, Published
from lib.text.calendars import month_bounds, to_gregorian
from lib.text.numerals import to_ascii

Basis = Literal["metadata", "url", "filename", "page"]
_EARLIEST = date(1800, 1, 1)
_NAMED = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_PATH = re.compile(
    r"(?<!\d)(\d{4})[/-](\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[/-](\d{1,2}))?(?=[/\-_.]|$)", re.I
)
_MONTH_IN_PATH = re.compile(r"/(\d{4})/(\d{2})(?=/(?!\d{1,2}(?:[/-]|$))|$)")
# Eight digits in a row may be a number; only years since there are web pages make them a day.
_PACKED = re.compile(r"(?<!\d)(199\d|20\d\d|13[789]\d|140\d)(\d{2})(\d{2})(?!\d)")
# Agencies whose addresses begin the number of an article with its Jalali day.
_NUMBERED = {
    "farsnews": re.compile(r"/(1[34]\d\d|[6-9]\d)(\d{2})(\d{2})\d{4,6}(?=/|$)"),
    "isna": re.compile(r"/(1[34]\d\d|[6-9]\d|0\d)(\d{2})(\d{2})\d{5}(?=/|$)"),
}
_FETCHED = re.compile(
    r"scrap|crawl|export|download|dump|backup|snapshot|archive|capture|fetch|retriev|saved|screenshot|whatsapp", re.I
)
_CLOCKED = re.compile(r"\d{4}[-_.]?\d{2}[-_.]?\d{2}[-_ tT.@]?(?:at )?[0-2]\d[-_.:hH]?[0-5]\d")
_STAMP = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?$")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})$")


def from_url(url: str | None) -> Published | None:
    """The day or month in an address (`/2020/07/17/`, `/1398/04/26/`, `/2020/jul/17/`); None where there is none."""
    try:
        parts = urlsplit(unquote(url or ""))
    except ValueError:
        return None
    path = to_ascii(parts.path)
    for match in _IN_PATH.finditer(path):
        if match[3] and (day := _day(match[1], match[2], match[3])):
            return on(day, "url")
    for name in (parts.hostname or "").split("."):
        numbered = _NUMBERED[name].search(path) if name in _NUMBERED else None
        if numbered and (day := _jalali(int(numbered[1]), int(numbered[2]), int(numbered[3]))):
            return on(day, "url")
    for match in _PACKED.finditer(path):
        if day := _day(*match.groups()):
            return on(day, "url")
    for match in _MONTH_IN_PATH.finditer(path):
        if month := _month(int(match[1]), int(match[2])):
            return Published(*month, "month", "url")
    return None


def from_filename(name: str) -> Published | None:
    """The day in the last part of a file name; None where there is none, or where it tells when the file was fetched.

    For files of one article: the name of a table tells when the table was made.
    """
    stem = to_ascii(PurePosixPath(name).name)
    stem = stem.rpartition(".")[0] or stem
    if _FETCHED.search(stem) or _CLOCKED.search(stem):
        return None
    for match in (*_IN_PATH.finditer(stem.replace("_", "-").replace(".", "-")), *_PACKED.finditer(stem)):
        if match[3] and (day := _day(match[1], match[2], match[3])):
            return on(day, "filename")
    written = day_of(re.sub(r"(?<=\D)[-_]|[-_](?=\D)", " ", stem))
    return on(written, "filename") if written and _sound(written) else None


def from_value(value: str | None, basis: Basis = "metadata") -> Published | None:
    """The day that a field with a date in it names (ISO, RFC 2822, seconds since 1970, three calendars), or None."""
    written = to_ascii(value or "").strip()
    if match := _STAMP.match(written):
        day = date(1970, 1, 1) + timedelta(seconds=int(match[1]))
        return on(day, basis) if _sound(day) else None
    if match := _ISO.match(written):
        found = _day(*match.groups())
        return on(found, basis) if found else None
    if match := _ISO_MONTH.match(written):
        month = _month(int(match[1]), int(match[2]))
        return Published(*month, "month", basis) if month else None
    day_named = day_of(written[:200])
    return on(day_named, basis) if day_named and _sound(day_named) else None


def on(day: date, basis: Basis) -> Published:
    """A publication on one day."""
    return Published(day, day, "day", basis)


def dated(records: Sequence[Article | Problem], name: str) -> Iterator[Article | Problem]:
    """The records with the day that address or file name give, where these are trusted more than what was found."""
    alone = sum(isinstance(record, Article) for record in records) == 1
    for record in records:
        yield settled(record, name if alone else "") if isinstance(record, Article) else record


def settled(read: Article, name: str) -> Article:
    """The article with the most trusted date; `name` is the file's where it holds one article, else ""."""
    if read.published.basis in ("user", "metadata", "url"):
        return read
    found: Published | None = from_url(read.url) or (from_filename(name) if name else None)
    return read if found is None else dataclasses.replace(read, published=found)


def _day(year: str, month: str, day: str) -> date | None:
    number = _NAMED.index(month.lower()) + 1 if month.isalpha() else int(month)
    calendar = _calendar(int(year))
    if calendar is None:
        return None
    try:
        found = to_gregorian(calendar, int(year), number, int(day))
    except ValueError:
        return None
    return found if _sound(found) else None


def _jalali(year: int, month: int, day: int) -> date | None:
    full = year if year > 1000 else (1400 if year < 30 else 1300) + year
    try:
        found = to_gregorian("jalali", full, month, day)
    except ValueError:
        return None
    return found if _sound(found) else None


def _month(year: int, month: int) -> tuple[date, date] | None:
    calendar = _calendar(year)
    if calendar is None or not 1 <= month <= 12:
        return None
    bounds = month_bounds(calendar, year, month)
    return bounds if _sound(bounds[0]) else None


def _calendar(year: int) -> Literal["gregorian", "jalali", "hijri"] | None:
    """The calendar that a year in an address can only belong to."""
    if 1800 <= year <= 2100:
        return "gregorian"
    if 1320 <= year <= 1410:
        return "jalali"
    return "hijri" if 1430 <= year <= 1460 else None


def _sound(day: date) -> bool:
    """No article appeared before newspapers did or after tomorrow."""
    return _EARLIEST <= day <= date.today() + timedelta(days=1)
