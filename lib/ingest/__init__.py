"""Files to articles: the only place that opens what users bring. It reports, and never raises, on bad data."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from lib.i18n import sentence
from lib.ingest import columns
from lib.ingest.corrections import Corrections
from lib.ingest.formats import read_file
from lib.ingest.report import Progress, Record, SetAside, SourceError
from lib.ingest.walk import Found, is_plain_file, reason, walk
from lib.model import Article, Problem

__all__ = ["Progress", "Record", "SetAside", "SourceError", "Survey", "Unique", "read", "read_one", "shown", "survey"]


def read(source: Path) -> Iterator[Record]:
    """Everything `source` (a file or a folder) holds, in corpus order; SourceError when there is nothing to read."""
    surveyed = survey(source)
    yield from surveyed.aside
    yield from surveyed.problems
    unique = Unique()
    for number, name in enumerate(surveyed.files, 1):
        for record in read_one(surveyed, name):
            yield dataclasses.replace(record, id=unique(record.id)) if isinstance(record, Article) else record
        yield from unique.report(shown(name))
        yield Progress(number, len(surveyed.files), shown(name))


@dataclasses.dataclass(frozen=True, slots=True)
class Survey:
    """What there is to read: files in corpus order, by their names below `base`, and what can be said without reading.

    Together with `read_one` and `Unique` it is `read` for callers that know some of the files already.
    """

    base: Path
    files: tuple[str, ...]
    aside: tuple[SetAside, ...]
    problems: tuple[Problem, ...]
    said: columns.Corrections
    by_user: Corrections = dataclasses.field(default_factory=Corrections)


def survey(source: Path, told: Path | None = None) -> Survey:
    """Looks through a source without opening its files; SourceError when there is nothing to read.

    `told`: where the user's word on columns is kept, unless beside the source.
    """
    base, found = _found(Path(source))
    said, wrong = columns.corrections(told or base / columns.FILE)
    return Survey(base, tuple(found.files), tuple(found.aside), (*found.problems, *wrong), said)


def read_one(surveyed: Survey, name: str, says: columns.Says | None = None) -> Iterator[Article | Problem]:
    """One file of a survey; ids are the file's own and may be those of other files too."""
    return columns.within(says or surveyed.said, read_file(surveyed.base / name, shown(name)))


def shown(name: str) -> str:
    """The name of a file as it can be stored and displayed: bytes that are no UTF-8 are U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _found(source: Path) -> tuple[Path, Found]:
    """The folder that names are relative to, and the files in it."""
    try:
        if source.is_dir():
            found = walk(source)
            if not found.files and not found.problems:
                if not found.aside:
                    what = sentence("There is no file to read in {source}. Put articles there.", source=source)
                    raise SourceError(what)
                raise SourceError(sentence(
                    "There is no file to read in {source}, only {n} set aside (notes, links or hidden files). "
                    "Put articles there.", source=source, n=len(found.aside),
                ))  # fmt: skip
            if not found.files and found.problems[0].source == ".":
                raise SourceError(sentence("{source}: {why}", source=source, why=found.problems[0].what))
            return source, found
        if not source.exists():
            raise SourceError(sentence("There is no file or folder at {source}. Check the path.", source=source))
        if not is_plain_file(source):
            raise SourceError(sentence("{source} is a device or a pipe, not a file or folder.", source=source))
    except OSError as error:
        raise SourceError(
            sentence("{source} cannot be opened: {why}.", source=source, why=reason(error))
        ) from None
    except ValueError:
        raise SourceError(sentence("This path holds a zero byte; no file can have such a name.")) from None
    return source.parent, Found(files=[source.name])


class Unique:
    """Makes ids that no article had before: one that was used gets a number after it."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}  # id → the number last put after it
        self._again = 0

    def __call__(self, own: str) -> str:
        """The id that stands for an article's own."""
        name, number = own, self._used.get(own, 1)
        while name in self._used:
            number += 1
            name = f"{own}#{number}"
        if name != own:
            self._used[own] = number
            self._again += 1
        self._used[name] = 1
        return name

    def report(self, source: str) -> Iterator[Problem]:
        """One note for a file in which ids were used again."""
        if self._again:
            what = sentence("{n} article has an id that was used before; “#2” or a higher number was put after it.",
                            "{n} articles have an id that was used before; “#2” or a higher number was put after it.",
                            n=self._again)  # fmt: skip
            yield Problem(source, "ids", what, True)
        self._again = 0
