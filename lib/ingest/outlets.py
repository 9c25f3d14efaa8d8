"""Whose house the address of an article is: known outlets by their proper names, others by their host."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

_TABLE = Path(__file__).parent.parent / "data" / "outlets.csv"
_ADDRESS = re.compile(r"(?:https?:)?//[^\s/]+\.[^\s/]+\S*$|www\.[^\s/]+\.\S+$", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9\u0600-\u06ff-]{1,63}\.)+[a-z\u0600-\u06ff]{2,18}$", re.IGNORECASE)
_ALONE = 2  # labels of a host that is looked up as a whole: bbc.com, not com


@dataclass(frozen=True, slots=True)
class Outlet:
    """A known outlet: the language it is known by, and its names."""

    language: str
    names: Mapping[str, str]

    @property
    def name(self) -> str:
        """Its name in its own language."""
        return self.names.get(self.language) or next(iter(self.names.values()))


@cache
def outlets() -> dict[str, Outlet]:
    """Host, or host and first part of the path ("bbc.com/persian") → outlet, from lib/data/outlets.csv."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [{code: row[code] for code in ("en", "fa", "ar") if row[code]} for row in rows]
    return {row["host"]: Outlet(row["language"], known) for row, known in zip(rows, names, strict=True)}


def is_address(text: str) -> bool:
    """Whether the text is one web address and nothing else."""
    return bool(_ADDRESS.match(text.strip()))


def host_of(address: str) -> str | None:
    """The host of an address or a bare host name, in lower case without "www."; None where there is none."""
    text = address.strip()
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
    except ValueError:
        return None
    host = re.sub(r"^(?:www\d?|m|amp|mobile|rss|feeds?)\.(?=.+\.)", "", host)
    return host if _HOST.match(host) else None


def outlet_of(address: str) -> str | None:
    """The name of the outlet at an address or host, in its own language; None where we know none."""
    found = _known(address)
    return found.name if found else None


def _known(address: str) -> Outlet | None:
    host = host_of(address)
    if host is None:
        return None
    text = address.strip()
    path = urlsplit(text if "//" in text else f"//{text}").path.strip("/").split("/")[0].lower()
    labels = host.split(".")
    for first in range(len(labels) - _ALONE + 1):
        name = ".".join(labels[first:])
        if found := outlets().get(f"{name}/{path}") or outlets().get(name):
            return found
    return None
