"""Parts of documents that are zip files inside (DOCX, ODT, EPUB), read within bounds and never written anywhere."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lib.i18n import sentence
from lib.ingest.documents.bounds import UNPACKED
from lib.ingest.encodings import NotText

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OverflowError, KeyError)


@contextmanager
def opened(path: Path, kind: str) -> Iterator[zipfile.ZipFile]:
    """The zip file inside a document; NotText, naming the `kind`, when it is damaged or locked."""
    try:
        with zipfile.ZipFile(path) as package:
            yield package
    except NotText:
        raise
    except RuntimeError as error:
        if "encrypted" in str(error):
            raise NotText(
                sentence("This {kind} is locked with a password. Save it without one to read it.", kind=kind)
            ) from None
        raise NotText(
            sentence("This {kind} is packed in a way that is not known here. Save it again.", kind=kind)
        ) from None
    except _DAMAGE:
        raise NotText(sentence("This {kind} is damaged or was cut off. Fetch or save it again.", kind=kind)) from None


def part(package: zipfile.ZipFile, name: str) -> bytes:
    """One part unpacked; KeyError when there is none, NotText above 64 MB."""
    with package.open(name) as file:
        data = file.read(UNPACKED + 1)
    if len(data) > UNPACKED:
        raise NotText(
            sentence("A part of this file swells to more than {mb} MB; it was refused as a trap.", mb=UNPACKED // 2**20)
        )
    return data
