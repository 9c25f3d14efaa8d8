"""Ties and groups: who is together more than by chance, in articles and in sentences, and what is behind it."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from lib.model import Article
from lib.query.articles import these
from lib.query.behind import Tie, behind, quoted
from lib.query.communities import communities
from lib.query.filters import Filters
from lib.query.network import enough, network
from lib.query.view import View
from lib.settings import ROOT
from lib.store.corpus import Corpus
from tests import corpora

CLIQUES = [("a", "b", "c", "d"), ("p", "q", "r"), ("x", "y")]
TIES = [(a, b, 0.8) for clique in CLIQUES for a, b in combinations(clique, 2)] + [("d", "p", 0.05), ("r", "x", 0.05)]


def test_groups_are_those_that_hold_together_the_largest_first() -> None:
    found = communities(list("yxrqpdcba"), TIES)
    assert [{key for key, group in found.items() if group == at} for at in range(3)] == [set(c) for c in CLIQUES]


def test_groups_do_not_depend_on_the_order_of_ties_or_on_the_process() -> None:
    keys = [key for clique in CLIQUES for key in clique]
    turned = [(b, a, weight) for a, b, weight in reversed(TIES)]
    assert communities(keys, TIES) == communities(keys, turned)
    asked = f"from lib.query.communities import communities as c; print(list(c({keys!r}, {TIES!r}).items()))"
    run = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, env={"PYTHONHASHSEED": "7"}, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == str(list(communities(keys, TIES).items()))


def test_no_ties_no_groups() -> None:
    assert communities(["a", "b"], []) == {}


@pytest.mark.parametrize(("units", "least"), [(0, 1), (19, 1), (20, 2), (1_000, 3), (10**6, 5)])
def test_the_more_there_is_the_oftener_two_must_meet(units: int, least: int) -> None:
    assert enough(units) == least


def test_ties_of_articles(tiny: Corpus) -> None:
    found = network(tiny, Filters(), View(least=1))
    assert (found.measure, found.total, found.least) == ("articles", 9, 1)
    assert list(found.edges.columns) == ["a", "b", "articles", "a_articles", "b_articles", "npmi", "g2"]
    assert (found.edges["npmi"] > 0).all()
    assert found.edges["g2"].is_monotonic_decreasing
    pair = found.edges.set_index(["a", "b"]).loc[("iran", "maryam-rajavi")]
    assert (pair["articles"], pair["a_articles"], pair["b_articles"]) == (4, 7, 4)
    assert "irna" not in set(found.nodes["actor"]), "only quoted"
    assert set(found.nodes["actor"]) == {*found.edges["a"], *found.edges["b"]}
    assert found.chance > 0


def test_ties_of_sentences_are_fewer(tiny: Corpus) -> None:
    found = network(tiny, Filters(), View(least=1, unit="sentence"))
    pairs = found.edges.set_index(["a", "b"])
    # a1: headline and first sentence; a4: headline, and a sentence without the Omani; a6: two sentences, one each.
    assert pairs.loc[("maryam-rajavi", "tehran"), "sentences"] == 3
    assert pairs.loc[("maryam-rajavi", "tehran"), "articles"] == 2
    assert ("badr-albusaidi", "iran") not in pairs.index
    assert found.total == 15


def test_what_is_asked_narrows(tiny: Corpus) -> None:
    people = network(tiny, Filters(), View(least=1, kinds=("person",)))
    assert set(people.nodes["kind"]) <= {"person"}
    assert len(network(tiny, Filters(), View(least=3)).edges) < len(network(tiny, Filters(), View(least=1)).edges)
    nothing = network(tiny, Filters(languages=("ur",)), View())
    assert nothing.edges.empty and nothing.nodes.empty and nothing.drawn.empty


def test_who_is_asked_for_keeps_ties(tiny: Corpus) -> None:
    found = network(tiny, Filters(actors=("maryam-rajavi",)), View(least=1))
    whole = network(tiny, Filters(), View(least=1))
    theirs = [row for row in found.edges.itertuples(index=False) if "maryam-rajavi" in (row.a, row.b)]
    assert found.total == 4 and found.wider and theirs
    of_all = {(row.a, row.b): row for row in whole.edges.itertuples(index=False)}
    assert all(row == of_all[row.a, row.b] for row in theirs)
    assert not whole.wider and not network(tiny, Filters(actors=("irna",)), View(least=1)).wider


@pytest.mark.parametrize("name", ["empty", "one"])
@pytest.mark.parametrize("unit", ["article", "sentence"])
def test_small_corpora(tmp_path: Path, name: str, unit: str) -> None:
    found = network(getattr(corpora, name)(tmp_path), Filters(), View(unit=unit))  # type: ignore[arg-type]
    assert len(found.drawn) == len(found.edges)


def test_a_picture_holds_the_surest(many: Corpus) -> None:
    found = network(many, Filters(), View(least=1, top=10))
    assert found.drawn.equals(found.edges.head(45))


def test_behind_a_tie_are_its_articles_and_sentences(tiny: Corpus) -> None:
    tie = Tie("tehran", "maryam-rajavi", "article")
    found = behind(tiny, Filters(), tie)
    assert list(these(tiny, Filters(), found.rids)["id"]) == ["a1", "a6"]
    in_sentences = Tie("tehran", "maryam-rajavi", "sentence")
    found = behind(tiny, Filters(), in_sentences)
    told = quoted(tiny, Filters(), in_sentences, found, found.rids)
    first = told[0]
    assert [each.text for each in first] == [
        "مریم رجوی در تهران",
        "مریم رجوی در تهران گفت ایران در ۱۵ تیر ۱۳۹۹ تغییر می\u200cکند.",
    ]
    assert [{each.text[start:end] for start, end, *_ in each.names} for each in first] == [{"مریم رجوی", "تهران"}] * 2
    assert [each.text for each in told[5]] == ["Maryam Rajavi answered from Tehran."]
    assert behind(tiny, Filters(), Tie("tehran", "nobody", "sentence")).rids == []
    assert behind(tiny, Filters(), Tie("iran", "iran", "article")).rids == []


def test_each_caption_is_a_sentence_of_its_own(tmp_path: Path) -> None:
    article = Article("c", "c.txt", "Nothing here.", captions=("In Tehran", "Iran and Donald Trump"))
    names: corpora.Names = [("tehran", "Tehran", "actor"), ("iran", "Iran", "actor"),
                            ("donald-trump", "Donald Trump", "actor")]  # fmt: skip
    made = corpora.corpus(tmp_path, [corpora.enriched(article, names)])
    asked = Filters(captions=True)
    found = network(made, asked, View(unit="sentence"))
    assert list(zip(found.edges["a"], found.edges["b"], strict=True)) == [("donald-trump", "iran")]
    tie = Tie("donald-trump", "iran", "sentence")
    told = quoted(made, asked, tie, behind(made, asked, tie), [0])
    assert [each.text for each in told[0]] == ["Iran and Donald Trump"]
    assert network(made, Filters(), View(unit="sentence")).total == 0
