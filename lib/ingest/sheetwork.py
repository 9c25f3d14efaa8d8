"""Opens a workbook and writes the rows of its sheets to standard output: a program of its own, started by sheets.py.

What is broken in a workbook (two cells, said to be a million columns apart) can end the library that opens it, or fill
the memory, and no exception is raised then. So it is opened where that costs only this process. Nothing of ours is
imported here, so that it starts at once.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

MEMORY = 900 * 2**20  # bytes that it may ask for
_CHUNK = 200


def answers(path: str) -> Iterator[Any]:
    """What is in a workbook: why it cannot be opened, or the titles of its sheets. Then for each sheet: the number of
    its first row, lists of rows, and at the end "", or why it cannot be read."""
    import python_calamine

    try:
        book = python_calamine.load_workbook(path)
        titles = [sheet.name for sheet in book.sheets_metadata]
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        yield _said(error)
        return
    yield titles
    for title in titles:
        try:
            sheet = book.get_sheet_by_name(title)
            yield (sheet.start or (0, 0))[0] + 1
            rows = sheet.iter_rows()
            while some := list(islice(rows, _CHUNK)):
                yield some
            yield ""
        except (python_calamine.CalamineError, ValueError) as error:
            yield _said(error)


def _said(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0][:120]


def main(path: str) -> None:
    """Writes the answers, pickled one after the other."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # not every system knows such bounds
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # What a library prints must not get between the answers.
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        for answer in answers(path):
            pickle.dump(answer, out)
            out.flush()  # what was read stands, whatever comes after it


if __name__ == "__main__":
    main(sys.argv[1])
