"""The two ends of the line of readers: what is never opened, and the page of text as which anything else is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lib.i18n import sentence
from lib.ingest.formats import Head, Reader
from lib.ingest.pubdate import dated
from lib.ingest.textpage import read_page
from lib.model import Article, Problem

LARGEST = 256 * 2**20
PICKLES = frozenset({".pkl", ".pickle", ".joblib", ".pck"})
# Files that lie among saved pages, and documents of programs that keep their formats to themselves. They are text or
# not as chance will have it, and never an article.
_OTHER_NAMES = """
    .css .js .mjs .ts .jsx .tsx .map .py .pyc .ipynb .sh .bat .c .h .cpp .java .go .rs .rb .php .sql .r .ini .cfg
    .conf .toml .yaml .yml .lock .svg .png .jpg .jpeg .gif .webp .ico .bmp .tif .tiff .avif .mp3 .mp4 .m4a .wav .ogg
    .webm .avi .mov .mkv .woff .woff2 .ttf .otf .eot .exe .dll .so .bin .iso .dmg .msi .apk .jar .class .psd .ai
    .eps .doc .ppt .pptx .odp .pages .numbers .key .mdb .accdb .sav .dta .rdata .rds .npy .npz .h5 .hdf5 .swf
    .torrent .log
"""
OTHER = frozenset(_OTHER_NAMES.split())
_PICKLE = re.compile(rb"\x80[\x02-\x05](?:\x95.{8})?[\x00-\xff]", re.DOTALL)


def _is_pickle(head: Head) -> bool:
    """Pickles begin with their protocol, and the short ones end with a full stop in the first 64 kB."""
    if head.suffix in PICKLES:
        return True
    if not _PICKLE.match(head.data):
        return False
    return head.data[2:3] == b"\x95" or head.size > len(head.data) or head.data.endswith(b".")


def _refuse(_path: Path, name: str) -> Iterator[Article | Problem]:
    what = sentence(
        "This is a Python pickle, whatever its name says. A pickle can run any program when it is "
        "opened, so it is never opened here. Save the data as CSV, JSON Lines or Parquet."
    )
    yield Problem(name, "file", what, False)


def _is_text(head: Head) -> bool:
    return head.suffix not in OTHER


def _read(path: Path, name: str) -> Iterator[Article | Problem]:
    size = path.stat().st_size
    if size > LARGEST:
        what = sentence(
            "This page is larger than {mb} MB. Cut it into several, or make it JSON Lines.", mb=LARGEST // 2**20
        )
        yield Problem(name, "file", what, False)
        return
    yield from dated(list(read_page(path.read_bytes(), name)), name)


PICKLE = Reader("pickle", _is_pickle, _refuse)
PAGE = Reader("text page", _is_text, _read)
