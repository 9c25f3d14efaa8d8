"""What a picture says of itself, in words inside the PNG file: they stay when somebody crops the caption away."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from lib.figures.caption import Caption
from lib.text.bidi import strip

_SIGNATURE = 8
_HEAD = 25  # bytes of the first chunk, IHDR


def facts(caption: Caption) -> dict[str, str]:
    """The words of a caption by the keywords that the PNG standard names; nothing about the machine or its user."""
    said = " ".join(filter(None, (caption.filters, caption.counts)))
    found = {"Title": caption.title, "Description": said, "Source": caption.source, "Software": "Rawi"}
    return {name: " ".join(strip(text).split()) for name, text in found.items() if text}


def told(png: bytes, words: Mapping[str, str], language: str) -> bytes:
    """The PNG with `words` as international text (iTXt) right after its head."""
    at = _SIGNATURE + _HEAD
    return png[:at] + b"".join(_chunk(name, text, language) for name, text in words.items()) + png[at:]


def _chunk(name: str, text: str, language: str) -> bytes:
    body = b"\0".join([name.encode("latin-1"), b"\0", language.encode("ascii"), b"", text.encode("utf-8", "replace")])
    kind = b"iTXt" + body
    return struct.pack(">I", len(body)) + kind + struct.pack(">I", zlib.crc32(kind))
