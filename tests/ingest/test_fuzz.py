"""Anything can be in a folder: nothing may crash, and nothing may be invented."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.ingest import Progress, SetAside, read
from lib.ingest.encodings import NotText
from lib.ingest.textpage import read_page
from lib.model import Article, Problem
from tests.ingest.prose import ARABIC, CAPTIONS, ENGLISH, HEADLINES, PERSIAN

LINES = [
    *ARABIC, *PERSIAN, *ENGLISH, *HEADLINES.values(), *CAPTIONS.values(),
    "", "", "", "TT", "---", "* * *", "18:20", "6 July 2020", "عربي ودولي", "Home » World", "Share  Tweet", "Read more",
    "Related:", "اقرأ أيضاً: عنوان", "By Jane Doe",
    "Title: A title here", "متن: یک", "انتهى", '"', "\u200f \ufeff", "(AFP)",
]  # fmt: skip


def subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(character in rest for character in short)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=30), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_character_of_a_page_is_accounted_for(lines: Sequence[str], newline: str) -> None:
    page = newline.join(["first line", *lines])
    articles = [record for record in read_page(page.encode(), "p.txt") if isinstance(record, Article)]
    end = 0
    for one in articles:
        assert one.source_span is not None
        assert end <= one.source_span[0] < one.source_span[1]
        start, end = one.source_span
        assert one.raw == page[start:end]
        assert subsequence("".join(one.text.split()), one.raw)
        marks = sorted((mark.start, mark.end) for mark in one.removed)
        assert all(first[1] <= second[0] for first, second in pairwise(marks))
        taken = sum(len("".join(page[a:b].split())) for a, b in marks)
        named = (
            0
            if "Title:" in one.raw and (one.title or "") == "A title here"
            else len("".join((one.title or "").split()))
        )
        visible = len("".join(one.raw.replace("\ufeff", "").replace("\u200f", "").split()))
        assert len("".join(one.text.split())) + taken + named in (visible, visible + len("Atitlehere"))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_records_or_a_sentence(data: bytes) -> None:
    try:
        records = list(read_page(data, "p.txt"))
    except NotText as error:
        assert str(error).endswith(".")
    else:
        assert records


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200), name=st.sampled_from(["a.txt", "a.json", "a.jsonl", "a", "a.md", "a.ndjson"]))
def test_any_file_is_read_or_reported(tmp_path: Path, data: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(data)
    try:
        records = list(read(tmp_path / name))
    finally:
        (tmp_path / name).unlink()
    assert any(isinstance(record, Progress) for record in records)
    assert all(isinstance(record, (Article, Problem, Progress, SetAside)) for record in records)
