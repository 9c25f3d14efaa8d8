"""The reader of text pages: what a scraper saved of a web page, with one article on it or several.

Offsets count characters of the decoded file after its byte-order mark, newlines as they were.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePosixPath

from lib.i18n import sentence
from lib.ingest import hashline, vocabulary
from lib.ingest.daylines import day_of
from lib.ingest.encodings import decode
from lib.ingest.heads import starts, survey
from lib.ingest.kinds import kind, label
from lib.ingest.lines import Line, split
from lib.ingest.surgery import WHY, Piece, operate
from lib.model import Article, Problem, Published, Removed


def read_page(data: bytes, source: str) -> Iterator[Article | Problem]:
    """The articles of one page, and what was doubtful about its encoding; NotText when it is no text."""
    decoded = decode(data)
    for note in decoded.notes:
        yield Problem(source, note.where, note.what, kept=True)
    lines = split(decoded.text)
    if not lines:
        what = sentence("There is no text in this file, only blank space. Save it again from where it came from.")
        yield Problem(source, "file", what, kept=False)
        return
    if header := hashline.fields(lines[0]):
        yield _with_header(header, lines, source, decoded.text)
        return
    lines, labels = _open_fields(lines)
    page = survey(lines, [kind(line) for line in lines])
    begun = starts(page)
    stem = str(PurePosixPath(source).with_suffix(""))
    begun, pieces = _without_teasers(begun, operate(page, begun))
    for number, (piece, (first, last)) in enumerate(zip(pieces, pairwise([*begun, len(lines)]), strict=True), 1):
        start, end = lines[first].start, lines[last - 1].end
        own = [mark for mark in labels if start <= mark.end <= end]
        start = min([start, *(mark.start for mark in own)])
        piece.removed = sorted([*piece.removed, *own], key=lambda mark: mark.start)
        yield _article(piece, f"{stem}-{number}", source, (start, end, decoded.text[start:end]))


def _with_header(header: dict[str, str], lines: Sequence[Line], source: str, text: str) -> Article:
    """The one article of a page whose first line is a `###` header."""
    body, numbers = hashline.without_numbers(lines[1:])
    taken = [(lines[0].start, lines[0].end), *numbers]
    piece = Piece(body=body, fields=header, removed=[Removed(start, end, WHY["field"]) for start, end in taken])
    piece.dates = [header[name] for name in ("date",) if name in header]
    start, end = lines[0].start, lines[-1].end
    return _article(piece, f"{PurePosixPath(source).with_suffix('')}-1", source, (start, end, text[start:end]))


def _without_teasers(begun: Sequence[int], pieces: Sequence[Piece]) -> tuple[list[int], list[Piece]]:
    """Hands each teaser (a headline, a few words and "read more") to the article before it, which lists it as removed.

    Teasers above the first article stay as they are, and so does a page of nothing else.
    """
    starts: list[int] = []
    kept: list[Piece] = []
    for start, piece in zip(begun, pieces, strict=True):
        if kept and piece.is_teaser and not kept[-1].is_teaser:
            lines = [line for line in (piece.title, *piece.body) if line is not None]
            kept[-1].removed += [*piece.removed, *(Removed(line.start, line.end, WHY["teaser"]) for line in lines)]
        else:
            starts.append(start)
            kept.append(piece)
    return starts, kept


def _open_fields(lines: Sequence[Line]) -> tuple[list[Line], list[Removed]]:
    """Takes the label off a body that a header introduces (`Text: …`), so that the paragraph is read as one."""
    opened: list[Line] = []
    labels: list[Removed] = []
    for line in lines:
        parts = label(line.text) if opened else None
        if parts is None or parts[0] not in vocabulary.FIELDS["text"] or kind(opened[-1]) not in ("field", "date"):
            opened.append(line)
            continue
        at = line.end - len(parts[1])
        labels.append(Removed(line.start, len(line.text[: at - line.start].rstrip()) + line.start, WHY["field"]))
        if parts[1]:
            key = vocabulary.keyed(parts[1]) if line.key is not None else None
            opened.append(Line(at, line.end, parts[1], key, len(parts[1].split()), line.gap))
    return opened, labels


def _article(piece: Piece, name: str, source: str, span: tuple[int, int, str]) -> Article:
    start, end, raw = span
    named = {vocabulary.field_of(key) or key: value for key, value in piece.fields.items() if value}
    return Article(
        id=name,
        source=source,
        text=_paragraphs(piece.body),
        source_span=(start, end),
        title=piece.title.text.lstrip("# \t") if piece.title else named.get("title"),
        language=_language(named.get("language")),
        outlet=named.get("outlet"),
        author=named.get("author") or piece.author,
        url=named.get("url"),
        published=_published(piece),
        section=named.get("section") or piece.section,
        captions=tuple(dict.fromkeys(piece.captions)),
        removed=tuple(piece.removed),
        raw=raw,
    )


def _paragraphs(body: Sequence[Line]) -> str:
    return "\n\n".join(line.text for line in body)


def _language(value: str | None) -> str | None:
    """A language code as written in a header, None for a name or anything else."""
    code = (value or "").strip().lower().replace("_", "-")
    return code.split("-")[0] if 2 <= len(code.split("-")[0]) <= 3 and code.isascii() else None


def _published(piece: Piece) -> Published:
    """The day that the head of the article names as its publication; a date of another kind is no answer."""
    for line in piece.dates:
        parts = label(line)
        if parts and parts[0] in vocabulary.UPDATED:
            continue
        if day := day_of(parts[1] if parts and parts[0] in vocabulary.PUBLISHED else line):
            return Published(day, day, "day", "metadata" if len(piece.fields) > 1 else "page")
    return Published()
