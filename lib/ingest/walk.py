"""Which files a corpus is made of: one order on every machine, and no way out of the folder through a link."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

from lib.i18n import N_, sentence
from lib.ingest.report import SetAside
from lib.model import Problem

_NOTES = re.compile(r"(?:readme|licen[cs]e|copying)(?:[._ -].*)?$|rawi-", re.IGNORECASE)
_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "__macosx", "rawi.toml"})


@dataclass
class Found:
    """Files to read in corpus order (relative paths), those set aside, and those that cannot be reached."""

    files: list[str] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def set_aside_reason(name: str) -> str | None:
    """Why a file or folder of this name is no part of a corpus, None when it is."""
    if name.startswith("."):
        return N_("hidden")
    if name.lower() in _SYSTEM or name.startswith("~$"):
        return N_("written by the system, not by a newsroom") if name.lower() != "rawi.toml" else N_("Rawi's own file")
    match = _NOTES.match(name)
    if match is None:
        return None
    return N_("Rawi's own file") if match.group().lower() == "rawi-" else N_("a note about the folder, not an article")


def walk(folder: Path) -> Found:
    """Every plain file under `folder`, sorted by path; links are set aside, never followed."""
    found = Found()
    pending = [""]
    while pending:
        inner = pending.pop()
        try:
            with os.scandir(folder / inner) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            what = sentence("This folder cannot be opened: {why}.", why=reason(error))
            found.problems.append(Problem(inner or ".", "folder", what, False))
            continue
        for entry in listed:
            name = inner + entry.name
            if _enter(entry, name, found):
                pending.append(name + "/")
    found.files.sort(key=lambda name: name.split("/"))
    found.aside.sort(key=lambda record: record.source)
    return found


def _enter(entry: os.DirEntry[str], name: str, found: Found) -> bool:
    """Files `entry` under what it is; True for a folder to look into."""
    if why := set_aside_reason(entry.name):
        found.aside.append(SetAside(_printable(name), why))
    elif entry.is_symlink():
        found.aside.append(SetAside(_printable(name), N_("a link: only what lies in the folder itself is read")))
    elif entry.is_dir(follow_symlinks=False):
        return True
    elif entry.is_file(follow_symlinks=False):
        found.files.append(name)
    else:
        what = sentence("This is a device or a pipe, not a file, and was not opened.")
        found.problems.append(Problem(_printable(name), "file", what, False))
    return False


def reason(error: OSError) -> str:
    """Why the system refused, in plain words."""
    if isinstance(error, PermissionError):
        return sentence("it may not be read by this user (change its permissions, then read the folder again)")
    if isinstance(error, FileNotFoundError):
        return sentence("it is no longer there")
    return (error.strerror or type(error).__name__).lower()


def is_plain_file(path: Path) -> bool:
    """Whether `path` is a file of bytes, and no folder, device or pipe that could be read for ever."""
    return stat.S_ISREG(path.stat().st_mode)


def _printable(name: str) -> str:
    """A name with bytes that are no UTF-8 shown as U+FFFD, so that it can be stored and displayed."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
