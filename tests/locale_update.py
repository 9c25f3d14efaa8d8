"""Brings the catalogues in line with the sources: `python -m tests.locale_update`.

Translations stay, new messages come in empty and in their place, those that no source has any more go.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from lib.i18n import LANGUAGES
from tests.test_locale import FOLDER, messages


def updated(content: bytes, wanted: Mapping[str, str | None]) -> bytes:
    """A catalogue file with exactly the messages of `wanted` (message, its plural), in that order; its header stays."""
    old = read_po(io.BytesIO(content), ignore_obsolete=True)
    new = Catalog(charset="utf-8")
    new.mime_headers = [each for each in old.mime_headers if each[0] == "Plural-Forms"]
    for message, plural in wanted.items():
        known = old.get(message)
        kept = known.string if known and isinstance(known.string, tuple) == (plural is not None) else None
        new.add((message, plural) if plural else message, kept)
    body = io.BytesIO()
    write_po(body, new, width=0, no_location=True, omit_header=True)
    header = content.partition(b"\n\n")[0]
    return header + b"\n\n" + body.getvalue().rstrip() + b"\n"


def empty(content: bytes) -> list[str]:
    """Messages of a catalogue file that have no translation yet."""
    return [str(each.id) for each in read_po(io.BytesIO(content)) if each.id and not all(_forms(each.string))]


def _forms(string: str | Iterable[str]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


def main(folder: Path = FOLDER) -> None:
    """Rewrites every catalogue and says what is left to translate."""
    wanted = messages()
    for language in LANGUAGES[1:]:
        path = folder / f"{language}.po"
        path.write_bytes(updated(path.read_bytes(), wanted))
        print(f"{language}: {len(wanted)} messages, to translate: {empty(path.read_bytes())}")


if __name__ == "__main__":
    main()
