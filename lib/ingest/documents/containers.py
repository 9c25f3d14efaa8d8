"""Which document a zip file is: DOCX, ODT and EPUB are told by what lies in them, whatever the name says."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from lib.i18n import sentence
from lib.ingest.documents import epub, office
from lib.ingest.encodings import NotText
from lib.ingest.formats import Records

_Read = Callable[[Path, str], Records]
_PRESENTATION = sentence("This is a presentation, not an article. Save its text as a page or a document to read it.")


def reader_of(path: Path) -> _Read | None:
    """What reads the document in a zip file; None for an archive of files."""
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            kind = package.read("mimetype")[:80].decode("latin-1").strip() if "mimetype" in names else ""
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError):
        return None
    if "opendocument.text" in kind:
        return office.read_odt
    if "epub" in kind or "META-INF/container.xml" in names:
        return epub.read
    if "[Content_Types].xml" in names and any(name.startswith("word/document") for name in names):
        return office.read_docx
    if "[Content_Types].xml" in names and any(name.startswith("ppt/") for name in names):
        raise NotText(_PRESENTATION)
    return None
