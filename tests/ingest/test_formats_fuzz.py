"""Anything can stand under any name: it is read or it is reported."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.ingest.formats import read_file
from lib.model import Article, Problem

NAMES = [
    "a.csv",
    "a.tsv",
    "a.json",
    "a.jsonl",
    "a.xml",
    "a.xlsx",
    "a.xls",
    "a.ods",
    "a.parquet",
    "a.arrow",
    "a.db",
    "a.md",
    "a.txt",
]
SEEDS = [
    b"PAR1", b"ARROW1\0\0", b"SQLite format 3\0", b"PK\x03\x04",
    b"<item><title>", b'{"text": ["', b'"a","b\n', b"content: ['", b"\xff\xff\xff\xff",
    b"\0" * 8 + b"DUCK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"",
]  # fmt: skip


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(NAMES), st.sampled_from(SEEDS), st.binary(max_size=300))
def test_any_bytes_under_any_name_are_read_or_reported(tmp_path: Path, name: str, start: bytes, rest: bytes) -> None:
    (tmp_path / name).write_bytes(start + rest)
    records = list(read_file(tmp_path / name, name))
    assert records
    assert all(isinstance(one, (Article, Problem)) for one in records)
