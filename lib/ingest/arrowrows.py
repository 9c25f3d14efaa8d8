"""Parquet, Arrow and Feather files: batches of rows, read one after another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lib.i18n import sentence
from lib.ingest.formats import Head
from lib.ingest.rows import Row, Rows, flatten, reader
from lib.model import Problem

BATCH = 256
_PARQUET = b"PAR1"
_FILE = b"ARROW1"
_FEATHER = b"FEA1"
_STREAM = b"\xff\xff\xff\xff"


def rows(path: Path, name: str) -> Rows:
    """The rows of a file; a damaged one gives those before the damage and a problem."""
    import pyarrow as pa

    number = 0
    try:
        for batch in _batches(path):
            batch.validate(full=True)  # damaged offsets would have memory read that belongs to others
            for start in range(0, batch.num_rows, BATCH):
                for cells in batch.slice(start, BATCH).to_pylist():
                    number += 1
                    yield Row(f"row {number}", number, flatten(cells))
    except (pa.ArrowException, OSError, ValueError) as error:
        why = str(error).splitlines()[0][:120]
        what = sentence("From here on this file cannot be read ({why}). Write it again.", why=why)
        yield Problem(name, f"row {number + 1}", what, False)


def _batches(path: Path) -> Iterator[Any]:
    import pyarrow as pa
    import pyarrow.feather
    import pyarrow.parquet

    with path.open("rb") as file:
        magic = file.read(6)
    if magic.startswith(_PARQUET):
        with pyarrow.parquet.ParquetFile(path) as parquet:
            yield from parquet.iter_batches(batch_size=BATCH)
    elif magic.startswith(_FEATHER):
        yield from pyarrow.feather.read_table(path, memory_map=True).to_batches(BATCH)
    else:
        with pa.memory_map(str(path)) as source:
            if magic.startswith(_FILE):
                reader_ = pa.ipc.open_file(source)
                for position in range(reader_.num_record_batches):
                    yield reader_.get_batch(position)
            else:
                yield from pa.ipc.open_stream(source)


def _claims(head: Head) -> bool:
    if head.data.startswith((_PARQUET, _FILE, _FEATHER)):
        return True
    return head.data.startswith(_STREAM) and head.suffix in (".arrow", ".arrows", ".ipc", ".feather")


READERS = (reader("Parquet and Arrow", _claims, rows),)
