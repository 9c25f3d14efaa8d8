"""Bounds on what one file may cost: a damaged or malicious document must end in a sentence, not in a hung program.

Parsers written in Python can walk in circles on damaged input and know no time limit, so a watch is set on them.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lib.i18n import sentence
from lib.ingest.encodings import NotText
from lib.ingest.formats import Records

_Read = Callable[[Path, str], Records]
MARKUP = 24 * 2**20
DOCUMENT = 256 * 2**20
UNPACKED = 64 * 2**20
SECONDS = 90.0


class _TimeIsUp(BaseException):
    """Thrown into the thread that works; no Exception, as parsers swallow those."""


@contextmanager
def deadline(seconds: float = SECONDS) -> Iterator[None]:
    """Ends the work inside after `seconds` with NotText; nothing may be yielded from within."""
    thread = ctypes.c_ulong(threading.get_ident())
    lock = threading.Lock()
    state = {"over": False, "struck": False}

    def strike() -> None:
        with lock:
            if not state["over"]:
                state["struck"] = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(_TimeIsUp))

    timer = threading.Timer(seconds, strike)
    timer.daemon = True
    timer.start()
    try:
        yield
    except _TimeIsUp:
        pass
    finally:
        with lock:
            state["over"] = True
            # It may have been thrown and not have arrived yet.
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, None)
        timer.cancel()
    if state["struck"]:
        raise NotText(sentence(
            "Reading this file took more than {n} seconds and was given up. Cut it into parts.", n=round(seconds)
        ))  # fmt: skip


def guarded(read: _Read) -> _Read:
    """A reader that ends with NotText whatever a parser throws: damage has no end of ways to surprise one."""

    def reading(path: Path, name: str) -> Records:
        try:
            yield from read(path, name)
        except (NotText, OSError):
            raise
        except Exception as error:
            said = f"{type(error).__name__}: {str(error)[:80]}".rstrip(": ")
            raise NotText(
                sentence("This file is damaged or written in a way that is not understood ({why}).", why=said)
            ) from None

    return reading


def contents(path: Path, largest: int) -> bytes:
    """The bytes of a file that must be read whole; NotText when it is larger than `largest` bytes."""
    size = path.stat().st_size
    if size > largest:
        raise NotText(
            sentence("This file is larger than {mb} MB, more than a document holds. Cut it.", mb=largest // 2**20)
        )
    return path.read_bytes()
