"""A trained tagger as one file: an archive of numbers and words, nothing that could run.

For every language a conditional random field as CRFsuite writes it, and the words whose clusters it knows.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from lib.enrich.tagging.features import Lore

FORMAT = 2
_MADE = (2020, 1, 1, 0, 0, 0)
_MAGIC = b"lCRF"


class ModelError(ValueError):
    """A file of a tagger that is missing, damaged or of another version, in a sentence for the user."""


@dataclass(frozen=True)
class Model:
    """What is known of one language: its words, where names stand (bytes for CRFsuite), and the features that tell."""

    lore: Lore
    field: bytes
    telling: frozenset[str]


Models = Mapping[str, Model]


def save(models: Models, path: Path) -> None:
    """Write a tagger; the same one gives the same bytes."""
    partial = path.with_name(path.name + ".partial")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        parts = sorted(frozenset[str]().union(*(model.lore.name_parts for model in models.values())))
        _write(archive, "format.json", json.dumps({"format": FORMAT, "languages": sorted(models)}).encode())
        _write(archive, "name_parts.txt", "\n".join(parts).encode())
        for language, model in sorted(models.items()):
            rows = (f"{word}\t{fine}\t{coarse}" for word, (fine, coarse) in model.lore.clusters.items())
            _write(archive, f"{language}.words.tsv", "\n".join(rows).encode())
            pieces = (f"{piece}\t{odds}" for piece, odds in model.lore.odds.items())
            _write(archive, f"{language}.odds.tsv", "\n".join(pieces).encode())
            _write(archive, f"{language}.crfsuite", model.field)
            _write(archive, f"{language}.telling.txt", "\n".join(sorted(model.telling)).encode())
    partial.replace(path)


def _write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _MADE), content, zipfile.ZIP_DEFLATED, 9)


def load(path: Path) -> dict[str, Model]:
    """Read a tagger. Raises ModelError with a clear sentence."""
    try:
        with zipfile.ZipFile(path) as archive:
            told = json.loads(archive.read("format.json"))
            if told["format"] != FORMAT:
                raise ModelError(f"The name tagger {path.name} is of another version; train it anew.")
            parts = frozenset(archive.read("name_parts.txt").decode().split("\n"))
            return {language: _model(archive, language, parts) for language in told["languages"]}
    except FileNotFoundError as error:
        raise ModelError(f"The name tagger {path.name} is missing.") from error
    except ModelError:
        raise
    except Exception as error:  # damaged archives fail in many ways: zlib, struct, unicode, recursion
        raise ModelError(f"The name tagger {path.name} is damaged.") from error


def _model(archive: zipfile.ZipFile, language: str, parts: frozenset[str]) -> Model:
    clusters: dict[str, tuple[int, int]] = {}
    with archive.open(f"{language}.words.tsv") as file:
        for word, fine, coarse in _rows(file):
            clusters[word] = (int(fine), int(coarse))
    with archive.open(f"{language}.odds.tsv") as file:
        odds = {piece: int(value) for piece, value in _rows(file)}
    field = archive.read(f"{language}.crfsuite")
    if field[:4] != _MAGIC or int.from_bytes(field[4:8], "little") != len(field):
        raise ValueError(language)
    telling = frozenset(archive.read(f"{language}.telling.txt").decode().split("\n"))
    return Model(Lore(clusters, parts, odds=odds), field, telling)


def _rows(file: IO[bytes]) -> list[list[str]]:
    return [line.decode().rstrip("\n").split("\t") for line in file]
