"""Archives: every member is read, nothing leaves the temporary folder, and traps end in a sentence."""

import bz2
import gzip
import io
import lzma
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from lib.ingest.documents import archives
from tests.ingest.documents.make import ARABIC, PERSIAN, docx, page, paragraphs, records, tarred, warc, zipped

ONE = "\n\n".join(("خبر بندر", *PERSIAN)).encode()
TWO = "\n\n".join(("الميناء الجديد", *ARABIC)).encode()
ZSTD = zstandard.ZstdCompressor().compress
MEMBERS = {"b/two.txt": TWO, "a one.txt": ONE}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("p.zip", zipped(MEMBERS)),
        ("p.bin", zipped(MEMBERS)),
        ("p.tar", tarred(dict(sorted(MEMBERS.items())))),
        ("p.tar.gz", tarred(dict(sorted(MEMBERS.items())), "w:gz")),
        ("p.tgz", tarred(dict(sorted(MEMBERS.items())), "w:gz")),
        ("p.tar.bz2", tarred(dict(sorted(MEMBERS.items())), "w:bz2")),
        ("p.tar.xz", tarred(dict(sorted(MEMBERS.items())), "w:xz")),
        ("p.tar.zst", ZSTD(tarred(dict(sorted(MEMBERS.items()))))),
    ],
)
def test_members_are_read_like_files(tmp_path: Path, name: str, data: bytes) -> None:
    articles, problems = records(tmp_path, name, data)
    assert not problems
    assert [one.source for one in articles] == [f"{name}!/a one.txt", f"{name}!/b/two.txt"]
    assert [one.text for one in articles] == ["\n\n".join(PERSIAN), "\n\n".join(ARABIC)]


@pytest.mark.parametrize(
    ("ending", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress), ("zst", ZSTD)]
)
def test_a_compressed_file_is_read_as_what_it_is(tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]) -> None:
    articles, _ = records(tmp_path, f"a.txt.{ending}", pack(ONE))
    assert [one.source for one in articles] == [f"a.txt.{ending}!/a.txt"]
    html = page(f"<h1>خبر</h1>{paragraphs(PERSIAN)}").encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html
    articles, _ = records(tmp_path, f"a.warc.{ending}", pack(warc(("https://port.example/a", answer))))
    assert [one.url for one in articles] == ["https://port.example/a"]


def test_archives_in_archives_to_a_depth_of_three(tmp_path: Path) -> None:
    data = zipped({"x.txt": ONE, "d.docx": docx(["خبر", *PERSIAN])})
    for _ in range(2):
        data = zipped({"in.zip": data})
    articles, problems = records(tmp_path, "p.zip", data)
    assert [one.source for one in articles] == ["p.zip!/in.zip!/in.zip!/d.docx", "p.zip!/in.zip!/in.zip!/x.txt"]
    articles, problems = records(tmp_path, "p.zip", zipped({"in.zip": data}))
    assert not articles
    assert "one inside the other" in problems[0].what


def test_names_that_point_outside_are_listed_and_nothing_is_written(tmp_path: Path) -> None:
    outside = tempfile.gettempdir()
    before = set(Path(outside).glob("rawi-*"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("../up.txt", "/abs.txt", "a/../../up.txt", "C:/x.txt", "..\\up.txt", "ok.txt"):
            archive.writestr(zipfile.ZipInfo(name), ONE)
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    articles, problems = records(tmp_path, "p.zip", out.getvalue())
    assert [one.source for one in articles] == ["p.zip!/ok.txt"]
    assert len(problems) == 6
    assert sum("points outside" in problem.what for problem in problems) == 5
    assert sum("is a link" in problem.what for problem in problems) == 1
    assert not list(tmp_path.parent.glob("up.txt"))
    assert set(Path(outside).glob("rawi-*")) <= before


def test_links_and_devices_in_a_tar_are_listed(tmp_path: Path) -> None:
    extra = []
    for name, kind in [("l", tarfile.SYMTYPE), ("h", tarfile.LNKTYPE), ("c", tarfile.CHRTYPE), ("f", tarfile.FIFOTYPE)]:
        info = tarfile.TarInfo(name)
        info.type, info.linkname = kind, "/etc/passwd"
        extra.append(info)
    articles, problems = records(tmp_path, "p.tar", tarred({"ok.txt": ONE, "../up.txt": ONE}, extra=extra))
    assert [one.source for one in articles] == ["p.tar!/ok.txt"]
    assert [problem.source for problem in problems] == [f"p.tar!/{name}" for name in ("../up.txt", "l", "h", "c", "f")]
    assert not any(problem.kept for problem in problems)


def test_notes_and_system_files_are_set_aside(tmp_path: Path) -> None:
    data = zipped({"README.md": "x", "__MACOSX/._a.txt": "x", ".hidden": "x", "a.txt": ONE})
    articles, problems = records(tmp_path, "p.zip", data)
    assert len(articles) == 1
    assert [problem.kept for problem in problems] == [True]
    assert "3 files were set aside" in problems[0].what


def _locked(data: bytes) -> bytes:
    """A zip file with the mark of encryption on every member."""
    marked = bytearray(data)
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(sign)
        while at >= 0:
            marked[at + place] |= 1
            at = marked.find(sign, at + 4)
    return bytes(marked)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("p.zip", zipped({}), "empty"),
        ("p.zip", b"", "empty"),
        ("p.zip", zipped(MEMBERS)[:-40], "damaged"),
        ("p.zip", _locked(zipped(MEMBERS)), "locked"),
        ("p.tar.gz", tarred(MEMBERS, "w:gz")[:-60], "damaged"),
        ("p.gz", gzip.compress(b"", mtime=0), "empty"),
        ("p.gz", gzip.compress(ONE, mtime=0)[:40], "damaged"),
        ("p.xz", lzma.compress(ONE)[:-30], "damaged"),
        ("p.zst", ZSTD(ONE)[:-10], "."),
        ("p.rar", b"Rar!\x1a\x07\x01\x00" + bytes(50), "RAR"),
        ("p.7z", b"7z\xbc\xaf\x27\x1c" + bytes(50), "7-Zip"),
        ("p.txt.gz", gzip.compress(b"\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00K\x01.", mtime=0), "pickle"),
    ],
)
def test_what_cannot_be_opened_is_a_sentence(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    articles, problems = records(tmp_path, name, data)
    assert problems
    assert said in problems[-1].what
    assert not [one for one in articles if one.source == name]


@pytest.mark.parametrize(
    "pack", [gzip.compress, bz2.compress, lzma.compress, ZSTD, lambda data: zipped({"a.txt": data})]
)
def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Callable[[bytes], bytes]) -> None:
    monkeypatch.setattr(archives, "HARMLESS", 2**20)
    articles, problems = records(tmp_path, "a.txt.gz", pack(bytes(4 * 2**20)))
    assert not articles
    assert "times its size" in problems[0].what


def test_an_archive_of_too_many_files_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MEMBERS", 3)
    articles, problems = records(tmp_path, "p.zip", zipped({f"{n}.txt": ONE for n in range(5)}))
    assert len(articles) == 3
    assert "more than 3 files" in problems[-1].what
