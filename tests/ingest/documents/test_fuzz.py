"""Damaged copies of every kind of document: each ends in articles or sentences, none in a crash or an invention."""

import gzip
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.model import Article, Problem
from tests.ingest.documents.make import (
    ARABIC,
    PERSIAN,
    docx,
    epub,
    laid,
    mhtml,
    odt,
    page,
    paragraphs,
    pdf,
    records,
    rtf,
    tarred,
    warc,
    zipped,
)

HTML = page(f"<article><h1>خبر</h1><time datetime='2020-07-17'>x</time>{paragraphs(PERSIAN)}</article>")
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(HTML.encode())
SOUND = {
    "a.html": HTML.encode(),
    "a.mht": mhtml(HTML),
    "a.pdf": pdf(laid(PERSIAN[0], 560, 700), laid(ARABIC[0], 560, 700)),
    "b.pdf": (Path(__file__).parent / "printed.pdf").read_bytes(),
    "a.docx": docx(PERSIAN),
    "a.odt": odt(PERSIAN),
    "a.epub": epub({"1.xhtml": HTML, "2.xhtml": page(paragraphs(ARABIC))}),
    "a.rtf": rtf(PERSIAN),
    "a.warc": warc(("http://a.example/", ANSWER), ("http://a.example/b", ANSWER)),
    "a.warc.gz": gzip.compress(warc(("http://a.example/", ANSWER))),
    "a.zip": zipped({"a.txt": PERSIAN[0], "b.html": HTML, "c.zip": zipped({"d.txt": ARABIC[0]})}),
    "a.tar": tarred({"a.txt": PERSIAN[0].encode(), "b.html": HTML.encode()}),
    "a.tar.gz": tarred({"a.txt": PERSIAN[0].encode(), "b.html": HTML.encode()}, "w:gz"),
}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(sorted(SOUND)),
    cut=st.floats(0.02, 1.0),
    flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=12),
)
def test_damage_is_read_or_reported(tmp_path: Path, name: str, cut: float, flips: list[tuple[float, int]]) -> None:
    data = bytearray(SOUND[name][: max(1, int(len(SOUND[name]) * cut))])
    for place, value in flips:
        data[int(place * len(data))] = value
    articles, problems = records(tmp_path, name, bytes(data))
    assert articles or problems
    assert all(isinstance(one, Article) and one.id for one in articles)
    assert all(isinstance(one, Problem) and one.what.strip() for one in problems)


MARKS = [
    b"%PDF-1.4\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd", b"WARC/1.0\r\n",
    b"{\\rtf1", b"<html>", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n",
]  # fmt: skip
TAGS = [
    "<p>", "</p>", "<article>", "</article>", "<h1>خبر", "<h2>", "<div class=related>", PERSIAN[0], "<br>", "<!--",
    "-->",
    "<time datetime=2020-01-02>", "<table><tr><td>", "\u200c", "&zwnj;", "&#0;", "</script>", "<a href='x'>", "</a>",
    '<script type=application/ld+json>{"@type":"Article",',
]  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.sampled_from(MARKS), rest=st.binary(max_size=300))
def test_a_mark_with_anything_behind_it(tmp_path: Path, start: bytes, rest: bytes) -> None:
    articles, problems = records(tmp_path, "a", start + rest)
    assert articles or problems


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(TAGS), max_size=25))
def test_any_tags_in_any_order(tmp_path: Path, pieces: list[str]) -> None:
    articles, problems = records(tmp_path, "a.html", "<html><body>" + "".join(pieces))
    assert articles or problems
    visible = set("".join(pieces)) | set("\u200c\ufffd \n")
    assert all(set(one.text) <= visible for one in articles)
