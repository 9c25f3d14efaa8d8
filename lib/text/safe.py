"""Corpus text made harmless for what it is put into: HTML, the cells of a spreadsheet, Streamlit's Markdown."""

from __future__ import annotations

import html
import re

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_BROKEN = re.compile("[\x00\ud800-\udfff]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# What Streamlit still turns into links, arrows, dashes and its own logo after a backslash; U+2060 has no width.
_STUBBORN = re.compile(r"[-<>~](?=[-=>])|:(?=//|streamlit:)|www(?=\.)|@", re.IGNORECASE)


def escape(text: str) -> str:
    """`text` for HTML, between tags or in a quoted attribute; what HTML cannot hold becomes U+FFFD."""
    return html.escape(_BROKEN.sub("\ufffd", text))


def csv_cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula: text that begins like one gets an apostrophe before it."""
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value


def plain(text: str) -> str:
    """`text` on one line for a Streamlit label or caption, where it means what it says and nothing else."""
    line = " ".join(_BROKEN.sub("\ufffd", text).split())
    return _PUNCTUATION.sub(r"\\\1", _STUBBORN.sub("\\g<0>\u2060", line))


def xml_text(text: str) -> str:
    """`text` on one line without the control characters and half characters that XML cannot hold."""
    return " ".join(_NOT_XML.sub("\ufffd", text).split())
