"""Files to articles: the only place that opens what users bring. It reports, and never raises, on bad data."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from lib.ingest import columns
from lib.ingest.formats import read_file
from lib.ingest.report import Progress, Record, SetAside, SourceError
from lib.ingest.walk import Found, is_plain_file, reason, walk
from lib.model import Article, Problem

__all__ = ["Progress", "Record", "SetAside", "SourceError", "read"]


def read(source: Path) -> Iterator[Record]:
    """Everything `source` (a file or a folder) holds, in corpus order; SourceError when there is nothing to read."""
    source = Path(source)
    base, found = _survey(source)
    yield from found.aside
    yield from found.problems
    said, wrong = columns.corrections(base)
    yield from wrong
    unique = _Ids()
    for number, name in enumerate(found.files, 1):
        shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        for record in columns.within(said, read_file(base / name, shown)):
            yield unique(record) if isinstance(record, Article) else record
        yield from unique.report(shown)
        yield Progress(number, len(found.files), shown)


def _survey(source: Path) -> tuple[Path, Found]:
    """The folder that names are relative to, and the files in it."""
    try:
        if source.is_dir():
            found = walk(source)
            if not found.files and not found.problems:
                left = f", only {len(found.aside)} set aside (notes, links or hidden files)" if found.aside else ""
                raise SourceError(f"There is no file to read in {source}{left}. Put text pages or JSON Lines there.")
            if not found.files and found.problems[0].source == ".":
                raise SourceError(f"{source}: {found.problems[0].what}")
            return source, found
        if not source.exists():
            raise SourceError(f"There is no file or folder at {source}. Check the path.")
        if not is_plain_file(source):
            raise SourceError(f"{source} is a device or a pipe, not a file or folder.")
    except OSError as error:
        raise SourceError(f"{source} cannot be opened: {reason(error)}.") from None
    except ValueError:
        raise SourceError("This path holds a zero byte; no file can have such a name.") from None
    return source.parent, Found(files=[source.name])


class _Ids:
    """Gives every article an id of its own; one that was used before gets a number after it."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._again = 0

    def __call__(self, read: Article) -> Article:
        name, number = read.id, 1
        while name in self._used:
            number += 1
            name = f"{read.id}#{number}"
        self._used.add(name)
        if number == 1:
            return read
        self._again += 1
        return dataclasses.replace(read, id=name)

    def report(self, source: str) -> Iterator[Problem]:
        """One note for a file in which ids were used again."""
        if self._again:
            what = f"{self._again} articles have an id that was used before; “#2” or a higher number was put after it."
            yield Problem(source, "ids", what, True)
        self._again = 0
