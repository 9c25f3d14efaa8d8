"""Writes what the user says of a table's columns into `rawi.toml`: one section is put in, changed or taken out, and
every other line of the file stays as its writer left it.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lib.i18n import sentence

Said = Mapping[str, str | Sequence[str]]
_REMARKS = re.compile(r"(?:\n[ \t]*(?:#[^\n]*)?)+\Z")
_HEADER = re.compile(r"^[ \t]*\[+[^\n]*$", re.M)


class ColumnsError(Exception):
    """The file cannot be changed; the message is a sentence with the reason."""


def write(path: Path, name: str, said: Said) -> None:
    """Says this, and nothing else, of the columns of the file of this name; with nothing to say its section goes.

    Raises ColumnsError where the file cannot be written, or is not understood.
    """
    try:
        before = path.read_text("utf-8") if path.exists() else ""
        after = changed(before, name, said)
        if after == before:
            return
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, new = tempfile.mkstemp(prefix=".rawi-", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(after)
            Path(new).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            Path(new).replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                Path(new).unlink()
            raise
    except OSError as error:
        raise ColumnsError(sentence("{file} cannot be written ({why}).", file=path.name, why=error.strerror)) from error
    except ValueError as error:
        raise ColumnsError(sentence("{file} cannot be understood ({why}).", file=path.name, why=error)) from error


def changed(text: str, name: str, said: Said) -> str:
    """The text of a `rawi.toml` with this said of the file of this name. ValueError where that cannot be done."""
    wanted: dict[str, Any] = dict(tomllib.loads(text))
    columns = wanted.get("columns", {})
    if not isinstance(columns, dict):
        raise ValueError("`columns` is no table")
    columns = {key: value for key, value in columns.items() if key != name}
    if said:
        columns[name] = {field: [*value] if not isinstance(value, str) else value for field, value in said.items()}
    wanted = {**wanted, "columns": columns}
    if not columns:
        del wanted["columns"]
    written = _without(text, name)
    if said:
        lines = [f"{field} = {_value(value)}\n" for field, value in said.items()]
        start = written.rstrip("\n") + "\n\n" if written.strip() else ""
        written = start + f"[columns.{_string(name)}]\n" + "".join(lines)
    found = tomllib.loads(written)
    if not found.get("columns"):
        found.pop("columns", None)
    if found != wanted:
        raise ValueError("this file is said something of in another way; change it by hand")
    return written


def _without(text: str, name: str) -> str:
    """The text without the section of this name."""
    headers = list(_HEADER.finditer(text))
    for at, header in enumerate(headers):
        if _named(header.group()) == name:
            end = headers[at + 1].start() if at + 1 < len(headers) else len(text)
            # What stands above the next section, blank lines and remarks, is about that one.
            above = _REMARKS.search(text[:end], header.end())
            return text[: header.start()] + text[above.start() + 1 if above else end :]
    return text


def _named(header: str) -> str | None:
    """The file that the header of a section is about; None where it is about something else."""
    try:
        read = tomllib.loads(header)
    except tomllib.TOMLDecodeError:
        return None
    inner = read.get("columns")
    if len(read) != 1 or not isinstance(inner, dict) or len(inner) != 1:
        return None
    name, value = next(iter(inner.items()))
    return name if value == {} else None


def _value(value: str | Sequence[str]) -> str:
    return _string(value) if isinstance(value, str) else f"[{', '.join(map(_string, value))}]"


def _string(text: str) -> str:
    """A string as TOML writes it, which is as JSON does but for one control character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
