"""What reading tells besides articles: how far it is, what it left alone and why, and that there is nothing to read."""

from __future__ import annotations

from dataclasses import dataclass

from lib.model import Article, Problem


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` files are read; `name` is the last one, relative to the corpus."""

    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file or folder that is no part of the corpus and was not opened, and why."""

    source: str
    why: str


class SourceError(Exception):
    """The source as a whole cannot be read; the message is one sentence with the path and the reason."""


Record = Article | Problem | Progress | SetAside
