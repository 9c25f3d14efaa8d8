"""What the writer makes of batches: segments, sums, and joined facts, the same however the batches are cut."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lib.enrich.duplicates import Repeat
from lib.model import Article, Removed
from lib.store.corpus import Corpus
from lib.store.generation import publish, temporary, write_lock
from lib.store.rows import Enriched
from lib.store.writer import Writer
from tests.corpora import ACTORS, enriched


def articles(n: int) -> list[Enriched]:
    made = []
    for i in range(n):
        removed = (Removed(0, 10 + i, "caption"), Removed(20, 22, "marker"), Removed(30, 33, "caption"))
        article = Article(f"a{i}", "s.txt", f"word{i} about Iran", language="en", removed=removed[: i % 4])
        made.append(enriched(article, [("iran", "Iran", "actor")] if i % 2 else []))
    return made


def written(folder: Path, rows: list[Enriched], batch: int, segment: int) -> Corpus:
    with write_lock(folder):
        new = temporary(folder)
        writer = Writer(new, segment_size=segment)
        for first in range(0, len(rows), batch):
            writer.add(rows[first : first + batch])
        writer.set_repeats([Repeat(3, 1, 1.0)])
        writer.add_actors(list(ACTORS.values()))
        return Corpus(publish(folder, new, {"name": "x", "articles": len(rows), **writer.finish()}))


@pytest.mark.parametrize(
    ("batch", "segment", "segments"), [(100, 100, 1), (3, 5, 4), (1, 7, 3), (20, 20, 1), (7, 7, 3)]
)
def test_cuts_make_no_difference(tmp_path: Path, batch: int, segment: int, segments: int) -> None:
    rows = articles(20)
    corpus = written(tmp_path, rows, batch, segment)
    assert len(corpus.meta["segments"]) == segments
    assert [document.text for document in corpus.documents()] == [row.article.text for row in rows]
    assert corpus.search_ids("iran") == list(range(20))
    assert corpus.search_ids("word13") == [13]
    assert [rid for rid, _ in corpus.texts(range(25))] == list(range(20))
    mentions = corpus.mentions()
    assert list(mentions["rid"]) == list(range(1, 20, 2))
    assert list(mentions.loc[mentions["duplicate"], "rid"]) == [3]
    assert corpus.actors()[["actor", "articles", "mentions"]].values.tolist() == [["iran", 10, 10]]
    removed = corpus.removed().set_index("why")
    assert removed.loc["marker"].tolist() == [10, 20, 10]
    assert removed.loc["caption"].tolist() == [20, sum(10 + i for i in range(20) if i % 4) + 5 * 3, 15]


def test_nothing_is_written_twice_after_abandoning(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.add(articles(3))
    writer.abandon()
    writer.abandon()


def test_a_role_and_a_part_make_a_row_each(tmp_path: Path) -> None:
    article = Article("a", "s.txt", "IRNA said. IRNA and IRNA.", title="IRNA", language="en")
    one = enriched(article, [("irna", "IRNA", "actor")])
    cited = replace(one.mentions[-1], role="cited source")
    corpus = written(tmp_path, [replace(one, mentions=[*one.mentions[:-1], cited])], 1, 1)
    rows = corpus.mentions()[["role", "part", "n"]].values.tolist()
    assert rows == [["actor", "text", 2], ["actor", "title", 1], ["cited source", "text", 1]]
    assert corpus.actors()[["articles", "mentions"]].values.tolist() == [[1, 4]]
    assert corpus.connection().execute("SELECT surface, sum(n) FROM surfaces GROUP BY 1").fetchall() == [("IRNA", 4)]
