"""Python's garbage collector, held back while things are made that stay.

It looks through all objects again and again as their number grows. While lists and models are loaded, nothing can be
freed, and the looking is a third to a half of the time (measured on the actor list: 1.65 s with it, 0.98 s without).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Collects nothing inside. Objects without cycles are freed as ever."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
