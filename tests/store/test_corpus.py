"""The open corpus: frames, texts, documents and facts, for one thread and for many."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import duckdb
import pytest

from lib.store.corpus import Corpus
from lib.store.schema import TABLES
from tests import corpora


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with corpora.tiny(tmp_path_factory.mktemp("tiny")) as corpus:
        yield corpus


def test_frames_have_the_columns_of_the_schema(tiny: Corpus) -> None:
    frames = {
        "articles": tiny.articles(),
        "mentions": tiny.mentions(),
        "dates": tiny.dates(),
        "actors": tiny.actors(),
        "problems": tiny.problems(),
        "removed": tiny.removed(),
        "set_aside": tiny.set_aside(),
    }
    for table, frame in frames.items():
        assert list(frame.columns) == list(TABLES[table])
        assert len(frame) == tiny.meta["counts"][table]


def test_articles_stand_in_corpus_order(tiny: Corpus) -> None:
    assert list(tiny.articles()["id"]) == [f"a{n}" for n in range(1, 11)]
    assert list(tiny.articles()["rid"]) == list(range(10))


def test_repeats_are_marked_wherever_they_count(tiny: Corpus) -> None:
    articles = tiny.articles()
    assert articles.loc[articles["duplicate_of"].notna(), ["id", "duplicate_of"]].values.tolist() == [["a10", "a1"]]
    for frame in (tiny.mentions(), tiny.dates()):
        assert set(frame.loc[frame["duplicate"], "rid"]) == {9}


def test_actors_are_counted_by_article(tiny: Corpus) -> None:
    rajavi = tiny.actors().set_index("actor").loc["maryam-rajavi"]
    mentions = tiny.mentions().query("actor == 'maryam-rajavi'")
    assert rajavi["articles"] == mentions["rid"].nunique() == 5
    assert rajavi["mentions"] == mentions["n"].sum()
    assert "ana-found" not in set(tiny.actors()["actor"])  # never mentioned


def test_a_document_is_whole(tiny: Corpus) -> None:
    document = tiny.document("a1")
    assert document is not None
    assert document.title == "مریم رجوی در تهران"
    assert document.raw == "«تصویر»\n" + document.text
    assert document.captions == ("تصویر مریم رجوی",)
    assert [each.why for each in document.removed] == ["caption", "marker"]
    assert document.published.since == date(2020, 7, 6)
    assert document.published.basis == "metadata"
    assert document.article.source_span == (12, 12 + len(document.text))
    assert {each.role for each in document.mentions} == {"actor", "cited source"}
    assert {each.part for each in document.mentions} == {"title", "text", "caption"}
    for mention in document.mentions:
        assert document.parts[mention.part][mention.start : mention.end] == mention.surface
    assert [(each.surface, each.since) for each in document.dates] == [("۱۵ تیر ۱۳۹۹", date(2020, 7, 5))]


def test_documents_come_in_order_with_their_own_texts(tiny: Corpus) -> None:
    assert [(each.rid, each.text) for each in tiny.documents()] == [(n, tiny.text(f"a{n + 1}")) for n in range(10)]


@pytest.mark.parametrize("id", ["", "a0", "../a1", "a1' OR 1=1 --", "a1\x00", "\ud800"])
def test_unknown_ids(tiny: Corpus, id: str) -> None:
    assert tiny.document(id) is None
    with pytest.raises(KeyError):
        tiny.text(id)


@pytest.mark.parametrize("key", ["", "nobody", "' OR 1=1 --", "\ud800"])
def test_unknown_actors(tiny: Corpus, key: str) -> None:
    assert tiny.actor(key) is None


def test_an_actor_keeps_every_name(tiny: Corpus) -> None:
    assert tiny.actor("iran") == corpora.ACTORS["iran"]
    assert tiny.actor("maryam-rajavi") == corpora.ACTORS["maryam-rajavi"]


def test_many_actors_at_once_come_in_the_order_asked_for(tiny: Corpus) -> None:
    found = tiny.known_actors(["maryam-rajavi", "nobody", "iran", "\ud800", "iran"])
    assert list(found.items()) == [(key, corpora.ACTORS[key]) for key in ("maryam-rajavi", "iran")]
    assert tiny.known_actors([]) == {}


def test_facts(tiny: Corpus) -> None:
    assert tiny.languages() == ["fa", "ar", "en", "he", "ur"]
    assert tiny.outlets() == ["Ham", "Sharq", "Times"]
    assert tiny.span("published") == (date(2020, 1, 1), date(2020, 12, 31))
    assert tiny.span("spoken") == (date(2020, 1, 3), date(2020, 7, 17))
    assert tiny.has_published
    assert tiny.name == "made-by-hand"
    assert tiny.meta["articles"] == 10


def test_small_corpora(tmp_path: Path) -> None:
    empty = corpora.empty(tmp_path)
    assert empty.articles().empty and empty.languages() == [] and empty.search_ids("x") == []
    assert empty.span("published") is None and empty.span("spoken") is None and not empty.has_published
    assert list(empty.documents()) == []
    undated = corpora.undated(tmp_path)
    assert not undated.has_published and undated.span("spoken") == (date(2020, 7, 5), date(2020, 7, 17))
    assert len(corpora.one(tmp_path).articles()) == 1


def test_the_fingerprint_is_of_the_content(tmp_path: Path, tiny: Corpus) -> None:
    assert corpora.tiny(tmp_path).fingerprint == tiny.fingerprint
    assert corpora.one(tmp_path).fingerprint != tiny.fingerprint


def test_hostile_text_comes_back_as_it_went_in(tmp_path: Path) -> None:
    corpus = corpora.hostile(tmp_path)
    for document, bad in zip(corpus.documents(), corpora.HOSTILE, strict=True):
        assert (document.title, document.outlet, document.captions[0]) == (bad, bad, bad)
        assert document.text == f"{bad}\n\nIran {bad}"
        found = corpus.document(document.id)
        assert found is not None and found.rid == document.rid


def test_nothing_can_be_written(tiny: Corpus) -> None:
    with pytest.raises(duckdb.Error):
        tiny.connection().execute("DELETE FROM articles")


def test_ibis_reads_strings_and_days(tiny: Corpus) -> None:
    articles = tiny.ibis.table("articles")
    assert articles.language.type().is_string()
    assert articles.since.type().is_date()
    assert articles.filter(articles.language == "fa").count().execute() == 4


def test_many_threads_share_one_corpus(tiny: Corpus) -> None:
    def ask(n: int) -> tuple[int, str, list[int], int]:
        id = f"a{n % 10 + 1}"
        return (
            len(tiny.articles()),
            tiny.text(id),
            tiny.search_ids("ایران"),
            tiny.ibis.table("mentions").count().execute(),
        )

    alone = [ask(n) for n in range(10)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(80))) == alone * 8
