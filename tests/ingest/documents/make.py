"""Small documents of every format, made by hand, so that tests say what is in them."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from lib.ingest.formats import read_file
from lib.model import Article, Problem
from lib.text.visual import visual

PERSIAN = (
    "وزیر خارجه روز چهارشنبه وارد مسقط شد و قرار است درباره بازگشایی بندر و رفت‌وآمد کشتی‌های ماهیگیری گفت‌وگو کند.",
    "به گفته سخنگوی دولت (که نامش برده نشد)، ۲۵ نماینده در این نشست هستند و متن پایانی هفته آینده منتشر می‌شود.",
    "ناخدایان بندر می‌گویند سه سال است که تور نینداخته‌اند و امیدشان به این گفت‌وگوهاست تا کار از سر گرفته شود.",
)
ARABIC = (
    "وصل وزير النقل إلى الميناء صباح الأربعاء واطلع على أعمال الترميم التي بدأت قبل عامين وتوقفت مرارا بسبب الأمطار.",
    "وقال المهندس المسؤول إن الرصيف الجديد (الثالث) سيستقبل 40 سفينة في الأسبوع عند افتتاحه في الخريف المقبل.",
)


def page(body: str, head: str = "", lang: str = "fa") -> str:
    """A web page."""
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def paragraphs(texts: Sequence[str]) -> str:
    """Paragraphs of a web page."""
    return "".join(f"<p>{text}</p>" for text in texts)


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: Mapping[str, bytes], mode: str = "w", extra: Sequence[tarfile.TarInfo] = ()) -> bytes:
    """A tar archive; `extra` are members without content: links, devices."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for info in extra:
            archive.addfile(info)
    return out.getvalue()


def docx(texts: Sequence[str]) -> bytes:
    """A Word document with one run a paragraph, in which a deleted word and a field code must not show."""
    spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(
        f"<w:p><w:r><w:t>{text[:5]}</w:t></w:r><w:del><w:r><w:delText>GONE</w:delText></w:r></w:del>"
        f"<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t xml:space='preserve'>{text[5:]}</w:t></w:r></w:p>"
        for text in texts
    )
    return zipped({
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
    })  # fmt: skip


def odt(texts: Sequence[str]) -> bytes:
    """An OpenDocument text."""
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    body = "".join(f"<text:p>{one.replace(' ', '<text:s/>', 1)}</text:p>" for one in texts)
    content = (
        f'<office:document-content xmlns:office="{office}" xmlns:text="{text}"><office:body><office:text>'
        f"{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def epub(chapters: Mapping[str, str], metadata: str = "") -> bytes:
    """A book with one XHTML file a chapter, after a cover without text."""
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    files = {f"OPS/{name}": text for name, text in chapters.items()}
    return zipped(
        {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OPS/book.opf": opf, **files}
    )


def warc(*records: tuple[str, bytes]) -> bytes:
    """A web archive of server answers: address and answer (header lines, blank line, content)."""
    out = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 6\r\n\r\nhello\n\r\n\r\n"
    for address, answer in records:
        out += (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-05-06T07:08:09Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        ).encode()
        out += answer + b"\r\n\r\n"
    return out


def mhtml(html: str, address: str = "https://news.example/2021/03/04/port") -> bytes:
    """A page saved by a browser as one file."""
    body = html.encode("utf-8").hex(" ").upper().replace(" ", "=")
    return (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nSubject: x\r\n"
        "Date: Mon, 6 May 2024 07:08:09 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
        "--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {address}\r\n\r\n={body}\r\n--B--\r\n"
    ).encode()


def rtf(texts: Sequence[str]) -> bytes:
    """Rich Text with letters as Unicode, with the fallback that old readers want."""
    written = r"\par ".join("".join(c if c.isascii() else rf"\u{ord(c)}?" for c in text) for text in texts)
    return (r"{\rtf1\ansi\ansicpg1256{\fonttbl{\f0\fcharset178 Arial;}}\uc1\f0 " + written + "}").encode("ascii")


Placed = tuple[float, float, float, str]


def laid(text: str, right: float, top: float, size: float = 12.0) -> list[Placed]:
    """A line as it is seen: joined letters from left to right, ending at `right`; x, y, size, glyph."""
    seen = visual(text)
    left = right - 0.5 * size * sum(character != "\u200c" for character in seen)
    placed = []
    for character in seen:
        placed.append((left, top, size, character))
        left += 0 if character == "\u200c" else 0.5 * size
    return placed


def pdf(*pages: Sequence[Placed]) -> bytes:
    """A PDF whose glyphs stand where they are put, in a font that says which letter each one shows."""
    letters = sorted({glyph for placed in pages for *_, glyph in placed})
    code = {glyph: number for number, glyph in enumerate(letters, 1)}
    names = "\n".join(f"<{code[g]:04X}> <{g.encode('utf-16-be').hex().upper()}>" for g in letters)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> "
        f"endcodespacerange {len(letters)} beginbfchar\n{names}\nendbfchar endcmap end end"
    )
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H "
        "/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /DW 500 /CIDSystemInfo << /Registry (Adobe) "
        "/Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /F /Flags 4 "
        "/FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 >> >>",
        f"<< /Length {len(cmap)} >> stream\n{cmap}\nendstream",
    ]
    for number, placed in enumerate(pages):
        drawn = "\n".join(
            f"/F {size} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{code[glyph]:04X}> Tj" for x, y, size, glyph in placed
        )
        stream = f"BT\n{drawn}\nET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {7 + 2 * number} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >> stream\n{stream}\nendstream")
    return _numbered(objects)


def _numbered(objects: Sequence[str]) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj {text} endobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return out + f"{tail}startxref\n{len(out)}\n%%EOF".encode()


def records(folder: Path, name: str, data: bytes | str) -> tuple[list[Article], list[Problem]]:
    """The articles and problems of a file of this name and content."""
    path = folder / "file"
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    found = list(read_file(path, name))
    return [one for one in found if isinstance(one, Article)], [one for one in found if isinstance(one, Problem)]
