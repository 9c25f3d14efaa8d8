"""The reader of Rich Text: control words are left out, letters are found whether written as Unicode or as old bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lib.ingest.documents import bounds
from lib.ingest.documents.pages import records_of
from lib.ingest.formats import Head, Reader
from lib.model import Article, Problem
from lib.text.bidi import LRM, RLM

_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.I | re.S
)
_SILENT = frozenset(
    b"fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr footnote listtable "
    b"listoverridetable rsidtbl generator themedata datastore latentstyles xmlnstbl fldinst bkmkstart bkmkend "
    b"annotation filetbl revtbl nonshppict shpinst mmathpr colorschememapping".split()
)
_SIGNS = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n", b"cell": "\n", b"tab": " ",
    b"emdash": "\u2014", b"endash": "\u2013", b"lquote": "\u2018", b"rquote": "\u2019", b"ldblquote": "\u201c",
    b"rdblquote": "\u201d", b"bullet": "\u2022", b"zwnj": "\u200c", b"zwj": "\u200d", b"rtlmark": RLM,
    b"ltrmark": LRM, b"emspace": " ", b"enspace": " ",
}  # fmt: skip
_CHARSETS = {178: "cp1256", 177: "cp1255", 162: "cp1254", 204: "cp1251", 161: "cp1253", 0: "cp1252", 238: "cp1250"}
_PAGES = frozenset([b"1250", b"1251", b"1253", b"1254", b"1255", b"1256"])
_ESCAPED = {b"~": "\u00a0", b"_": "\u2011", b"-": "\u00ad", b"\\": "\\", b"{": "{", b"}": "}"}
_FONT = re.compile(rb"\\f(\d+)[^{}]*?\\fcharset(\d+)")
_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")


@dataclass
class _State:
    """What a brace opens and closes: silence, characters to pass over after Unicode, the encoding of old bytes."""

    silent: bool = False
    skip: int = 1
    encoding: str = "cp1252"


@dataclass
class _Text:
    pieces: list[str] = field(default_factory=list)
    old: bytearray = field(default_factory=bytearray)

    def flush(self, encoding: str) -> None:
        if self.old:
            self.pieces.append(self.old.decode(encoding, "replace"))
            self.old.clear()


def claims(head: Head) -> bool:
    """Whether a file is Rich Text."""
    return head.data.lstrip()[:5] == b"{\\rtf"


def read(path: Path, name: str) -> Iterator[Article | Problem]:
    """The articles of a Rich Text file."""
    data = bounds.contents(path, bounds.MARKUP)
    with bounds.deadline():
        text = text_of(data)
    yield from records_of([re.sub(r"[ \t]+", " ", line) for line in text.split("\n")], name)


def text_of(data: bytes) -> str:
    """The text of Rich Text, one line a paragraph."""
    page = _PAGE.search(data[:2000])
    default = f"cp{page[1].decode()}" if page and page[1] in _PAGES else "cp1252"
    fonts = {int(number): _CHARSETS.get(int(charset), default) for number, charset in _FONT.findall(data[:200_000])}
    out = _Text()
    stack: list[_State] = []
    state = _State(encoding=default)
    pending = 0
    for word, number, code, sign, brace, plain in _TOKEN.findall(data):
        if not code:
            out.flush(state.encoding)
        if brace == b"{":
            stack.append(state)
            state, pending = _State(state.silent, state.skip, state.encoding), 0
        elif brace == b"}":
            state, pending = (stack.pop() if stack else state), 0
        elif sign == b"*" or word in _SILENT:
            state.silent = True
        elif word == b"u" and number:
            out.pieces.append("" if state.silent else _character(int(number)))
            pending = state.skip
        elif word:
            _control(word, int(number or 0), state, fonts)
            out.pieces.append("" if state.silent else _SIGNS.get(word, ""))
        elif pending and (code or plain):
            passed = 1 if code else min(pending, len(plain))
            pending -= passed
            out.old += b"" if code or state.silent else plain[passed:]
        elif not state.silent:
            out.old += bytes.fromhex(code.decode()) if code else plain
            out.pieces.append(_ESCAPED.get(sign, ""))
    out.flush(state.encoding)
    return _whole("".join(out.pieces))


def _control(word: bytes, number: int, state: _State, fonts: dict[int, str]) -> None:
    if word == b"uc":
        state.skip = max(0, number)
    elif word in (b"f", b"af"):
        state.encoding = fonts.get(number, state.encoding)


def _character(number: int) -> str:
    return chr(number % 0x10000)


def _whole(text: str) -> str:
    """Halves of characters joined; a half that is alone shows as U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


READER = Reader("Rich Text", claims, read)
