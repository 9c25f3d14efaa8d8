"""What a column is, told by what its cells hold: only for what no column's name says."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lib.ingest.cells import is_blank
from lib.ingest.dayvalues import Manner, Order, interval, order_of
from lib.ingest.outlets import is_address, outlet_of
from lib.ingest.pubdate import from_url
from lib.text.calendars import Calendar
from lib.text.languages import base_direction

_CALENDAR_NAMES: tuple[tuple[Calendar, tuple[str, ...]], ...] = (
    ("jalali", ("شمسی", "جلالی", "jalali", "shamsi", "persian", "solar")),
    ("hijri", ("قمری", "هجري", "hijri", "qamari", "islamic")),
)
_MEANINGLESS = re.compile(r"(?:[a-z]|(?:col|column|field|spalte|ستون|عمود|unnamed:?)?[ _]?\d+|[fvx]\d+)", re.I)
_CLOSE_DAYS = 2
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class _Look:
    """A column seen through its first cells, as text."""

    key: str
    cells: tuple[str, ...]

    @property
    def length(self) -> float:
        return statistics.median(map(len, self.cells))

    @property
    def words(self) -> float:
        return statistics.median(len(cell.split()) for cell in self.cells)

    @property
    def variety(self) -> float:
        return len(set(self.cells)) / len(self.cells)


def by_content(
    rows: Sequence[Mapping[str, Any]], keys: Sequence[str], known: Mapping[str, tuple[str, ...]], named: bool
) -> dict[str, str]:
    """Field → column for text, title, url, outlet and published, where names say nothing of them."""
    taken = {key for columns in known.values() for key in columns}
    looks = [look for key in keys if key not in taken and (look := _look(rows, key))]
    found: dict[str, str] = {}

    def take(field: str, wanted: Sequence[_Look]) -> None:
        if wanted and field not in known:
            found[field] = wanted[0].key
            looks.remove(wanted[0])

    take("url", [look for look in looks if _share(look, is_address) >= 0.8])
    if "text" not in known and not (named and "summary" in known and "title" in known):
        long = [look for look in looks if look.length >= 60 and look.words >= 8 and _share(look, is_address) < 0.2]
        take("text", sorted(long, key=lambda look: -look.length))
    if "text" in found:
        same = {"\n".join(_cells(rows, found["text"]))}
        looks = [look for look in looks if "\n".join(look.cells) not in same]
    if "title" not in known and ("text" in found or not named):
        short = [look for look in looks if 8 <= look.length <= 300 and 2 <= look.words <= 40 and look.variety > 0.6]
        take("title", [look for look in short if _share(look, lambda cell: interval(cell) is not None) < 0.2])
    # The name of a column that means something else speaks against its holding the day or the outlet.
    looks = [look for look in looks if not named or _MEANINGLESS.fullmatch(look.key)]
    if looks:
        take("outlet", [look for look in looks if _share(look, lambda cell: outlet_of(cell) is not None) >= 0.8])
        dated = [look for look in looks if _share(look, _is_written_date) >= 0.8]
        addresses = found.get("url") or next(iter(known.get("url", ())), None)
        take("published", [look for look in dated if not _is_scrape_time(rows, look.key, addresses)])
    return found


def _cells(rows: Sequence[Mapping[str, Any]], key: str) -> tuple[str, ...]:
    return tuple(str(row[key]) for row in rows if not is_blank(row.get(key)))


def _look(rows: Sequence[Mapping[str, Any]], key: str) -> _Look | None:
    cells = _cells(rows, key)
    return _Look(key, tuple(cell[:5000] for cell in cells)) if len(cells) * 4 >= len(rows) and cells else None


def _share(look: _Look, test: Callable[[str], bool]) -> float:
    return sum(map(test, look.cells)) / len(look.cells)


def _is_written_date(cell: str) -> bool:
    """A date with marks between its parts: a bare number may be anything."""
    return len(cell) <= 60 and not cell.strip().replace(".", "").isdigit() and interval(cell) is not None


def _is_scrape_time(rows: Sequence[Mapping[str, Any]], key: str, address: str | None) -> bool:
    """Whether the addresses name other days, or all rows were written within hours: no newsroom works like that."""
    days: list[date] = []
    apart: list[bool] = []
    for row in rows:
        found = interval(row.get(key))
        if found is None:
            continue
        days.append(found[0])
        linked = from_url(str(row.get(address) or "")) if address else None
        if linked and linked.precision == "day" and linked.since:
            apart.append(abs((found[0] - linked.since).days) > _CLOSE_DAYS)
    if len(apart) >= _ENOUGH:
        return sum(apart) > len(apart) / 2
    clock = any(":" in str(row.get(key)) for row in rows)
    return clock and len(days) >= 2 * _ENOUGH and (max(days) - min(days)).days <= 1


def manner_of(
    rows: Sequence[Mapping[str, Any]], columns: Mapping[str, tuple[str, ...]], said: Mapping[str, Any]
) -> Manner:
    """How the date columns of these rows write dates: as the user says, their cells prove or the script has it."""
    keys = columns.get("published", ())
    wanted = said.get("date_order")
    order: Order = wanted if wanted in ("dmy", "mdy") else order_of(row.get(key) for row in rows for key in keys)
    if not order and any(_is_rtl(row, columns) for row in rows[:20]):
        order = "dmy"  # no country that writes from right to left puts the month first
    calendar: Calendar | None = said.get("calendar") if said.get("calendar") in ("jalali", "hijri") else None
    for name, signs in _CALENDAR_NAMES:
        if calendar is None and keys and any(sign in keys[0].lower() for sign in signs):
            calendar = name
    return Manner(order, calendar)


def _is_rtl(row: Mapping[str, Any], columns: Mapping[str, tuple[str, ...]]) -> bool:
    for field in ("title", "text"):
        for key in columns.get(field, ())[:1]:
            if value := str(row.get(key) or "")[:200]:
                return base_direction(value) == "rtl"
    return False
