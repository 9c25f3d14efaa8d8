"""Whatever bytes lie in a folder, it becomes a corpus that opens, with every file in it accounted for."""

from __future__ import annotations

import json
import random
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.build import ensure
from lib.store.corpus import Corpus
from tests.corpora import HOSTILE

_LINE = json.dumps({"id": "x", "title": "Iran", "text": "Maryam Rajavi spoke in Tehran on 3 May 2020."})
_SEEDS = [
    _LINE.encode() + b"\n",
    "تیتر\n\nمریم رجوی در تهران گفت که ایران تغییر می‌کند.\n".encode(),
    "TT\nعنوان\nTT\nنص طويل بما يكفي ليقرأ.\n".encode("utf-16"),
    b"a,b\n1,some words that are long enough to be a text\n",
    b"<html><body><p>Some words of a page that is long enough.</p></body></html>",
    "\n".join(HOSTILE).encode(),
    b"\x80\x04K\x01.", b"PK\x03\x04", b"%PDF-1.4", b"\x1f\x8b", b"", b"\xff\xfe", b"[" * 500, b"{" * 500,
]  # fmt: skip
_ENDINGS = (".txt", ".jsonl", ".json", ".csv", ".html", ".xml", "", ".zip", ".pdf", ".md", ".gz")


def _mangled(seed: bytes, chance: random.Random) -> bytes:
    data = bytearray(seed * chance.randrange(1, 4))
    for _ in range(chance.randrange(6)):
        at = chance.randrange(len(data) + 1)
        data[at : at + chance.randrange(4)] = chance.randbytes(chance.randrange(4))
    return bytes(data)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), count=st.integers(1, 6))
def test_any_folder_becomes_a_corpus_twice(seed: int, count: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        source, home = Path(folder) / "source", Path(folder) / "home"
        source.mkdir()
        for turn in range(2):
            for number in range(count):
                name = f"f{chance.randrange(9)}{chance.choice(_ENDINGS)}"
                (source / name).write_bytes(_mangled(chance.choice(_SEEDS), chance))
                if turn and number % 2:
                    (source / name).unlink()
            if not any(source.iterdir()):
                (source / "one.txt").write_bytes(_SEEDS[1])
            with Corpus(ensure(source, home)) as corpus:
                articles, problems = corpus.articles(), corpus.problems()
                assert articles["id"].is_unique and len(articles) == len(list(corpus.documents()))
                assert list(articles["rid"]) == list(range(len(articles)))
                spoken_of = {name.split("!")[0].split(" › ")[0] for name in [*articles["source"], *problems["source"]]}
                for path in source.iterdir():
                    assert any(each.startswith(path.name) for each in spoken_of), path.name
            with Corpus(ensure(source, Path(folder) / f"fresh-{turn}")) as fresh:
                assert fresh.fingerprint == corpus.fingerprint
