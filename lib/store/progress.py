"""How far the reading of a corpus is: what a progress bar and a terminal need to say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_FIRST = 3.0


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` files, `articles` read so far in `seconds`; `name` is the file read last."""

    done: int
    total: int
    articles: int
    seconds: float
    name: str = ""
    stage: Literal["reading", "finishing"] = "reading"

    @property
    def rate(self) -> float:
        """Articles a second; 0 before the first one."""
        return self.articles / self.seconds if self.seconds > 0 else 0.0

    @property
    def left(self) -> float | None:
        """Seconds until the last file is read, if it goes on like this; None while that would be a guess."""
        if self.stage != "reading" or self.seconds < _FIRST or not self.done:
            return None
        return self.seconds * (self.total - self.done) / self.done

    @property
    def share(self) -> float:
        """Between 0 and 1."""
        return min(1.0, self.done / self.total) if self.total else 0.0
