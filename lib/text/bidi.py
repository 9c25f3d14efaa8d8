"""The display module: the one place that adds bidi controls and `dir`, always as the last step before the screen.

Streamlit, Plotly and the grid lay every string out from left to right. What is stored stays free of controls, so that
search, sorting and downloads see the source's own characters; what is shown passes through here last of all.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable

from lib.text.languages import Direction, base_direction, direction, primary
from lib.text.safe import escape

ALM, LRM, RLM = "\u061c", "\u200e", "\u200f"
LRI, RLI, PDI = "\u2066", "\u2067", "\u2069"
ISOLATES = "\u2066\u2067\u2068"
EMBEDDINGS = "\u202a\u202b"
OVERRIDES = "\u202d\u202e"
PDF = "\u202c"
PAIRED = ISOLATES + EMBEDDINGS + OVERRIDES + PDI + PDF
CONTROLS = ALM + LRM + RLM + PAIRED
_JOINER = "\u034f"
_CONTROL = re.compile(f"[{CONTROLS}]")
_PAIRED = re.compile(f"[{PAIRED}]")
_BREAK = re.compile(r"(<br\s*/?>|\r\n|[\n\r\x1c-\x1e\x85\u2029])", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]*>|%\{[^{}]*\}|&#?\w+;")


def plain_text() -> bool:
    """Whether this module is switched off (`RAWI_PLAIN_TEXT=1`) to show what it is good for; never in normal use."""
    return os.environ.get("RAWI_PLAIN_TEXT") == "1"


def strip(text: str) -> str:
    """`text` without any bidi control."""
    return _CONTROL.sub("", text)


def isolate(text: str, language: str | None = None) -> str:
    """A corpus string for the middle of one of our plain-text sentences, which it then cannot disturb."""
    return _by_line(text, lambda line: _wrap(line, _base(line, language)))


def line(text: str, language: str | None = None) -> str:
    """A corpus string as a line of its own in a widget, which looks for a letter outside every isolate."""
    return _by_line(text, lambda one: _marked(_wrap(one, _base(one, language)), _base(one, language)))


def said(text: str, language: str) -> str:
    """One of our own lines in such a widget, in the interface's direction whatever it quotes."""
    return text if plain_text() or not text.strip() else _marked(text, direction(language))


def label(text: str, language: str | None = None) -> str:
    """A label, title or hover line for Plotly and other surfaces that always start from the left."""
    return _by_line(text, lambda line: _wrap(line, "rtl") if _base(line, language) == "rtl" else line)


def cell(text: str, language: str | None = None) -> str:
    """A cell of the grid, which looks at the first letter only; unseen ones that it knows are ALM, of the right, and
    the grapheme joiner, of the left."""
    if plain_text():
        return text
    text = _balanced(text.removeprefix(ALM + RLM).removeprefix(_JOINER))
    if text.strip() and _base(text, language) == "rtl":
        return ALM + RLM + text
    return _JOINER + text if _begins_right(text) else text


def column(text: str, language: str | None = None) -> str:
    """The title of a grid column."""
    return label(text, language)


def block(text: str, language: str | None, tag: str = "p", css: str = "") -> str:
    """A block of escaped HTML with the direction and language of `text`; `css` are class names."""
    attributes = "" if plain_text() else f' dir="{_base(text, language)}"'
    if primary(language) != "und":
        attributes += f' lang="{escape(language or "")}"'
    if css:
        attributes += f' class="{escape(css)}"'
    return f"<{tag}{attributes}>{escape(_by_line(text, str))}</{tag}>"


def number_html(text: str) -> str:
    """A date, number, address or id that we write ourselves, kept from being turned round by its neighbours."""
    return escape(text) if plain_text() else f'<bdi dir="ltr">{escape(text)}</bdi>'


def _begins_right(text: str) -> bool:
    """Whether the first letter is one of the right."""
    kinds = map(unicodedata.bidirectional, text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def _by_line(text: str, show: Callable[[str], str]) -> str:
    """Each line by itself: a line break ends every isolate, and Plotly starts a new element at `<br>`."""
    if plain_text():
        return text
    pieces = _BREAK.split(text)
    pieces[::2] = [show(line) if line.strip() else line for line in map(_bare, pieces[::2])]
    return "".join(pieces)


def _wrap(line: str, base: Direction) -> str:
    # Without the RLM, Chromium tears apart a native number that stands first in SVG text.
    return (RLI + RLM if base == "rtl" else LRI) + line + PDI


def _marked(line: str, base: Direction) -> str:
    return (RLM if base == "rtl" else LRM) + line


def _bare(line: str) -> str:
    """`line` with balanced controls and without a wrapping of ours."""
    line = _balanced(line)
    while line.startswith((RLI + RLM, LRI)) and _partners(line).get(0) == len(line) - 1:
        line = line[2 if line[0] == RLI else 1 : -1]
    return line


def _base(text: str, language: str | None) -> Direction:
    """Base direction of `text` as the reader sees it: tags and placeholders do not count, nor what stands isolated."""
    text = _MARKUP.sub("", text)
    outside = text
    if _PAIRED.search(text):
        inside: set[int] = set()
        for start, end in _partners(text).items():
            if text[start] in ISOLATES:
                inside.update(range(start, end + 1))
        outside = "".join(character for at, character in enumerate(text) if at not in inside)
    if not any(map(str.isalpha, outside)) and primary(language) == "und":
        outside = text
    return base_direction(strip(outside), language)


def _balanced(text: str) -> str:
    """`text` without overrides and without controls that open or close nothing, which would leak into our sentence."""
    if not _PAIRED.search(text):
        return text
    partners = _partners(text)
    kept = {at for pair in partners.items() for at in pair if text[pair[0]] not in OVERRIDES}
    return "".join(character for at, character in enumerate(text) if at in kept or not _PAIRED.match(character))


def _partners(text: str) -> dict[int, int]:
    """Where each isolate, embedding and override that opens at a place in `text` is closed."""
    partners: dict[int, int] = {}
    open_: list[int] = []
    for at, character in enumerate(text):
        if character in ISOLATES or character in EMBEDDINGS or character in OVERRIDES:
            open_.append(at)
        elif character == PDF and open_ and text[open_[-1]] not in ISOLATES:
            partners[open_.pop()] = at
        elif character == PDI and any(text[start] in ISOLATES for start in open_):
            while text[open_[-1]] not in ISOLATES:
                open_.pop()
            partners[open_.pop()] = at
    return partners
