"""How far the reading of a corpus is: what a progress bar and a terminal need to say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


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
    def share(self) -> float:
        """Between 0 and 1."""
        return min(1.0, self.done / self.total) if self.total else 0.0
